"""Opening a file: is it ours, is it of this version, and if it is older, bring it up and keep a copy of the old one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from relapp.store.connection import Database
from relapp.store.migrations import STEPS
from relapp.store.trouble import explained, sentence_of_damage

APPLICATION_ID = 0x52454C41  # "RELA"


def open_file(path: Path, key: bytes | None = None, steps: Sequence[str] = STEPS) -> Database:
    """The file at `path`, made when missing, brought up by those of the `steps` that it has not taken yet.

    Raises KnownError and leaves the file as it was, to the byte.
    """
    with explained(path):
        _check_place(path)
    db = Database(path, key)
    try:
        _check_kind(db, steps)
        db.settle()
        _bring_up(db, steps)
    except BaseException:
        db.close()
        raise
    return db


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise KnownError(tr("{path} is a folder. Name a file.").format(path=path))
    if not path.parent.is_dir():
        raise KnownError(
            tr("The folder {folder} does not exist. Make it first, or choose another.").format(folder=path.parent)
        )
    place = path if path.exists() else path.parent
    if not os.access(place, os.W_OK):
        raise KnownError(
            tr("{path} is read-only. Allow writing to it and to its folder, or open a copy.").format(path=path)
        )


def _check_kind(db: Database, steps: Sequence[str]) -> None:
    empty = _is_empty(db)  # asked first: another process may be making the file, and it gets both at once
    application = int(db.value("PRAGMA application_id"))
    if application != APPLICATION_ID and (application or not empty):
        raise KnownError(tr("{path} is a database of another program. Choose a Relapp file.").format(path=db.path))
    if _is_empty(db):
        return
    if _version(db) < 1:
        raise KnownError(sentence_of_damage(db.path))
    if _version(db) > len(steps):
        raise KnownError(
            tr("{path} was written by a newer Relapp. Install that version to open it; nothing was changed.").format(
                path=db.path
            )
        )


def _is_empty(db: Database) -> bool:
    return db.one("SELECT 1 FROM sqlite_master LIMIT 1") is None


def _version(db: Database) -> int:
    """How many steps the file has taken. The number is also in empty databases of others; there it means nothing."""
    return 0 if _is_empty(db) else int(db.value("PRAGMA user_version"))


def _bring_up(db: Database, steps: Sequence[str]) -> None:
    before = _version(db)
    if before == len(steps):
        return
    from relapp.store import triggers

    if before:
        _keep_copy(db, before)
    with db.transaction():
        taken = _version(db)  # another process may have been as quick
        for number, script in enumerate(steps[taken:], taken + 1):
            for statement in statements(script):
                db.execute(statement)
            db.execute(f"PRAGMA user_version={number}")
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        triggers.install(db)


def _keep_copy(db: Database, version: int) -> None:
    copy = db.path.with_name(f"{db.path.name}.version-{version}")
    if not copy.exists():
        db.save_copy(copy)


def statements(script: str) -> list[str]:
    """The statements of a step; steps hold no semicolon inside a statement."""
    return [statement.strip() for statement in script.split(";") if statement.strip()]
