"""What kinds of phrases are called on the screen."""

from __future__ import annotations

from relapp.domain.templates import TemplateKind
from relapp.domain.words import tr


def kind_word(kind: TemplateKind) -> str:
    """The kind in a list."""
    return {
        TemplateKind.THANK: tr("Thank"),
        TemplateKind.WELCOME: tr("Welcome"),
        TemplateKind.CONGRATULATE: tr("Congratulate"),
        TemplateKind.BIRTHDAY: tr("Birthday and anniversary"),
        TemplateKind.CHECK_IN: tr("Check in"),
        TemplateKind.REFERRAL: tr("Ask for a referral"),
        TemplateKind.RECOMMENDATION: tr("Recommend something"),
        TemplateKind.SURVEY: tr("Ask for feedback"),
        TemplateKind.DECLINE_OTHER: tr("Decline: someone else"),
        TemplateKind.DECLINE_TIME: tr("Decline: another time"),
        TemplateKind.DECLINE_SERVICE: tr("Decline: not my service"),
        TemplateKind.OUT_OF_HOURS: tr("Boundary: out of hours"),
        TemplateKind.HOW_LONG: tr("Boundary: how long I have"),
    }[kind]
