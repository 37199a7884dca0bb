"""Labels of e-mails, phones, addresses and links: from TYPE parameters and X-ABLabel to one word or a few, and back."""

from __future__ import annotations

import re

_MEANS_NOTHING = frozenset(  # said of nearly every value, or said by the property already
    ("pref", "internet", "voice", "email", "x400", "msg", "postal", "parcel", "dom", "intl", "url", "uri", "tel")
)
_RENAMED = {"cell": "mobile"}
_PLACES = ("home", "work", "other")
_WRITTEN_AS_TYPE = frozenset(
    ("home", "work", "other", "mobile", "fax", "pager", "main", "car", "video", "textphone", "isdn", "school")
)
_APPLE = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def of_types(types: tuple[str, ...]) -> str:
    """`("fax", "work", "pref")` is "work fax"; a place comes first, `cell` is "mobile"."""
    words = dict.fromkeys(_RENAMED.get(word, word.removeprefix("x-")) for word in types if word not in _MEANS_NOTHING)
    if "iphone" in words:
        words.pop("mobile", None)
    places = [word for word in _PLACES if word in words]
    return " ".join([*places, *(word for word in words if word not in _PLACES)])


def of_own_words(text: str) -> str:
    """An X-ABLabel: `_$!<HomeFAX>!$_` is "home fax", the user's own words stay as they are."""
    text = text.strip()
    found = _APPLE.fullmatch(text)
    return _CAMEL.sub(" ", found[1]).lower().strip() if found else text


def as_types(label: str) -> tuple[str, ...] | None:
    """The TYPE values that read back as exactly this label; None when it takes an X-ABLabel."""
    words = tuple(label.split())
    if not words or not _WRITTEN_AS_TYPE.issuperset(words) or of_types(words) != label:
        return None
    return tuple("cell" if word == "mobile" else word for word in words)
