"""`idea …` and `recommendation …`: what clients suggest, and what you may recommend to whom."""

from __future__ import annotations

import argparse
from dataclasses import replace

from relapp.cli import rows
from relapp.cli.output import say
from relapp.core import Core
from relapp.domain.business import Idea, Recommendation, RecommendationKind
from relapp.domain.words import tr


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`idea` and `recommendation` with their arguments."""
    acts = rows.room(commands, "idea", tr("what clients suggest, wish or complain of"))
    new = rows.act(acts, "add", tr("an idea; prints its id"), _note)
    rows.add_person(new)
    new.add_argument("--text", required=True, metavar="TEXT", help=tr("the idea"))
    rows.add_day(new)
    answer = rows.act(acts, "answer", tr("say that you answered it"), _answer)
    rows.add_id(answer)
    answer.add_argument("--text", metavar="TEXT", help=tr("your answer"))
    rows.add_day(answer)
    listed = rows.add_list(acts, tr("ideas, newest first"), _list_ideas)
    listed.add_argument("--open", action="store_true", help=tr("only those without an answer"))
    rows.add_delete(acts, lambda core, id_: core.ideas.delete(id_))
    _add_recommendation(commands)


def _add_recommendation(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    acts = rows.room(commands, "recommendation", tr("your list of books, films and activities"))
    _add_what(rows.act(acts, "add", tr("a new one; prints its id"), _recommendation), new=True)
    give = rows.act(acts, "give", tr("say that you recommended it to somebody; once a person"), _give)
    rows.add_id(give)
    rows.add_person(give)
    rows.add_day(give)
    listed = rows.act(acts, "list", tr("your list, or what a person got of it"), _list_recommendations)
    listed.add_argument("--person", metavar="NAME", help=tr("what was recommended to this person"))
    listed.add_argument("--json", action="store_true")
    edit = rows.act(acts, "edit", tr("change one"), _edit)
    rows.add_id(edit)
    _add_what(edit, new=False)
    rows.add_delete(acts, lambda core, id_: core.recommendations.delete(id_))


def _note(core: Core, arguments: argparse.Namespace) -> int:
    day = rows.day_of(core, arguments.date)
    say(str(core.ideas.add(Idea(rows.person_of(core, arguments), day, rows.text_of(arguments.text)))))
    return 0


def _answer(core: Core, arguments: argparse.Namespace) -> int:
    core.ideas.answer(arguments.id, rows.day_of(core, arguments.date), rows.text_of(arguments.text))
    return 0


def _list_ideas(core: Core, arguments: argparse.Namespace) -> int:
    found = [
        {
            "id": one.id,
            "person": one.person,
            "name": core.people.name(one.person),
            "day": one.day.isoformat(),
            "text": one.text,
            "answered": rows.iso(one.answered),
            "answer": one.answer,
        }
        for one in rows.those_asked(core, arguments, core.ideas)
        if not (arguments.open and one.answered is not None)
    ]
    return rows.show(found, arguments, ("id", "day", "name", "text", "answered", "answer"))


def _add_what(parser: argparse.ArgumentParser, *, new: bool) -> None:
    parser.add_argument("--kind", required=new, choices=[*map(str, RecommendationKind)])
    parser.add_argument("--title", required=new, metavar="TEXT")
    parser.add_argument("--interests", metavar="A,B", help=tr("the words by which it fits a person: sailing,history"))
    parser.add_argument("--note", metavar="TEXT")


def _recommendation(core: Core, arguments: argparse.Namespace) -> int:
    one = Recommendation(
        RecommendationKind(arguments.kind),
        rows.text_of(arguments.title),
        (rows.text_of(arguments.interests),),
        rows.text_of(arguments.note),
    )
    say(str(core.recommendations.add(one)))
    return 0


def _edit(core: Core, arguments: argparse.Namespace) -> int:
    one = core.recommendations.get(arguments.id)
    if arguments.kind is not None:
        one = replace(one, kind=RecommendationKind(arguments.kind))
    if arguments.title is not None:
        one = replace(one, title=rows.text_of(arguments.title))
    if arguments.interests is not None:
        one = replace(one, interests=(rows.text_of(arguments.interests),))
    if arguments.note is not None:
        one = replace(one, note=rows.text_of(arguments.note))
    core.recommendations.edit(one)
    return 0


def _give(core: Core, arguments: argparse.Namespace) -> int:
    core.recommendations.give(arguments.id, rows.person_of(core, arguments), rows.day_of(core, arguments.date))
    return 0


def _list_recommendations(core: Core, arguments: argparse.Namespace) -> int:
    if arguments.person is None:
        mine = [_as_row(one) for one in core.recommendations.all()]
        return rows.show(mine, arguments, ("id", "kind", "title", "interests", "note"))
    person = rows.person_of(core, arguments)
    given = [{**_as_row(one.recommendation), "day": one.day.isoformat()} for one in core.recommendations.given(person)]
    return rows.show(given, arguments, ("id", "day", "kind", "title", "note"))


def _as_row(one: Recommendation) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": str(one.kind),
        "title": one.title,
        "interests": list(one.interests),
        "note": one.note,
    }
