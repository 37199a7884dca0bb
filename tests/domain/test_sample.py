"""The sample portfolio as a whole: who is in it, what the pictures show of it, and that it holds at any moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relapp.domain import repeats
from relapp.domain.answers import FORGOTTEN_AFTER, Happened, oldest_unanswered
from relapp.domain.boundaries import week_text
from relapp.domain.business import Idea, Referral, Sale, Satisfaction, StandingMark, WinBack
from relapp.domain.entries import kind_of
from relapp.domain.entries.kind import Effect
from relapp.domain.follow_ups import State
from relapp.domain.occasions import OccasionKind
from relapp.domain.people import Channel, Permission, PointKind, Stage, Tier
from relapp.domain.sample.portfolio import portfolio
from relapp.domain.sample.shapes import Portfolio, SamplePerson
from relapp.domain.session import in_a_row, weeks_held

BERLIN = ZoneInfo("Europe/Berlin")
PICTURED = datetime(2026, 3, 12, 10, 12, tzinfo=BERLIN)
DATA = Path(__file__).parents[2] / "resources" / "sample"


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


@cache
def pictured() -> Portfolio:
    return portfolio(PICTURED, read)


def person(key: str) -> SamplePerson:
    return next(one for one in pictured().people if one.key == key)


@dataclass
class Silence:
    """Days since the last contact (None: never), and the tries since."""

    days: int | None = None
    attempts: int = 0


def silences(sample: Portfolio, now: datetime) -> dict[str, Silence]:
    """By the rules of the entry kinds, days since the last contact and what stayed unanswered since."""
    found = {one.key: Silence() for one in sample.people}
    for entry in sample.entries:
        if entry.at > now:
            continue
        effect = kind_of(entry.kind).effect(entry.direction, entry.outcome, entry.counts)
        for key in entry.people:
            if effect is Effect.CONTACT:
                found[key] = Silence((now.astimezone(BERLIN).date() - entry.at.astimezone(BERLIN).date()).days)
            elif effect is Effect.ATTEMPT:
                found[key].attempts += 1
    return found


@pytest.mark.parametrize(
    ("key", "days", "cadence"),
    [
        ("tom", 12, 30),
        ("jonas", 29, 30),
        ("marta", 34, 30),
        ("priya", 3, 30),
        ("elif", 18, 90),
        ("noor", None, 30),
        ("lena", 41, 30),
        ("hanna", 7, 30),
        ("carlo", 64, 21),
        ("ana", 96, 90),
    ],
)
def test_the_people_of_the_picture_have_been_silent_as_long_as_there(key: str, days: int | None, cadence: int) -> None:
    by_tier = {Tier.A: 30, Tier.B: 90, Tier.C: 180, None: None}
    assert silences(pictured(), PICTURED)[key].days == days
    assert (person(key).cadence_days or by_tier[person(key).tier]) == cadence


def test_lena_has_three_messages_without_an_answer() -> None:
    assert silences(pictured(), PICTURED)["lena"].attempts == 3


def test_tom_is_who_he_is_on_the_picture() -> None:
    tom = person("tom")
    assert (tom.tier, tom.stage, tom.time_zone) == (Tier.A, Stage.ACTIVE, "Europe/Oslo")
    assert [(place.organisation, place.title, place.past) for place in tom.positions] == [
        ("Keller Werk", "COO", False),
        ("Northgate", "Plant manager", True),
    ]
    assert str(tom.birthday) == "1978-06-04"
    assert ("tom@keller-werk.example", Permission.ALLOWED) in [(point.value, point.permission) for point in tom.points]
    assert ("+47 22 12 34 56", Permission.URGENT_ONLY) in [(point.value, point.permission) for point in tom.points]
    assert tom.permissions[Channel.MESSAGE] is Permission.NOT_ALLOWED
    facts = {(fact.label, fact.text): fact for fact in tom.facts}
    assert ("Partner", "Silje, architect") in facts
    assert ("Children", "Ida (19), Emil (14, plays the cello)") in facts
    assert str(facts["Ida", "first term at university in Bergen"].day) == "2026-03-02"


def test_toms_timeline_holds_the_mail_of_sunday_night() -> None:
    [mail] = [entry for entry in pictured().entries if entry.text.startswith("Question on the invoice. Answered")]
    assert mail.at.astimezone(BERLIN) == datetime(2026, 3, 1, 21, 40, tzinfo=BERLIN)


def test_elif_turns_forty_on_sunday() -> None:
    birthday = person("elif").birthday
    assert birthday is not None
    assert (str(birthday), birthday.years_on(datetime(2026, 3, 15, tzinfo=BERLIN).date())) == ("1986-03-15", 40)


def test_dieter_has_left_and_belongs_nowhere_now() -> None:
    assert all(place.past for place in person("dieter").positions)


def test_it_is_as_large_as_announced() -> None:
    sample = pictured()
    past = [entry for entry in sample.entries if entry.at <= PICTURED]
    assert 118 <= len(sample.people) <= 132
    assert 38 <= len(sample.organisations) <= 42
    assert 3500 <= len(past) <= 4700
    assert PICTURED - past[0].at > timedelta(days=1000)


def test_a_clients_are_spoken_with_more_often_than_c_clients() -> None:
    tiers = {one.key: one.tier for one in pictured().people}
    entries = Counter(tiers[key] for entry in pictured().entries for key in entry.people)
    people = Counter(tiers.values())
    assert entries[Tier.A] / people[Tier.A] > 2 * entries[Tier.B] / people[Tier.B] > entries[Tier.C] / people[Tier.C]


def test_some_are_overdue_but_most_are_not() -> None:
    days = {Tier.A: 30, Tier.B: 90, Tier.C: 180}
    known = silences(pictured(), PICTURED)
    with_cadence = [one for one in pictured().people if one.tier is not None and known[one.key].days is not None]
    late = [one for one in with_cadence if (known[one.key].days or 0) > days[one.tier or Tier.A]]
    assert 5 <= len(late) <= 12


def test_a_year_lies_ahead() -> None:
    ahead = [entry for entry in pictured().entries if entry.at > PICTURED]
    facts = [fact.day.whole() for one in pictured().people for fact in one.facts if fact.day is not None]
    assert 55 <= len(ahead) <= 70
    assert ahead[-1].at - PICTURED > timedelta(days=350)
    assert all(entry.outcome is None and entry.minutes is None for entry in ahead)
    assert sum(day is not None and day > PICTURED.date() for day in facts) >= 60


def test_business_is_done_in_business_hours() -> None:
    times = [entry.at.astimezone(BERLIN) for entry in pictured().entries]
    outside = [at for at in times if at.weekday() > 4 or not (9, 0) <= (at.hour, at.minute) <= (17, 30)]
    assert 10 < len(outside) < len(times) / 20


def test_its_plans_are_those_of_the_pictures() -> None:
    plans = pictured().plans
    due = {(one.person, one.due) for one in plans.follow_ups if one.state is State.OPEN}
    assert {
        ("marta", datetime(2026, 3, 10, 16, tzinfo=BERLIN)),
        ("tom", datetime(2026, 3, 12, 10, 30, tzinfo=BERLIN)),
        ("priya", datetime(2026, 3, 12, 14, tzinfo=BERLIN)),
        ("jonas", datetime(2026, 3, 12, 15, 45, tzinfo=BERLIN)),
        ("elif", date(2026, 3, 15)),
    } <= due
    assert 20 <= len(due) <= 30
    assert {one.state for one in plans.follow_ups} == set(State)
    assert week_text.read(pictured().me.hours) is not None
    assert all(week_text.read(one.hours) is not None for one in pictured().people)
    assert sum(one.hours != "" for one in pictured().people) > 10
    assert any(one.kind is OccasionKind.RENEWAL for one in plans.occasions)
    assert all(repeats.read(one.repeat) is not None for one in plans.follow_ups if one.repeat)


def test_business_is_that_of_the_pictures() -> None:
    told = [(one.person, one.record) for one in pictured().business.told]
    bought = {(who, one.day, one.amount) for who, one in told if isinstance(one, Sale)}
    marks = {(who, one.day, one.score) for who, one in told if isinstance(one, Satisfaction)}
    assert ("hanna", date(2026, 3, 9), 9600_00) in bought
    assert ("jonas", date(2026, 3, 9), 9) in marks
    assert person("noor").stage_since == date(2026, 3, 10)
    assert len(bought) >= 60
    assert {type(one) for _, one in told} == {Sale, Satisfaction, Idea, Referral, StandingMark, WinBack}


def test_six_sessions_in_a_row_were_held_and_31_people_reached_since_january() -> None:
    acts = pictured().business.acts
    days = {one.day for one in acts}
    assert in_a_row(days, PICTURED.date()) == 6
    assert weeks_held(days, PICTURED.date(), 12) == tuple(sign == "x" for sign in ".xx..xxxxxx.")
    assert len({one.person for one in acts if one.person and one.day.year == PICTURED.year}) == 31
    assert all(one.at < PICTURED for one in acts)


def test_few_wait_for_an_answer() -> None:
    """One mail of last night; whoever wrote before was answered."""
    asked: dict[str, list[Happened]] = {one.key: [] for one in pictured().people}
    for entry in pictured().entries:
        if timedelta() <= PICTURED - entry.at <= FORGOTTEN_AFTER:
            effect = kind_of(entry.kind).effect(entry.direction, entry.outcome, entry.counts)
            for key in entry.people:
                asked[key].append(Happened(0, entry.kind, 0, entry.direction, entry.outcome, effect))
    assert [key for key, entries in asked.items() if oldest_unanswered(entries) is not None] == ["annika"]


def test_every_name_leads_somewhere() -> None:
    sample = pictured()
    keys = [one.key for one in sample.people]
    houses = [house.name for house in sample.organisations]
    assert len(set(keys)) == len(keys)
    assert len(set(houses)) == len(houses)
    assert {key for entry in sample.entries for key in entry.people} <= set(keys)
    assert {one.person for one in sample.plans.follow_ups} <= set(keys)
    assert {one.person for one in sample.plans.occasions} <= set(keys)
    assert {key for one in sample.business.told for key in (one.person, one.other) if key} <= set(keys)
    assert {one.person for one in sample.business.acts} <= {*keys, ""}
    assert {one.person for one in sample.business.given} <= set(keys)
    assert {one.title for one in sample.business.given} <= {one.title for one in sample.business.recommendations}
    assert {near.other for one in sample.people for near in one.relations if near.other} <= set(keys)
    assert {place.organisation for one in sample.people for place in one.positions} == set(houses)
    assert all(bool(near.other) != bool(near.name) for one in sample.people for near in one.relations)


def test_no_address_can_reach_anybody() -> None:
    points = [point for one in pictured().people for point in one.points]
    mails = [point.value for point in points if point.kind is PointKind.EMAIL]
    urls = [point.value for point in points if point.kind is PointKind.URL]
    links = [url.split("/")[2] for url in urls if not url.startswith("https://www.linkedin.com/in/")]
    profiles = [url for url in urls if url.startswith("https://www.linkedin.com/in/")]
    houses = [house.url.removeprefix("https://") for house in pictured().organisations]
    assert len(set(mails)) == len(mails)
    assert all(host.endswith(".example") for host in (*mails, *links, *houses))
    assert all(url.endswith("-example") for url in profiles)


def test_every_corner_of_a_file_is_used() -> None:
    people = pictured().people
    birthdays = [str(one.birthday) for one in people]
    scripts = "".join(one.name.full for one in people)
    assert sum(one.archived for one in people) == 1
    assert sum(one.deceased for one in people) == 1
    assert any(one.hold_until is not None and one.hold_until > PICTURED.date() for one in people)
    assert sum(day.startswith("--") for day in birthdays) > 5
    assert any(day.endswith("-02-29") for day in birthdays)
    assert {tag for one in people for tag in one.tags} >= {"steering group", "Nordics", "referrer"}
    assert all(any(first <= sign <= last for sign in scripts) for first, last in ("ая", "αω", "את", "اي", "一龥"))
    assert any(len(one.name.full) > 50 for one in people)
    assert any(fact.private for one in people for fact in one.facts)
    assert {one.stage for one in people} == {*Stage, None}


def test_texts_hardly_repeat_on_one_timeline() -> None:
    told = Counter((key, entry.text) for entry in pictured().entries for key in entry.people if len(entry.text) > 45)
    assert max(told.values()) <= 2
    assert sum(times > 1 for times in told.values()) < len(told) / 25


def test_outcomes_are_ones_their_kind_offers() -> None:
    for entry in pictured().entries:
        assert entry.outcome is None or entry.outcome in kind_of(entry.kind).outcomes


def test_nobody_is_written_to_by_a_way_they_refuse() -> None:
    refused = {
        (one.key, channel.value)
        for one in pictured().people
        for channel, said in one.permissions.items()
        if said is Permission.NOT_ALLOWED
    }
    assert not refused & {(entry.people[0], entry.kind) for entry in pictured().entries}


def test_the_same_moment_gives_the_same_portfolio() -> None:
    assert portfolio(PICTURED.astimezone(UTC), read) == pictured()


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        portfolio(PICTURED.replace(tzinfo=None), read)


@settings(max_examples=3, deadline=None)
@example(datetime(2024, 2, 1, tzinfo=UTC))  # a month after New Year: what was told for free days has moved
@given(st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_it_holds_at_any_moment(now: datetime) -> None:
    sample = portfolio(now, read)
    known = silences(sample, now)
    texts = [entry.text for entry in sample.entries] + [fact.text for one in sample.people for fact in one.facts]
    texts += [one.what for one in sample.plans.follow_ups]
    texts += [text for one in sample.business.acts for text in (one.title, one.why)]
    assert not any("{" in text or "}" in text for text in texts)
    assert all(one.set_at <= now for one in sample.plans.follow_ups)
    assert all((one.closed_at is None) == (one.state is State.OPEN) for one in sample.plans.follow_ups)
    assert [entry.at for entry in sample.entries] == sorted(entry.at for entry in sample.entries)
    assert all(one.at <= now for one in sample.business.acts)
    assert all(one.record.day <= now.astimezone(BERLIN).date() for one in sample.business.told)
    assert all(fact.noted <= now for one in sample.people for fact in one.facts)
    assert (known["tom"].days, known["lena"].attempts, known["carlo"].days) == (12, 3, 64)
    assert 55 <= sum(entry.at > now for entry in sample.entries) <= 70
