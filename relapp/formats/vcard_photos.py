"""Photos within a card: base64 in the manner of 2.1 and 3.0, `data:` URIs in that of 4.0. A link is no photo."""

from __future__ import annotations

import binascii

from relapp.domain.people import Photo
from relapp.formats import pictures
from relapp.formats.content_heads import Head
from relapp.formats.content_values import decode_base64, unescape


def read_photo(head: Head, value: str) -> Photo | None:
    """The picture, named by its first bytes whatever the card claims; None when there is none."""
    value = unescape(value).strip()
    if value[:5].lower() == "data:":
        kind, _, value = value.partition(",")
        if not kind.lower().endswith(";base64"):
            return None
    elif head.encoding != "b" and ":" in value:
        return None
    return pictures.photo(decode_base64(value))


def written(photo: Photo) -> str:
    """A `data:` URI (RFC 2397)."""
    data = binascii.b2a_base64(photo.data, newline=False).decode("ascii")
    return f"data:{photo.media_type};base64,{data}"
