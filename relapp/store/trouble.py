"""What the engine complains of, in a sentence each. Anything not listed here is a bug and passes unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from relapp.domain.errors import KnownError
from relapp.domain.words import tr

_DAMAGE = ("malformed", "corrupt", "vtable constructor failed", "invalid fts5 file", "could not decode")


def sentence_of_damage(path: Path) -> str:
    return tr("{path} is damaged. Open a saved copy of it; this file was left as it is.").format(path=path)


def _sentences() -> tuple[tuple[str, str], ...]:
    return (
        ("file is not a database", tr("{path} is not a Relapp file, or it is damaged. Open another file or a copy.")),
        ("database is locked", tr("{path} is in use by another program. Nothing was changed; try again in a moment.")),
        ("database or disk is full", tr("The disk with {path} is full. Nothing was changed; free some space first.")),
        ("disk i/o error", tr("{path} can't be read or written: the disk reports an error. Nothing was changed.")),
        ("readonly database", tr("{path} is read-only. Allow writing to it and to its folder, or open a copy.")),
        ("unable to open database", tr("{path} can't be opened. Check that its folder exists and may be written.")),
    )


def sentence_for(error: Exception, path: Path) -> str | None:
    """The sentence for an engine's error, or None when it is not one of the world's."""
    said = str(error).lower()
    if any(part in said for part in _DAMAGE):
        return sentence_of_damage(path)
    for part, sentence in _sentences():
        if part in said:
            return sentence.format(path=path)
    return None


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the engine's known complaints into KnownError."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise KnownError(sentence_of_damage(path)) from error
    except (engine.Error, OSError) as error:
        sentence = sentence_for(error, path)
        if sentence is None and isinstance(error, OSError):
            sentence = tr("{path}: {reason}.").format(path=path, reason=error.strerror or error)
        if sentence is None:
            raise
        raise KnownError(sentence) from error
