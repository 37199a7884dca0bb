"""Words on screen. One `tr` for the whole app; the window installs a translation, everything else just asks."""

from __future__ import annotations

from collections.abc import Callable

_translate: Callable[[str], str] = str


def tr(text: str) -> str:
    """The text in the user's language; placeholders in braces are filled by the caller."""
    return _translate(text)


def install(translate: Callable[[str], str]) -> None:
    """Use `translate` (a gettext catalogue's lookup) from now on."""
    global _translate
    _translate = translate
