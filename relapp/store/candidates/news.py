"""Whom to congratulate, and whom to ask about what has passed: positions and facts of late, none of them private."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from relapp.domain.facts import Section
from relapp.domain.insights import congratulate as congratulating
from relapp.domain.insights import ripe_opener as ripe
from relapp.store.candidates.free import FREE, LIMIT, WHO, Asked
from relapp.store.connection import Database
from relapp.store.instants import partial

_ROLES = f"""
SELECT {WHO}, x.id, x.title, coalesce(o.name, ''), x.since, coalesce(b.title, ''), coalesce(bo.name, '')
FROM position AS x CROSS JOIN person AS p ON p.id = x.person_id CROSS JOIN roster AS r ON r.person_id = p.id
JOIN position AS b ON b.id = (
  SELECT e.id FROM position AS e WHERE e.person_id = x.person_id AND e.id <> x.id
  ORDER BY e.past DESC, coalesce(e.until, e.since, '') DESC, e.place, e.id LIMIT 1)
LEFT JOIN organisation AS o ON o.id = x.organisation_id LEFT JOIN organisation AS bo ON bo.id = b.organisation_id
WHERE x.since >= :month AND x.since <= :today AND NOT x.past AND {FREE}
ORDER BY x.since DESC, x.id LIMIT :limit
"""
_FACTS = """
SELECT {who}, f.id, f.section, f.label, f.text, f.day, f.ends, f.noted_at
FROM fact AS f {by} CROSS JOIN person AS p ON p.id = f.person_id CROSS JOIN roster AS r ON r.person_id = p.id
WHERE {when} AND {what} AND NOT f.private AND {free} ORDER BY {when_by} DESC, f.id LIMIT :limit
"""
_NEWEST = 1000
"""Of the undated facts of a section so many are looked at: after an import, all of them are new."""
_NOTED = f"""
f.id IN (SELECT n.id FROM fact AS n INDEXED BY fact_noted WHERE n.section = '{{section}}' AND n.noted_at >= :since
  AND n.day IS NULL ORDER BY n.noted_at DESC, n.id DESC LIMIT {_NEWEST})
"""
_ENDED = "f.day IS NOT NULL AND coalesce(f.ends, f.day) >= :month AND coalesce(f.ends, f.day) <= :today"
_OVER = {"by": "INDEXED BY fact_over", "when": _ENDED, "when_by": "coalesce(f.ends, f.day)"}


def _like(words: Sequence[str]) -> str:
    return " OR ".join(f"f.{column} LIKE '%{word}%'" for column in ("label", "text") for word in words)


_OWN = str(Section.ACCOMPLISHMENTS)
_TOLD = (Section.MILESTONES, Section.FAMILY)
_ALL_WORDS = _like(congratulating.SUCCESS + congratulating.DATED_SUCCESS)
_IN_TOLD = "f.section IN ('milestones', 'family')"


def _facts(what: str, **more: str) -> str:
    return _FACTS.format(who=WHO, free=FREE, what=what, **more)


_DATED_SUCCESS = _facts(f"(f.section = '{_OWN}' OR ({_IN_TOLD} AND ({_ALL_WORDS})))", **_OVER)
_NOTED_SUCCESS = tuple(
    _facts(words, by="", when=_NOTED.format(section=section), when_by="f.noted_at")
    for section, words in ((_OWN, "true"), *((str(one), f"({_like(congratulating.SUCCESS)})") for one in _TOLD))
)
_RIPE = _facts("f.section IN ('travel', 'milestones', 'work', 'family')", **_OVER)


def congratulate(db: Database, asked: Asked) -> list[congratulating.Candidate]:
    """New positions of people who have or had another one, and what was achieved: the latest of all."""
    found: list[tuple[date, congratulating.Candidate]] = [*_roles(db, asked), *_successes(db, asked)]
    return [one for _, one in sorted(found, key=lambda one: one[0], reverse=True)[:LIMIT]]


def _roles(db: Database, asked: Asked) -> Iterator[tuple[date, congratulating.Role]]:
    first = asked.today - timedelta(days=congratulating.ROLE_DAYS)
    for *told, stored, title_before, before in db.rows(_ROLES, asked.params(month=f"{first:%Y-%m}")):
        since = partial(stored)
        if since is not None and (day := since.first()) is not None:
            yield day, congratulating.Role._make((*told, since, title_before, before))


def _successes(db: Database, asked: Asked) -> Iterator[tuple[date, congratulating.Success]]:
    first = asked.today - timedelta(days=congratulating.NEWS_DAYS)
    since = int(datetime.combine(first, time(), tzinfo=asked.zone).timestamp())
    params = asked.params(month=f"{first:%Y-%m}", since=since)
    for sql in (_DATED_SUCCESS, *_NOTED_SUCCESS):
        for person, shown, given, id_, section, label, text, stored, ended, noted_at in db.rows(sql, params):
            noted = datetime.fromtimestamp(noted_at, UTC).astimezone(asked.zone).date()
            day, ends = partial(stored), partial(ended)
            by = ends or day
            yield (
                (by.first() if by is not None else None) or noted,
                congratulating.Success(person, shown, given, id_, Section(section), label, text, day, ends, noted),
            )


def ripe_opener(db: Database, asked: Asked) -> list[ripe.Candidate]:
    """What ended lately, of travels, milestones, work and family: the latest."""
    first = asked.today - timedelta(days=ripe.LAST)
    return [
        ripe.Candidate(person, shown, given, id_, Section(section), label, text, day, partial(ends))
        for person, shown, given, id_, section, label, text, stored, ends, _ in db.rows(
            _RIPE, asked.params(month=f"{first:%Y-%m}")
        )
        if (day := partial(stored)) is not None
    ]
