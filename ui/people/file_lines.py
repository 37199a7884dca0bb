"""Lines of the personal file that are not facts: birthday and anniversary, relations, how to reach somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication

from relapp.domain.facts import Section
from relapp.domain.file import PersonalFile, Related
from relapp.domain.people import ContactPoint, Permission, PointKind
from relapp.domain.permissions import channel_word, effective, one_of, permission_label
from relapp.domain.relations import RelationKind, label
from relapp.domain.relative import anniversary_words, birthday_words
from relapp.domain.words import tr
from ui.people.plain_row import PlainLine

_AT_HOME = {RelationKind.PARTNER, RelationKind.CHILD, RelationKind.PARENT, RelationKind.SIBLING, RelationKind.FRIEND}


def lines_of(
    section: Section, file: PersonalFile, today: date, open_person: Callable[[int], None], say: Callable[[str], None]
) -> list[PlainLine]:
    """The lines that stand above the facts of a section."""
    if section is Section.FAMILY:
        return [_relation(one, open_person) for one in file.relations if one.kind in _AT_HOME]
    if section is Section.WORK:
        return [_relation(one, open_person) for one in file.relations if one.kind not in _AT_HOME]
    if section is Section.MILESTONES:
        return _milestones(file, today)
    if section is Section.REACH:
        return _reach(file, say)
    return []


def _relation(one: Related, open_person: Callable[[int], None]) -> PlainLine:
    if not one.other:
        return PlainLine(label(one.kind), one.name)
    return PlainLine(label(one.kind), one.name, lambda: open_person(one.other), tr("Open the personal file"))


def _milestones(file: PersonalFile, today: date) -> list[PlainLine]:
    lines: list[PlainLine] = []
    if file.person.birthday is not None:
        lines.append(PlainLine(tr("Birthday"), birthday_words(file.person.birthday, today)))
    if file.person.anniversary is not None:
        lines.append(PlainLine(tr("Anniversary"), anniversary_words(file.person.anniversary, today)))
    return lines


def _reach(file: PersonalFile, say: Callable[[str], None]) -> list[PlainLine]:
    lines = [_point(point, file, say) for point in file.points]
    closed = [channel for channel, said in file.permissions.items() if said is Permission.NOT_ALLOWED]
    if closed:
        lines.append(PlainLine(tr("Not by"), one_of([channel_word(channel) for channel in closed])))
    urgent = [channel for channel, said in file.permissions.items() if said is Permission.URGENT_ONLY]
    if urgent:
        lines.append(PlainLine(tr("If urgent"), one_of([channel_word(channel) for channel in urgent])))
    if file.person.language:
        lines.append(PlainLine(tr("Language"), file.person.language))
    return lines


def _point(point: ContactPoint, file: PersonalFile, say: Callable[[str], None]) -> PlainLine:
    kinds = {
        PointKind.EMAIL: tr("E-mail"),
        PointKind.PHONE: tr("Phone"),
        PointKind.ADDRESS: tr("Address"),
        PointKind.URL: tr("Link"),
        PointKind.MESSENGER: tr("Messenger"),
    }
    permission = effective(point, file.permissions)
    parts = [point.shown()]
    if permission is not Permission.ALLOWED:
        parts.append(permission_label(permission))
    said = point.label[:1].upper() + point.label[1:] if point.label else kinds[point.kind]

    def copy() -> None:
        QGuiApplication.clipboard().setText(point.shown())
        say(tr("Copied: {text}").format(text=point.shown()))

    return PlainLine(said, " · ".join(parts), copy, tr("Copy"))
