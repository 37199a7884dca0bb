"""Finding: names and facts ranked, notes newest written first while typing and ranked on request.

Any input is a valid query: the words are taken out and each becomes a quoted prefix. A name of four letters or more
forgives one slip, through a list of the indexed words with one letter left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from relapp.domain import names
from relapp.domain.finding import MARK_CLOSE, MARK_OPEN, Hit, HitKind
from relapp.store.connection import Database
from relapp.store.match import asked, prefix_query, words, written_query
from relapp.store.search_index import LONGEST_NAME

_WORD = re.compile(r"[^\W_]+")
_PEOPLE = """
SELECT r.person_id, r.shown, r.subtitle, r.scope FROM
  (SELECT rowid AS id FROM search_person WHERE search_person MATCH ? LIMIT 400) AS found
JOIN roster AS r ON r.person_id = found.id
ORDER BY r.scope, r.last_contact IS NULL, r.last_contact DESC, r.sort_key LIMIT ?
"""
_ORGANISATIONS = """
SELECT o.id, o.name, (SELECT count(DISTINCT r.person_id) FROM position AS x
  JOIN roster AS r ON r.person_id = x.person_id AND r.scope = 0 WHERE x.organisation_id = o.id AND x.past = 0)
FROM search_organisation AS s JOIN organisation AS o ON o.id = s.rowid
WHERE search_organisation MATCH ? ORDER BY s.rank LIMIT ?
"""
_FACTS = """
SELECT f.id, f.person_id, r.shown, f.label, f.text FROM
  (SELECT s.rowid AS id FROM search_fact AS s JOIN fact ON fact.id = s.rowid
   WHERE search_fact MATCH ? AND fact.private <= ?
   AND fact.person_id NOT IN (SELECT id FROM person WHERE trashed_at IS NOT NULL)
   ORDER BY s.rowid DESC LIMIT 200) AS found
JOIN fact AS f ON f.id = found.id JOIN roster AS r ON r.person_id = f.person_id
"""
_NOTES = """
SELECT e.id, e.kind, e.at, snippet(search_entry, -1, '\x02', '\x03', '…', 16),
  (SELECT min(x.person_id) FROM entry_person AS x JOIN roster AS r ON r.person_id = x.person_id
   WHERE x.entry_id = e.id AND r.scope < 2) AS person
FROM search_entry JOIN entry AS e ON e.id = search_entry.rowid
WHERE search_entry MATCH ? AND person IS NOT NULL ORDER BY {order} LIMIT ?
"""


def people(db: Database, text: str, limit: int = 8, *, names_only: bool = False) -> list[Hit]:
    """People by name or nickname, then by organisation, title, e-mail or phone; the active and lately met first."""
    query = prefix_query(text)
    if not query:
        return []
    found = db.rows(_PEOPLE, (f"names : ({query})", limit))
    if len(found) < limit and not names_only:
        found += [row for row in db.rows(_PEOPLE, (query, limit)) if row not in found]
    if len(found) < limit and (forgiving := _forgiving(db, text)):
        found += [row for row in db.rows(_PEOPLE, (forgiving, limit)) if row not in found]
    return [
        Hit(HitKind.PERSON, person, marked(shown, text, forgiving=True), marked(subtitle, text), person)
        for person, shown, subtitle, _ in found[:limit]
    ]


def known(db: Database, persons: Iterable[int]) -> list[Hit]:
    """These people as hits, without those in the trash."""
    ask = "SELECT person_id, shown, subtitle FROM roster WHERE person_id = ? AND scope < 2"
    rows = [row for person in persons for row in db.rows(ask, (person,))]
    return [Hit(HitKind.PERSON, person, shown, subtitle, person) for person, shown, subtitle in rows]


def _forgiving(db: Database, text: str) -> str:
    """The same words, each also as the indexed words one slip away; empty when there are none."""
    parts: list[str] = []
    slipped = False
    for word in asked(text):
        near = _near(db, word)
        slipped = slipped or bool(near)
        options = " OR ".join([f'"{word}"*', *(f'"{one}"' for one in near)])
        parts.append(f"({options})")
    return f"names : ({' AND '.join(parts)})" if slipped else ""


def _near(db: Database, word: str) -> list[str]:
    if len(word) < names.SLIP_LENGTH - 1 or len(word) > LONGEST_NAME:
        return []
    keys = sorted(names.slip_keys(word))
    marks = ", ".join("?" * len(keys))
    found = db.rows(f"SELECT DISTINCT word FROM name_key WHERE key IN ({marks}) LIMIT 200", keys)
    return sorted(one for (one,) in found if one != word and _is_near(one, word))[:20]


def _is_near(name: str, typed: str) -> bool:
    return len(name) >= names.SLIP_LENGTH and names.within_one_slip(name, typed)


def organisations(db: Database, text: str, limit: int = 5) -> list[Hit]:
    query = written_query(text)
    if not query:
        return []
    return [
        Hit(HitKind.ORGANISATION, organisation, marked(name, text), "", None, None, str(count))
        for organisation, name, count in db.rows(_ORGANISATIONS, (query, limit))
    ]


def facts(db: Database, text: str, limit: int = 5, *, private: bool = True) -> list[Hit]:
    """Of the newest 200 that match, those first that have most of the words whole, then the newest.

    Those marked private are found only where `private` ones may be shown.
    """
    query = written_query(text)
    if not query:
        return []
    wanted = set(words(text))
    found = sorted(
        db.rows(_FACTS, (query, int(private))),
        key=lambda row: (-len(wanted & set(words(f"{row[3]} {row[4]}"))), -row[0]),
    )
    return [
        Hit(HitKind.FACT, fact, name, marked(said, text), person, None, marked(label, text))
        for fact, person, name, label, said in found[:limit]
    ]


def notes(db: Database, text: str, limit: int = 20, *, ranked: bool = False) -> list[Hit]:
    """Entries whose text or place has all the words: the newest written first, or the best first when `ranked`."""
    query = written_query(text)
    if not query:
        return []
    order = "search_entry.rank" if ranked else "search_entry.rowid DESC"
    rows = db.rows(_NOTES.format(order=order), (query, limit))
    return [
        Hit(HitKind.ENTRY, entry, kind, " ".join(snip.split()), person, at) for entry, kind, at, snip, person in rows
    ]


def marked(text: str, typed: str, *, forgiving: bool = False) -> str:
    """The text with the beginnings of words that were typed marked; accents and case aside.

    `forgiving` also marks words that are one slip away from a typed one.
    """
    wanted = asked(typed)
    return _WORD.sub(lambda found: _marked(found.group(), wanted, forgiving), text)


def _marked(word: str, wanted: list[str], forgiving: bool) -> str:
    folded = names.fold(word)
    hit = max((len(one) for one in wanted if folded.startswith(one)), default=0)
    if not hit and not (forgiving and any(_is_near(folded, one) for one in wanted)):
        return word
    cut = hit if hit and len(folded) == len(word) else len(word)
    return f"{MARK_OPEN}{word[:cut]}{MARK_CLOSE}{word[cut:]}"
