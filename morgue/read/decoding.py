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
# What the web and old Macs are written in. Where the same bytes give the same text in one of these, it is that one;
# and where hardly a byte tells, Windows-1252 is the likeliest by far.
COMMON = ("cp1252", "mac_roman")
ASCII = bytes(range(128))
RARE = 0.02  # share of bytes beyond ASCII: English with quotation marks and a few names


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
    return None if "\0" in text else Decoded(newlines(text), encoding, weak=False)


def _guessed(raw: bytes) -> Decoded | None:
    sample = raw[:SAMPLE]
    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    if not best.coherence:  # no language was recognised: another reading may make more sense
        best = max(matches, key=lambda match: match.coherence - match.chaos)
    encoding = next((name for name in COMMON if name in best.could_be_from_charset), best.encoding)
    short = len(raw) < SURE_LENGTH
    if encoding not in COMMON and (short or len(sample.translate(None, ASCII)) < RARE * len(sample)):
        encoding = COMMON[0]
    told = _strict(raw, encoding) or Decoded(newlines(raw.decode(encoding, errors="replace")), encoding, weak=True)
    return told._replace(weak=told.weak or short or best.chaos > WEAK)


def newlines(text: str) -> str:
    """The text with the one kind of line end that the house knows."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
