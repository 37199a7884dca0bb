"""Texts on the screens of Windows and macOS, by `plyer`: without actions, and nobody learns whether they were seen.

Text is made safe for what plyer does with it; its limits are by its own source (2.1) and each system's papers.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

TITLE = {"win32": 63, "darwin": 60}
"""UTF-16 units. Windows: NOTIFYICONDATAW.szInfoTitle is 64 with the end's zero; longer raises in plyer's thread."""
BODY = {"win32": 255, "darwin": 250}
"""UTF-16 units. Windows: szInfo is 256 with the end's zero."""
_SHORTEST = {"title": 60, "body": 250}
_SECONDS = 10

Notify = Callable[..., object]


def plyer_notify(**words: object) -> object:
    """As plyer does it on this system."""
    from plyer import notification

    return notification.notify(**words)


class PlyerNotifications:
    """The `Announcer` port."""

    def __init__(self, notify: Notify = plyer_notify, system: str = sys.platform) -> None:
        self._notify = notify
        self._title = TITLE.get(system, _SHORTEST["title"])
        self._body = BODY.get(system, _SHORTEST["body"])

    def announce(self, title: str, body: str) -> None:
        try:
            self._notify(
                title=safe(title, self._title), message=safe(body, self._body), app_name="Relapp", timeout=_SECONDS
            )
        except Exception:  # noqa: BLE001 - plyer's back ends raise whatever their libraries do; our window shows it
            return


def safe(text: str, longest: int) -> str:
    """Cut to so many UTF-16 units, without control characters, markup, or a beginning that reads as an option."""
    plain = "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text)
    plain = plain.translate({ord("<"): "‹", ord(">"): "›", ord("&"): "+", ord("'"): "’"})
    plain = " ".join(plain.split()).lstrip("-– ")
    return _cut(plain, longest)


def _cut(text: str, longest: int) -> str:
    if _units(text) <= longest:
        return text
    while _units(text) > longest - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
