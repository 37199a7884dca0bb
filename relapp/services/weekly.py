"""The weekly session: which suggestions there are now, and what is done with them. Each act is one change.

The store picks the candidates of each rule, the rule decides, `domain.session` chooses; drafts are filled in last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relapp.domain import channel_choice, session
from relapp.domain.changes import Area
from relapp.domain.entries.kind import Direction, Outcome
from relapp.domain.errors import NoSuchRecord, Refused
from relapp.domain.file import PersonalFile
from relapp.domain.follow_ups import NewFollowUp
from relapp.domain.insights import INSIGHTS
from relapp.domain.insights.insight import FOREVER, Finding, Insight
from relapp.domain.people import Channel
from relapp.domain.session import Chosen, Known, name_of
from relapp.domain.settings import CURRENCY, HOUSEKEEPING, WEEKLY_AT, WEEKLY_DAY, WEEKLY_MINUTES
from relapp.domain.templates import TemplateKind
from relapp.domain.timeline import NewEntry
from relapp.domain.weekly import Act, Said, Session, Suggestion, session_name
from relapp.domain.words import Phrase, phrase, tr
from relapp.services.closing_loops import close_loop
from relapp.services.desk import Desk
from relapp.services.follow_ups import LONGEST
from relapp.services.phrases import turn_of
from relapp.store import entries, personal_file
from relapp.store import follow_ups as stored_follow_ups
from relapp.store import suggestions as store
from relapp.store.candidates import CANDIDATES
from relapp.store.candidates.free import Asked

if TYPE_CHECKING:
    from relapp.services.follow_ups import FollowUps
    from relapp.services.phrases import Phrases

_DONE = (
    Area.SUGGESTIONS, Area.ENTRIES, Area.PEOPLE, Area.FOLLOW_UPS, Area.BUSINESS, Area.FACTS,
)  # fmt: skip
_SAID = (Area.SUGGESTIONS,)
LATER_DAYS = 7
"""How long “Later” puts off."""
WEEKS = 12
_LOG_DAYS = 7 * 13
_BY_KEY = {insight.key: insight for insight in INSIGHTS}


@dataclass(frozen=True, slots=True)
class Done:
    """How an act was done. `text` goes into the entry; `channel` None is the suggestion's own.

    With `follow_up` (a day or an instant) one is planned about `what`. `score` and `would_tell` answer a question of
    standing.
    """

    text: str = ""
    channel: Channel | None = None
    outcome: Outcome | None = None
    follow_up: date | datetime | None = None
    what: str = ""
    score: int | None = None
    would_tell: bool | None = None


class Weekly:
    """Suggestions of now. Reads are made anew each time; nothing is kept between them."""

    def __init__(self, desk: Desk, phrases: Callable[[], Phrases], follow_ups: Callable[[], FollowUps]) -> None:
        self._desk = desk
        self._phrases = phrases
        self._follow_ups = follow_ups

    # --- reading

    def name(self) -> str:
        """What the session is called: "Friday 15"."""
        return session_name(self._desk.option(WEEKLY_DAY), self._desk.option(WEEKLY_MINUTES))

    def week(self) -> str:
        """The present week by its Monday, as an ISO day."""
        return session.monday(self._desk.today()).isoformat()

    def read(self, minutes: int | None = None, shown: int = session.SHOWN) -> Session:
        """The session of `minutes` (None: as set) with its drafts, the others, and the weeks it was held."""
        today = self._desk.today()
        length = self._desk.option(WEEKLY_MINUTES) if minutes is None else minutes
        log, chosen = self._choose(self._findings(), length, shown)
        found = [self._suggestion(one, today) for one in chosen]
        weeks_ago = session.monday(today) - timedelta(days=371)
        held = store.days_held(self._desk.db, weeks_ago)
        row = session.weeks_held(held, today, WEEKS)
        return Session(
            session=tuple(one for one in found if one.in_session),
            others=tuple(one for one in found if not one.in_session),
            done=tuple(store.acts(self._desk.db, session.monday(today), Said.DONE)),
            minutes=length,
            spent=session.spent(log, today),
            weeks=row,
            in_a_row=session.in_a_row(held, today),
            reached=store.reached(self._desk.db, date(today.year, 1, 1)),
            next_at=self.next_at(row[-1]),
        )

    def ready(self) -> int:
        """How many suggestions fit into this week's session."""
        length = self._desk.option(WEEKLY_MINUTES)
        return sum(one.in_session for one in self._choose(self._findings(), length, session.SHOWN)[1])

    def next_at(self, held: bool) -> datetime:
        """When the next session is; see `domain.session.next_session`."""
        at = time.fromisoformat(self._desk.option(WEEKLY_AT).zfill(5))
        return session.next_session(self._desk.now(), self._desk.zone(), self._desk.option(WEEKLY_DAY), at, held)

    def get(self, id_: str) -> Suggestion:
        """The suggestion of that id as it stands now. Raises Refused when it is not one, or no longer."""
        return self._suggestion(self._find(id_), self._desk.today())

    def acts(self, since: date, limit: int = 1000) -> list[Act]:
        """What was done, put off or refused since a local day, newest first."""
        return store.acts(self._desk.db, since, limit=limit)

    def refused(self) -> list[Act]:
        """The rules that rest for good, with whom and why, newest first."""
        return store.refused(self._desk.db)

    # --- acting

    def done(self, id_: str, how: Done | None = None, origin: object = None) -> int | None:
        """Logs the contact, plans the next follow-up where wanted, and closes what the suggestion was about.

        Returns the entry's id; None where there was nobody to be in touch with. Raises Refused.
        """
        how = how or Done()
        with self._write(phrase("{title}, done", title=id_), id_, _DONE, origin) as (insight, finding, one):
            entry = self._log(one, how)
            if how.follow_up is not None and one.person is not None:
                what = how.what.strip() or one.title[:LONGEST]
                planned = self._follow_ups().checked(NewFollowUp(one.person, what, how.follow_up))
                stored_follow_ups.insert(self._desk.db, planned, self._desk.seconds())
            close_loop(self._desk, insight.key, finding, how.score, how.would_tell)
            store.insert(self._desk.db, self._act(insight, one, Said.DONE, insight.rest, one.why))
        return entry

    def later(self, id_: str, origin: object = None) -> None:
        """Puts it off for a week. Raises Refused."""
        with self._write(phrase("{title}, put off", title=id_), id_, _SAID, origin) as (insight, _, one):
            store.insert(self._desk.db, self._act(insight, one, Said.LATER, LATER_DAYS, ""))

    def never(self, id_: str, why: str = "", origin: object = None) -> None:
        """That rule rests for that person from now on; `why` is kept. Raises Refused."""
        with self._write(phrase("{title}, refused", title=id_), id_, _SAID, origin) as (insight, _, one):
            store.insert(self._desk.db, self._act(insight, one, Said.NEVER, None, why.strip()))

    def wake(self, act: int, origin: object = None) -> None:
        """Lets what was refused come again. Raises NoSuchRecord."""
        found = next((one for one in self.refused() if one.id == act), None)
        if found is None:
            raise NoSuchRecord
        with self._desk.write(phrase("{title}, may come again", title=found.title), _SAID, origin):
            store.wake(self._desk.db, act, self._desk.today())

    # --- inside

    @contextmanager
    def _write(
        self, title: Phrase, id_: str, areas: Iterable[Area], origin: object
    ) -> Iterator[tuple[Insight, Finding, Suggestion]]:
        """One change about a suggestion, which is looked for inside it: of two processes only one does the act."""
        with self._desk.write(title, areas, origin) as change:
            found = self._find(id_)
            one = self._suggestion(found, self._desk.today(), drafted=False)
            change.title = phrase(title.key, title=one.title)
            yield found.insight, found.finding, one

    def _findings(self, only: Insight | None = None) -> list[tuple[Insight, Finding]]:
        desk, today = self._desk, self._desk.today()
        options = {"currency": desk.option(CURRENCY), "housekeeping": desk.option(HOUSEKEEPING)}
        found = []
        for insight in INSIGHTS if only is None else (only,):
            asked = Asked(insight.key, today, desk.seconds(), desk.zone(), options)
            candidates = CANDIDATES[insight.key](desk.db, asked)
            found += [(insight, finding) for finding in insight.find(candidates, today)]
        return found

    def _choose(
        self, found: Sequence[tuple[Insight, Finding]], minutes: int, shown: int
    ) -> tuple[Sequence[session.Told], list[Chosen]]:
        today = self._desk.today()
        people = {finding.person for _, finding in found if finding.person is not None}
        names = {name_of(insight, finding) for insight, finding in found if finding.about}
        log = store.log(self._desk.db, today - timedelta(days=_LOG_DAYS), today, people, names)
        lines = store.lines(self._desk.db, people, today)
        known = {person: self._known(person, line) for person, line in lines.items()}
        return log, session.choose(found, known.get, log, today, minutes, shown=shown)

    def _known(self, person: int, line: store.Line) -> Known:
        def ways(insight: Insight) -> tuple[channel_choice.Way, ...]:
            db = self._desk.db
            return channel_choice.ways(
                insight.channels, personal_file.points(db, person), personal_file.permissions(db, person)
            )

        return Known(line.shown, line.tier, line.reachable, ways)

    def _find(self, id_: str) -> Chosen:
        """What `read` would propose by that id, were there room for all."""
        insight = _BY_KEY.get(id_.partition(":")[0])
        if insight is not None:
            found = [(insight, finding) for _, finding in self._findings(insight) if name_of(insight, finding) == id_]
            chosen = self._choose(found, 0, len(found))[1]
            if chosen:
                return chosen[0]
        raise Refused(tr("There is no suggestion “{id}” now; “weekly” shows those there are.").format(id=id_))

    def _suggestion(self, chosen: Chosen, today: date, *, drafted: bool = True) -> Suggestion:
        insight, finding, way, in_session = chosen
        file = None if finding.person is None else personal_file.load(self._desk.db, finding.person)
        filled = None
        if file is not None and insight.phrase and drafted:
            turn = turn_of(file.person.id, today)
            filled = self._phrases().draft(TemplateKind(insight.phrase), file, finding.fields, turn)
        return Suggestion(
            id=name_of(insight, finding),
            rule=insight.key,
            person=finding.person,
            shown="" if file is None else file.shown,
            subtitle="" if file is None else _place(file),
            title=finding.title,
            short=finding.short,
            why=finding.why,
            facts=finding.facts,
            minutes=insight.minutes,
            channel=None if way is None else way.channel,
            reach="" if way is None else way.reach,
            subject="" if filled is None else filled.subject,
            draft="" if filled is None else filled.text,
            missing=() if filled is None else filled.missing,
            then=insight.then,
            in_session=in_session,
        )

    def _log(self, one: Suggestion, how: Done) -> int | None:
        channel = how.channel or one.channel
        if one.person is None or channel is None:
            return None
        text = how.text.strip() or one.title
        outcome = how.outcome
        if outcome is None and channel in (Channel.CALL, Channel.VIDEO):
            outcome = Outcome.SPOKE
        entry = NewEntry(str(channel), self._desk.now(), (one.person,), text, Direction.OUT, outcome)
        return entries.insert(self._desk.db, entry)

    def _act(self, insight: Insight, one: Suggestion, said: Said, days: int | None, why: str) -> Act:
        today = self._desk.today()
        rests = date.fromisoformat(FOREVER) if days is None else today + timedelta(days=days)
        now = self._desk.now()
        return Act(0, one.id, insight.key, one.person, one.shown, said, today, now, one.minutes, one.title, why, rests)


def _place(file: PersonalFile) -> str:
    position = next((one for one in file.positions if not one.past), None)
    if position is None:
        return ""
    return " · ".join(part for part in (position.organisation, position.title) if part)
