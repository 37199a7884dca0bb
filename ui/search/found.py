"""The lines of the list: for hits and commands, for an empty box, and for when nothing was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from relapp.core import Core
from relapp.domain.directory import PeopleFilter, Sort
from relapp.domain.entries import kind_of
from relapp.domain.finding import Hit, HitKind
from relapp.domain.names import fold, within_one_slip
from relapp.domain.relative import counted
from relapp.domain.settings import HIDE_PRIVATE
from relapp.domain.words import tr
from ui import keys
from ui.commands import COMMANDS, Command, commands_for
from ui.moments import Moments
from ui.palette import Tone
from ui.search.rows import Face, Row
from ui.shell import Shell
from ui.timeline.delegate import TONES

RECENT = "search.recent"
KEPT = 12
_RECENT_SHOWN = 6
_COMMANDS_SHOWN = 4
_HERE = frozenset({"search", "menu"})
_FIRST = ("log", "add_person", "import", "export", "dark", "light", "settings", "shortcuts")


def rows_for(core: Core, moments: Moments, text: str) -> list[Row]:
    """What to show for what is typed."""
    if not text.strip():
        return rows_at_first(core)
    hits = core.finding.typing(text, private=not core.settings.get(HIDE_PRIVATE))
    by_kind = {kind: [hit for hit in hits if hit.kind is kind] for kind in HitKind}
    organisations = _group(tr("Organisations"), map(_organisation, by_kind[HitKind.ORGANISATION]))
    commands = _group(tr("Commands"), map(_command, _commands(text)))
    named = any(_is_named(hit, text) for hit in by_kind[HitKind.ORGANISATION])
    rows = [
        *_group(tr("People"), map(_person, by_kind[HitKind.PERSON])),
        *(organisations + commands if named else commands + organisations),
        *_group(tr("Facts"), map(_fact, by_kind[HitKind.FACT])),
    ]
    notes = [_entry(hit, moments) for hit in by_kind[HitKind.ENTRY]]
    if notes:
        rows += [*_group(tr("Notes, the newest first"), notes), _best(text)]
    return rows or _nothing(text.strip())


def rows_at_first(core: Core) -> list[Row]:
    """People met with lately, and what can be done."""
    kept = core.settings.remembered(RECENT)
    recent = [one for one in kept if isinstance(one, int)] if isinstance(kept, list) else []
    met = [line.id for line in core.directory.page(PeopleFilter(sort=Sort.LAST_CONTACT), 0, _RECENT_SHOWN)]
    people = core.finding.people(list(dict.fromkeys([*recent, *met]))[:KEPT])[:_RECENT_SHOWN]
    commands = [one for key in _FIRST for one in COMMANDS if one.key == key]
    return [*_group(tr("Recent"), map(_person, people)), *_group(tr("Commands"), map(_command, commands))]


def rows_of_best(notes: Iterable[Hit], moments: Moments) -> list[Row]:
    """Notes that fit best, the best first."""
    return _group(tr("Best matches in notes"), (_entry(hit, moments) for hit in notes))


def remembering(core: Core, person: int) -> None:
    """Keeps a person among the recent ones."""
    kept = core.settings.remembered(RECENT)
    others = [one for one in kept if one != person] if isinstance(kept, list) else []
    core.settings.remember(RECENT, [person, *others][:KEPT])


def _group(title: str, rows: Iterable[Row]) -> list[Row]:
    found = list(rows)
    return [Row(title), *found] if found else []


def _is_named(hit: Hit, text: str) -> bool:
    """Whether its name holds a word that begins as one typed; what only its note says comes after the commands."""
    asked = tuple(fold(text).split())
    return any(word.startswith(asked) for word in fold(hit.title).split())


def _commands(text: str) -> list[Command]:
    """Those that the words mean; when there are none, those one slip away."""
    if len(text.strip()) < 2:
        return []
    found = commands_for(text) or [one for one in COMMANDS if _nearly(one, text)]
    return [one for one in found if one.key not in _HERE][:_COMMANDS_SHOWN]


def _nearly(command: Command, text: str) -> bool:
    own = fold(command.title()).replace("…", "").split()
    asked = fold(text).split()
    return all(
        any(word.startswith(part) or (len(part) > 3 and within_one_slip(word, part)) for word in own) for part in asked
    )


def _person(hit: Hit) -> Row:
    return Row(hit.title, hit.snippet, face=Face.AVATAR, person=hit.id, act=_opening(hit.id))


def _organisation(hit: Hit) -> Row:
    people = int(hit.detail or 0)
    return Row(
        hit.title,
        trailing=counted(people, tr("1 person"), tr("{n} people")) if people else "",
        face=Face.DISC,
        icon="buildings",
        tone=Tone.PLUM,
        act=lambda shell: shell.open_organisation(hit.id),
    )


def _fact(hit: Hit) -> Row:
    said = tr("{label}: {text}").format(label=hit.detail, text=hit.snippet) if hit.detail else hit.snippet
    return Row(hit.title, said, face=Face.DISC, icon="info", tone=Tone.AMBER, act=_opening(hit.person))


def _entry(hit: Hit, moments: Moments) -> Row:
    day = moments.day_of(datetime.fromtimestamp(hit.at or 0, UTC))
    kind = kind_of(hit.detail)
    return Row(
        hit.title,
        hit.snippet,
        moments.day(day, weekday=False),
        face=Face.DISC,
        icon=kind.icon,
        tone=TONES.get(kind.key, Tone.GREY),
        act=_opening(hit.person, hit.id),
    )


def _command(command: Command) -> Row:
    shown = keys.shown(command.keys[0]) if command.keys else ""
    return Row(
        command.title(), keys=shown, face=Face.ICON, icon=command.icon, act=lambda shell: shell.run_command(command.key)
    )


def _best(text: str) -> Row:
    title = tr("Best matches in notes for “{text}”").format(text=text.strip())
    shown = keys.shown("Ctrl+Return")
    return Row(title, keys=shown, face=Face.ICON, icon="magnifying-glass", act=_nowhere, ranks=True)


def _nothing(text: str) -> list[Row]:
    add = tr("Add “{text}” as a person").format(text=text)
    log = tr("Log a contact: “{text}”").format(text=text)
    return [
        Row(tr("Nothing found")),
        Row(add, face=Face.ICON, icon="user-plus", act=lambda shell: add_person(shell, text)),
        Row(log, face=Face.ICON, icon="plus", act=lambda shell: shell.log_contact(text)),
    ]


def add_person(shell: Shell, name: str) -> None:
    """Adds somebody of whom only the name is known yet, and shows the new file."""

    def act() -> None:
        person = shell.core.people.add(name)
        remembering(shell.core, person)
        shell.open_person(person)
        shell.say(tr("{name} was added.").format(name=name), undo=True)

    shell.attempt(act)


def _opening(person: int | None, entry: int = 0) -> Callable[[Shell], Any]:
    def act(shell: Shell) -> None:
        if person is None:
            return
        shell.attempt(lambda: remembering(shell.core, person))
        if entry:
            shell.open_entry(person, entry)
        else:
            shell.open_person(person)

    return act


def _nowhere(shell: Shell) -> None:
    """The palette itself does it."""
