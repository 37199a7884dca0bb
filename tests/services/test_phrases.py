"""Own phrases: the sample set until it is changed, names that are free, undo, and what a person fills in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from relapp.core import Core, build
from relapp.domain.business import Sale
from relapp.domain.errors import Refused
from relapp.domain.filling import BLANK, FIELDS, unknown
from relapp.domain.settings import ME_SIGNATURE
from relapp.domain.templates import Template, TemplateKind
from tests.clocks import StandingClock

MINE = Template("Mine", TemplateKind.THANK, "Dear {given_name}, thank you.")


def names(core: Core) -> list[str]:
    return [one.name for one in core.phrases.all()]


def test_the_sample_set_has_something_of_each_kind_and_only_known_fields(core: Core) -> None:
    found = core.phrases.samples()
    assert {one.kind for one in found if not one.language} == set(TemplateKind)
    assert [unknown(one.text + one.subject) for one in found] == [()] * len(found)
    assert len({one.name.casefold() for one in found}) == len(found)


def test_the_first_change_takes_the_sample_set_over_and_undo_gives_it_back(core: Core) -> None:
    before = names(core)
    core.phrases.add(MINE)
    assert sorted(names(core)) == sorted([*before, "Mine"])
    assert core.desk.db.value("SELECT count(*) FROM phrase") == len(before) + 1
    core.history.undo()
    assert names(core) == before
    assert core.desk.db.value("SELECT count(*) FROM phrase") == 0


def test_a_sample_is_edited_and_deleted_like_my_own(core: Core) -> None:
    first = core.phrases.all()[0]
    core.phrases.edit(first, replace(first, name="Renamed", text="Short."))
    assert core.phrases.get("renamed").text == "Short."
    core.phrases.delete(core.phrases.get("Renamed"))
    assert first.name not in names(core)
    assert core.phrases.restore_samples() == 1
    assert first.name in names(core)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (replace(MINE, name=" "), "needs a name"),
        (replace(MINE, text="\n"), "needs some text"),
        (replace(MINE, text="Dear {hat}"), "no field {hat}"),
        (replace(MINE, name="check IN"), "already"),
    ],
)
def test_what_is_no_phrase_is_refused_and_changes_nothing(core: Core, wrong: Template, sentence: str) -> None:
    before = core.phrases.all()
    with pytest.raises(Refused, match=sentence):
        core.phrases.add(wrong)
    assert core.phrases.all() == before


def test_a_person_fills_a_phrase_in(core: Core, tom: int) -> None:
    core.settings.set(ME_SIGNATURE, "Nora")
    core.sales.add(Sale(tom, "the audit", date(2026, 3, 9), 960000, "EUR"))
    text = "{given_name} / {name} / {organisation} / {title} / {what} / {price} / {month} / {signature}"
    filled = core.phrases.use(replace(MINE, text=text), tom)
    assert filled.text == "Tom / Tom Keller / Keller Werk / COO / the audit / € 9,600 / March / Nora"
    assert filled.missing == ()


def test_what_nothing_is_known_of_is_a_line_to_fill_in(core: Core, ana: int) -> None:
    filled = core.phrases.use(replace(MINE, text="It was {price}, {given_name}."), ana)
    assert (filled.text, filled.missing) == (f"It was {BLANK}, Ana.", ("price",))


def test_every_field_has_a_value_for_everybody(core: Core, tom: int) -> None:
    assert set(core.phrases.values(core.people.file(tom))) == set(FIELDS)


def test_a_draft_is_in_the_persons_language_and_fits_the_moment(core: Core, tom: int) -> None:
    core.desk.db.execute("UPDATE person SET language = 'de-AT'")
    file = core.people.file(tom)
    assert core.phrases.draft(TemplateKind.BIRTHDAY, file, {}, 0).text.startswith("Guten Tag Tom")
    core.desk.db.execute("UPDATE person SET language = 'nb'")
    file = core.people.file(tom)
    thanks = core.phrases.draft(TemplateKind.THANK, file, {"referred": "Ana Castéll"}, 3)
    assert "Ana Castéll" in thanks.text


def test_the_sample_set_is_taken_over_once_by_two_processes(core: Core) -> None:
    other = build(core.files.path, StandingClock())
    there = names(core)
    other.phrases.add(MINE)
    core.phrases.add(replace(MINE, name="Mine too"))
    other.close()
    assert sorted(names(core)) == sorted([*there, "Mine", "Mine too"])


@pytest.mark.parametrize(
    ("kind", "moment"),
    [
        (TemplateKind.SURVEY, {"idea": "kürzere Berichte"}),
        (TemplateKind.BIRTHDAY, {"occasion": "3 Jahre Zusammenarbeit", "years": "3"}),
        (TemplateKind.THANK, {"referred": "Ana Castéll", "news": "wir arbeiten zusammen"}),
    ],
)
def test_in_german_too_a_draft_says_what_the_moment_is(
    core: Core, tom: int, kind: TemplateKind, moment: dict[str, str]
) -> None:
    core.desk.db.execute("UPDATE person SET language = 'de'")
    draft = core.phrases.draft(kind, core.people.file(tom), moment, 0).text
    assert draft.startswith("Guten Tag Tom")
    assert all(words in draft for name, words in moment.items() if name != "years")
