"""From bytes to text: byte order marks, UTF-8 first, then a guess. Never fails: what fits nothing becomes U+FFFD."""

from __future__ import annotations

import codecs
import re

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_LINE_END = re.compile(rb"[\r\n]+")
_GUESS_BYTES = 64 * 1024
_SINGLE_BYTE = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "mac_roman"]
_MULTI_BYTE = ["cp932", "cp949", "gb18030", "big5"]
_NO_CHARSETS = {"unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape", "idna", "punycode"}


def decode(data: bytes) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding's name (`utf-8`, `utf-8-sig`, `utf-16`, `cp1252` …)."""
    found = decode_marked(data)
    if found is not None:
        return found
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    damaged = decode_damaged(data)
    if damaged is not None:
        return damaged, "utf-8"
    codec = guess(data)
    return data.decode(codec, "replace"), codec


def decode_marked(data: bytes) -> tuple[str, str] | None:
    """As `decode`, for what tells its encoding itself: a byte order mark, or UTF-16 without one. Else None."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), name
    codec = _unmarked_utf16(data)
    return (data.decode(codec, "replace"), codec) if codec else None


def decode_damaged(data: bytes) -> str | None:
    """The text when most of what is not ASCII makes sense as UTF-8 (cut short, a stray byte); else None."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return text if foreign - bad > 3 * bad else None


def guess(data: bytes) -> str:
    """The likeliest single- or multi-byte encoding of text that is no UTF-8. Western Windows wins a tie."""
    from charset_normalizer import from_bytes  # takes 40 ms to import, and few files need it

    sample = _sample(data)
    foreign = len(sample) - len(sample.decode("ascii", "ignore"))
    likely = _SINGLE_BYTE if foreign < 4 else _SINGLE_BYTE + _MULTI_BYTE  # "ää" alone is no Chinese
    matches = list(from_bytes(sample, cp_isolation=likely, enable_fallback=False))
    if not matches:
        return "cp1252"
    best = matches[0]
    for match in matches:
        if "cp1252" in match.could_be_from_charset:
            if match.chaos <= best.chaos + 0.02 and match.coherence >= best.coherence - 0.1:
                return "cp1252"
            break
    return best.encoding


def known_codec(name: str) -> str:
    """Python's codec for a charset name as files write it; empty when there is none."""
    try:
        b"a".decode(name.strip())  # fails for codecs that make no text
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return "" if codec in _NO_CHARSETS else codec


def _unmarked_utf16(data: bytes) -> str:
    head = data[:64]
    if len(head) < 8:
        return ""
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > len(odd) * 0.8 and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.8 and odd.count(0) == 0:
        return "utf-16-be"
    return ""


def _sample(data: bytes) -> bytes:
    """Enough to guess from: the whole when small, else the first lines that are not plain ASCII."""
    if len(data) <= _GUESS_BYTES:
        return data
    taken, size = [], 0
    for line in _LINE_END.split(data):
        if not line.isascii():
            taken.append(line[:_GUESS_BYTES])
            size += len(line)
            if size >= _GUESS_BYTES:
                break
    return b"\n".join(taken)
