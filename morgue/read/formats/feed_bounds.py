"""What keeps a feed that is broken, or meant to do harm, from taking feedparser hours."""

from __future__ import annotations

import re
from xml.parsers import expat

from morgue.read.charset import decode_page

MOST_LOOSE = (
    2_000_000  # bytes: what is no XML is read by a parser that takes ten seconds for so many, if they are hostile
)
MOST_LABELS = 1_000  # of an entry; feedparser compares each to all others, and attributes likewise
MOST_ATTRIBUTES = 1_000
LONG_TAG = re.compile(rb"<[^<>]{16384}")  # a picture written into the feed, or attributes without end
ATTRIBUTE = re.compile(rb"\s[\w:-]+\s*=")
MOST_NESTED = 500
MARK = re.compile(r"<(/?)(\w+)")
OPEN = "p li br hr img td th tr dt dd input source wbr meta link option"  # what is often left so, or cannot be closed
LEFT_OPEN = frozenset(OPEN.split())
ENTRY = re.compile(rb"<(?:item|entry)\b")
LABEL = re.compile(rb"<(?:category|\w+:(?:category|subject|keywords))\b")
LONG_LABEL = re.compile(rb"keywords>[^<]{20000}")


def hostile(raw: bytes) -> str:
    """Why a feed is none that anybody would write, or ""."""
    if any(len(ATTRIBUTE.findall(tag)) > MOST_ATTRIBUTES for tag in LONG_TAG.findall(raw)):
        return f"over {MOST_ATTRIBUTES} attributes of one tag"
    if LONG_LABEL.search(raw) or any(len(LABEL.findall(entry)) > MOST_LABELS for entry in ENTRY.split(raw)):
        return f"over {MOST_LABELS} labels on one entry"
    return ""


def nested(html: str) -> bool:
    """Whether the tags of a text lie so deep in each other that no library should be asked to sort them out."""
    depth = 0
    for closed, name in MARK.findall(html):
        if name.lower() not in LEFT_OPEN:
            depth = max(0, depth - 1) if closed else depth + 1
            if depth > MOST_NESTED:
                return True
    return False


def readable(raw: bytes) -> bytes:
    """The feed, or of one that is long and no XML as much as can be read in time."""
    return raw if len(raw) <= MOST_LOOSE or _is_xml(raw) else raw[:MOST_LOOSE]


def _is_xml(raw: bytes) -> bool:
    decoded = decode_page(raw)
    try:
        expat.ParserCreate().Parse(decoded.text if decoded else raw, True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError:
        return False
    return True
