"""Takes a full name apart, as somebody types it into one box. A guess in plain rules; what is shown stays."""

from __future__ import annotations

import re
from functools import cache

from relapp.domain.person_names import PersonName


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORMS_OF_ADDRESS = _words("mr mrs ms miss mister herr frau hr fr mme mlle monsieur madame señor señora")
_TITLES = _FORMS_OF_ADDRESS | _words("dr prof professor doctor rev reverend sir dame lord lady hon ing mag")
_GENERATIONS = _words("ii iii iv jr sr jnr snr junior senior")
_DEGREES = _words("phd md dds esq mba cpa msc bsc llm llb dphil dvm")
_PARTICLES = _words(
    "von vom van der den de del della dem di da das dos do du des la le lo ter ten te zu zum zur af av al el bin ibn "
    "bint ben mac mc st san santa ’t 't"
)
_OPENING = frozenset('(“„"«')


@cache
def _nickname() -> re.Pattern[str]:
    return re.compile(r"\(([^()]+)\)|[“„\"«]([^“”„\"«»]+)[”“\"»]")


@cache
def _east_asian() -> re.Pattern[str]:
    return re.compile(r"[぀-ヿ㐀-鿿가-힯豈-﫿々\U00020000-\U0003ffff]+")


def split_full(full: str) -> PersonName:
    """The parts of a full name; `full` stays as typed but for runs of blanks.

    A comma turns "Keller, Tom" round. A name of two words all in Chinese, Japanese or Korean writing begins with the
    family's; one word in it is left whole, and so is any other single word, as the given name.
    """
    shown = " ".join(full.split())
    nickname, rest = _without_nickname(shown)
    family_first, words, suffixes = _without_comma(rest)
    prefixes: list[str] = []
    while len(words) > 1 and _is_title(words, bool(prefixes)):
        prefixes.append(words.pop(0))
    if family_first:
        given, middle, family = words[0], " ".join(words[1:]), " ".join(family_first)
    else:
        suffixes = _take_suffixes(words) + suffixes
        given, middle, family = _place(words, prefixes)
    return PersonName(
        full=shown,
        prefix=" ".join(prefixes),
        given=given,
        middle=middle,
        family=family,
        suffix=", ".join(suffixes),
        nickname=nickname,
    )


def _bare(word: str) -> str:
    return word.replace(".", "").strip(",").casefold()


def _is_title(words: list[str], after_title: bool) -> bool:
    bare = _bare(words[0])
    if bare == "the" and len(words) > 2:
        return _bare(words[1]) in _TITLES
    return bare in _TITLES or bare.startswith("dipl-") or (after_title and bare in ("h", "c", "hc", "med"))


def _without_nickname(full: str) -> tuple[str, str]:
    found = None if _OPENING.isdisjoint(full) else _nickname().search(full)
    if found is None:
        return "", full
    rest = " ".join((full[: found.start()] + " " + full[found.end() :]).split())
    return ((found[1] or found[2]).strip(), rest) if rest else ("", full)


def _without_comma(full: str) -> tuple[list[str], list[str], list[str]]:
    """The family name where a comma sets it off in front, the other words, and the degrees that stood behind commas."""
    pieces = [words for piece in full.split(",") if (words := piece.split())]
    suffixes: list[str] = []
    while len(pieces) > 1 and all(_bare(word) in _GENERATIONS | _DEGREES for word in pieces[-1]):
        suffixes.insert(0, " ".join(pieces.pop()))
    if len(pieces) < 2:
        return [], pieces[0] if pieces else [], suffixes
    return pieces[0], [word for piece in pieces[1:] for word in piece], suffixes


def _take_suffixes(words: list[str]) -> list[str]:
    """Takes "III" and "PhD" off the end, while a given and a family name stay; one generation at most."""
    taken: list[str] = []
    generation = False
    while len(words) > 2:
        bare = _bare(words[-1])
        if bare in _DEGREES or (bare in _GENERATIONS and not generation):
            generation = generation or bare in _GENERATIONS
            taken.insert(0, words.pop().rstrip(","))
        else:
            break
    return taken


def _place(words: list[str], prefixes: list[str]) -> tuple[str, str, str]:
    if not words:
        return "", "", ""
    if not any(map(str.isascii, words)) and all(_east_asian().fullmatch(word) for word in words):
        return _place_east_asian(words)
    if len(words) == 1:
        addressed = any(_bare(prefix) in _TITLES - {"sir", "dame"} for prefix in prefixes)
        return ("", "", words[0]) if addressed else (words[0], "", "")
    if words[0].islower() and words[0] in _PARTICLES and not words[-1].islower():
        return "", "", " ".join(words)
    start = next((at for at in range(1, len(words) - 1) if _bare(words[at]) in _PARTICLES), len(words) - 1)
    return words[0], " ".join(words[1:start]), " ".join(words[start:])


def _place_east_asian(words: list[str]) -> tuple[str, str, str]:
    if len(words) == 1:
        return "", "", ""
    return " ".join(words[1:]), "", words[0]
