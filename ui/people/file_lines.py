"""Lines of the personal file that are not facts: birthday and anniversary, relations, how to reach somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication

from relapp.domain.facts import Section
from relapp.domain.file import PersonalFile, Related
from relapp.domain.people import ContactPoint, Permission, PointKind
from relapp.domain.permissions import channel_word, effective, one_of, permission_label, with_permission
from relapp.domain.relations import RelationKind, label
from relapp.domain.relative import anniversary_words, birthday_words
from relapp.domain.words import tr
from ui.people.header_words import place_of
from ui.people.languages import language_word
from ui.people.plain_row import PlainLine
from ui.reaching import Say, hand_over

_OPENED: dict[PointKind, Callable[[], str]] = {
    PointKind.EMAIL: lambda: tr("Write an e-mail"),
    PointKind.PHONE: lambda: tr("Call"),
    PointKind.URL: lambda: tr("Open"),
}
_PLACES = {"work", "home", "other"}
"""Labels that don't say by themselves what is labelled."""
_AT_HOME = {RelationKind.PARTNER, RelationKind.CHILD, RelationKind.PARENT, RelationKind.SIBLING, RelationKind.FRIEND}


def lines_of(
    section: Section,
    file: PersonalFile,
    today: date,
    open_person: Callable[[int], None],
    say: Say,
    tell: Callable[[int], str],
) -> list[PlainLine]:
    """The lines that stand above the facts of a section. `tell` makes the sentence on when I can be reached."""
    if section is Section.FAMILY:
        return [_relation(one, open_person) for one in file.relations if one.kind in _AT_HOME]
    if section is Section.WORK:
        return [_relation(one, open_person) for one in file.relations if one.kind not in _AT_HOME]
    if section is Section.MILESTONES:
        return _milestones(file, today)
    if section is Section.REACH:
        return _reach(file, say, tell)
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


def _reach(file: PersonalFile, say: Say, tell: Callable[[int], str]) -> list[PlainLine]:
    order = tuple(PointKind)
    points = sorted(file.points, key=lambda point: order.index(point.kind))
    lines = [_point(point, file, say) for point in points]
    said = file.permissions
    for word, permission in ((tr("Not by"), Permission.NOT_ALLOWED), (tr("If urgent"), Permission.URGENT_ONLY)):
        if channels := with_permission(said, permission):
            lines.append(PlainLine(word, one_of([channel_word(channel) for channel in channels])))
    lines += _hours(file)
    if file.person.language:
        lines.append(PlainLine(tr("Language"), language_word(file.person.language)))
    if lines:
        lines.append(_told(tell(file.person.id), say))
    return lines


def _told(sentence: str, say: Say) -> PlainLine:
    """What to tell them of my hours, on their clock."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(sentence)
        say(tr("Copied: {text}").format(text=sentence))

    return PlainLine(tr("Tell them"), sentence, copy, tr("Copy"))


def _hours(file: PersonalFile) -> list[PlainLine]:
    """ "Mon–Fri 9:00–16:00 Oslo", and the days away."""
    person, lines = file.person, []
    place = place_of(person.time_zone) if person.time_zone else ""
    if person.hours:
        from relapp.domain.boundaries import week_text
        from relapp.domain.boundaries.wording import week_words

        week = week_text.read(person.hours)
        words = week_words(week) if week and any(week) else tr("never")
        lines.append(PlainLine(tr("Hours"), f"{words} {place}".strip()))
    elif person.time_zone:
        lines.append(PlainLine(tr("Time zone"), person.time_zone.replace("_", " ")))
    return lines


def _point(point: ContactPoint, file: PersonalFile, say: Say) -> PlainLine:
    kinds = {
        PointKind.EMAIL: tr("E-mail"),
        PointKind.PHONE: tr("Phone"),
        PointKind.ADDRESS: tr("Address"),
        PointKind.URL: tr("Link"),
        PointKind.MESSENGER: tr("Messenger"),
    }
    permission = effective(point, file.permissions)
    parts, named = [point.shown()], kinds[point.kind]
    if point.label.casefold() in _PLACES:
        if point.kind is PointKind.PHONE or sum(one.kind is point.kind for one in file.points) > 1:
            parts.append(point.label)
    elif point.label:
        named = point.label[:1].upper() + point.label[1:]
    if permission is not Permission.ALLOWED:
        parts.append(permission_label(permission))

    def copy() -> None:
        QGuiApplication.clipboard().setText(point.shown())
        say(tr("Copied: {text}").format(text=point.shown()))

    more: list[tuple[str, Callable[[], object]]] = [(tr("Copy"), copy)]
    if point.kind in _OPENED and permission is not Permission.NOT_ALLOWED:
        more.append((_OPENED[point.kind](), partial(hand_over, say, point)))
    act, tip = (more[-1][1], more[-1][0]) if point.kind is PointKind.URL else (copy, tr("Copy"))
    return PlainLine(named, " · ".join(parts), act, tip, tuple(more))
