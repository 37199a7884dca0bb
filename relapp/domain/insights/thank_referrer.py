"""Thank who sent somebody to me, and a month later tell how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from relapp.domain.insights.insight import Finding, Insight
from relapp.domain.past_words import around_words
from relapp.domain.people import Channel
from relapp.domain.words import tr

DAYS = 30
"""So long after the thanks there is something to tell."""


class Candidate(NamedTuple):
    """A referral of `referred` and when I thanked; when that one bought first (`sold`) and we were last in touch."""

    person: int
    shown: str
    given: str
    referral: int
    referred: str
    day: date
    thanked: date | None
    told: date | None
    sold: date | None
    spoken: date | None


def find(candidates: Sequence[Candidate], today: date) -> Iterator[Finding]:
    """Thanks for whom nobody thanked yet, the newest first; news for whom it is a month since."""
    for one in sorted(candidates, key=lambda one: (one.person, one.referral)):
        if one.thanked is None:
            yield _thank(one, today)
        elif one.told is None and (today - one.thanked).days >= DAYS:
            yield _tell(one, today)


def _thank(one: Candidate, today: date) -> Finding:
    sent = _sent(one, today)
    return Finding(
        person=one.person,
        title=tr("Thank {name} for sending {referred}").format(name=one.shown, referred=one.referred),
        short=tr("sent {referred} to you {when}").format(referred=one.referred, when=around_words(one.day, today)),
        why=sent + " " + tr("You have not said thank you yet."),
        facts=(sent,),
        about=f"{one.referral}-thank",
        weight=-(today - one.day).days,
        fields={"referred": one.referred},
    )


def _tell(one: Candidate, today: date) -> Finding:
    thanked = around_words(one.thanked or one.day, today)
    facts = [_sent(one, today), tr("You said thank you {when}.").format(when=thanked)]
    named = {"referred": one.referred}
    news = tr("we have not met yet, but I have not forgotten it")
    if one.sold is not None:
        news = tr("we are working together now")
        told = tr("{referred} first bought from you {when}.")
        facts.append(told.format(when=around_words(one.sold, today), **named))
    elif one.spoken is not None:
        news = tr("we have been in touch")
        told = tr("Your last contact with {referred} was {when}.")
        facts.append(told.format(when=around_words(one.spoken, today), **named))
    return Finding(
        person=one.person,
        title=tr("Tell {name} how it went with {referred}").format(name=one.shown, **named),
        short=tr("sent {referred} to you {when}").format(when=around_words(one.day, today), **named),
        why=facts[0] + " " + tr("They will be glad to hear what has come of it."),
        facts=tuple(facts),
        about=f"{one.referral}-tell",
        weight=-(today - one.day).days,
        fields={**named, "news": news},
    )


def _sent(one: Candidate, today: date) -> str:
    when = around_words(one.day, today)
    return tr("{name} sent {referred} to you {when}.").format(name=one.shown, referred=one.referred, when=when)


INSIGHT = Insight(
    key="thank_referrer",
    label=lambda: tr("Thank a referrer, and tell how it went"),
    find=find,
    minutes=3,
    rest=0,
    rank=82,
    phrase="thank",
    channels=(Channel.CALL, Channel.EMAIL, Channel.MESSAGE),
)
