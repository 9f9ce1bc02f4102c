"""The encoding of a web page, which it may state itself."""

from __future__ import annotations

import codecs
import re

from morgue.read.decoding import ASCII, MARKS, Decoded, decode, newlines

HEAD = 4_096
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
# What browsers read under these names, and what the pages so labelled are really written in.
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
MEANT |= {"euc_kr": "cp949", "shift_jis": "cp932", "iso8859-11": "cp874", "tis-620": "cp874"}
STRAY = 2_000  # one zero byte in so many is dirt in a text; a picture has far more
DAMAGED = 200  # one unreadable sign in so many is damage; more is another encoding


def decode_page(raw: bytes, told: str | None = None) -> Decoded | None:
    """The text of a page, or None where it is no text at all.

    Args:
        raw: The page.
        told: The encoding that came with it from outside, as in an HTTP header. It goes before the page's own word.
    """
    if raw.startswith(tuple(mark for mark, _ in MARKS)):
        return decode(raw)
    zeros = raw.count(0)
    if zeros and zeros * STRAY <= len(raw):
        raw = raw.replace(b"\0", b" ")
    own = DECLARED.search(raw[:HEAD])
    for name in (told, own[1].decode("ascii", "replace") if own else None):
        if name and (decoded := _as(raw, name)):
            return decoded
    return decode(raw)


def _as(raw: bytes, name: str) -> Decoded | None:
    """The text in the encoding of that name, if that is true."""
    try:
        encoding = codecs.lookup(name.strip().strip("\"'")).name
        encoding = MEANT.get(encoding, encoding)
        text = raw.decode(encoding, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None
    if encoding.startswith("utf-16") or "\0" in text:  # a page that names it in plain letters is not written in it
        return None
    if encoding != "utf-8" and raw.translate(None, ASCII) and _is_utf8(raw):
        encoding, text = "utf-8", raw.decode("utf-8")
    damage = text.count("\ufffd")
    return None if damage * DAMAGED > len(text) else Decoded(newlines(text), encoding, weak=False)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
