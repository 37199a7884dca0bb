"""What kind of picture some bytes are, told by their first bytes and never by what a file claims."""

from __future__ import annotations

from relapp.domain.people import Photo


def media_type(data: bytes) -> str:
    """`image/jpeg`, `image/png`, `image/gif` or `image/webp`; empty for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    return ""


def photo(data: bytes) -> Photo | None:
    """The bytes as a photo; None when they are no picture the app knows."""
    kind = media_type(data)
    return Photo(kind, data) if kind else None
