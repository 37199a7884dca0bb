"""Address books coming in: who is whom, what is filled, and that the same file again adds and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relapp.core import Core, build
from relapp.domain.cards import Affiliation, Card, Labelled, Reading
from relapp.domain.changes import Change
from relapp.domain.dates import PartialDate
from relapp.domain.directory import PeopleFilter
from relapp.domain.drafts import PersonDraft
from relapp.domain.errors import Cancelled
from relapp.domain.matching import identity_of
from relapp.domain.people import Permission, PersonName
from relapp.domain.timeline import NewEntry
from relapp.formats import vcard
from relapp.services import card_import
from relapp.services.imports import Choices, Report
from relapp.store import cards as stored
from relapp.store.triggers import JOURNALLED
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock
from tests.formats import vcard_cards

MADE = Path("contacts.vcf")


def reading(*cards: Card) -> Reading:
    return Reading("vcard", "utf-8", cards)


def bring(core: Core, *cards: Card) -> Report:
    return core.imports.run(MADE, reading(*cards))


def states(report: Report) -> tuple[int, int, int]:
    return report.added, report.merged, report.unchanged


def said(core: Core) -> dict[str, list[Any]]:
    """Everything the file holds of what anybody said, but the tags and organisations that nobody has."""
    return {table: core.desk.db.rows(f"SELECT * FROM {table} ORDER BY id") for table in JOURNALLED}


def named(name: str, *, uid: str = "", mail: str = "", phone: str = "", **more: Any) -> Card:
    return Card(
        PersonName(name),
        uid,
        emails=(Labelled(mail),) if mail else (),
        phones=(Labelled(phone),) if phone else (),
        **more,
    )


# --- properties

few_names = st.sampled_from(
    [
        PersonName(),
        PersonName("Tom Keller", given="Tom", family="Keller"),
        PersonName("Tom Keller"),
        PersonName("", given="Tom", family="Keller"),
        PersonName("", nickname="Tommy"),
        PersonName("Ana"),
    ]
)
mails = st.sampled_from([Labelled("a@x.org"), Labelled("A@x.org", "work"), Labelled("b@x.org"), Labelled("c")])
phones = st.sampled_from([Labelled("+47 22"), Labelled("004722", "home"), Labelled("12"), Labelled("ring me")])
places = st.sampled_from([Affiliation("Acme", "CEO"), Affiliation("", "Boss"), Affiliation("ACME"), Affiliation("Øre")])
alike = st.builds(
    Card,
    name=few_names,
    uid=st.sampled_from(["", "", "u1", "u2"]),
    emails=st.lists(mails, max_size=2).map(tuple),
    phones=st.lists(phones, max_size=2).map(tuple),
    urls=st.lists(st.sampled_from([Labelled("http://x.org/"), Labelled("http://X.org")]), max_size=2).map(tuple),
    affiliations=st.lists(places, max_size=2).map(tuple),
    categories=st.lists(st.sampled_from(["vip", "VIP", "ÄRZTE", "ärzte"]), max_size=2).map(tuple),
    note=st.sampled_from(["", "Likes maps", "Likes tea"]),
    birthday=st.none() | vcard_cards.dates,
    photo=st.none() | st.sampled_from(vcard_cards.PICTURES),
).filter(lambda card: replace(card, uid="") != Card())
"""Cards that are easily taken for one another, a blank one apart: a reader skips it."""


def is_the_same_again(cards: Sequence[Card]) -> None:
    with TemporaryDirectory() as folder:
        core = on_blank(Path(folder) / "mine.db", StandingClock())
        foretold = [item.state for item in core.imports.preview(reading(*cards))]
        report = bring(core, *cards)
        assert [foretold.count(state) for state in ("added", "merged", "unchanged")] == list(states(report))
        before = said(core)
        again = bring(core, *cards)
        assert (states(again), again.change) == ((0, 0, len(cards)), None)
        assert said(core) == before
        assert core.files.check() == []
        if not anybody_twice(core):
            comes_back_equal(core, Path(folder))
        core.history.undo(report.change)
        assert not any(said(core).values())
        core.close()


def anybody_twice(core: Core) -> bool:
    """Whether the rules would take two of the people for one if they met them again."""
    found = [identity_of(stored.read(core.desk.db, row[0])) for row in core.desk.db.rows("SELECT id FROM person")]
    pairs = combinations(found, 2)
    return any(a.name == b.name and bool(a.emails & b.emails or a.phones & b.phones) for a, b in pairs)


def comes_back_equal(core: Core, folder: Path) -> None:
    """Exported as vCard and brought into another file, everybody is the same to the letter."""
    path, other = folder / "out.vcf", on_blank(folder / "other.db", StandingClock())
    core.exports.save(core.exports.people_vcard(), path)
    other.imports.run(path, other.imports.read(path))
    assert list(other.exports.people_json()) == list(core.exports.people_json())
    other.exports.save(other.exports.people_vcard(), folder / "again.vcf")
    assert (folder / "again.vcf").read_bytes() == path.read_bytes() or any_without_full_name(core)
    other.close()


def any_without_full_name(core: Core) -> bool:
    """Whose parts were put together on the way: the second time round there is a whole name."""
    return core.desk.db.one("SELECT 1 FROM person WHERE full_name = ''") is not None


@given(st.lists(alike, min_size=1, max_size=6))
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_people_who_are_much_alike_come_in_once(cards: list[Card]) -> None:
    is_the_same_again(cards)


@given(st.lists(vcard_cards.cards, min_size=1, max_size=3))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_whatever_a_card_holds_comes_in_once(cards: list[Card]) -> None:
    is_the_same_again(cards)


def test_a_name_of_signs_that_do_not_show_comes_in_once() -> None:
    is_the_same_again([Card(PersonName("\u202e"))])


# --- who is whom


def found(core: Core, card: Card) -> str | None:
    """Whom the preview takes the card for."""
    (item,) = core.imports.preview(reading(card))
    return None if item.person is None else core.people.name(item.person)


def test_a_uid_says_who_it_is_whatever_the_name(core: Core) -> None:
    bring(core, named("Tom Keller", uid="u1"))
    assert found(core, named("Thomas K.", uid="u1")) == "Tom Keller"
    assert found(core, named("Tom Keller", uid="u2")) is None


def test_a_uid_of_another_book_says_so_too(core: Core, tom: int) -> None:
    bring(core, named("Tom Keller", uid="outlook-7", mail="TOM@keller-werk.example"))
    assert core.directory.count() == 1
    assert found(core, named("T. Keller", uid="outlook-7")) == "Tom Keller"


@pytest.mark.parametrize("more", [{"mail": "tom@Keller-Werk.example"}, {"phone": "0047 22 12 34 56"}])
def test_the_name_and_one_address_say_who_it_is(core: Core, tom: int, more: dict[str, str]) -> None:
    assert found(core, named("tom kellér", **more)) == "Tom Keller"


@pytest.mark.parametrize(
    "card",
    [
        named("Tom Keller"),
        named("Tom Keller", mail="tom@elsewhere.example"),
        named("Ida Keller", mail="tom@keller-werk.example"),
        named("Ida Keller", phone="+47 22123456"),
        named("", phone="+47 22123456"),
    ],
    ids=["the name alone", "another address", "an address alone", "a phone alone", "a bare phone"],
)
def test_less_keeps_two_people_apart(core: Core, tom: int, card: Card) -> None:
    assert found(core, card) is None


def test_the_name_alone_will_do_where_neither_side_has_more(core: Core, ana: int) -> None:
    assert found(core, named("ana castell")) == "Ana Castéll"
    assert found(core, named("ana castell", mail="ana@example.org")) is None


def test_who_has_no_name_goes_by_what_stands_in(core: Core) -> None:
    bring(core, Card(affiliations=(Affiliation("", "Boss"), Affiliation("Acme"))), Card(emails=(Labelled("a@x.org"),)))
    assert [line.shown for line in core.directory.page(PeopleFilter())] == ["a@x.org", "Acme"]
    assert found(core, Card(affiliations=(Affiliation("ACME"),))) == "Acme"
    assert found(core, Card(emails=(Labelled("A@x.org"),))) == "a@x.org"


def test_cards_of_one_file_find_each_other(core: Core) -> None:
    """The third card is the first person by what the second one brought."""
    report = bring(
        core,
        named("Tom", mail="a@x.org"),
        named("Tom", mail="a@x.org", phone="12"),
        named("Tom", phone="12", note="Likes maps"),
    )
    assert states(report) == (1, 2, 0)
    assert core.people.get(report.persons[0]).note == "Likes maps"


def test_who_is_in_the_trash_is_not_found_and_not_brought_back(core: Core) -> None:
    (person,) = bring(core, named("Tom Keller", uid="u1")).persons
    core.people.trash([person])
    report = bring(core, named("Tom Keller", uid="u1"))
    assert states(report) == (1, 0, 0)
    assert states(bring(core, named("Tom Keller", uid="u1"))) == (0, 0, 1)
    core.people.restore([person])
    assert core.directory.count() == 2
    assert core.files.check() == []


# --- what becomes of them


def test_empty_fields_are_filled_and_differing_ones_stay(core: Core) -> None:
    (person,) = bring(core, named("Tom Keller", uid="u1", note="mine")).persons
    bring(core, named("Tom Keller", uid="u1", note="theirs", birthday=PartialDate(1978, 6, 4), mail="a@x.org"))
    file = core.people.file(person)
    assert (file.person.note, str(file.person.birthday)) == ("mine", "1978-06-04")
    assert [point.value for point in file.points] == ["a@x.org"]


def test_the_preview_says_what_is_filled_and_what_differs(core: Core) -> None:
    bring(core, named("Tom Keller", uid="u1", note="mine"))
    (item,) = core.imports.preview(reading(named("Tom Keller", uid="u1", note="theirs", mail="a@x.org")))
    assert item.state == "merged"
    assert item.filled == ("emails",)
    assert [(one.field, one.kept, one.found) for one in item.differing] == [("note", "mine", "theirs")]


def test_the_window_may_take_what_differs_and_leave_people_out(core: Core) -> None:
    (person,) = bring(core, named("Tom Keller", uid="u1", note="mine")).persons
    cards = reading(named("Tom Keller", uid="u1", note="theirs"), named("Ida Berg"))
    core.imports.run(MADE, cards, Choices(frozenset({1}), {0: frozenset({"note"})}))
    assert core.people.get(person).note == "theirs"
    assert core.directory.count() == 1


def test_what_the_user_set_by_hand_survives_another_import(core: Core) -> None:
    card = named("Tom Keller", uid="u1", mail="a@x.org", affiliations=(Affiliation("Acme", "CEO"),))
    (person,) = bring(core, card).persons
    draft = PersonDraft.of(core.people.file(person))
    core.people.save(
        person,
        replace(
            draft,
            points=tuple(replace(one, permission=Permission.NOT_ALLOWED) for one in draft.points),
            positions=tuple(replace(one, past=True) for one in draft.positions),
        ),
    )
    assert states(bring(core, card)) == (0, 0, 1)
    bring(core, replace(card, phones=(Labelled("12"),), affiliations=(Affiliation("Beta"),)))
    file = core.people.file(person)
    assert [(one.value, one.permission) for one in file.points] == [
        ("a@x.org", Permission.NOT_ALLOWED),
        ("12", Permission.ALLOWED),
    ]
    assert [(one.organisation, one.past) for one in file.positions] == [("Beta", False), ("Acme", True)]


def test_tags_and_organisations_are_made_once_in_any_script(core: Core, tom: int) -> None:
    core.people.tag([tom], "Ärzte")
    bring(
        core,
        named("A", categories=("ÄRZTE",), affiliations=(Affiliation("keller werk"),)),
        named("B", uid="u1", affiliations=(Affiliation("ÖBB"),)),
        named("B", uid="u1", categories=("ärzte", "neu"), affiliations=(Affiliation("Øre"),)),
        named("C", categories=("NEU",), affiliations=(Affiliation("öbb"), Affiliation("øre"))),
    )
    assert core.people.tags() == ["neu", "Ärzte"]
    assert [line.name for line in core.organisations.lines()] == ["Keller Werk", "ÖBB", "Øre"]


# --- cancelled, failed


def many(count: int) -> tuple[Card, ...]:
    return tuple(named(f"Person {number}", mail=f"p{number}@x.org") for number in range(count))


class Stop:
    """Progress that is stopped when so many are done."""

    def __init__(self, at: int, error: BaseException) -> None:
        self._at = at
        self._error = error

    def __call__(self, done: int, total: int) -> None:
        if done >= self._at:
            raise self._error


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt(), ValueError("a bug")])
def test_stopped_in_the_middle_nothing_of_it_stays(
    core: Core, tom: int, told: list[Change], error: BaseException
) -> None:
    before = said(core)
    with pytest.raises(type(error)):
        core.imports.run(MADE, reading(*many(500)), progress=Stop(card_import.BATCH, error))
    assert said(core) == before
    assert core.history.unfinished() is None
    assert [one.title for one in core.history.list()] == ["Tom Keller added"]
    assert core.files.check() == []
    assert told[-1].ids == frozenset(), "whoever looked meanwhile looks again"


def test_a_whole_import_is_one_change_and_told_once(core: Core, told: list[Change]) -> None:
    report = bring(core, *many(card_import.BATCH + 1))
    assert len(told) == 1
    assert [one.title for one in core.history.list()] == ["Import of contacts.vcf, 201 people"]
    core.history.undo(report.change)
    assert core.directory.count() == 0
    assert core.finding.typing("person") == []
    core.history.redo()
    assert core.directory.count() == card_import.BATCH + 1
    assert core.files.check() == []


def test_an_import_that_met_later_work_stays_and_says_so(core: Core) -> None:
    """Somebody beside it works with one of the new people; then it is stopped: their work goes before."""
    beside = build(core.files.path, StandingClock())

    def work_and_stop(done: int, total: int) -> None:
        if done:
            beside.entries.log(NewEntry("note", NOW, (1,), "rang meanwhile"))
            raise Cancelled

    with pytest.raises(Cancelled):
        core.imports.run(MADE, reading(*many(300)), progress=work_and_stop)
    assert core.directory.count() == card_import.BATCH
    assert [one.title for one in core.history.list()] == ["Note with Person 0", "Import of contacts.vcf"]
    assert core.history.unfinished() is None
    beside.close()


def test_a_vcard_holds_what_the_app_does_not_use(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "in.vcf"
    lines: Iterable[str] = ("BEGIN:VCARD", "VERSION:3.0", "FN:Tom", "X-OWN;A=b:kept; as it is", "GEO:1;2", "END:VCARD")
    path.write_text("\r\n".join(lines), newline="")
    core.imports.run(path, core.imports.read(path))
    out = "".join(core.exports.people_vcard())
    assert "X-OWN;A=b:kept; as it is\r\n" in out
    assert vcard.read(out.encode(), "out.vcf").cards[0].extras[0].value == "kept; as it is"
