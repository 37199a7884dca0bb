"""Why people go quiet, in words, and what to do next about each reason."""

from __future__ import annotations

from relapp.domain.business import Reason
from relapp.domain.words import tr


def reason_words(reason: Reason) -> str:
    """The reason as it stands in a list of choices."""
    return {
        Reason.NO_NEED: tr("no need any more"),
        Reason.COMPETITOR: tr("a competitor"),
        Reason.PRICE: tr("the price"),
        Reason.SERVICE: tr("the service"),
        Reason.MOVED: tr("they moved"),
        Reason.UNKNOWN: tr("not known"),
    }[reason]


def next_step(reason: Reason) -> str:
    """What is proposed to do next."""
    return {
        Reason.NO_NEED: tr("Stay in touch without an offer, and ask whom they know."),
        Reason.COMPETITOR: tr("Ask what the other does better, and call again in three months."),
        Reason.PRICE: tr("Offer a smaller scope, not a lower price."),
        Reason.SERVICE: tr("Call to apologise, and say what you will do about it."),
        Reason.MOVED: tr("Ask for the new address and who does their work now."),
        Reason.UNKNOWN: tr("Call, and ask openly what happened."),
    }[reason]
