"""Referrals: thanks at once, and news a month after the thanks."""

from __future__ import annotations

from datetime import date

import pytest

from relapp.domain.insights.thank_referrer import INSIGHT, Candidate
from tests.domain.insights.table import back, found

SENT = Candidate(1, "Jonas Lind", "Jonas", 7, "Noor Aziz", back(3), None, None, None, None)


@pytest.mark.parametrize(
    ("thanked", "told", "about"),
    [
        (None, None, "7-thank"),
        (None, back(1), "7-thank"),
        (back(29), None, None),
        (back(30), None, "7-tell"),
        (back(30), back(1), None),
    ],
)
def test_thanks_come_first_and_news_a_month_later(thanked: date | None, told: date | None, about: str | None) -> None:
    findings = found(INSIGHT, SENT._replace(thanked=thanked, told=told))
    assert [one.about for one in findings] == ([] if about is None else [about])


def test_thanks_say_why_now() -> None:
    (thank,) = found(INSIGHT, SENT)
    assert (thank.title, thank.short) == ("Thank Jonas Lind for sending Noor Aziz", "sent Noor Aziz to you on Monday")
    assert thank.why == "Jonas Lind sent Noor Aziz to you on Monday. You have not said thank you yet."
    assert thank.fields == {"referred": "Noor Aziz"}


@pytest.mark.parametrize(
    ("sold", "spoken", "fact"),
    [
        (None, None, ()),
        (None, back(2), ("Your last contact with Noor Aziz was on Tuesday.",)),
        (back(9), back(2), ("Noor Aziz first bought from you on 3 March.",)),
    ],
)
def test_news_say_what_became_of_it(sold: date | None, spoken: date | None, fact: tuple[str, ...]) -> None:
    (tell,) = found(INSIGHT, SENT._replace(day=back(60), thanked=back(59), sold=sold, spoken=spoken))
    assert tell.title == "Tell Jonas Lind how it went with Noor Aziz"
    sent = "Jonas Lind sent Noor Aziz to you in January."
    assert tell.why == f"{sent} They will be glad to hear what has come of it."
    assert tell.facts == (sent, "You said thank you in January.", *fact)
