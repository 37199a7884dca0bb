"""Every entry is reachable, in order, none twice: at the start, by far jumps, and after inserts and deletes."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from relapp.core import Core
from relapp.domain.pages import TimelineOf
from relapp.domain.timeline import NewEntry
from tests.clocks import NOW
from tests.ui.timeline.long_timelines import log_notes
from ui.timeline.model import PAGE, STRIDE, TimelineModel

COUNT = 3 * STRIDE + PAGE // 2


@pytest.fixture
def busy(core: Core) -> int:
    """Somebody with some thousand entries, many at the same second."""
    person = core.people.add("Tom Keller")
    dice = random.Random(3)
    at = [int(NOW.timestamp()) - dice.randrange(COUNT // 3) * 60 for _ in range(COUNT)]
    log_notes(core, person, at)
    return person


def ids_in_order(core: Core, person: int) -> list[int]:
    sql = "SELECT entry_id FROM entry_person WHERE person_id = ? ORDER BY at DESC, entry_id DESC"
    return [entry for (entry,) in core.desk.db.rows(sql, (person,))]


def ids_of(model: TimelineModel, rows: list[int]) -> list[int]:
    return [line.id for line in map(model.line, rows) if line is not None]


def test_all_rows_come_in_order_and_once(core: Core, busy: int) -> None:
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=busy))
    model.count_all()
    assert model.rowCount() == COUNT
    assert ids_of(model, list(range(COUNT))) == ids_in_order(core, busy)


def test_far_jumps_land_where_scrolling_would(core: Core, busy: int) -> None:
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=busy))
    model.count_all()
    rows = random.Random(5).sample(range(COUNT), 60)
    wanted = ids_in_order(core, busy)
    assert ids_of(model, rows) == [wanted[row] for row in rows]


def test_only_the_first_page_is_there_at_first(core: Core, busy: int) -> None:
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=busy))
    assert model.rowCount() == PAGE


def test_anchors_found_ahead_lead_to_the_same_rows(core: Core, busy: int) -> None:
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=busy))
    model.count_all()
    while model.find_more_anchors(1):
        pass
    last = model.line(COUNT - 1)
    assert last is not None
    assert last.id == ids_in_order(core, busy)[-1]
    assert not model.find_more_anchors(1)


def test_a_new_and_a_deleted_entry_shift_the_rows(core: Core, busy: int) -> None:
    model = TimelineModel(core)
    middle = ids_in_order(core, busy)[STRIDE + 7]
    core.entries.log(NewEntry("call", NOW - timedelta(days=1), (busy,), "between"))
    core.entries.delete([middle])
    model.show_timeline(TimelineOf(person=busy))
    model.count_all()
    assert model.rowCount() == COUNT
    assert ids_of(model, list(range(COUNT))) == ids_in_order(core, busy)


def test_words_narrow_the_timeline(core: Core) -> None:
    person = core.people.add("Tom Keller")
    for text in ("the plant in Drammen", "lunch", "Drammen again"):
        core.entries.log(NewEntry("note", NOW, (person,), text))
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=person, text="dramm"))
    texts = {line.text for line in (model.line(0), model.line(1)) if line is not None}
    assert texts == {"the plant in Drammen", "Drammen again"}
    assert model.rowCount() == 2


def test_a_screen_reader_hears_title_and_text(core: Core) -> None:
    person = core.people.add("Tom Keller")
    core.entries.log(NewEntry("call", NOW, (person,), "**Plant** in Drammen"))
    model = TimelineModel(core)
    model.show_timeline(TimelineOf(person=person))
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Call with Tom Keller. Plant in Drammen"
