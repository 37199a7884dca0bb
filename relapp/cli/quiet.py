"""The command `quiet`: who is going quiet, and why."""

from __future__ import annotations

import argparse
from typing import Any

from relapp.cli.output import say, say_json
from relapp.core import Core
from relapp.domain.quiet import Quiet
from relapp.domain.words import tr


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`quiet` and its arguments."""
    quiet = commands.add_parser("quiet", help=tr("who is going quiet, and why"))
    quiet.add_argument("--json", action="store_true")


def run(core: Core, arguments: argparse.Namespace) -> int:
    """Everybody who has gone quiet, by tier, then the longest silence against their own rhythm first."""
    found = core.quiet.going_quiet(None)
    if arguments.json:
        say_json([_as_json(one) for one in found])
        return 0
    for one in found:
        tier = tr("{tier} client").format(tier=one.tier) if one.tier else ""
        said = (one.shown, one.subtitle, tier, one.sentence)
        say(" · ".join(part for part in said if part))
    return 0


def _as_json(one: Quiet) -> dict[str, Any]:
    """Days as ISO dates of my zone; `silent` in days, null where there never was contact."""
    return {
        "person": one.person,
        "name": one.shown,
        "tier": one.tier,
        "silent": one.silent,
        "quiet_on": one.quiet_on.isoformat(),
        "why": one.sentence,
        "spark": list(one.spark),
    }
