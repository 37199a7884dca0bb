"""Opening a file: is it ours, is it of this version, and if it is older, bring it up and keep a copy of the old one."""

from __future__ import annotations

import os
from pathlib import Path

from relapp.domain.errors import KnownError
from relapp.domain.words import tr
from relapp.store import triggers
from relapp.store.connection import Database
from relapp.store.migrations import STEPS
from relapp.store.trouble import explained

APPLICATION_ID = 0x52454C41  # "RELA"


def open_file(path: Path, key: bytes | None = None) -> Database:
    """The file at `path`, made when missing, at today's version. Raises KnownError and leaves the file as it was."""
    _check_place(path)
    db = Database(path, key)
    try:
        with explained(path):
            _bring_up(db)
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


def _bring_up(db: Database) -> None:
    version = int(db.value("PRAGMA user_version"))
    application = int(db.value("PRAGMA application_id"))
    empty = db.value("SELECT count(*) FROM sqlite_master") == 0
    if not empty and application != APPLICATION_ID:
        raise KnownError(tr("{path} is a database of another program. Choose a Relapp file.").format(path=db.path))
    if version > len(STEPS):
        raise KnownError(
            tr("{path} was written by a newer Relapp. Install that version to open it; nothing was changed.").format(
                path=db.path
            )
        )
    if version == len(STEPS):
        return
    if not empty:
        _keep_copy(db, version)
    with db.transaction():
        for number, script in enumerate(STEPS[version:], version + 1):
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
