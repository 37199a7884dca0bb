"""From a record's properties to a card: what each property means to the app. What means nothing to it is an extra."""

from __future__ import annotations

from collections.abc import Callable

from relapp.domain.cards import Card, Labelled
from relapp.domain.people import Address
from relapp.formats import vcard_messengers as messengers
from relapp.formats.content_heads import Head
from relapp.formats.content_values import decode_quoted_printable, split, texts, unescape
from relapp.formats.vcard_dates import read_date
from relapp.formats.vcard_draft import NAME_PARTS, Draft, Job
from relapp.formats.vcard_photos import read_photo
from relapp.formats.vcard_places import is_language, is_zone
from relapp.formats.vcard_records import Record

_ADDRESS_PARTS = 7
_SAID_BY_A_PROFILE = frozenset(
    ("TYPE", "PREF", "VALUE", "CHARSET", "ENCODING", "SERVICE-TYPE", "X-SERVICE-TYPE", "X-SERVICE")
)


def read_card(record: Record, fallback: str) -> Card:
    """The card a record describes. `fallback` is the codec of a file that is no UTF-8, else empty."""
    draft = Draft()
    for head, value in record.properties:
        if head.encoding == "q":
            value = decode_quoted_printable(value, head.charset, fallback)
        take = _TAKES.get(head.name)
        if take is None or (head.params and _is_alternative(draft, head, record)) or not take(draft, head, value):
            draft.extras.append((head, value))
    return draft.finished(record.line)


def _is_alternative(draft: Draft, head: Head, record: Record) -> bool:
    """Whether it says in another language or form (ALTID) what another property says: the first of them is used."""
    alternative = head.params.get("ALTID")
    if alternative is None:
        return False
    if draft.alternatives is None:
        draft.alternatives = {(other.name, "") for other, _ in record.properties if "ALTID" not in other.params}
    key = (head.name, alternative)
    if key in draft.alternatives or (head.name, "") in draft.alternatives:
        return True
    draft.alternatives.add(key)
    return False


