"""Own phrases in the file."""

from __future__ import annotations

from uuid import uuid4

from relapp.domain.templates import Template, TemplateKind
from relapp.store.connection import Database

_ALL = "SELECT name, kind, text, subject, language, id FROM phrase"


def every(db: Database) -> list[Template]:
    """All of them, by kind, language (any first) and name."""
    order = list(map(str, TemplateKind))
    found = [_template(*row) for row in db.rows(f"{_ALL} ORDER BY name COLLATE NOCASE, id")]
    return sorted(found, key=lambda one: (order.index(one.kind), one.language))


def get(db: Database, id_: int) -> Template | None:
    row = db.one(f"{_ALL} WHERE id = ?", (id_,))
    return None if row is None else _template(*row)


def named(db: Database, name: str) -> Template | None:
    """The one of that name, in any case."""
    row = db.one(f"{_ALL} WHERE name = ? COLLATE NOCASE", (name,))
    return None if row is None else _template(*row)


def of_kind(db: Database, kind: TemplateKind) -> list[Template]:
    """Those of a kind, by id."""
    return [_template(*row) for row in db.rows(f"{_ALL} WHERE kind = ? ORDER BY id", (str(kind),))]


def _template(name: str, kind: str, text: str, subject: str, language: str, id_: int) -> Template:
    return Template(name, TemplateKind(kind), text, subject, language, id_)


def _columns(one: Template) -> dict[str, str]:
    return {
        "name": one.name,
        "kind": str(one.kind),
        "text": one.text,
        "subject": one.subject,
        "language": one.language,
    }


def insert(db: Database, one: Template) -> int:
    from relapp.store.nurturing_tables import PhraseRow

    return int(PhraseRow.insert({"uid": str(uuid4()), **_columns(one)}).execute(db.orm))


def update(db: Database, one: Template) -> None:
    from relapp.store.nurturing_tables import PhraseRow

    PhraseRow.update(_columns(one)).where(PhraseRow.id == one.id).execute(db.orm)


def delete(db: Database, id_: int) -> None:
    from relapp.store.nurturing_tables import PhraseRow

    PhraseRow.delete().where(PhraseRow.id == id_).execute(db.orm)
