"""A card in the making: collects what the properties say, then brings together what belongs together."""

from __future__ import annotations

from dataclasses import dataclass, field

from relapp.domain.cards import Affiliation, Card, Extra, Labelled, LabelledAddress
from relapp.domain.dates import PartialDate
from relapp.domain.people import Address, PersonName, Photo
from relapp.formats.content_heads import Head
from relapp.formats.content_values import unescape
from relapp.formats.vcard_dates import read_date
from relapp.formats.vcard_labels import of_own_words
from relapp.formats.vcard_messengers import is_link
from relapp.formats.vcard_records import Property

Named = list[tuple[Head, str]]
_NEAR_JOBS = 100  # nobody has more; a file made to hang the reader has
NAME_PARTS = 5  # family, given, middle, prefix, suffix


_NO_NAME = ("",) * NAME_PARTS
_SOUNDS = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")


@dataclass(slots=True)
class Job:
    """An ORG or a TITLE line, or both once paired."""

    group: str
    organisation: str = ""
    title: str = ""
    department: str = ""


@dataclass(slots=True)
class Draft:
    """What has been read of a card so far; `finished` needs all of it, since a label may come before or after."""

    full: str = ""
    name: list[str] = field(default_factory=list)  # in N's order; empty or at least NAME_PARTS long
    nicknames: list[str] = field(default_factory=list)
    sounds: dict[str, str] = field(default_factory=dict)
    sort: str = ""
    uid: str = ""
    emails: Named = field(default_factory=list)
    phones: Named = field(default_factory=list)
    urls: Named = field(default_factory=list)
    messengers: list[tuple[Head, Labelled]] = field(default_factory=list)
    profiles: list[tuple[Head, Labelled]] = field(default_factory=list)
    addresses: list[tuple[Head, Address]] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    categories: dict[str, None] = field(default_factory=dict)
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    notes: list[str] = field(default_factory=list)
    photo: Photo | None = None
    zone: str = ""
    language: str = ""
    extras: list[Property] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # own words by group
    named: set[str] = field(default_factory=set)  # groups whose label went to a value
    alternatives: set[tuple[str, str]] | None = None  # names and ALTIDs of which one was read
    waits: bool = False  # an extra may turn out to be of use once all is read

    def finished(self, line: int) -> Card:
        """The card. `line` is where it begins in its file."""
        emails, phones, urls = self._labelled(self.emails), self._labelled(self.phones), self._labelled(self.urls)
        chats = [Labelled(said.value, self._label(head, said.label), said.preferred) for head, said in self.messengers]
        if self.profiles:
            self._add_profiles(urls, chats)
        addresses = [LabelledAddress(value, self._label(head), head.preferred) for head, value in self.addresses]
        if self.waits:
            self._use_what_waited(addresses)
        return Card(
            name=self._name(),
            uid=self.uid,
            emails=tuple(emails),
            phones=tuple(phones),
            urls=tuple(urls),
            messengers=tuple(chats),
            addresses=tuple(addresses),
            affiliations=_paired(self.jobs) if self.jobs else (),
            categories=tuple(self.categories),
            birthday=self.birthday,
            anniversary=self.anniversary,
            note="\n".join(self.notes),
            photo=self.photo,
            time_zone=self.zone,
            language=self.language,
            extras=tuple(self._extras()) if self.extras else (),
            line=line,
        )

    def _name(self) -> PersonName:
        family, given, middle, prefix, suffix = self.name[:NAME_PARTS] or _NO_NAME
        full = self.full or " ".join(filter(None, (prefix, given, middle, family, suffix)))
        spoken = ""
        if self.sounds:
            spoken = " ".join(filter(None, (self.sounds.get(key, "") for key in _SOUNDS)))
            spoken = spoken or self.sounds.get("X-SPOKEN", "")
        nickname = ", ".join(self.nicknames)
        return PersonName(full, prefix, given, middle, family, suffix, nickname, spoken, self.sort)

    def _label(self, head: Head, said: str = "") -> str:
        """The user's own words for the value's group, else what is said of it by its parameters."""
        if head.group and head.group in self.labels:
            self.named.add(head.group)
            return of_own_words(self.labels[head.group])
        return said or head.label

    def _labelled(self, values: Named) -> list[Labelled]:
        return [
            Labelled(value, self._label(head) if head.group else head.label, head.preferred) for head, value in values
        ]

    def _add_profiles(self, urls: list[Labelled], chats: list[Labelled]) -> None:
        """Social profiles, unless the link stands there already: one that says more is an extra beside its link."""
        there = {(one.value, one.label) for one in [*urls, *chats]}
        for head, said in self.profiles:
            found = Labelled(said.value, self._label(head, said.label), said.preferred)
            if (found.value, found.label) not in there:
                there.add((found.value, found.label))
                (urls if is_link(said.value) else chats).append(found)

    def _use_what_waited(self, addresses: list[LabelledAddress]) -> None:
        """An X-ABDATE called anniversary; a LABEL (2.1, 3.0) to which there is no ADR is the address itself."""
        labels = {address.label for address in addresses}
        kept: list[Property] = []
        for head, value in self.extras:
            if head.name == "X-ABDATE" and self._takes_anniversary(head, value):
                continue
            if head.name == "LABEL" and head.label not in labels and value.strip():
                street = unescape(value).strip()
                addresses.append(LabelledAddress(Address(street=street), self._label(head), head.preferred))
                continue
            kept.append((head, value))
        self.extras = kept

    def _takes_anniversary(self, head: Head, value: str) -> bool:
        label = of_own_words(self.labels.get(head.group, "")) if head.group else ""
        date = read_date(unescape(value), head.params.get("X-APPLE-OMIT-YEAR", ""))
        if label.lower() != "anniversary" or date is None or self.anniversary is not None:
            return False
        self.anniversary = date
        self.named.add(head.group)
        return True

    def _extras(self) -> list[Extra]:
        return [
            Extra(head.text, value)
            for head, value in self.extras
            if not (head.name == "X-ABLABEL" and head.group in self.named)
        ]


def _paired(jobs: list[Job]) -> tuple[Affiliation, ...]:
    """Organisations and titles of one group belong together; those without a group go by their order."""
    if len(jobs) == 2 and not jobs[0].group and not jobs[1].group and jobs[1].title and not jobs[0].title:
        return (Affiliation(jobs[0].organisation, jobs[1].title, jobs[0].department),)  # nearly every card
    paired: list[Job] = []
    for job in jobs:
        other = next((one for one in paired[-_NEAR_JOBS:] if _fits(one, job)), None)
        if other is None:
            paired.append(Job(job.group, job.organisation, job.title, job.department))
        elif job.title:
            other.title = job.title
        else:
            other.organisation, other.department = job.organisation, job.department
        if other is not None:
            other.group = other.group or job.group
    return tuple(Affiliation(job.organisation, job.title, job.department) for job in paired)


def _fits(one: Job, other: Job) -> bool:
    """Whether one has the title and the other the organisation, and their groups don't speak against it."""
    if one.group and other.group and one.group != other.group:
        return False
    if other.title:
        return not one.title
    return not (one.organisation or one.department)
