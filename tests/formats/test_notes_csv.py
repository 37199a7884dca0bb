"""Notes out and in again: equal, whatever is in them, in every dialect and choice of columns."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relapp.domain.errors import Cancelled, Refused
from relapp.formats import notes_csv
from relapp.formats.csv_cells import COMMA, SEPARATORS, Dialect, several
from relapp.formats.notes_csv import KEYS, NoteRow, claims, instant, people, read, write

ROW = NoteRow(
    entry_id=7,
    entry_uid="e-7",
    person_uid="p-1",
    person="Tom Keller",
    other_person_uids="p-2; p-3",
    other_people="Ida; Léa",
    organisation="Nordlys, AS",
    when="2026-03-12T12:30:00Z",
    kind="call",
    direction="out",
    outcome="spoke",
    minutes=20,
    place="",
    counts=None,
    text='The plant, "Drammen"\nand more',
)
words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
tricky = st.one_of(
    words, st.sampled_from(["=1+1", "+49 30", "-", "@x", "'tis", "''", "\tx", "\r", " =1", '"', ";", ","])
)
note_rows = st.builds(
    NoteRow,
    entry_id=st.integers(1, 10**9),
    entry_uid=words.map(str.strip),
    person_uid=words.map(lambda text: text.strip() or "p"),
    person=tricky,
    other_person_uids=st.lists(words.filter(bool), max_size=3).map(several),
    other_people=st.lists(words.filter(bool), max_size=3).map(several),
    organisation=tricky,
    when=st.integers(0, 4 * 10**9).map(lambda at: f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"),
    kind=st.sampled_from(["call", "lunch", "note"]),
    direction=st.sampled_from(["in", "out", "none"]),
    outcome=st.sampled_from(["", None, "spoke", "no_answer"]),
    minutes=st.none() | st.integers(0, 600),
    place=tricky,
    counts=st.sampled_from([None, True, False]),
    text=tricky,
)
dialects = st.builds(Dialect, separator=st.sampled_from(SEPARATORS), bom=st.booleans())


def written(*rows: tuple[object, ...], columns: tuple[str, ...] = KEYS, dialect: Dialect = COMMA) -> str:
    return "".join(write(rows, columns, dialect))


def as_cells(row: NoteRow) -> dict[str, str]:
    counts = "" if row.counts is None else "yes" if row.counts else "no"
    found = row._asdict() | {"counts": counts}
    return {key: "" if value is None else str(value) for key, value in found.items()}


def test_the_file_is_what_its_description_says() -> None:
    assert written(ROW) == (
        "entry_id,entry_uid,person_uid,person,other_person_uids,other_people,organisation,when,kind,direction,"
        "outcome,minutes,place,counts,text\r\n"
        '7,e-7,p-1,Tom Keller,"p-2; p-3","Ida; Léa","Nordlys, AS",2026-03-12T12:30:00Z,call,out,'
        'spoke,20,,,"The plant, ""Drammen""\nand more"\r\n'
    )


def test_every_column_can_be_chosen_and_has_a_name() -> None:
    assert tuple(column.key for column in notes_csv.COLUMNS) == KEYS
    assert len({column.label() for column in notes_csv.COLUMNS}) == len(KEYS)


@given(st.lists(note_rows, min_size=1, max_size=5), dialects)
def test_notes_come_back_as_they_went(rows: list[NoteRow], dialect: Dialect) -> None:
    reading = read(written(*rows, dialect=dialect).encode(), "notes.csv")
    assert [note.cells for note in reading.notes] == [as_cells(row) for row in rows]
    assert (reading.format, reading.skipped) == ("notes-csv", ())


@given(st.lists(note_rows, max_size=5), st.lists(st.sampled_from(KEYS), min_size=1, unique=True), dialects)
def test_no_cell_begins_like_a_formula(rows: list[NoteRow], columns: list[str], dialect: Dialect) -> None:
    text = written(*rows, columns=tuple(columns), dialect=dialect).removeprefix("\ufeff")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator))
    assert (table[0], len(table)) == (columns, len(rows) + 1)
    assert not [cell for row in table for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert {len(row) for row in table} == {len(columns)}


def test_rows_of_a_cursor_are_as_good_and_many_are_written_in_pieces() -> None:
    pieces = list(write((tuple(ROW) for _ in range(1000)), KEYS))
    assert len(pieces) > 3
    assert len(read("".join(pieces).encode(), "notes.csv").notes) == 1000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_excel_saved_again_is_read(encoding: str) -> None:
    text = written(ROW, dialect=Dialect(";")).replace("\n", "\r\n").replace("\r\r\n", "\r\n")
    (note,) = read(text.encode(encoding), "notes.csv").notes
    assert people(note.cells) == (("p-1", "Tom Keller"), ("p-2", "Ida"), ("p-3", "Léa"))


def test_columns_in_another_order_and_columns_of_others_are_fine() -> None:
    text = "text,My own,Person,when,kind\nHello,x,Tom,2026-03-12T12:30:00Z,call\n"
    (note,) = read(text.encode(), "notes.csv").notes
    assert (note.cells["text"], note.cells["person"], note.cells["minutes"], note.line) == ("Hello", "Tom", "", 2)
    assert set(note.cells) == set(KEYS)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"when": ""}, "when"),
        ({"when": "12.03.2026"}, "12.03.2026"),
        ({"when": "0001-01-01T00:00:00+14:00"}, "instant"),
        ({"kind": " "}, "kind"),
        ({"person": "", "person_uid": " ", "other_people": "", "other_person_uids": ""}, "no person"),
        ({"direction": "sideways"}, "in, out, none"),
        ({"outcome": "maybe"}, "left_message"),
        ({"minutes": -5}, "minutes"),
    ],
)
def test_a_row_that_can_be_no_entry_is_skipped_with_a_reason(cells: dict[str, Any], told: str) -> None:
    text = written(ROW, ROW._replace(entry_uid="broken", **cells))
    reading = read(text.encode(), "notes.csv")
    assert [note.cells["entry_uid"] for note in reading.notes] == ["e-7"]
    assert [(one.line, told in one.reason) for one in reading.skipped] == [(4, True)]


def test_a_tick_that_is_neither_yes_nor_no_is_skipped() -> None:
    text = "when,kind,person,counts\n2026-03-12,call,Tom,yes\n2026-03-12,call,Tom,perhaps\n"
    reading = read(text.encode(), "notes.csv")
    assert [note.cells["counts"] for note in reading.notes] == ["yes"]
    assert ["yes, no" in one.reason for one in reading.skipped] == [True]


def test_words_in_capitals_are_understood() -> None:
    (note,) = read(written(ROW._replace(kind="CALL", direction=" Out")).encode(), "notes.csv").notes
    assert (note.cells["kind"], note.cells["direction"]) == ("call", "out")


@pytest.mark.parametrize("missing", ["when", "kind"])
def test_a_file_without_a_needed_column_is_refused(missing: str) -> None:
    columns = tuple(key for key in KEYS if key != missing)
    with pytest.raises(Refused, match=rf"“my notes.csv” .* line 1 .* {missing}\. Export"):
        read(written(ROW, columns=columns).encode(), "my notes.csv")


def test_a_file_without_people_is_refused() -> None:
    with pytest.raises(Refused, match="person_uid"):
        read(written(ROW, columns=("entry_id", "when", "kind", "text")).encode(), "notes.csv")


def test_a_file_with_nothing_but_a_header_is_refused() -> None:
    with pytest.raises(Refused, match=r"“notes\.csv” holds nothing"):
        read(written().encode(), "notes.csv")


def test_a_file_with_no_readable_row_is_refused_with_the_first_reason() -> None:
    with pytest.raises(Refused, match=r"“notes\.csv” .* Line 2: It does not say when\."):
        read(written(ROW._replace(when=""), ROW._replace(kind="")).encode(), "notes.csv")


def test_our_own_files_are_claimed_in_every_dialect() -> None:
    for separator in SEPARATORS:
        for bom in (True, False):
            assert claims(written(ROW, dialect=Dialect(separator, bom)).encode(), "x.txt")
    assert claims(b"when,person,text\n", "")
    assert not claims(b"person,place,text\n", "notes.csv")
    assert not claims(b"when,what,where\n", "notes.csv")


def test_instants_are_utc_even_where_a_spreadsheet_took_the_offset() -> None:
    noon = datetime(2026, 3, 12, 12, 30, tzinfo=UTC)
    for when in ("2026-03-12T12:30:00Z", "2026-03-12 12:30:00", "2026-03-12T13:30+01:00", "2026-03-12T12:30Z"):
        assert instant(when) == noon


def test_somebody_known_by_name_or_uid_alone_took_part_too() -> None:
    cells = dict.fromkeys(KEYS, "") | {"person": "Tom", "other_person_uids": "p-2; p-3", "other_people": "Ida"}
    assert people(cells) == (("", "Tom"), ("p-2", "Ida"), ("p-3", ""))


def test_progress_is_told_and_can_stop_the_reading() -> None:
    data = written(*[ROW] * 500).encode()
    told: list[tuple[int, int]] = []
    read(data, "notes.csv", lambda done, total: told.append((done, total)))
    assert told == [(0, 500), (200, 500), (400, 500), (500, 500)]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read(data, "notes.csv", stop)
