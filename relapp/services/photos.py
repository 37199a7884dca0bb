"""Pictures as a user hands them over: real ones only, and none too large to carry about."""

from __future__ import annotations

from pathlib import Path

from relapp.domain.errors import Refused
from relapp.domain.people import Photo
from relapp.domain.words import tr
from relapp.formats import pictures

MOST_BYTES = 10 * 1024 * 1024


def from_file(path: Path) -> Photo:
    """The picture in a file. Raises Refused."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(tr("{file} can't be read: {reason}.").format(file=path.name, reason=reason)) from error
    return from_bytes(data, path.name)


def from_bytes(data: bytes, name: str) -> Photo:
    """The picture in these bytes; `name` is what the sentence calls it. Raises Refused."""
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    found = pictures.photo(data)
    if found is None:
        raise Refused(tr("{file} is no picture; take a JPEG, PNG, GIF or WebP file.").format(file=name))
    return found


def _too_large(name: str) -> Refused:
    return Refused(tr("{file} is larger than 10 MB; take a smaller picture.").format(file=name))
