"""Messenger addresses: IMPP with its URI schemes, the X- properties from before it, social profiles."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from relapp.domain.cards import Labelled
from relapp.formats.content_heads import Head, parameter

SERVICES = {
    "X-AIM": "aim", "X-GADUGADU": "gadugadu", "X-GOOGLE-TALK": "gtalk", "X-GTALK": "gtalk", "X-ICQ": "icq",
    "X-JABBER": "jabber", "X-LINE": "line", "X-MATRIX": "matrix", "X-MS-IMADDRESS": "", "X-MSN": "msn", "X-QQ": "qq",
    "X-SIGNAL": "signal", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype", "X-TELEGRAM": "telegram",
    "X-THREEMA": "threema", "X-TWITTER": "twitter", "X-WHATSAPP": "whatsapp", "X-YAHOO": "yahoo",
    "X-GROUPWISE": "groupwise", "X-KADDRESSBOOK-X-IMADDRESS": "",
}  # fmt: skip
_SCHEMES = {"xmpp": "jabber", "ymsgr": "yahoo", "msnim": "msn", "x-apple": ""}
_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)(.+)", re.DOTALL)
_SERVICE = re.compile(r"[a-z][a-z0-9-]*")
_SCHEME_OF = {"jabber": "xmpp", "yahoo": "ymsgr", "msn": "msnim"}
_PLAIN_IN_URI = "@.+-_~!$&'()*,;=:"


def read_address(head: Head, value: str) -> Labelled:
    """An IMPP's address without its scheme, labelled by the service: what is said, else what the scheme tells."""
    service = _service_said(head)
    if found := _URI.fullmatch(value):
        scheme = found[1].lower()
        label = service or _SCHEMES.get(scheme, scheme) or head.label
        return Labelled(unquote(found[2]), label, head.preferred)
    return Labelled(value, service or head.label, head.preferred)


def read_profile(head: Head, value: str) -> Labelled:
    """A social profile's link or name, labelled by its service."""
    label = _service_said(head) or head.label
    found = _URI.fullmatch(value)
    return Labelled(found[2] if found and found[1].lower() == "x-apple" else value, label, head.preferred)


def is_link(value: str) -> bool:
    return "://" in value or value.startswith("www.")


def written(value: str, label: str) -> tuple[str, str]:
    """Parameters and URI of an IMPP that reads back as this; the label is left to the caller if not in there."""
    address = quote(value, safe=_PLAIN_IN_URI, errors="replace")
    if says_service(label):
        return parameter("X-SERVICE-TYPE", label), f"{_SCHEME_OF.get(label, label)}:{address}"
    return "", f"x-apple:{address}"


def says_service(label: str) -> bool:
    """Whether the label can be a service and a URI scheme, rather than words or a place."""
    return _SERVICE.fullmatch(label) is not None and label not in ("home", "work", "other")


def _service_said(head: Head) -> str:
    params = head.params
    return (params.get("X-SERVICE-TYPE") or params.get("SERVICE-TYPE") or params.get("X-SERVICE") or "").strip().lower()
