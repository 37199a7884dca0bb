"""The commands, each on the same services as the window. Output is UTF-8; a closed pipe ends quietly."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relapp import VERSION
from relapp.adapters.clock import SystemClock
from relapp.cli import Options, brief, business, clock_from, default_file, due, follow_ups, hours, quiet, today, weekly
from relapp.cli.arguments import parser, with_text_apart
from relapp.cli.output import say, say_json, stored_form, tell, typed
from relapp.core import Core, build
from relapp.domain.errors import KnownError, NoSuchPerson, Refused, SeveralPeople
from relapp.domain.exports import NotesWanted
from relapp.domain.finding import MARK_CLOSE, MARK_OPEN
from relapp.domain.when import read_instant
from relapp.domain.words import tr

if TYPE_CHECKING:
    from relapp.services.imports import Report

INTERRUPTED = 130


def run_command(options: Options) -> int:
    """The exit status: 0, 1 refused, 2 wrong usage, 130 stopped by Ctrl+C."""
    _settle_streams()
    try:
        arguments = parser().parse_args(with_text_apart(options.command))
    except SystemExit as ended:
        return int(ended.code or 0)
    if arguments.command == "version":
        say(f"relapp {VERSION}")
        return 0
    try:
        with _opened(options) as core:
            status = _COMMANDS[arguments.command](core, arguments) if arguments.command else _sample_written(core)
        sys.stdout.flush()
    except KnownError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        if error.filename is not None:  # only what goes to a file has a name
            raise
        _drop_output()
        reason = error.strerror or str(error)
        return _refused(KnownError(tr("The output can't be written: {reason}.").format(reason=reason)))
    return status


def _drop_output() -> None:
    """What is still to be written goes nowhere; else Python would complain once more when it flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _settle_streams() -> None:
    """UTF-8 whatever the locale, line ends as they are; and somewhere to write to where nobody listens."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _refused(error: KnownError) -> int:
    tell(str(error))
    return 1


@contextmanager
def _opened(options: Options) -> Iterator[Core]:
    """The file the options name, with the sample in it when asked for."""
    if options.demo and options.path is None:
        with tempfile.TemporaryDirectory(prefix="relapp-") as folder, _core(options, Path(folder) / "s.db") as core:
            core.sample.fill()
            yield core
        return
    path = default_file() if options.path is None else options.path
    if options.demo:
        _write_sample(options, path)
    with _core(options, path) as core:
        yield core


def _write_sample(options: Options, path: Path) -> None:
    """Makes `path` with the sample in it, whole or not at all. Raises Refused when it is there already."""
    if os.path.lexists(path):
        raise Refused(tr("{path} exists already; the sample is only written to a new file.").format(path=path))
    try:
        with _core(options, path) as core:
            core.sample.fill()
    except BaseException:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                path.with_name(f"{path.name}{ending}").unlink()
        raise


@contextmanager
def _core(options: Options, path: Path) -> Iterator[Core]:
    clock = SystemClock() if options.now is None else clock_from(options.now, path)
    core = build(path, clock)
    try:
        with suppress(KnownError):  # somebody else is writing: what only reads still can
            core.files.ripen()
            core.files.catch_up()
        yield core
    finally:
        core.close()


def _sample_written(core: Core) -> int:
    say(tr("The sample portfolio is in {path}.").format(path=core.files.path))
    return 0


# --- in and out


def _import(core: Core, arguments: argparse.Namespace) -> int:
    status = 0
    for name in arguments.files:
        path = Path(name)
        try:
            reading = core.imports.read(path)
            report = core.imports.count(path, reading) if arguments.dry_run else core.imports.run(path, reading)
        except KnownError as error:
            status = 1
            _tell_refusal(name, error, arguments.json)
            continue
        while core.files.index_some():
            pass
        _tell_report(name, report, arguments.json)
    return status


def _tell_refusal(name: str, error: KnownError, as_json: bool) -> None:
    _refused(error)
    if not as_json:
        return
    empty: dict[str, Any] = {"file": name, "format": None, "encoding": None, "read": 0, "added": 0, "merged": 0}
    say_json({**empty, "unchanged": 0, "skipped": [], "change": None, "error": str(error)})


def _tell_report(name: str, report: Report, as_json: bool) -> None:
    if not as_json:
        said = tr("{file}: {read} read, {added} added, {merged} merged, {unchanged} unchanged, {skipped} skipped.")
        say(
            said.format(
                file=name,
                read=report.read,
                added=report.added,
                merged=report.merged,
                unchanged=report.unchanged,
                skipped=len(report.skipped),
            )
        )
        for one in report.skipped:
            tell(tr("{file}, line {line}: {reason}").format(file=name, line=one.line, reason=one.reason))
        return
    skipped = [{"line": one.line, "reason": one.reason} for one in report.skipped]
    say_json(
        {
            "file": name,
            "format": report.format,
            "encoding": report.encoding,
            "read": report.read,
            "added": report.added,
            "merged": report.merged,
            "unchanged": report.unchanged,
            "skipped": skipped,
            "change": report.change,
        }
    )


def _export(core: Core, arguments: argparse.Namespace) -> int:
    persons = tuple(core.people.resolve(typed([name])) for name in arguments.person)
    if arguments.what == "notes":
        if arguments.format == "vcard":
            return _wrong(tr("Notes can be exported as csv or json."))
        wanted = NotesWanted(persons, frozenset(), *_span(core, arguments))
        pieces = core.exports.notes_json(wanted) if arguments.format == "json" else core.exports.notes_csv(wanted)
    else:
        if arguments.since or arguments.until:
            return _wrong(tr("--since and --until go with notes."))
        as_asked = {
            "csv": core.exports.people_csv,
            "json": core.exports.people_json,
            "vcard": core.exports.people_vcard,
        }
        pieces = as_asked[arguments.format](persons)
    _write_out(core, pieces, arguments.to)
    return 0


def _wrong(sentence: str) -> int:
    tell(sentence)
    return 2


def _span(core: Core, arguments: argparse.Namespace) -> tuple[int | None, int | None]:
    """Seconds; a bare day as `--until` is meant to its end."""
    zone = core.desk.zone()
    since = None if arguments.since is None else int(read_instant(arguments.since, zone).timestamp())
    if arguments.until is None:
        return since, None
    until = read_instant(arguments.until, zone)
    if len(arguments.until.strip()) == len("2026-03-12"):
        until = (until.astimezone(zone).replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=zone).astimezone(UTC)
    return since, int(until.timestamp())


def _write_out(core: Core, pieces: Iterable[str], to: str | None) -> None:
    if to is not None:
        core.exports.save(pieces, Path(to))
        return
    for piece in pieces:
        sys.stdout.write(piece)


# --- daily


def _log(core: Core, arguments: argparse.Namespace) -> int:
    proposal = core.quick.understand(typed(arguments.text))
    if not proposal.people:
        raise NoSuchPerson(proposal.person_words)
    if len(proposal.people) > 1:
        names = tuple(f"{one.shown} ({one.detail or one.id})" for one in proposal.people)
        raise SeveralPeople(proposal.person_words, names)
    entry = core.quick.save(proposal, proposal.people[0].id)
    said = tr("{kind} with {name}, {when}: entry {id}.")
    say(said.format(kind=proposal.kind.label(), name=proposal.people[0].shown, when=stored_form(proposal.at), id=entry))
    if proposal.follow_up is not None:
        due = proposal.follow_up.due
        when = stored_form(due) if isinstance(due, datetime) else due.isoformat()
        say(tr("Follow-up planned: {when}.").format(when=when))
    return 0


def _search(core: Core, arguments: argparse.Namespace) -> int:
    hits = core.finding.ranked(typed(arguments.text))
    rows = [
        {
            "kind": str(hit.kind),
            "id": hit.id,
            "title": _unmarked(hit.title),
            "snippet": _unmarked(hit.snippet),
            "person": hit.person,
        }
        for hit in hits
    ]
    if arguments.json:
        say_json(rows)
        return 0
    for row in rows:
        say(" · ".join(str(part) for part in (row["kind"], row["title"], row["snippet"]) if part))
    return 0


def _unmarked(text: str) -> str:
    return text.replace(MARK_OPEN, "").replace(MARK_CLOSE, "")


def _history(core: Core, arguments: argparse.Namespace) -> int:
    """The changes, newest first; before them one that was cut off, or that the window is still at."""
    cut_off = core.history.unfinished()
    changes = [*([] if cut_off is None else [cut_off]), *core.history.list()]
    if arguments.json:
        say_json(
            [
                {
                    "id": one.id,
                    "at": stored_form(one.at),
                    "title": one.title,
                    "done": one.standing,
                    "finished": one is not cut_off,
                }
                for one in changes
            ]
        )
        return 0
    for one in changes:
        note = tr("not finished") if one is cut_off else "" if one.standing else tr("undone")
        say(" · ".join(part for part in (str(one.id), stored_form(one.at), one.title, note) if part))
    return 0


def _undo(core: Core, arguments: argparse.Namespace) -> int:
    cut_off = core.history.unfinished()
    there = {one.id for one in core.history.list() if one.standing} | ({cut_off.id} if cut_off else set())
    if arguments.id is not None and arguments.id not in there:
        raise Refused(tr("There is no change {id} that could be undone; “history” lists them.").format(id=arguments.id))
    say(tr("Undone: {title}").format(title=core.history.undo(arguments.id).title))
    return 0


def _check(core: Core, arguments: argparse.Namespace) -> int:
    problems = core.files.check()
    for sentence in problems:
        tell(sentence)
    if problems:
        return 1
    say(tr("{path} is sound.").format(path=core.files.path))
    return 0


_COMMANDS: dict[str, Callable[[Core, argparse.Namespace], int]] = {
    "import": _import,
    "export": _export,
    "log": _log,
    "search": _search,
    "history": _history,
    "undo": _undo,
    "check": _check,
    "follow-up": follow_ups.run,
    "hours": hours.run,
    "pause": hours.run_pause,
    "due": due.run,
    "today": today.run,
    **business.COMMANDS,
    "brief": brief.run,
    "weekly": weekly.run_weekly,
    "quiet": quiet.run,
    "phrases": weekly.run_phrases,
}
