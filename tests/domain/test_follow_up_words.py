"""When a follow-up is meant, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from relapp.domain.follow_up_words import FollowUpWords, read_follow_up, split_follow_up

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 12, 10, 12, tzinfo=BERLIN)
CONTACT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("said", "due", "repeat"),
    [
        ("next fri 10:00", at("2026-03-20 10:00"), ""),
        ("Next Fri at 10:00.", at("2026-03-20 10:00"), ""),
        ("in 3 weeks", date(2026, 4, 2), ""),
        ("tomorrow", date(2026, 3, 13), ""),
        ("in 2 hours", at("2026-03-12 12:12"), ""),
        ("2026-04-01T09:30", at("2026-04-01 09:30"), ""),
        ("every first monday", date(2026, 4, 6), "FREQ=MONTHLY;BYDAY=1MO"),
        ("every first monday 10:00", at("2026-04-06 10:00"), "FREQ=MONTHLY;BYDAY=1MO"),
        ("every day at 9:00", at("2026-03-13 09:00"), "FREQ=DAILY"),
        ("on the 15th", date(2026, 3, 15), ""),
        ("on the 3rd 10:00", at("2026-04-03 10:00"), ""),
        ("monthly on the 15th 10:00", at("2026-03-15 10:00"), "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("after 10 days", date(2026, 3, 22), "after 10 days"),
        ("30 days after the last contact", date(2026, 3, 31), "after 30 days"),
        ("3 months after the last contact", date(2026, 5, 30), "after 90 days"),
        ("5 days after last contact", date(2026, 3, 12), "after 5 days"),
    ],
)
def test_words_are_understood(said: str, due: datetime | date, repeat: str) -> None:
    assert read_follow_up(said, NOW, last_contact=CONTACT) == FollowUpWords(due, repeat)


def test_without_a_contact_it_counts_from_today() -> None:
    assert read_follow_up("30 days after the last contact", NOW) == FollowUpWords(date(2026, 4, 11), "after 30 days")


@pytest.mark.parametrize("said", ["", "some day", "every first monday at noonish", "after 10 days 9:00"])
def test_what_is_not_understood_is_not_guessed(said: str) -> None:
    assert read_follow_up(said, NOW) is None


@pytest.mark.parametrize(
    ("line", "rest", "words"),
    [
        ("call tom: spoke of Norway, follow up next fri 10:00", "call tom: spoke of Norway", "next fri 10:00"),
        ("Spoke of Norway. Follow-up: in 3 weeks", "Spoke of Norway.", "in 3 weeks"),
        ("follow up tomorrow", "", "tomorrow"),
        ("He will follow up", "He will follow up", None),
        ("nothing of the sort", "nothing of the sort", None),
    ],
)
def test_a_line_is_parted_from_its_follow_up(line: str, rest: str, words: str | None) -> None:
    assert split_follow_up(line) == (rest, words)
