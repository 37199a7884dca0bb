"""Whom the store picks for rules about news, successors, social media, listening and silence.

By index, and only who may be turned to. Today is Thursday, 12 March 2026.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from relapp.core import Core
from relapp.domain.changes import Area
from relapp.domain.words import phrase
from relapp.store.candidates import CANDIDATES
from relapp.store.candidates.free import LIMIT, Asked
from tests.store.test_plans import Explaining

LEFT, CLIENT = "Jo Lind", "Halden"


def asked(core: Core, rule: str) -> Asked:
    options = {"currency": "EUR", "housekeeping": " website \n\nprofile"}
    return Asked(rule, core.desk.today(), core.desk.seconds(), core.desk.zone(), options)


def picked(core: Core, rule: str) -> list[int]:
    return [one.person for one in CANDIDATES[rule](core.desk.db, asked(core, rule))]


def people(core: Core, *names: str) -> list[int]:
    """A clients, free to be turned to."""
    db = core.desk.db
    with core.desk.write(phrase("test"), [Area.PEOPLE]):
        first = 1 + (db.value("SELECT max(id) FROM person") or 0)
        db.many(
            "INSERT INTO person (id, uid, full_name, tier, stage, created_at) VALUES (?, ?, ?, 'A', 'active', 0)",
            [(first + place, f"{first + place}", name) for place, name in enumerate(names)],
        )
    return list(range(first, first + len(names)))


def put(core: Core, table: str, **columns: Any) -> int:
    """A row as it is."""
    names = ", ".join(columns)
    values = ", ".join(f":{name}" for name in columns)
    with core.desk.write(phrase("test"), [Area.PEOPLE]):
        core.desk.db.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({values})", columns)
        return int(core.desk.db.value("SELECT last_insert_rowid()"))


def day(core: Core, ago: int) -> str:
    return (core.desk.today() - timedelta(days=ago)).isoformat()


def at(core: Core, ago: int) -> int:
    return int((core.desk.now() - timedelta(days=ago)).timestamp())


def rhythm(core: Core, person: int, **columns: Any) -> None:
    told = {"scope": 0, "tier": "A", "gaps": 0, "last_day": day(core, 9)} | columns
    put(core, "rhythm", person_id=person, **told)


def fact(core: Core, person: int, section: str, ago: int | None = None, noted: int = 200, **columns: Any) -> int:
    told = {"label": "Ida", "text": "won a prize", "day": None if ago is None else day(core, ago)} | columns
    return put(core, "fact", person_id=person, section=section, noted_at=at(core, noted), **told)


def position(core: Core, person: int, organisation: str, **columns: Any) -> int:
    found = core.desk.db.value("SELECT id FROM organisation WHERE name = ?", (organisation,))
    if found is None:
        found = put(core, "organisation", uid=organisation, name=organisation, created_at=0)
    return put(core, "position", person_id=person, organisation_id=found, **columns)


def social(core: Core, person: int, ago: int, direction: str = "out", kind: str = "social") -> int:
    then, uid = at(core, ago), f"{person} {ago} {kind}"
    effect = "contact" if direction == "in" else "none"
    entry = put(core, "entry", uid=uid, kind=kind, at=then, direction=direction, effect=effect)
    put(core, "entry_person", person_id=person, entry_id=entry, at=then, effect=effect, direction=direction)
    return entry


def new_role(core: Core, person: int) -> None:
    position(core, person, "Halden", since="2020", past=1)
    position(core, person, "Northgate", since=day(core, 9))


def somebody_left(core: Core, person: int) -> None:
    if core.desk.db.value("SELECT 1 FROM person WHERE full_name = ?", (LEFT,)) is None:
        (gone,) = people(core, LEFT)
        position(core, gone, CLIENT, title="CFO", since="2019", until=day(core, 20), past=1)
    position(core, person, CLIENT, title="CFO", since=day(core, 10))


def profile(core: Core, person: int) -> None:
    rhythm(core, person)
    put(core, "contact_point", person_id=person, kind="url", value="https://www.linkedin.com/in/x")


def first_word(core: Core, person: int) -> None:
    put(core, "contact_point", person_id=person, kind="phone", value="+47 22123456")
    social(core, person, 3)


def idea(core: Core, person: int, ago: int = 5, answered: str | None = None) -> int:
    uid = f"{person} {ago} {answered}"
    return put(core, "idea", uid=uid, person_id=person, day=day(core, ago), text="A portal", answered=answered)


FITTING: dict[str, Callable[[Core, int], object]] = {
    "congratulate": new_role,
    "ripe_opener": lambda core, person: fact(core, person, "travel", 3),
    "successor": somebody_left,
    "linkedin": profile,
    "new_connection": first_word,
    "ask_idea": rhythm,
    "answer_idea": idea,
    "going_quiet": lambda core, person: rhythm(core, person, quiet_on=day(core, 0), median=21.0),
    "standing": rhythm,
    "refresh_fact": lambda core, person: fact(core, person, "work", review=day(core, 0)),
}
"""What makes somebody a candidate."""


@pytest.mark.parametrize("rule", FITTING)
def test_only_who_may_be_turned_to_is_picked(core: Core, rule: str) -> None:
    free, held, archived, trashed, resting, rested, other = people(core, "a", "b", "c", "d", "e", "f", "g")
    for one in (free, held, archived, trashed, resting, rested, other):
        FITTING[rule](core, one)
    core.people.hold(held, core.desk.today() + timedelta(days=1))
    core.people.archive([archived])
    core.people.trash([trashed])
    core.desk.db.execute("UPDATE rhythm SET scope = 1 WHERE person_id IN (?, ?)", (archived, trashed))
    for person, said, until in ((resting, rule, -1), (rested, rule, 0), (other, "another", -1)):
        told = {"name": said, "rule": said, "person_id": person, "state": "done", "day": day(core, 9), "at": 0}
        put(core, "suggestion", minutes=2, rests_until=day(core, until), **told)
    found = CANDIDATES[rule](core.desk.db, asked(core, rule))
    assert sorted(one.person for one in found if getattr(one, "free", True)) == [free, rested, other]


@pytest.mark.parametrize("rule", [*FITTING, "housekeeping"])
def test_candidates_are_found_by_index(core: Core, rule: str) -> None:
    db, wanted = core.desk.db, asked(core, rule)
    explaining = Explaining(db.connection)
    db.connection = explaining  # type: ignore[assignment]
    CANDIDATES[rule](db, wanted)
    db.connection = explaining._connection
    everybody = [plan for plan in explaining.plans if plan.startswith("SCAN") or plan.endswith("(scope=?)")]
    assert everybody == []


def test_no_rule_gets_more_than_it_may_look_at(core: Core) -> None:
    (one,) = people(core, "a")
    with core.desk.write(phrase("test"), [Area.PEOPLE]):
        core.desk.db.many(
            "INSERT INTO fact (person_id, section, text, day, review, noted_at) VALUES (?, 'family', 'born', ?, ?, 0)",
            [(one, day(core, 3), day(core, 0))] * (LIMIT + 5),
        )
    assert {rule: len(picked(core, rule)) for rule in ("congratulate", "ripe_opener", "refresh_fact")} == {
        "congratulate": LIMIT, "ripe_opener": LIMIT, "refresh_fact": LIMIT,
    }  # fmt: skip


def test_only_a_new_position_after_or_beside_another_one_is_news(core: Core) -> None:
    first, old, past, news = people(core, "a", "b", "c", "d")
    position(core, first, "Northgate", since=day(core, 9))
    for person in (old, past, news):
        position(core, person, "Halden", past=1)
    position(core, old, "Northgate", since=day(core, 100))
    position(core, past, "Northgate", since=day(core, 9), past=1)
    position(core, news, "Northgate", title="COO", since=day(core, 9))
    (found,) = CANDIDATES["congratulate"](core.desk.db, asked(core, "congratulate"))
    assert (found.person, found.organisation, found.title, found.before) == (news, "Northgate", "COO", "Halden")


SUCCESSES: list[tuple[str, dict[str, Any], bool]] = [
    ("accomplishments", {"noted": 30, "text": "ran Berlin"}, True),
    ("accomplishments", {"noted": 31}, False),
    ("accomplishments", {"ago": 30, "text": "ran Berlin"}, True),
    ("accomplishments", {"ago": 5, "private": 1}, False),
    ("accomplishments", {"ago": -1}, False),
    ("family", {"noted": 3}, True),
    ("family", {"noted": 3, "text": "goes to school"}, False),
    ("family", {"ago": 3, "text": "First day at school"}, True),
    ("family", {"ago": 3, "text": "likes chess"}, False),
    ("interests", {"noted": 3}, False),
]
PASSED: list[tuple[str, dict[str, Any], bool]] = [
    ("travel", {"ago": 14}, True),
    ("travel", {"ago": 60, "ends": "2026-03-11"}, True),
    ("travel", {"ago": 60}, False),
    ("travel", {"day": "2026-02"}, True),
    ("travel", {"ago": 3, "private": 1}, False),
    ("preferences", {"ago": 3}, False),
]


@pytest.mark.parametrize(("rule", "facts"), [("congratulate", SUCCESSES), ("ripe_opener", PASSED)])
def test_facts_are_looked_for_where_they_may_stand(
    core: Core, rule: str, facts: list[tuple[str, dict[str, Any], bool]]
) -> None:
    everybody = people(core, *(f"{section} {columns}" for section, columns, _ in facts))
    for person, (section, columns, _) in zip(everybody, facts, strict=True):
        fact(core, person, section, **columns)
    wanted = [person for person, (*_, news) in zip(everybody, facts, strict=True) if news]
    assert sorted(picked(core, rule)) == wanted


def test_a_successor_is_looked_for_at_clients_only(core: Core) -> None:
    gone, one, other = people(core, LEFT, "a", "b")
    core.desk.db.execute("UPDATE person SET stage = NULL")
    position(core, gone, CLIENT, title="CFO", until=day(core, 20), past=1)
    position(core, one, CLIENT, title="CFO", since=day(core, 10))
    position(core, other, CLIENT, past=1)
    assert picked(core, "successor") == []
    core.desk.db.execute("UPDATE organisation SET stage = 'active'")
    (found,) = CANDIDATES["successor"](core.desk.db, asked(core, "successor"))
    assert (found.person, found.left, found.organisation, found.free) == (one, LEFT, CLIENT, True)
    position(core, gone, CLIENT, title="Chair", since=day(core, 19))
    assert picked(core, "successor") == []


def test_a_link_elsewhere_is_no_profile_and_a_word_within_the_year_is_enough(core: Core) -> None:
    elsewhere, lately, long_ago = people(core, "a", "b", "c")
    for person in (lately, long_ago):
        profile(core, person)
    put(core, "contact_point", person_id=elsewhere, kind="url", value="https://keller.example")
    rhythm(core, elsewhere)
    rhythm(core, lately, last_social=day(core, 365))
    rhythm(core, long_ago, last_social=day(core, 366))
    assert picked(core, "linkedin") == [long_ago]


def test_only_the_first_word_without_contact_since_makes_a_new_connection(core: Core) -> None:
    mute, known, met, inbound, old, fine = people(core, "a", "b", "c", "d", "e", "f")
    for person in (known, met, inbound, old, fine):
        put(core, "contact_point", person_id=person, kind="phone", value="+47 22123456")
    for person in (mute, known, met, fine):
        social(core, person, 3)
    social(core, inbound, 3, "in")
    social(core, known, 300)
    social(core, met, 2, "in", "call")
    social(core, old, 22)
    assert sorted(picked(core, "new_connection")) == [inbound, fine]


def test_who_was_heard_lately_or_is_no_client_is_not_asked(core: Core) -> None:
    rated, told, prospect, b, c, fine = people(core, "a", "b", "c", "d", "e", "f")
    for person, tier in ((rated, "A"), (told, "A"), (prospect, "A"), (b, "B"), (c, "C"), (fine, "A")):
        rhythm(core, person, tier=tier)
    put(core, "satisfaction", uid="1", person_id=rated, day=day(core, 179), score=9)
    put(core, "satisfaction", uid="2", person_id=fine, day=day(core, 180), score=9)
    idea(core, told, 179)
    core.desk.db.execute("UPDATE person SET stage = 'prospect' WHERE id = ?", (prospect,))
    found = CANDIDATES["ask_idea"](core.desk.db, asked(core, "ask_idea"))
    assert [(one.person, one.heard and one.heard.isoformat()) for one in found] == [(fine, day(core, 180)), (b, None)]


def test_ideas_come_oldest_first_without_the_answered_and_the_fresh(core: Core, tom: int) -> None:
    for ago in (5, 4, 30):
        idea(core, tom, ago)
    idea(core, tom, 20, answered=day(core, 1))
    found = CANDIDATES["answer_idea"](core.desk.db, asked(core, "answer_idea"))
    assert [one.day.isoformat() for one in found] == [day(core, 30), day(core, 5)]


def test_a_clients_come_first_among_the_quiet_then_who_went_quiet_last(core: Core) -> None:
    b, old, new, none, loud = people(core, "a", "b", "c", "d", "e")
    for person, tier, ago in ((b, "B", 0), (old, "A", 90), (new, "A", 2), (none, None, 0), (loud, "A", -1)):
        rhythm(core, person, tier=tier, quiet_on=day(core, ago), by_attempts=1)
    assert picked(core, "going_quiet") == [new, old, b, none]


def test_the_last_mark_counts_for_the_standing(core: Core) -> None:
    lately, long_ago, lost = people(core, "a", "b", "c")
    for person in (lately, long_ago, lost):
        rhythm(core, person)
        for ago, score in ((300, 2), (183, 4)):
            put(core, "standing", uid=f"{person} {ago}", person_id=person, day=day(core, ago), score=score)
    put(core, "standing", uid="now", person_id=lately, day=day(core, 182), score=3)
    core.desk.db.execute("UPDATE person SET stage = 'lost' WHERE id = ?", (lost,))
    (found,) = CANDIDATES["standing"](core.desk.db, asked(core, "standing"))
    assert (found.person, found.score) == (long_ago, 4)


def test_of_a_new_client_it_is_too_early_to_say_how_one_stands(core: Core) -> None:
    new, settled, active = people(core, "a", "b", "c")
    for person, stage, ago in ((new, "new", 89), (settled, "new", 90), (active, "active", 1)):
        rhythm(core, person)
        set_stage = "UPDATE person SET stage = ?, stage_since = ? WHERE id = ?"
        core.desk.db.execute(set_stage, (stage, day(core, ago), person))
    found = CANDIDATES["standing"](core.desk.db, asked(core, "standing"))
    assert {one.person for one in found} == {settled, active}


def test_of_a_private_fact_only_that_it_is_due_is_told(core: Core, tom: int) -> None:
    fact(core, tom, "work", review=day(core, 0), private=1)
    fact(core, tom, "work", review=day(core, -1))
    (found,) = CANDIDATES["refresh_fact"](core.desk.db, asked(core, "refresh_fact"))
    assert (found.label, found.text) == ("", "")


def test_housekeeping_takes_the_lines_that_say_something(core: Core) -> None:
    found = CANDIDATES["housekeeping"](core.desk.db, asked(core, "housekeeping"))
    assert [one.line for one in found] == ["website", "profile"]
