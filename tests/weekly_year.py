"""A year of weekly sessions on the sample portfolio, by command, told week by week.

    python -m tests.weekly_year [WEEKS]

Each Friday the session is read by `weekly --json` and each of its acts done by `weekly done`, on one file, with the
clock moved by `--now`. In the days between life goes on (see `life`): most people answer, one speaks with clients in
their rhythm, and business comes in. Says which rules came at least once, and ends with 1 if one never did.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from relapp.cli import run
from relapp.domain.insights import INSIGHTS

FIRST = date(2026, 3, 13)
WEEKS = 52
_GAPS = {True: 26, False: 40}
"""Days between two talks with clients who bought more than once, and with others."""
_SILENCE = 8
"""So many weeks of the year a client is not heard of at all."""
_FREE = (date(2026, 4, 3), date(2026, 4, 10), date(2026, 12, 25), date(2027, 1, 1))
"""Good Friday, the Friday of the leave, and the holidays of winter."""
_WRITTEN = ("email", "message", "social", "letter")
_HAPPENED: dict[int, tuple[str, ...]] = {
    2: ("sale", "Imogen Kestrel", "the delivery rounds", "5200", "60"),
    4: ("sale", "Jonas Lind", "the succession plan, first talks", "6800", "90"),
    6: ("satisfaction", "Elif Brandt", "10", "The depot has doors."),
    7: ("sale", "Gro Stensrud Vikøyr", "the waiting times at the gate", "11200", "70"),
    9: ("idea", "Bronagh Sweetnam", "Photograph the whiteboard at every hand-over."),
    10: ("sale", "Katja Wiśniewski-Lorenz", "the round of the ward supplies", "9600", "45"),
    12: ("referral", "Elif Brandt", "Torsten Quandt"),
    14: ("sale", "Duarte Sá Nogueira", "the export papers", "7300", "60"),
    16: ("satisfaction", "Noor Aziz", "9", "I am not the only one who can answer any more."),
    18: ("sale", "Gaétan Desrochers", "the labels for the gift boxes", "4100", "30"),
    20: ("idea", "Ludivine Desrochers-Kanapé", "A short version of the season review, for the board."),
    22: ("sale", "Hanna Grau", "the planning office, second part", "31000", "120"),
    24: ("satisfaction", "Maarten Duivesteijn", "9", "The second depot opened dry."),
    25: ("sale", "Ottoline Fairweather-Singh", "one forklift, three barns", "4900", "50"),
    27: ("sale", "Marta Oduya", "the book about fifteen years", "5600", "100"),
    29: ("referral", "Maarten Duivesteijn", "Hylke Dijkstra"),
    31: ("idea", "Kofi Mensah-Abrampah", "Let each hub write one page of the handbook."),
    33: ("sale", "Leopold Hinterseer-Graf", "check-in for the winter", "6100", "40"),
    35: ("satisfaction", "Leopold Hinterseer-Graf", "10", "Antonia understood it at once."),
    37: ("sale", "Ingrid Halvorsen-Yang", "the field kits, second year", "8800", "60"),
    39: ("idea", "Annika Lind", "Send the estimate before the bank asks for it."),
    41: ("sale", "Tom Keller", "the training of the shift leads", "9800", "45"),
    44: ("referral", "Imogen Kestrel", "Harriet Dunmore"),
    46: ("sale", "Nadine Vuilleumier", "the release of small orders", "5900", "50"),
    48: ("satisfaction", "Solveig Austevoll", "9", "Weekends are weekends again."),
}
"""What came in by the week: a sale with its amount and the days until delivery, a mark, an idea, a referral."""


class Week(NamedTuple):
    """One session: its day and its acts as `weekly --json` told them, and all rules that had something to offer."""

    day: date
    acts: list[dict[str, Any]]
    offered: Counter[str]


def typed(path: Path, day: date, *words: str, hour: str = "15:00") -> str:
    """What the command says. Raises AssertionError when it is refused."""
    said, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
        status = run(["--file", str(path), "--plain", "--now", f"{day}T{hour}", *words])
    assert status == 0, (words, wrong.getvalue())
    return said.getvalue()


def year(path: Path, weeks: int = WEEKS) -> Iterator[Week]:
    """Makes the sample at `path` and holds a session each week."""
    typed(path, FIRST, "--demo")
    sales = Counter[str](str(one["person"]) for one in json.loads(typed(path, FIRST, "sale", "list", "--json")))
    for number in range(weeks):
        day = FIRST + timedelta(days=7 * number)
        found = [] if day in _FREE else json.loads(typed(path, day, "weekly", "--json"))
        acts = [one for one in found if one["in_session"]]
        for one in acts:
            typed(path, day, "weekly", "done", one["id"], *(("--score", "4") if one["rule"] == "standing" else ()))
        yield Week(day, acts, Counter(one["rule"] for one in found))
        life(path, number, day + timedelta(days=5), acts, sales)


def life(path: Path, number: int, day: date, acts: Sequence[dict[str, Any]], sales: Counter[str]) -> None:
    """The Wednesday after: four of five answer what was written, whose turn it is calls, business comes in."""
    for place, one in enumerate(acts):
        if one["channel"] in _WRITTEN and (number + place) % 5:
            typed(path, day, "log", f"email {one['person']} in: Thanks, and a line back.", hour="11:00")
            if one["rule"] == "ask_idea":
                typed(path, day, "satisfaction", "add", "--person", str(one["person"]), "--score", str(7 + place % 3))
    for place, (client, bought) in enumerate(sorted(sales.items())):
        gap, since = _GAPS[bought > 1], 7 * number + place * 11
        silent = (number + place * 3) % WEEKS < _SILENCE
        if since % gap < 7 and not silent:
            typed(path, day, "log", f"call {client}: How it goes.", hour="12:00")
    if number in _HAPPENED:
        typed(path, day, *_command(day, *_HAPPENED[number]))


def _command(day: date, what: str, person: str, *rest: str) -> Sequence[str]:
    words = [what, "add", "--person", person]
    match what:
        case "sale":
            delivered = day + timedelta(days=int(rest[2]))
            return [*words, "--what", rest[0], "--amount", rest[1], "--delivered", delivered.isoformat()]
        case "satisfaction":
            return [*words, "--score", rest[0], "--words", rest[1]]
        case "idea":
            return [*words, "--text", rest[0]]
    return [*words, "--whom", rest[0]]


def say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    weeks = int(sys.argv[1]) if len(sys.argv) > 1 else WEEKS
    done, offered = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for week in year(Path(folder) / "year.db", weeks):
            offered += week.offered
            done += Counter(one["rule"] for one in week.acts)
            minutes = sum(one["minutes"] for one in week.acts)
            say(f"{week.day:%a %d %B %Y}, " + (f"{minutes} minutes" if minutes else "closed"))
            for one in week.acts:
                say(f"    {one['title']} ({one['channel'] or 'nothing sent'}, {one['minutes']} min). {one['why']}")
    say()
    for rule in INSIGHTS:
        say(f"{rule.key:16} offered in {offered[rule.key]:4} lines, done {done[rule.key]:3} times")
    never = [rule.key for rule in INSIGHTS if not done[rule.key]]
    say("every rule came" if not never else f"never came: {', '.join(never)}")
    return 1 if never else 0


if __name__ == "__main__":
    sys.exit(main())
