"""Words on screen. One `tr` for the whole app; the window installs a translation, everything else just asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

_translate: Callable[[str], str] = str


def tr(text: str) -> str:
    """The text in the user's language; placeholders in braces are filled by the caller."""
    return _translate(text)


def install(translate: Callable[[str], str]) -> None:
    """Use `translate` (a gettext catalogue's lookup) from now on."""
    global _translate
    _translate = translate


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence kept as key and values, so that it can be shown in whatever language is chosen later."""

    key: str
    values: dict[str, str | int] = field(default_factory=dict, hash=False)

    def text(self) -> str:
        return tr(self.key).format(**self.values)


def phrase(key: str, **values: str | int) -> Phrase:
    """A phrase to store; `key` is found by the translation tools like the argument of `tr`."""
    return Phrase(key, values)
