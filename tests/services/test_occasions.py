"""Birthdays, anniversaries and renewals: what is said about them, what comes round, and who gets a popup."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relapp.core import Core
from relapp.domain.dates import PartialDate
from relapp.domain.errors import NoSuchPerson, NoSuchRecord, Refused
from relapp.domain.occasions import Occasion, OccasionKind
from relapp.domain.people import Tier
from relapp.domain.settings import LEAD_DAYS
from relapp.domain.today import Round

TODAY = date(2026, 3, 12)
YEAR = (TODAY, TODAY + timedelta(days=365))


def born(core: Core, person: int, birthday: str, anniversary: str | None = None) -> None:
    with core.desk.db.transaction():
        core.desk.db.execute(
            "UPDATE person SET birthday = ?, anniversary = ? WHERE id = ?", (birthday, anniversary, person)
        )


def renewal(person: int, day: str, **more: object) -> Occasion:
    return Occasion(person, OccasionKind.RENEWAL, PartialDate.parse(day) or PartialDate(2026), "Contract", **more)  # type: ignore[arg-type]


def dues(core: Core) -> list[tuple[str, date]]:
    return [(one.key, one.due) for one in core.occasions.reminders(*YEAR)]


def test_only_a_and_b_clients_get_a_popup_unless_it_is_ticked(core: Core, tom: int, ana: int) -> None:
    born(core, tom, "1978-06-04")
    born(core, ana, "--04-01")
    assert dues(core) == []
    core.people.set_tier([tom], Tier.B)
    core.people.set_tier([ana], Tier.C)
    assert dues(core) == [(f"birthday:{tom}", date(2026, 6, 4))]
    core.occasions.set(Occasion(ana, OccasionKind.BIRTHDAY, PartialDate(None, 4, 1), popup=True))
    core.occasions.set(Occasion(tom, OccasionKind.BIRTHDAY, PartialDate(1978, 6, 4), popup=False))
    assert dues(core) == [(f"birthday:{ana}", date(2026, 4, 1))]
    core.people.archive([ana])
    assert dues(core) == []


def test_it_comes_its_lead_days_before(core: Core, tom: int) -> None:
    born(core, tom, "1978-06-04", "--06-20")
    core.people.set_tier([tom], Tier.A)
    core.settings.set(LEAD_DAYS, 3)
    core.occasions.set(Occasion(tom, OccasionKind.ANNIVERSARY, PartialDate(None, 6, 20), lead_days=7))
    found = core.occasions.reminders(*YEAR)
    assert [(one.due, one.what) for one in found] == [
        (date(2026, 6, 1), "Birthday on 4 June: 48 years"),
        (date(2026, 6, 13), "Anniversary on 20 June"),
    ]
    assert all(one.fixed and one.occasion and one.all_day for one in found)
    assert core.occasions.reminders(date(2026, 6, 2), date(2026, 6, 13)) == []


def test_lead_days_reach_back_over_the_new_year(core: Core, tom: int) -> None:
    id_ = core.occasions.set(renewal(tom, "2020-01-02", lead_days=5, popup=True))
    assert dues(core) == [(f"occasion:{id_}", date(2026, 12, 28))]


def test_the_29th_of_february_falls_on_the_28th(core: Core, tom: int) -> None:
    core.people.set_tier([tom], Tier.A)
    born(core, tom, "1980-02-29")
    assert dues(core) == [(f"birthday:{tom}", date(2027, 2, 28))]


def test_a_renewal_comes_up_from_its_first_year_on(core: Core, tom: int) -> None:
    core.occasions.set(renewal(tom, "2027-03-20"))
    assert core.occasions.coming() == ()
    core.occasions.set(renewal(tom, "2026-03-20"))
    core.occasions.set(renewal(tom, "2023-03-24"))
    found = core.occasions.coming()
    assert [(one.what, one.title, one.day, one.years) for one in found] == [
        (Round.RENEWAL, "Contract", date(2026, 3, 20), 0),
        (Round.RENEWAL, "Contract", date(2026, 3, 24), 3),
    ]
    assert core.today.read().occasions == found


def test_what_is_said_about_a_persons_dates_is_read_with_the_defaults(core: Core, tom: int) -> None:
    born(core, tom, "1978-06-04", "2001-08-11")
    core.settings.set(LEAD_DAYS, 2)
    said = core.occasions.set(renewal(tom, "2023-03-24"))
    assert [(one.kind, one.lead_days, one.popup, one.id) for one in core.occasions.of_person(tom)] == [
        (OccasionKind.BIRTHDAY, 2, None, 0),
        (OccasionKind.ANNIVERSARY, 2, None, 0),
        (OccasionKind.RENEWAL, 0, None, said),
    ]
    core.occasions.set(Occasion(tom, OccasionKind.BIRTHDAY, PartialDate(1978, 6, 4), lead_days=9))
    core.occasions.set(Occasion(tom, OccasionKind.BIRTHDAY, PartialDate(1978, 6, 4), lead_days=8))
    assert core.occasions.of_person(tom)[0].lead_days == 8
    core.history.undo()
    assert core.occasions.of_person(tom)[0].lead_days == 9
    core.occasions.delete(said)
    assert len(core.occasions.of_person(tom)) == 2
    with pytest.raises(NoSuchRecord):
        core.occasions.delete(said)


def test_what_makes_no_occasion_is_refused(core: Core, tom: int) -> None:
    untitled = Occasion(tom, OccasionKind.RENEWAL, PartialDate(2026, 3, 20))
    for wrong in (untitled, renewal(tom, "2026-03"), renewal(tom, "2026-03-20", lead_days=-1)):
        with pytest.raises(Refused):
            core.occasions.set(wrong)
    with pytest.raises(NoSuchPerson):
        core.occasions.set(renewal(99, "2026-03-20"))


def test_they_go_with_the_person_and_come_back_with_them(core: Core, tom: int) -> None:
    core.occasions.set(renewal(tom, "2026-03-20"))
    core.people.delete_for_good([tom])
    assert core.occasions.coming() == ()
    assert core.files.check() == []
    core.history.undo()
    assert len(core.occasions.coming()) == 1
