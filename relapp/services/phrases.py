"""My phrases: reading, writing, and filling them in for a person. Nothing is ever sent from here.

Until the first of them is changed a file shows the sample set that Relapp brings; that change takes the set over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relapp.domain.boundaries.spans import next_opening
from relapp.domain.changes import Area
from relapp.domain.errors import NoSuchRecord, Refused
from relapp.domain.filling import BLANK, FIELDS, fields_of, fill, needed, unknown
from relapp.domain.people import Position
from relapp.domain.relative import month_name
from relapp.domain.settings import ME_NAME, ME_SIGNATURE, PHRASES_OWN
from relapp.domain.templates import Filled, Template, TemplateKind
from relapp.domain.words import phrase, tr
from relapp.services.desk import Desk
from relapp.store import phrases as store
from relapp.store import stored_settings

if TYPE_CHECKING:
    from relapp.domain.file import PersonalFile
    from relapp.services.hours import BusinessHours
    from relapp.services.people import People

_AREAS = (Area.PHRASES, Area.SETTINGS)
SAMPLES = ("any.toml", "de.toml")
"""The files of the sample set."""


class Phrases:
    """The book of phrases of one file."""

    def __init__(
        self,
        desk: Desk,
        people: People,
        hours: Callable[[], BusinessHours],
        read: Callable[[str], str],
    ) -> None:
        """`read` gives the text of a file of the sample set by its name."""
        self._desk = desk
        self._people = people
        self._hours = hours
        self._read = read
        self._samples: tuple[Template, ...] | None = None

    # --- reading

    def all(self) -> list[Template]:
        """All phrases by kind, language (any first) and name.

        They are my own, or the sample set (`id` 0) as long as it is as it came.
        """
        if self._own():
            return store.every(self._desk.db)
        order = list(TemplateKind)
        return sorted(self.samples(), key=lambda one: (order.index(one.kind), one.language, one.name.lower()))

    def get(self, name: str) -> Template:
        """The phrase of that name, in any case. Raises Refused with what there is."""
        wanted = name.strip().casefold()
        for one in self.all():
            if one.name.casefold() == wanted:
                return one
        raise Refused(tr("There is no phrase “{name}”; “phrases list” shows them.").format(name=name.strip()))

    def samples(self) -> tuple[Template, ...]:
        """The set that Relapp brings."""
        if self._samples is None:
            self._samples = tuple(one for file in SAMPLES for one in read_samples(self._read(file)))
        return self._samples

    def of_kind(self, kind: TemplateKind, language: str) -> list[Template]:
        """Those of a kind in a language, else those of any."""
        own = self._own()
        found = store.of_kind(self._desk.db, kind) if own else [one for one in self.samples() if one.kind is kind]
        return in_language(found, language)

    # --- filling in

    def use(self, template: Template, person: int, more: Mapping[str, str] | None = None) -> Filled:
        """The phrase filled in for a person. Raises NoSuchPerson."""
        return fill(template, {**self.values(self._people.file(person)), **(more or {})})

    def draft(self, kind: TemplateKind, file: PersonalFile, more: Mapping[str, str], turn: int) -> Filled:
        """The phrase of that kind that fits best: few blanks, then what is special to the moment, then in turn."""
        found = self.of_kind(kind, file.person.language)
        if not found:
            return Filled("")
        values = {**self.values(file), **more}
        offset = turn % len(found)
        turned = found[offset:] + found[:offset]
        filled = [(fill(one, values), one) for one in turned]

        def fit(one: tuple[Filled, Template]) -> tuple[int, int, int]:
            made, of = one
            return len(made.missing), -len({*fields_of(of.text)} & {*more}), -len({*needed(of.text)} & {*more})

        return min(filled, key=fit)[0]

    def values(self, file: PersonalFile) -> dict[str, str]:
        """What every person's phrases know. Empty where nothing is known; private facts stay out."""
        from relapp.domain.money import money_words
        from relapp.store import sales

        name = file.person.name
        position = next((one for one in file.positions if not one.past), Position(""))
        sold = next(iter(sales.newest(self._desk.db, file.person.id)), None)
        asked = (one.text for one in self._people.openers(file.person.id, private=False))
        return {
            "given_name": name.nickname or name.given or file.shown,
            "name": file.shown,
            "organisation": position.organisation,
            "title": position.title,
            "opener": next((text for text in asked if text.endswith("?")), ""),
            "next_opening": self._next_opening(),
            "price": "" if sold is None else money_words(sold.amount, sold.currency),
            "what": "" if sold is None else sold.what,
            "interest": "",
            "recommendation": "",
            "referred": "",
            "left": "",
            "alone_at": "",
            "meeting": "",
            "years": "",
            "occasion": "",
            "news": "",
            "idea": "",
            "month": month_name(self._desk.today().month),
            "my_name": self._desk.option(ME_NAME),
            "signature": self._desk.option(ME_SIGNATURE),
        }

    def _next_opening(self) -> str:
        from relapp.domain.relative import day_words

        now, zone = self._desk.now(), self._desk.zone()
        opening = next_opening(self._hours().mine(), now)
        if opening is None:
            return ""
        local, today = opening.astimezone(zone), self._desk.today()
        if opening <= now:
            return tr("today")
        return tr("{day} at {time}").format(day=day_words(local.date(), today), time=f"{local:%H:%M}")

    # --- writing

    def add(self, one: Template, origin: object = None) -> int:
        """A new phrase. Returns the id. Raises Refused."""
        one = self._checked(one)
        with self._desk.write(phrase("Phrase “{name}”", name=one.name), _AREAS, origin):
            self._take_over()
            self._free(one)
            return store.insert(self._desk.db, one)

    def edit(self, before: Template, after: Template, origin: object = None) -> int:
        """Makes the phrase what `after` says. Returns its id. Raises NoSuchRecord, Refused."""
        after = self._checked(after)
        with self._desk.write(phrase("Phrase “{name}” edited", name=before.name), _AREAS, origin):
            self._take_over()
            id_ = self._id(before)
            one = Template(after.name, after.kind, after.text, after.subject, after.language, id_)
            self._free(one)
            store.update(self._desk.db, one)
            return id_

    def delete(self, one: Template, origin: object = None) -> None:
        """Raises NoSuchRecord."""
        with self._desk.write(phrase("Phrase “{name}” deleted", name=one.name), _AREAS, origin):
            self._take_over()
            store.delete(self._desk.db, self._id(one))

    def restore_samples(self, origin: object = None) -> int:
        """Brings back those of the sample set whose names are free. Returns how many."""
        with self._desk.write(phrase("Sample phrases"), _AREAS, origin):
            self._take_over()
            lacking = [one for one in self.samples() if store.named(self._desk.db, one.name) is None]
            for one in lacking:
                store.insert(self._desk.db, one)
        return len(lacking)

    def _own(self) -> bool:
        return self._desk.option(PHRASES_OWN)

    def _take_over(self) -> None:
        self._desk.forget_settings()  # another process may have done it
        if self._own():
            return
        for one in self.samples():
            store.insert(self._desk.db, one)
        stored_settings.put(self._desk.db, PHRASES_OWN.key, True)
        self._desk.forget_settings()

    def _id(self, one: Template) -> int:
        found = store.get(self._desk.db, one.id) if one.id else store.named(self._desk.db, one.name)
        if found is None:
            raise NoSuchRecord
        return found.id

    def _free(self, one: Template) -> None:
        other = store.named(self._desk.db, one.name)
        if other is not None and other.id != one.id:
            raise Refused(tr("There is a phrase “{name}” already; choose another name.").format(name=one.name))

    @staticmethod
    def _checked(one: Template) -> Template:
        name, text = one.name.strip(), one.text.strip()
        if not name:
            raise Refused(tr("A phrase needs a name."))
        if not text:
            raise Refused(tr("A phrase needs some text."))
        strange = unknown(text + one.subject)
        if strange:
            raise Refused(
                tr("There is no field {field}. These there are: {fields}.").format(
                    field="{" + strange[0] + "}", fields=", ".join("{" + name + "}" for name in FIELDS)
                )
            )
        return Template(name, one.kind, text, one.subject.strip(), one.language.strip(), one.id)


def in_language(found: Sequence[Template], language: str) -> list[Template]:
    """Those in that language (a tag like "de-AT"), else those of any, else all."""
    short = language.partition("-")[0].lower()
    mine = [one for one in found if short and one.language.partition("-")[0].lower() == short]
    return mine or [one for one in found if not one.language] or list(found)


def read_samples(text: str) -> list[Template]:
    """The phrases of a file of the sample set: a table each, named by its heading."""
    return [
        Template(
            name,
            TemplateKind(table["kind"]),
            table["text"].strip(),
            table.get("subject", ""),
            table.get("language", ""),
        )
        for name, table in tomllib.loads(text).items()
    ]


def blank_words(filled: Filled) -> str:
    """What has still to be filled in, as a sentence; empty when nothing."""
    if not filled.missing:
        return ""
    names = ", ".join(FIELDS[name]() for name in filled.missing)
    return tr("Fill in {blank}: {fields}.").format(blank=BLANK, fields=names)


def turn_of(person: int, today: date) -> int:
    """Whose turn it is among phrases that fit alike: another one each week."""
    return person + today.isocalendar().week
