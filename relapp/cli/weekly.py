"""`weekly …` and `phrases …`: the session by command, and own phrases filled in for a person."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from relapp.cli.output import say, say_json, tell, typed
from relapp.core import Core
from relapp.domain.errors import Refused
from relapp.domain.instants import iso_moment
from relapp.domain.people import Channel
from relapp.domain.weekly import Suggestion
from relapp.domain.words import tr


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`weekly`, `phrases` and their arguments."""
    weekly = commands.add_parser("weekly", help=tr("the weekly session: whom to turn to, and why now"))
    weekly.add_argument("--json", action="store_true")
    weekly.add_argument("--minutes", type=_minutes, metavar="N", help=tr("how long the session is"))
    acts = weekly.add_subparsers(dest="act", metavar="ACT")
    done = acts.add_parser("done", help=tr("log it; prints the id of the entry"))
    done.add_argument("id", metavar="ID")
    done.add_argument("--text", default="", help=tr("what the entry says"))
    done.add_argument("--channel", type=_channel, metavar="CHANNEL", help=tr("how you were in touch"))
    done.add_argument("--next", metavar="INSTANT|DATE", help=tr("plan the next follow-up for then"))
    done.add_argument("--score", type=int, metavar="1..5", help=tr("how you stand with them"))
    done.add_argument("--would-tell", choices=("yes", "no"), help=tr("would they tell you of a rival’s offer?"))
    acts.add_parser("later", help=tr("put it off for a week")).add_argument("id", metavar="ID")
    never = acts.add_parser("never", help=tr("not this one: the rule rests for that person"))
    never.add_argument("id", metavar="ID")
    never.add_argument("--why", default="", metavar="TEXT")
    phrases = commands.add_parser("phrases", help=tr("your own texts with fields"))
    says = phrases.add_subparsers(dest="act", metavar="ACT", required=True)
    says.add_parser("list", help=tr("all phrases")).add_argument("--json", action="store_true")
    says.add_parser("show", help=tr("one as it is, with its fields")).add_argument("name", metavar="NAME")
    use = says.add_parser("use", help=tr("one filled in for a person; nothing is sent"))
    use.add_argument("name", metavar="NAME")
    use.add_argument("--person", required=True, metavar="NAME", help=tr("id, uid, e-mail or name"))


def _minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 600:
        raise argparse.ArgumentTypeError(tr("Minutes are a number from 1 to 600."))
    return int(text)


def _channel(text: str) -> Channel:
    try:
        return Channel(text.strip().lower())
    except ValueError:
        names = ", ".join(Channel)
        raise argparse.ArgumentTypeError(tr("A channel is one of {names}.").format(names=names)) from None


def run_weekly(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `weekly [ACT …]`."""
    return _ACTS[arguments.act](core, arguments)


def _show(core: Core, arguments: argparse.Namespace) -> int:
    found = core.weekly.read(arguments.minutes)
    every = (*found.session, *found.others)
    if arguments.json:
        say_json([_as_json(one) for one in every])
        return 0
    say(tr("{name}: {count} for this week").format(name=core.weekly.name(), count=len(found.session)))
    for one in every:
        mark = "*" if one.in_session else "-"
        minutes = tr("{n} min").format(n=one.minutes)
        parts = (f"{mark} {one.title}", one.why, minutes, one.channel or "", one.id)
        say(" ".join(" · ".join(part for part in parts if part).split()))
    return 0


def _as_json(one: Suggestion) -> dict[str, object]:
    return {
        "id": one.id,
        "rule": one.rule,
        "person": one.person,
        "name": one.shown or None,
        "title": one.title,
        "why": one.why,
        "facts": list(one.facts),
        "minutes": one.minutes,
        "channel": one.channel,
        "reach": one.reach,
        "subject": one.subject,
        "draft": one.draft,
        "missing": list(one.missing),
        "in_session": one.in_session,
    }


def _done(core: Core, arguments: argparse.Namespace) -> int:
    from datetime import date

    from relapp.services.weekly import Done

    follow_up = None
    if arguments.next is not None:
        text = typed([arguments.next]).strip()
        try:
            follow_up = date.fromisoformat(text) if len(text) == 10 else iso_moment(text, core.desk.zone())
        except ValueError:
            follow_up = None
        if follow_up is None:
            raise Refused(
                tr("“{text}” is neither a day nor a moment; write 2026-03-12 or 2026-03-12T13:00.").format(text=text)
            )
    told = None if arguments.would_tell is None else arguments.would_tell == "yes"
    if told is not None and arguments.score is None:
        raise Refused(tr("Say how you stand with them too, with --score."))
    how = Done(typed([arguments.text]), arguments.channel, follow_up=follow_up, score=arguments.score, would_tell=told)
    entry = core.weekly.done(typed([arguments.id]), how)
    if entry is not None:
        say(str(entry))
    return 0


def _later(core: Core, arguments: argparse.Namespace) -> int:
    core.weekly.later(typed([arguments.id]))
    return 0


def _never(core: Core, arguments: argparse.Namespace) -> int:
    core.weekly.never(typed([arguments.id]), typed([arguments.why]))
    return 0


_ACTS: dict[str | None, Callable[[Core, argparse.Namespace], int]] = {
    None: _show,
    "done": _done,
    "later": _later,
    "never": _never,
}


def run_phrases(core: Core, arguments: argparse.Namespace) -> int:
    """Runs `phrases ACT …`."""
    from relapp.services.phrases import blank_words

    if arguments.act == "list":
        found = core.phrases.all()
        if arguments.json:
            say_json(
                [
                    {
                        "name": one.name,
                        "kind": one.kind,
                        "language": one.language,
                        "subject": one.subject,
                        "text": one.text,
                    }
                    for one in found
                ]
            )
            return 0
        for one in found:
            say(" · ".join(part for part in (one.name, str(one.kind), one.language) if part))
        return 0
    template = core.phrases.get(typed([arguments.name]))
    if arguments.act == "show":
        for part in (template.subject, template.text):
            if part:
                say(part)
        return 0
    filled = core.phrases.use(template, core.people.resolve(typed([arguments.person])))
    for part in (filled.subject, filled.text):
        if part:
            say(part)
    if filled.missing:
        tell(blank_words(filled))
    return 0
