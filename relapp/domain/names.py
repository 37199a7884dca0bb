"""How a name is shown, sorted, abbreviated and compared, in any script. Knows names only, not whose they are."""

from __future__ import annotations

import unicodedata

from relapp.domain.full_names import split_full
from relapp.domain.person_names import PersonName
from relapp.domain.words import tr

__all__ = ["display", "fold", "initials", "slip_keys", "sort_key", "split_full", "stand_in", "within_one_slip"]

SLIP_LENGTH = 4
"""Shorter words must be spelt right: one slip away from three letters is half the dictionary."""

_DROPPED = (
    (0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0xFE20, 0xFE2F),  # accents
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),  # Hebrew points
    (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670),  # Arabic vowel signs and the stretching bar
    (0x00AD, 0x00AD), (0x061C, 0x061C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
    (0xFE00, 0xFE0F),  # invisible signs and variant selectors
)  # fmt: skip
_SPELT_OUT = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n",
    "ĸ": "k", "ƒ": "f", "ƶ": "z", "ɨ": "i", "ʉ": "u", "ə": "e",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‒": "-", "–": "-", "—": "-", "―": "-",
}  # fmt: skip
_FOLDING: dict[int, str | None] = {
    **{point: None for first, last in _DROPPED for point in range(first, last + 1)},
    **{ord(letter): plain for letter, plain in _SPELT_OUT.items()},
}


def fold(text: str) -> str:
    """The text as it is compared: no case, no accents, ligatures and crossed letters spelt out. Idempotent."""
    if text.isascii():
        return text.lower().replace("`", "'")
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", apart.translate(_FOLDING).casefold())


def display(name: PersonName) -> str:
    """What is shown: the full name, else its parts in the order of their script, else the nickname; may be empty."""
    if full := " ".join(name.full.split()):
        return full
    if _is_east_asian(name.family) and _is_east_asian(name.given):
        return f"{name.family}{name.given}".strip()
    parts = (name.prefix, name.given, name.middle, name.family, name.suffix)
    return " ".join(" ".join(parts).split()) or " ".join(name.nickname.split())


def sort_key(name: PersonName) -> str:
    """Family, then given name, folded, for a comparison by code point; the user's own `sort` wins.

    Without parts it is what is shown. Two blanks stand between the names, so that "Li Wu" comes before "Li-Na Wu".
    """
    if name.sort.strip():
        return _from_first_letter(fold(name.sort))
    parts = [" ".join(part.split()) for part in (name.family, f"{name.given} {name.middle}")]
    return _from_first_letter(fold("  ".join(part for part in parts if part) or display(name)))


def _from_first_letter(folded: str) -> str:
    start = next((at for at, sign in enumerate(folded) if sign.isalnum()), 0)
    return folded[start:].strip()


def initials(full: str) -> str:
    """One or two letters for an avatar: of the given and of the family name's last word, each with its own marks.

    A name in Chinese or Korean writing gives its last two signs, which tell more than the few family names; a text
    without a letter gives its first sign, an empty one "?".
    """
    name = split_full(full)
    if not (name.given or name.family) and _is_east_asian(name.full):
        return _short_east_asian(name.full)
    letters = [letter for part in (name.given, *name.family.split()[-1:]) if (letter := _first_letter(part))]
    if _is_east_asian(name.family):
        letters.reverse()
    return "".join(letters) or _first_letter(name.full) or _first_sign(name.full) or "?"


def _is_east_asian(text: str) -> bool:
    return bool(text) and all(
        "぀" <= sign <= "ヿ" or "㐀" <= sign <= "鿿" or "가" <= sign <= "힯" or "豈" <= sign <= "﫿" or sign == "々"
        for sign in text
    )


def _short_east_asian(word: str) -> str:
    return word[:1] if "぀" <= word[0] <= "ヿ" else word[-2:]


def _first_letter(text: str) -> str:
    """The first letter (else the first digit) with the marks that belong to it, as a capital."""
    start = next((at for at, sign in enumerate(text) if sign.isalpha()), None)
    if start is None:
        start = next((at for at, sign in enumerate(text) if sign.isalnum()), None)
        if start is None:
            return ""
    end = start + 1
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    capital = text[start].title()
    return (capital if len(capital) == 1 else text[start]) + text[start + 1 : end]


def _first_sign(text: str) -> str:
    """The first sign of an emoji name, whole: with its skin tone, its joined parts, its flag's other half."""
    end = 1
    while end < len(text) and (text[end] in "\u200d\ufe0f" or text[end - 1] == "\u200d" or _goes_with(text, end)):
        end += 1
    return text[:end]


def _goes_with(text: str, at: int) -> bool:
    if "\U0001f3fb" <= text[at] <= "\U0001f3ff" or unicodedata.category(text[at]).startswith("M"):
        return True
    return at == 1 and all("\U0001f1e6" <= sign <= "\U0001f1ff" for sign in text[:2])


def stand_in(name_full: str | None, organisation: str | None, email: str | None, phone: str | None) -> str:
    """What a person is called: the name, else the organisation, else the first e-mail, else the first phone."""
    shown = (" ".join((text or "").split()) for text in (name_full, organisation, email, phone))
    return next((text for text in shown if text), "") or tr("No name")


def within_one_slip(a: str, b: str) -> bool:
    """Whether one letter too many, too few, wrong, or two neighbours swapped make `a` into `b`."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    rest_a, rest_b = a[same:], b[same:]
    if len(a) < len(b):
        return rest_a == rest_b[1:]
    return rest_a[1:] == rest_b[1:] or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])


def slip_keys(word: str) -> set[str]:
    """The word and, from four letters on, the word less each one letter.

    Two words of four letters or more within one slip share a key; sharing one isn't proof: ask `within_one_slip`.
    """
    if len(word) < SLIP_LENGTH:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
