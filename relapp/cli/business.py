"""The commands of what nurturing is told: sale, satisfaction, idea, recommendation, referral, standing, win-back."""

from __future__ import annotations

import argparse

from relapp.cli import ideas, referrals, rows, sales

COMMANDS = dict.fromkeys(
    ("sale", "satisfaction", "idea", "recommendation", "referral", "standing", "win-back"), rows.run
)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """All of them and their arguments."""
    sales.add(commands)
    ideas.add(commands)
    referrals.add(commands)
