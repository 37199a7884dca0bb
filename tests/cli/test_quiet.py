"""`quiet` tells who is going quiet and why, as lines for people and as JSON for programs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command


def test_who_left_three_mails_without_an_answer_and_since_when(typed: Command, path: Path) -> None:
    card = path.with_name("lena.vcf")
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Lena Voss\nEND:VCARD\n")
    typed("import", card)
    for hour in ("08:00", "09:00"):
        assert typed("log", f"mailed lena voss today {hour}: again").status == 0
    assert typed("quiet", "--json").json() == []
    assert typed("log", "mailed lena voss today 10:00: again").status == 0
    (lena,) = typed("quiet", "--json").json()
    assert lena == {
        "person": 1,
        "name": "Lena Voss",
        "tier": None,
        "silent": None,
        "quiet_on": "2026-03-12",
        "why": "your last 3 messages had no answer",
        "spark": [0] * 12,
    }
    assert typed("quiet").out == "Lena Voss · your last 3 messages had no answer\n"
