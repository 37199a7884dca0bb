"""Address books for tests, made on the spot."""

from __future__ import annotations

from pathlib import Path


def card(name: str, *lines: str) -> str:
    """One vCard with further lines."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


def book(folder: Path, name: str, *cards: str) -> Path:
    """A file with these cards."""
    path = folder / name
    path.write_text("".join(cards), encoding="utf-8", newline="")
    return path
