"""The filter of the list in words, as the field shows it: "A clients · active"."""

from __future__ import annotations

from collections.abc import Callable

from relapp.domain.directory import PeopleFilter, Scope, Sort
from relapp.domain.tiers import Stage, Tier
from relapp.domain.words import tr


def stage_word(stage: Stage) -> str:
    """The stage of the life cycle, within a sentence."""
    return {
        Stage.PROSPECT: tr("prospect"),
        Stage.NEW: tr("new"),
        Stage.ACTIVE: tr("active"),
        Stage.GROWING: tr("growing"),
        Stage.DORMANT: tr("dormant"),
        Stage.LOST: tr("lost"),
    }[stage]


def sort_word(sort: Sort) -> str:
    """The order, as a choice in the menu."""
    return {
        Sort.NAME: tr("By name"),
        Sort.LAST_CONTACT: tr("By last contact"),
        Sort.OVERDUE: tr("Overdue first"),
    }[sort]


def scope_word(scope: Scope) -> str:
    """Which people, as a choice in the menu."""
    return {Scope.ACTIVE: tr("Everybody"), Scope.ARCHIVED: tr("Archived"), Scope.TRASHED: tr("Trash")}[scope]


def filter_words(wanted: PeopleFilter, organisation_name: Callable[[int], str]) -> str:
    """What the list is narrowed to and sorted by."""
    parts: list[str] = []
    if wanted.tiers:
        tiers = ", ".join(tier for tier in Tier if tier in wanted.tiers)
        parts.append(tr("{tiers} clients").format(tiers=tiers))
    parts += [stage_word(stage) for stage in Stage if stage in wanted.stages]
    if wanted.organisation:
        parts.append(organisation_name(wanted.organisation))
    if wanted.tag:
        parts.append(wanted.tag)
    if wanted.silent_days:
        parts.append(tr("no contact for {days} days").format(days=wanted.silent_days))
    if wanted.scope is not Scope.ACTIVE or not parts:
        parts.insert(0, scope_word(wanted.scope))
    if wanted.sort is not Sort.NAME:
        parts.append(sort_word(wanted.sort).lower())
    return " · ".join(parts)
