"""Bytes to text: which encoding, and how sure that is."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
WEAK = 0.2  # charset-normalizer's "chaos": the share of the text that looks like the wrong encoding
SURE_LENGTH = 32  # a few bytes can be a word in any code page
# Where a text is valid in Windows-1252 and in a cousin of it, the guess between them is a coin's toss on short texts,
# and Windows-1252 is what the web is written in.
LATIN = ("cp1252", "latin_1", "cp1250", "iso8859_15", "mac_roman", "cp1254", "cp1257", "cp1258", "cp850", "cp858")


class Decoded(NamedTuple):
    """A text with plain newlines, the encoding that it was read in, and whether that is a weak guess."""

    text: str
    encoding: str
    weak: bool


def decode(raw: bytes) -> Decoded | None:
    """The text of `raw`, or None where it is no text at all.

    A byte-order mark is believed, then strict UTF-8, which other encodings do not pass by chance; then
    charset-normalizer is asked.
    """
    told = _marked(raw) or _wide(raw)
    if told is None and b"\0" in raw:
        return None
    return told or _strict(raw, "utf-8") or _guessed(raw)


def _marked(raw: bytes) -> Decoded | None:
    encoding = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)
    return _strict(raw, encoding) if encoding else None


def _wide(raw: bytes) -> Decoded | None:
    """UTF-16 without its mark: in Western text every other byte is zero, and always the same one of the two."""
    sample = raw[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.7
    if not sample or min(even, odd) > len(sample) * 0.01 or max(even, odd) < most:
        return None
    return _strict(raw, "utf-16-be" if even > odd else "utf-16-le")


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else Decoded(_newlines(text), encoding, weak=False)


def _guessed(raw: bytes) -> Decoded | None:
    best = from_bytes(raw[:SAMPLE]).best()
    if best is None:
        return None
    if best.encoding in LATIN and (windows := _strict(raw, "cp1252")):
        return windows._replace(weak=best.chaos > WEAK or len(raw) < SURE_LENGTH)
    text = raw.decode(best.encoding, errors="replace")
    return Decoded(_newlines(text), best.encoding, best.chaos > WEAK or len(raw) < SURE_LENGTH)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