def _full_name(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if draft.full and text != draft.full:
        return not text
    draft.full = text
    return True


def _name(draft: Draft, head: Head, value: str) -> bool:
    if "\\" in value or "," in value:
        parts = [" ".join(filter(None, texts(part, ","))) for part in split(value, ";")]
    else:
        parts = [part.strip() for part in value.split(";")]
    if any(draft.name):
        return not any(parts)
    draft.name = parts if len(parts) >= NAME_PARTS else parts + [""] * (NAME_PARTS - len(parts))
    if head.params:
        draft.sort = head.params.get("SORT-AS", "") or draft.sort
    return len(parts) <= NAME_PARTS or not any(parts[NAME_PARTS:])


def _nickname(draft: Draft, head: Head, value: str) -> bool:
    draft.nicknames += filter(None, [unescape(value).strip()])
    return True


def _sound(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if head.name in draft.sounds and text:
        return False
    draft.sounds[head.name] = text
    return True


def _sort(draft: Draft, head: Head, value: str) -> bool:
    draft.sort = draft.sort or unescape(value).strip()
    return True


def _uid(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if draft.uid:
        return text in ("", draft.uid)
    draft.uid = text
    return True


def _email(draft: Draft, head: Head, value: str) -> bool:
    text = _plain(value, "mailto:")
    if text:
        draft.emails.append((head, text))
    return True


def _phone(draft: Draft, head: Head, value: str) -> bool:
    text = _plain(value, "tel:")
    if text:
        draft.phones.append((head, text))
    return True


def _url(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if text:
        draft.urls.append((head, text))
    return True


def _address(draft: Draft, head: Head, value: str) -> bool:
    parts = texts(value, ";")
    if not any(parts):
        parts = ["", "", unescape(head.params.get("LABEL", "")).strip()]
    if any(parts):
        rest = [part for part in parts[_ADDRESS_PARTS:] if part]
        parts = (parts + [""] * _ADDRESS_PARTS)[:_ADDRESS_PARTS]
        parts[1] = ", ".join(filter(None, [parts[1], *rest]))
        draft.addresses.append((head, Address(*parts)))
    return True


def _messenger(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if text:
        draft.messengers.append((head, messengers.read_address(head, text)))
    return True


def _old_messenger(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if text:
        label = messengers.SERVICES[head.name] or head.label
        draft.messengers.append((head, Labelled(text, label, head.preferred)))
    return True


def _profile(draft: Draft, head: Head, value: str) -> bool:
    """A link or a name; what more it says (ids, display names) is kept too."""
    text = unescape(value).strip()
    if text:
        draft.profiles.append((head, messengers.read_profile(head, text)))
    return _SAID_BY_A_PROFILE.issuperset(head.params)


def _organisation(draft: Draft, head: Head, value: str) -> bool:
    name, *units = texts(value, ";")
    if name or any(units):
        draft.jobs.append(Job(head.group, organisation=name, department=", ".join(filter(None, units))))
    return True


def _title(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if text:
        draft.jobs.append(Job(head.group, title=text))
    return True


def _categories(draft: Draft, head: Head, value: str) -> bool:
    draft.categories.update(dict.fromkeys(filter(None, texts(value, ","))))
    return True


def _birthday(draft: Draft, head: Head, value: str) -> bool:
    date = read_date(unescape(value), head.params.get("X-APPLE-OMIT-YEAR", ""))
    if draft.birthday is None and date is not None:
        draft.birthday = date
        return True
    return not value.strip() or (date is not None and date == draft.birthday)


def _anniversary(draft: Draft, head: Head, value: str) -> bool:
    date = read_date(unescape(value), head.params.get("X-APPLE-OMIT-YEAR", ""))
    if draft.anniversary is None and date is not None:
        draft.anniversary = date
        return True
    return not value.strip() or (date is not None and date == draft.anniversary)


def _note(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value)
    if text.strip():
        draft.notes.append(text)
    return True


def _photo(draft: Draft, head: Head, value: str) -> bool:
    if draft.photo is not None:
        return False
    draft.photo = read_photo(head, value)
    return draft.photo is not None


def _zone(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if draft.zone or not is_zone(text):
        return not text
    draft.zone = text
    return True


def _language(draft: Draft, head: Head, value: str) -> bool:
    text = unescape(value).strip()
    if draft.language or not is_language(text):
        return not text
    draft.language = text
    return True


def _own_label(draft: Draft, head: Head, value: str) -> bool:
    draft.labels.setdefault(head.group, unescape(value))
    return False


def _wait(draft: Draft, head: Head, value: str) -> bool:
    draft.waits = True
    return False


def _android(draft: Draft, head: Head, value: str) -> bool:
    """`vnd.android.cursor.item/nickname;Tom;1;…` and events; relations and the rest are kept."""
    kind, first, event, *_ = [*texts(value, ";"), "", "", ""]
    if kind.endswith("/nickname") and first:
        return _nickname(draft, head, first)
    if kind.endswith("/contact_event") and event == "3":
        return _birthday(draft, head, first)
    if kind.endswith("/contact_event") and event == "1":
        return _anniversary(draft, head, first)
    return False


def _leave_out(draft: Draft, head: Head, value: str) -> bool:
    return True


def _plain(value: str, scheme: str) -> str:
    text = unescape(value).strip()
    return text[len(scheme) :].strip() if text[: len(scheme)].lower() == scheme else text


# Each takes a property into the draft and tells whether it is used up; if not, it is kept as an extra too.
_TAKES: dict[str, Callable[[Draft, Head, str], bool]] = {
    "ADR": _address,
    "ANNIVERSARY": _anniversary,
    "BDAY": _birthday,
    "BEGIN": _leave_out,
    "CATEGORIES": _categories,
    "EMAIL": _email,
    "END": _leave_out,
    "FN": _full_name,
    "IMPP": _messenger,
    "LABEL": _wait,
    "LANG": _language,
    "N": _name,
    "NICKNAME": _nickname,
    "NOTE": _note,
    "ORG": _organisation,
    "PHOTO": _photo,
    "PRODID": _leave_out,
    "PROFILE": _leave_out,
    "REV": _leave_out,
    "SOCIALPROFILE": _profile,
    "SORT-STRING": _sort,
    "TEL": _phone,
    "TITLE": _title,
    "TZ": _zone,
    "UID": _uid,
    "URL": _url,
    "VERSION": _leave_out,
    "X-ABDATE": _wait,
    "X-ABLABEL": _own_label,
    "X-ANDROID-CUSTOM": _android,
    "X-ANNIVERSARY": _anniversary,
    "X-EVOLUTION-ANNIVERSARY": _anniversary,
    "X-KADDRESSBOOK-X-ANNIVERSARY": _anniversary,
    "X-MS-ANNIVERSARY": _anniversary,
    "X-PHONETIC-FIRST-NAME": _sound,
    "X-PHONETIC-LAST-NAME": _sound,
    "X-PHONETIC-MIDDLE-NAME": _sound,
    "X-SOCIALPROFILE": _profile,
    "X-SPOKEN": _sound,
    **dict.fromkeys(messengers.SERVICES, _old_messenger),
}
