"""Who else was there: a removable chip for each, and a chip that adds one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relapp.core import Core
from relapp.domain.errors import NoSuchPerson
from relapp.domain.words import tr
from ui.palette import Tone
from ui.timeline.person_picker import PersonPicker
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout


class PeopleField(QWidget):
    """The chips of the people; `add` stands wherever its owner puts it. `least` people can't be taken away."""

    changed = Signal()

    def __init__(self, core: Core, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._least = least
        self._people: tuple[int, ...] = ()
        self._without: tuple[int, ...] = ()
        self._row = FlowLayout(self)
        self.add = Chip(tr("person"), Tone.GREY, "plus", parent, clickable=True)
        self.add.setAccessibleName(tr("Add a person"))
        self.add.clicked.connect(self.ask)

    def show_people(self, people: tuple[int, ...], without: tuple[int, ...] = ()) -> None:
        """Shows these; those of `without` are not offered. People who are gone are left out."""
        self._people, self._without = people, without
        self._row.clear()
        for person in people:
            try:
                name = self._core.people.name(person)
            except NoSuchPerson:
                self._people = tuple(one for one in self._people if one != person)
                continue
            chip = Chip(name, Tone.BLUE, "user", self, removable=len(people) > self._least)
            chip.remove_asked.connect(lambda person=person: self._remove(person))
            self._row.addWidget(chip)
        self.setVisible(bool(self._people))
        self.updateGeometry()

    def people(self) -> tuple[int, ...]:
        """Who is named, in the order of naming."""
        return self._people

    def ask(self) -> PersonPicker:
        """Opens the box that finds a person."""
        picker = PersonPicker(self.add, self._core, (*self._people, *self._without))
        picker.picked.connect(self._on_person_picked)
        picker.open_below()
        return picker

    def _on_person_picked(self, person: int) -> None:
        if person not in self._people:
            self.show_people((*self._people, person), self._without)
            self.changed.emit()

    def _remove(self, person: int) -> None:
        self.show_people(tuple(one for one in self._people if one != person), self._without)
        self.changed.emit()
