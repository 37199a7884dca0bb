"""What can be wrong with a file or its disk: one clear sentence each, nothing lost, nothing half-written."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from relapp.core import Core, build
from relapp.domain.directory import PeopleFilter
from relapp.domain.errors import KnownError
from relapp.domain.exports import NotesWanted
from relapp.domain.pages import TimelineOf
from relapp.domain.people import Photo
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW, StandingClock
from tests.store.disks import Disk, disk

PAGE = 4096


def opened(path: Path) -> Core:
    return build(path, StandingClock())


def filled(path: Path) -> bytes:
    """A closed file with some people and entries; returns its bytes."""
    core = opened(path)
    for number in range(20):
        person = core.people.add(
            f"Tom Keller {number}", organisation="Keller Werk", emails=[f"tom{number}@example.org"]
        )
        core.entries.log(NewEntry("call", NOW, (person,), "The plant in Drammen. " * 20))
    core.close()
    return path.read_bytes()


def refused(path: Path) -> str:
    """The sentence with which the file is refused; it is the same to the byte after, and nothing lies beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.glob("*")) if path.parent.is_dir() else []
    with pytest.raises(KnownError) as caught:
        opened(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert (sorted(path.parent.glob("*")) if path.parent.is_dir() else []) == beside
    return str(caught.value)


# --- files that are not ours


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    assert refused(path) == f"{path} is a database of another program. Choose a Relapp file."


def test_an_empty_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.gpkg"
    other = sqlite3.connect(path)
    other.execute("PRAGMA application_id = 1196444487")
    other.commit()
    other.close()
    assert "another program" in refused(path)


@pytest.mark.parametrize(
    "content", [b"Dear Tom,\n" * 400, b"\0" * 5000, b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, b"SQLite format 3\0"]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    assert "letter.db is not a Relapp file, or it is damaged" in refused(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder. Name a file."


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "mine.db"
    assert refused(path) == f"The folder {path.parent} does not exist. Make it first, or choose another."
    assert not path.parent.exists()


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="File name too long"):
        opened(tmp_path / ("x" * 300))


# --- damage


def every_use(core: Core) -> Iterator[Callable[[], object]]:
    """One of each kind of reading and writing."""
    yield core.files.check
    yield lambda: core.directory.page(PeopleFilter())
    yield lambda: core.people.file(3)
    yield lambda: core.finding.ranked("tom drammen")
    yield lambda: core.entries.page(TimelineOf(person=3))
    yield lambda: list(core.exports.people_json())
    yield lambda: list(core.exports.notes_csv(NotesWanted()))
    yield core.history.list
    yield core.today.read
    yield lambda: core.people.tag([3], "golf")
    yield core.history.undo


@pytest.mark.parametrize(
    ("first", "spoilt"), [(0, bytes(PAGE)), (3, b"\xff" * PAGE), (6, random.Random(1).randbytes(PAGE))], ids="0fr"
)
def test_a_damaged_page_is_said_wherever_one_comes_upon_it(tmp_path: Path, first: int, spoilt: bytes) -> None:
    """Whichever page it is, each use either still works or raises a sentence; never anything else."""
    path = tmp_path / "mine.db"
    good = filled(path)
    said: list[str] = []
    for at in {0, *range(first * PAGE, len(good), 9 * PAGE)}:
        path.write_bytes(good[:at] + spoilt + good[at + PAGE :])
        for leftover in (path.with_name("mine.db-wal"), path.with_name("mine.db-shm")):
            leftover.unlink(missing_ok=True)
        said += sentences(path)
    assert len(said) > 10
    assert all("is damaged" in one or "it is damaged" in one for one in said)


def sentences(path: Path) -> list[str]:
    """What opening the file and using it says of its damage."""
    try:
        core = opened(path)
    except KnownError as error:
        return [str(error)]
    said = list[str]()
    for use in every_use(core):
        try:
            found = use()
        except KnownError as error:
            said.append(str(error))
        else:
            said += found if use == core.files.check and isinstance(found, list) else []
    core.close()
    return said


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_found_damaged(tmp_path: Path, kept: float) -> None:
    path = tmp_path / "mine.db"
    good = filled(path)
    path.write_bytes(good[: int(len(good) * kept)])
    assert any("damaged" in one for one in sentences(path))


def test_check_finds_what_does_not_fit(core: Core, tom: int) -> None:
    core.entries.log(NewEntry("call", NOW, (tom,), "Drammen"))
    assert core.files.check() == []
    db = core.desk.db
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE entry SET at = at - 1")
    db.execute("UPDATE roster SET last_contact = 1")
    db.execute("DELETE FROM search_backlog")
    db.execute("INSERT INTO search_backlog (first, last) SELECT id, id FROM entry")
    db.execute("INSERT INTO person_tag (person_id, tag_id) VALUES (1, 77)")
    assert core.files.check() == [
        "A row of person_tag hangs on a row of tag that is gone.",
        "1 entries stand at two different times.",
        "1 people show a last contact that is not theirs.",
        "1 people have a rhythm that is not theirs.",
        "The search index of entry does not fit.",
    ]
    db.execute("DELETE FROM roster")
    assert "1 people are missing in the list." in core.files.check()


# --- disks


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    """A disk of twelve megabytes."""
    with disk(tmp_path / "small", "12m") as made:
        yield made


def test_a_full_disk_is_said_and_nothing_is_lost(small: Disk) -> None:
    path = small.folder / "mine.db"
    core = opened(path)
    person = core.people.add("Tom Keller")
    small.fill()
    with pytest.raises(KnownError, match=r"The disk with .*mine\.db is full\. Nothing was changed"):
        core.people.set_photo(person, Photo("image/png", bytes(20_000_000)))
    assert core.people.photo(person) is None
    assert core.files.check() == []
    assert len(core.history.list()) == 1
    (small.folder / "filler").unlink()
    core.people.tag([person], "golf")
    core.close()


def test_a_new_file_on_a_full_disk_is_refused(small: Disk) -> None:
    small.fill()
    with pytest.raises(KnownError, match="is full"):
        opened(small.folder / "new.db")


def test_no_half_copy_stays_on_a_full_disk(small: Disk, core: Core, tom: int) -> None:
    small.fill()
    with pytest.raises(KnownError, match="full"):
        core.files.save_copy(small.folder / "copy.db")
    assert [path.name for path in small.folder.iterdir()] == ["filler"]


def test_an_export_to_a_full_disk_leaves_the_old_file(small: Disk, core: Core, tom: int) -> None:
    target = small.folder / "notes.csv"
    target.write_text("what was there")
    small.fill()
    with pytest.raises(KnownError, match=r"notes\.csv can't be written: No space left on device"):
        core.exports.save(["x" * 100_000], target)
    assert target.read_text() == "what was there"
    assert sorted(path.name for path in small.folder.iterdir()) == ["filler", "notes.csv"]


def test_a_read_only_file_is_refused(small: Disk) -> None:
    path = small.folder / "mine.db"
    filled(path)
    small.remount("ro")
    assert refused(path) == f"{path} is read-only. Allow writing to it and to its folder, or open a copy."
    assert "read-only" in refused(small.folder / "new.db")


# --- copies


def test_a_copy_is_whole_and_never_replaces_a_file(core: Core, tom: int, tmp_path: Path) -> None:
    target = tmp_path / "copy of mine.db"
    core.files.save_copy(target)
    copy = opened(target)
    assert copy.people.name(tom) == "Tom Keller"
    assert copy.files.check() == []
    copy.close()
    before = target.read_bytes()
    with pytest.raises(KnownError, match="exists already; choose another name"):
        core.files.save_copy(target)
    assert target.read_bytes() == before


def test_a_copy_into_a_missing_folder_is_refused(core: Core, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"can.t be opened\. Check that its folder exists"):
        core.files.save_copy(tmp_path / "nowhere" / "copy.db")
