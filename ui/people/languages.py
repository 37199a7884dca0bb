"""Languages of people: kept as tags ("nb", "pt-BR"), read and typed as words."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

_TAG = re.compile(r"[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*")
_OFFERED = (
    "ar", "bg", "zh", "hr", "cs", "da", "nl", "en", "et", "fi", "fr", "de", "el", "he", "hi", "hu", "id", "it", "ja",
    "ko", "lv", "lt", "nb", "fa", "pl", "pt", "ro", "ru", "sr", "sk", "sl", "es", "sv", "tr", "uk", "vi",
)  # fmt: skip


def language_word(tag: str) -> str:
    """ "Norwegian Bokmål" of "nb", "Portuguese (Brazil)" of "pt-BR"; what is no tag, or an unknown one, as it is."""
    if not _TAG.fullmatch(tag):
        return tag
    wanted = tag.replace("-", "_")
    locale = QLocale(wanted)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return tag
    word = QLocale.languageToString(locale.language())
    parts = wanted.split("_")
    if len(parts) > 1 and len(parts[-1]) == 2 and parts[-1].isalpha():
        return f"{word} ({QLocale.territoryToString(locale.territory())})"
    return word


def language_tag(text: str) -> str:
    """The tag of a language named in one of the offered words; anything else stays as it was typed."""
    typed = " ".join(text.split())
    words = {language_word(tag).casefold(): tag for tag in _OFFERED}
    return words.get(typed.casefold(), typed)


def offered_languages() -> list[str]:
    """Words of the languages that are offered, by name."""
    return sorted(language_word(tag) for tag in _OFFERED)
