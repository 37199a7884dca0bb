"""The name at the head of a personal file: it goes before what stands beside it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from relapp.core import Core
from relapp.domain.drafts import PersonDraft
from relapp.domain.people import PersonName
from tests.ui.doubles import ShellDouble
from ui.people.header import Header


def shown(qtbot: QtBot, shell: ShellDouble, core: Core, name: PersonName) -> Header:
    person = core.people.add("Somebody")
    core.people.save(person, PersonDraft(name=name))
    header = Header(shell)
    qtbot.addWidget(header)
    header.resize(760, 120)
    header.show()
    header.show_file(core.people.file(person), None)
    return header


def test_a_name_is_not_cut_for_the_sake_of_the_nickname(qtbot: QtBot, shell: ShellDouble, core: Core) -> None:
    full = "Bartholomeus van Groenendael-Vaartstra"
    header = shown(qtbot, shell, core, PersonName(full=full, nickname="Bart of the brewery by the old canal"))
    qtbot.waitUntil(lambda: header.name.shown_text() == full)
    assert header.spoken.isVisible()


@pytest.mark.parametrize(("full", "aside"), [("Denise “Denny” Abruzzo", ""), ("Denise Abruzzo", "“Denny”")])
def test_a_nickname_is_said_once(qtbot: QtBot, shell: ShellDouble, core: Core, full: str, aside: str) -> None:
    assert shown(qtbot, shell, core, PersonName(full=full, nickname="Denny")).spoken.text() == aside
