"""A picture is what its first bytes say."""

from __future__ import annotations

import pytest

from relapp.domain.people import Photo
from relapp.formats.pictures import media_type, photo


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"GIF87a\x01", "image/gif"),
        (b"GIF89a\x01", "image/gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", ""),
        (b"<svg xmlns=", ""),
        (b"BM6\x00", ""),
        (b"foo", ""),
        (b"", ""),
    ],
)
def test_first_bytes_tell(data: bytes, kind: str) -> None:
    assert media_type(data) == kind
    assert photo(data) == (Photo(kind, data) if kind else None)
