"""Money as it is typed and shown: an integer of minor units and an ISO 4217 code. Nothing is converted or rounded."""

from __future__ import annotations

import re
from typing import NamedTuple

from relapp.domain.errors import Refused
from relapp.domain.words import tr

MOST = 10**15
"""More minor units than this is a slip of the fingers."""
_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_SIGN_OF = {code: sign for sign, code in _SYMBOLS.items()}
_NO_MINOR = frozenset((
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
    "XPF",
))  # fmt: skip
_THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
_TYPED = re.compile(r"([^\W\d_]{3}|[€$£¥])?([0-9][0-9.,'’]*)([.,]?[-–—])?([^\W\d_]{3}|[€$£¥])?")
_CODE = re.compile(r"[A-Z]{3}")


class Money(NamedTuple):
    """`amount` in minor units of `currency`."""

    amount: int
    currency: str


def is_currency(code: str) -> bool:
    """Whether this has the shape of an ISO 4217 code."""
    return _CODE.fullmatch(code) is not None


def minor_digits(currency: str) -> int:
    """How many decimals the currency has (ISO 4217): mostly two."""
    return 0 if currency in _NO_MINOR else 3 if currency in _THOUSANDTHS else 2


def read_money(text: str, currency: str) -> Money:
    """What "9600", "9,600.00", "€ 9.600", "9600 EUR" or "CHF 9’600.–" means; without a currency it is in `currency`.

    A lone point or comma before exactly three digits parts thousands ("9.600"), but for a point in a currency that has
    thousandths itself. Raises Refused.
    """
    wanted = "".join(text.split())
    if wanted.startswith(("-", "−")):
        raise Refused(tr("An amount can't be below zero."))
    found = _TYPED.fullmatch(wanted)
    if found is None or (found[1] and found[4]):
        raise _unread(text)
    said = found[1] or found[4]
    code = _SYMBOLS.get(said, said.upper()) if said else currency
    if not is_currency(code):
        raise _unread(text)
    digits = minor_digits(code)
    whole, fraction = _parted(found[2], digits)
    fraction = fraction.rstrip("0")
    if whole is None or len(fraction) > digits:
        raise _unread(text)
    amount = int(whole + fraction.ljust(digits, "0")) if len(whole) <= len(str(MOST)) else MOST + 1
    if amount > MOST:
        raise Refused(tr("“{text}” is more than can be kept.").format(text=text.strip()))
    return Money(amount, code)


def money_words(amount: int, currency: str) -> str:
    """As it is shown: "€ 9,600", "CHF 9,600.50"; no decimals where they are zero."""
    digits = minor_digits(currency)
    whole, minor = divmod(amount, 10**digits)
    decimals = f".{minor:0{digits}d}" if minor else ""
    return f"{_SIGN_OF.get(currency, currency)} {whole:,}{decimals}"


def _parted(number: str, digits: int) -> tuple[str | None, str]:
    """The digits before and after the decimal sign; None before it when the thousands are not parted in threes."""
    number = number.replace("’", "'")
    signs = [sign for sign in number if not sign.isdigit()]
    decimal = ""
    if signs and signs[-1] != "'" and signs.count(signs[-1]) == 1:
        after = number.rpartition(signs[-1])[2]
        thousands = len(signs) == 1 and len(after) == 3 and not (digits == 3 and signs[-1] == ".")
        decimal = "" if thousands else signs[-1]
    whole, _, fraction = number.rpartition(decimal) if decimal else (number, "", "")
    parting = {sign for sign in whole if not sign.isdigit()}
    groups = re.split(r"[.,']", whole)
    if len(groups) == 1:
        return whole, fraction
    in_threes = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    return ("".join(groups) if in_threes and len(parting) == 1 else None), fraction


def _unread(text: str) -> Refused:
    return Refused(tr("“{text}” is no amount; write it as 9600 or € 9,600.50.").format(text=text.strip()))
