"""Reading timelines by pages and anchors, against all entries sorted the slow way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relapp.core import Core
from relapp.domain.pages import NEWEST, Anchor, TimelineOf
from relapp.domain.timeline import NewEntry
from tests.blank import on_blank
from tests.clocks import NOW, StandingClock

SECOND = timedelta(seconds=1)


class Told:
    """A file with entries, and what was put into it."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.tom = core.people.add("Tom Keller", organisation="Keller Werk")
        self.ana = core.people.add("Ana Castell", organisation="Keller Werk")
        self.ida = core.people.add("Ida Berg")
        self.entries: dict[int, NewEntry] = {}
        for number in range(60):
            who = [(self.tom,), (self.ana, self.tom), (self.ida,), (self.ida, self.ana)][number % 4]
            kind = ["call", "note", "email"][number % 3]
            at = NOW - (number * 37 % 20) * timedelta(hours=5)  # several at one instant
            entry = NewEntry(kind, at, who, f"about {'drammen' if number % 5 == 0 else 'oslo'} {number}")
            self.entries[core.entries.log(entry)] = entry

    def expected(self, of: TimelineOf) -> list[int]:
        people = {of.person} if of.person else {self.tom, self.ana}
        found = [
            (entry.at, id_)
            for id_, entry in self.entries.items()
            if people & set(entry.people)
            and (not of.kinds or entry.kind in of.kinds)
            and (not of.text or of.text in entry.text)
            and (of.since is None or entry.at.timestamp() >= of.since)
            and (of.until is None or entry.at.timestamp() < of.until)
        ]
        return [id_ for _, id_ in sorted(found, reverse=True)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(on_blank(tmp_path_factory.mktemp("timeline") / "mine.db", StandingClock()))


bounds = st.none() | st.integers(-120, 10).map(lambda hours: int((NOW + timedelta(hours=hours)).timestamp()))


@given(
    whose=st.sampled_from(["tom", "ana", "ida", "organisation"]),
    kinds=st.sets(st.sampled_from(["call", "note", "email"])).map(frozenset),
    text=st.sampled_from(["", "drammen", "oslo", "nowhere"]),
    since=bounds,
    until=bounds,
    size=st.integers(1, 70),
)
@settings(max_examples=80)
def test_pages_and_steps_lead_through_the_whole_timeline(
    told: Told, whose: str, kinds: frozenset[str], text: str, since: int | None, until: int | None, size: int
) -> None:
    person = 0 if whose == "organisation" else getattr(told, whose)
    of = TimelineOf(person, 0 if person else 1, kinds, text, since, until)
    expected, entries = told.expected(of), told.core.entries
    assert entries.count(of) == len(expected)

    found: list[int] = []
    after: Anchor | None = NEWEST
    while after is not None:
        page = entries.page(of, after, size)
        found += [line.id for line in page]
        full = entries.step(of, after, size)
        assert (full is None) == (len(page) < size)
        assert full is None or full == Anchor(page[-1].at, page[-1].id)
        after = full
    assert found == expected

    span = entries.span(of)
    moments = [int(told.entries[id_].at.timestamp()) for id_ in expected]
    assert span == ((min(moments), max(moments)) if moments else None)


def test_a_line_tells_what_the_list_shows(told: Told) -> None:
    (line,) = told.core.entries.page(TimelineOf(person=told.ana, text="drammen 55"))
    entry = told.entries[line.id]
    assert (line.kind, line.at, line.text, line.direction) == (
        entry.kind, int(entry.at.timestamp()), entry.text, str(entry.direction),
    )  # fmt: skip
    assert sorted(line.people.split(", ")) == ["Ana Castell", "Ida Berg"]


@pytest.mark.parametrize("text", ["%", '"', "-", "AND OR", "drammen*"])
def test_any_text_narrows_without_harm(told: Told, text: str) -> None:
    found = told.core.entries.page(TimelineOf(person=told.tom, text=text))
    assert all("drammen" in line.text for line in found)
