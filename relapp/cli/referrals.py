"""`referral …`, `standing …` and `win-back …`: who sends people to you, how you stand, and why somebody went quiet."""

from __future__ import annotations

import argparse

from relapp.cli import rows
from relapp.cli.output import say, typed
from relapp.core import Core
from relapp.domain.business import Reason, Referral, StandingMark, WinBack
from relapp.domain.errors import SeveralPeople
from relapp.domain.win_back import next_step
from relapp.domain.words import tr


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`referral`, `standing` and `win-back` with their arguments."""
    acts = rows.room(commands, "referral", tr("whom people sent to you"))
    new = rows.act(acts, "add", tr("a referral; prints its id"), _refer)
    rows.add_person(new)
    whom = tr("who was sent: id, uid, e-mail or whole name of somebody with a file, else just the name")
    new.add_argument("--whom", required=True, metavar="NAME", help=whom)
    _add_day_and_note(new)
    for name, what, run in (
        ("thank", tr("say that you thanked for it"), _thank),
        ("tell", tr("say that you told how it went"), _tell),
    ):
        parser = rows.act(acts, name, what, run)
        rows.add_id(parser)
        rows.add_day(parser)
    rows.add_list(acts, tr("referrals, newest first"), _list_referrals)
    rows.add_delete(acts, lambda core, id_: core.referrals.delete(id_))
    _add_standing(commands)
    _add_win_back(commands)


def _add_standing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    acts = rows.room(commands, "standing", tr("how you stand with people"))
    new = rows.act(acts, "add", tr("how you stand now; prints its id"), _stand)
    rows.add_person(new)
    scale = tr("1 (one vendor among many) to 5 (trusted adviser)")
    new.add_argument("--score", required=True, type=int, metavar="1..5", help=scale)
    told = tr("would they tell you if a rival offered the same at the same price?")
    new.add_argument("--would-tell", choices=("yes", "no"), help=told)
    _add_day_and_note(new)
    rows.add_list(acts, tr("standing, newest first"), _list_standing)
    rows.add_delete(acts, lambda core, id_: core.standing_marks.delete(id_))


def _add_win_back(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    acts = rows.room(commands, "win-back", tr("why somebody went quiet"))
    new = rows.act(acts, "add", tr("what you found out; prints its id"), _win_back)
    rows.add_person(new)
    new.add_argument("--reason", required=True, choices=[*map(str, Reason)])
    _add_day_and_note(new)
    rows.add_list(acts, tr("reasons, newest first, each with the next step"), _list_win_backs)
    rows.add_delete(acts, lambda core, id_: core.win_backs.delete(id_))


def _add_day_and_note(parser: argparse.ArgumentParser) -> None:
    rows.add_day(parser)
    parser.add_argument("--note", metavar="TEXT")


def _refer(core: Core, arguments: argparse.Namespace) -> int:
    whom = typed([arguments.whom])
    known = [one for one in core.people.meant(whom) if one.exact]
    if len(known) > 1:
        raise SeveralPeople(whom, tuple(f"{one.shown} ({one.detail or one.id})" for one in known))
    referral = Referral(
        rows.person_of(core, arguments),
        rows.day_of(core, arguments.date),
        known[0].id if known else 0,
        "" if known else whom,
        note=rows.text_of(arguments.note),
    )
    say(str(core.referrals.add(referral)))
    return 0


def _thank(core: Core, arguments: argparse.Namespace) -> int:
    core.referrals.thank(arguments.id, rows.day_of(core, arguments.date))
    return 0


def _tell(core: Core, arguments: argparse.Namespace) -> int:
    core.referrals.tell(arguments.id, rows.day_of(core, arguments.date))
    return 0


def _list_referrals(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "day": one.day.isoformat(),
            "referred": one.referred or None,
            "whom": one.referred_name,
            "thanked": rows.iso(one.thanked),
            "told": rows.iso(one.told),
            "note": one.note,
        }
        for one in rows.those_asked(core, arguments, core.referrals)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "whom", "thanked", "told", "note"))


def _stand(core: Core, arguments: argparse.Namespace) -> int:
    mark = StandingMark(
        rows.person_of(core, arguments),
        rows.day_of(core, arguments.date),
        arguments.score,
        None if arguments.would_tell is None else arguments.would_tell == "yes",
        rows.text_of(arguments.note),
    )
    say(str(core.standing_marks.add(mark)))
    return 0


def _list_standing(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "day": one.day.isoformat(),
            "score": one.score,
            "would_tell": one.would_tell,
            "note": one.note,
        }
        for one in rows.those_asked(core, arguments, core.standing_marks)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "score", "would_tell", "note"))


def _win_back(core: Core, arguments: argparse.Namespace) -> int:
    found = WinBack(
        rows.person_of(core, arguments),
        rows.day_of(core, arguments.date),
        Reason(arguments.reason),
        rows.text_of(arguments.note),
    )
    say(str(core.win_backs.add(found)))
    return 0


def _list_win_backs(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "day": one.day.isoformat(),
            "reason": str(one.reason),
            "note": one.note,
            "next_step": next_step(one.reason),
        }
        for one in rows.those_asked(core, arguments, core.win_backs)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "reason", "next_step", "note"))
