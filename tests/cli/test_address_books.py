"""Address books from real life through the commands: what is in them comes out, and twice is once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from relapp.core import Core
from relapp.domain.cards import Card, Reading
from relapp.domain.errors import KnownError
from tests.blank import on_blank
from tests.cli.conftest import Command
from tests.clocks import StandingClock

KINDS = ("vcard", "google_csv", "contacts_csv")
Person = dict[str, Any]


def books(corpora: Path) -> Iterator[Path]:
    """All vCards and contact tables."""
    for line in (corpora / "INDEX.tsv").read_text("utf-8").splitlines()[1:]:
        name, kind = line.split("\t")[:2]
        if kind.startswith(KINDS):
            yield corpora / name


def expected(corpora: Path) -> dict[str, list[Person]]:
    """By file, the people in it as somebody read them by eye."""
    found: dict[str, list[Person]] = json.loads((corpora / "expected.json").read_text("utf-8"))["files"]
    return found


# --- against the eye


def even(value: str | None) -> str | None:
    """As `_meta` of the file has it: white space evened out, nothing is absent."""
    return " ".join((value or "").removeprefix("tel:").split()) or None


def values(found: list[dict[str, str]]) -> list[str | None]:
    return sorted((even(one["value"]) for one in found), key=str)


def differences(wanted: Person, found: Person) -> dict[str, tuple[object, object]]:
    """What was to be there and is not."""
    pairs: dict[str, tuple[object, object]] = {
        "emails": (sorted(map(even, wanted["emails"]), key=str), values(found["emails"])),
        "org": (even(wanted["org"]), even(found["organisation"])),
        "title": (even(wanted["title"]), even(found["title"])),
    }
    for key in ("given_name", "family_name"):
        pairs[key] = (wanted.get(key.removesuffix("_name"), found[key]), found[key])
    for key in ("nickname", "note"):
        pairs[key] = (even(wanted.get(key, found[key])), even(found[key]))
    if wanted["phones"] is not None:
        pairs["phones"] = (sorted(map(even, wanted["phones"]), key=str), values(found["phones"]))
    if "urls" in wanted:
        pairs["urls"] = (sorted(wanted["urls"]), values(found["urls"]))
    if "groups" in wanted:
        pairs["categories"] = (sorted(wanted["groups"]), sorted(found["categories"]))
    for place in wanted.get("addresses", []):
        there = [{part: even(one[part]) for part in place} for one in found["addresses"]]
        ours = {part: even(text) for part, text in place.items()}
        pairs[f"address {place}"] = (ours, ours if ours in there else there)
    birthdays = [wanted["birthday"], *wanted.get("birthday_ok", [])]
    pairs["birthday"] = (found["birthday"] if found["birthday"] in birthdays else birthdays, found["birthday"])
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def names(wanted: Person) -> set[str | None]:
    return {
        even(name) for name in (wanted["full_name"], wanted.get("full_name_fallback"), *wanted.get("full_name_ok", []))
    }


def test_what_the_eye_reads_is_what_comes_out(typed: Command, path: Path, corpora: Path) -> None:
    wrong: dict[str, object] = {}
    read = 0
    for name, people in expected(corpora).items():
        for leftover in path.parent.glob("mine.db*"):
            leftover.unlink()
        said = json.loads(typed("import", "--json", corpora / name).out)
        if "error" in said:
            assert " is a CSV of " in said["error"], said["error"]
            continue
        read += 1
        found = typed("export", "people", "--format", "json").json()
        assert len(found) == len(people) == said["added"], name
        for wanted in people:
            alike = [one for one in found if even(one["full_name"]) in names(wanted)]
            told = [differences(wanted, one) for one in alike]
            if {} not in told:
                wrong[f"{name}: {wanted['full_name']}"] = told
    assert wrong == {}
    assert read == 15


def test_who_has_no_name_goes_by_what_stands_in(typed: Command, path: Path, corpora: Path) -> None:
    """Everywhere: in the export, in the list, and when somebody is meant."""
    book = next(name for name in expected(corpora) if name.endswith("John_Doe_ANDROID.vcf"))
    typed("import", corpora / book)
    found = typed("export", "people", "--format", "json", "--person", "john.doe@company.com").json()
    assert [one["full_name"] for one in found] == ["john.doe@company.com"]
    assert "person · john.doe@company.com" in typed("search", "john.doe").out


# --- twice


def everything(core: Core) -> list[list[Any]]:
    tables = ("person", "person_source", "contact_point", "position", "person_tag", "extra", "photo", "organisation")
    return [core.desk.db.rows(f"SELECT * FROM {table}") for table in tables]


def test_every_book_twice_is_as_good_as_once(corpora: Path, tmp_path: Path) -> None:
    """Each read or refused in a sentence; the second time nothing is added or changed."""
    wrong: dict[str, object] = {}
    refused: list[str] = []
    for number, book in enumerate(books(corpora)):
        core = on_blank(tmp_path / f"{number}.db", StandingClock())
        try:
            reading = core.imports.read(book)
        except KnownError as error:
            assert book.name in str(error)
            refused.append(book.name)
        else:
            once = core.imports.run(book, reading)
            before = everything(core)
            again = core.imports.run(book, reading)
            if (again.added, again.merged, again.change) != (0, 0, None) or everything(core) != before:
                wrong[str(book)] = once, again
        core.close()
    assert wrong == {}
    assert len(refused) <= 6, refused


def test_all_books_in_one_file_come_back_equal(core: Core, corpora: Path, tmp_path: Path) -> None:
    cards: list[Card] = []
    for book in books(corpora):
        try:
            reading = core.imports.read(book)
        except KnownError:
            continue
        core.imports.run(book, reading)
        cards += reading.cards
    before = everything(core)
    again = core.imports.run(Path("all.vcf"), Reading("vcard", "utf-8", tuple(cards)))
    assert (again.added, again.merged, again.unchanged, again.change) == (0, 0, len(cards), None)
    assert everything(core) == before
    assert core.files.check() == []

    core.exports.save(core.exports.people_vcard(), tmp_path / "out.vcf")
    other = on_blank(tmp_path / "other.db", StandingClock())
    other.imports.run(tmp_path / "out.vcf", other.imports.read(tmp_path / "out.vcf"))
    here, there = (by_uid(one) for one in (core, other))
    assert there == here
    assert extras(other) == extras(core)
    other.close()


def by_uid(core: Core) -> dict[str, Person]:
    return {one["uid"]: one for one in json.loads("".join(core.exports.people_json()))}


def extras(core: Core) -> set[tuple[str, str, str]]:
    """What the app does not use, and whose it is."""
    sql = "SELECT uid, name, value FROM extra JOIN person ON person.id = person_id"
    return {(uid, name.upper(), value) for uid, name, value in core.desk.db.rows(sql)}
