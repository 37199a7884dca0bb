"""What counts as urgent, in the user's own words, and what then comes through quiet time."""

from __future__ import annotations

from relapp.domain.boundaries.hours import UrgentRule
from relapp.domain.boundaries.week_text import clock_text
from relapp.domain.people import Channel
from relapp.domain.permissions import channel_word, one_of
from relapp.domain.tiers import Tier
from relapp.domain.words import tr


def urgent_words(rule: UrgentRule) -> str:
    """ "Urgent is: the plant stands still. Comes through quiet time for A clients, by call, 08:00–20:00." """
    tiers = one_of([tier.value for tier in Tier if tier in rule.tiers])
    ways = one_of([channel_word(channel) for channel in Channel if channel in rule.channels])
    if not tiers or not ways:
        through = tr("Nothing comes through your quiet time.")
    else:
        through = tr("Comes through quiet time for {tiers} clients, by {ways}, {start}–{end}.").format(
            tiers=tiers, ways=ways, start=clock_text(rule.window.start), end=clock_text(rule.window.end)
        )
    return tr("Urgent is: {words}").format(words=rule.words.rstrip(".") + ". " + through) if rule.words else through
