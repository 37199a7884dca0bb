"""Where the candidates of each rule come from, by the rule's key. Reads only, at most LIMIT rows each, by index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from relapp.store.candidates import sales
from relapp.store.candidates.free import Asked
from relapp.store.connection import Database

CANDIDATES: Mapping[str, Callable[[Database, Asked], Sequence[Any]]] = {
    "thank_spender": sales.thank_spender,
    "after_sale": sales.after_sale,
    "welcome": sales.welcome,
}
