"""One e-mail, phone number, link, messenger or postal address: its label, what it is, and whether it may be used."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from relapp.domain.people import Address, ContactPoint, Permission, PointKind
from relapp.domain.permissions import permission_label
from relapp.domain.words import tr
from ui.fonts import px
from ui.people.editing.choice import Choice, OpenChoice
from ui.people.editing.page import side_by_side
from ui.people.editing.rows import EditRow
from ui.people.editing.wrong import Wrong

ADDRESS_PARTS = ("street", "extended", "postcode", "city", "region", "country", "pobox")


def labels_for(kind: PointKind) -> list[str]:
    """Labels that are often wanted, in the words the formats read and write."""
    return {
        PointKind.EMAIL: [tr("work"), tr("home"), tr("other")],
        PointKind.PHONE: [tr("mobile"), tr("work"), tr("home"), tr("office"), tr("assistant"), tr("fax")],
        PointKind.ADDRESS: [tr("work"), tr("home"), tr("deliveries"), tr("billing")],
        PointKind.URL: [tr("website"), "LinkedIn", "Mastodon", "GitHub"],
        PointKind.MESSENGER: ["Signal", "WhatsApp", "Telegram", "Teams", "Threema", "Matrix"],
    }[kind]


def kind_word(kind: PointKind) -> str:
    """What one of these is called."""
    return {
        PointKind.EMAIL: tr("E-mail"),
        PointKind.PHONE: tr("Phone"),
        PointKind.ADDRESS: tr("Address"),
        PointKind.URL: tr("Link"),
        PointKind.MESSENGER: tr("Messenger"),
    }[kind]


def permission_choice(name: str, permission: Permission, parent: QWidget | None = None) -> Choice:
    """The four permissions to choose from."""
    made = Choice(name, [(permission_label(one), one) for one in Permission], parent)
    made.choose(permission)
    return made


class PointRow(EditRow):
    """A value in one line. Rows that were not touched give back what they were given, to the letter."""

    def __init__(self, point: ContactPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        word = kind_word(point.kind)
        self.label = OpenChoice(tr("{what}: label").format(what=word), labels_for(point.kind), point.label, self)
        self.permission = permission_choice(tr("{what}: permission").format(what=word), point.permission, self)
        self.text = QLineEdit(point.value, self)
        self.text.setAccessibleName(word)
        self.setAccessibleName(word)
        self._build_layout()
        self.setFocusProxy(self.text)
        self.watch(self.label, self.text, self.permission)

    def _build_layout(self) -> None:
        self.fields.addLayout(side_by_side(self.label, self.text, self.permission, stretch=(3, 7, 3)))

    def value(self) -> ContactPoint | None:
        if not self.is_touched:
            return self._point if self._point.value else None
        text = self.text.text().strip()
        if not text:
            return None
        if self._point.kind is PointKind.EMAIL and "@" not in text.strip("@"):
            raise Wrong(tr("“{text}” is no e-mail address; it needs an @ in the middle.").format(text=text), self.text)
        if self._point.kind is PointKind.PHONE and not any(map(str.isdigit, text)):
            raise Wrong(tr("“{text}” is no phone number; it needs a digit.").format(text=text), self.text)
        return replace(self._point, value=text, label=self.label.text(), permission=self.permission.chosen())


class AddressRow(EditRow):
    """A postal address in its parts."""

    def __init__(self, point: ContactPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = point
        self._address = point.address or Address(street=point.value)
        word = kind_word(point.kind)
        self.setAccessibleName(word)
        self.label = OpenChoice(tr("{what}: label").format(what=word), labels_for(point.kind), point.label, self)
        self.permission = permission_choice(tr("{what}: permission").format(what=word), point.permission, self)
        names = {
            "street": tr("Street and number"),
            "extended": tr("Building, floor"),
            "postcode": tr("Postcode"),
            "city": tr("Town"),
            "region": tr("Region"),
            "country": tr("Country"),
            "pobox": tr("PO box"),
        }
        self.parts = {part: self._field(part, names[part]) for part in ADDRESS_PARTS}
        self._build_layout()
        self.setFocusProxy(self.parts["street"])
        self.watch(self.label, self.permission, *self.parts.values())

    def _field(self, part: str, name: str) -> QLineEdit:
        field = QLineEdit(_one_line(getattr(self._address, part)), self)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _build_layout(self) -> None:
        parts = self.parts
        top = QHBoxLayout()
        top.setSpacing(px(10))
        top.addWidget(self.label, 3)
        top.addWidget(parts["street"], 7)
        top.addWidget(self.permission, 3)
        self.fields.addLayout(top)
        rows = (("postcode", "city", "country"), ("extended", "region", "pobox"))
        for names in rows:
            self.fields.addLayout(side_by_side(*(parts[name] for name in names), stretch=(3, 7, 3)))

    def value(self) -> ContactPoint | None:
        if not self.is_touched:
            return self._point if self._point.shown() else None
        typed = {part: field.text().strip() for part, field in self.parts.items()}
        before = {part: getattr(self._address, part) for part in ADDRESS_PARTS}
        address = Address(**{part: before[part] if _one_line(before[part]) == typed[part] else typed[part]
                             for part in ADDRESS_PARTS})  # fmt: skip
        if not address.one_line():
            return None
        return replace(
            self._point, value="", address=address, label=self.label.text(), permission=self.permission.chosen()
        )


def _one_line(text: str) -> str:
    return ", ".join(part.strip() for part in text.split("\n") if part.strip())
