"""What kind of XML a file is, by its outermost element; and its elements without the names of their vocabularies."""

from __future__ import annotations

import html
import re
from typing import Any

from lxml import etree

from morgue.model import Problem
from morgue.read import problems
from morgue.read.broken import DamagedError, damage
from morgue.read.charset import decode_page
from morgue.read.decoding import Decoded
from morgue.read.form import Found, Options
from morgue.read.limits import all_bytes

HEAD = 8_192
NAMED = re.compile(r"&([A-Za-z]\w{1,30});")
OWN = ("amp", "lt", "gt", "quot", "apos")
OUTERMOST = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")


def outermost(raw: bytes) -> str:
    """The name of the outermost element in small letters, or ""."""
    head = raw[:HEAD].replace(b"\0", b"")
    match = OUTERMOST.search(head, _before(head))
    return match[1].decode().lower() if match else ""


def _before(head: bytes) -> int:
    """Where what may stand before the outermost element ends: the declaration, comments, a document type."""
    at = 0
    while (at := head.find(b"<", at)) >= 0 and head[at + 1 : at + 2] in (b"!", b"?"):
        end = b"-->" if head.startswith(b"<!--", at) else b"?>" if head.startswith(b"<?", at) else b">"
        inside = head.find(b"[", at)
        if end == b">" and 0 <= inside < head.find(end, at):  # what a document type declares
            at = inside
            end = b"]"
        at = head.find(end, at) + len(end)
        if at < len(end):
            return len(head)
    return max(at, 0)


def parsed(text: str) -> Any:
    """The outermost element, all names in small letters and without a vocabulary's; comments left out.

    Nothing is fetched. Of entities those are known that the file itself declares, and HTML's.

    Raises:
        DamagedError: It is no XML at all.
    """
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the file says that it was written in
        resolve_entities="internal",
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(NAMED.sub(_sign, text).encode("utf-8", "replace"), parser)
    if root is None:
        raise DamagedError("it is no XML")
    etree.strip_tags(root, etree.Entity)
    for element in root.iter(tag=etree.Element):
        element.tag = etree.QName(element).localname.lower()
    etree.cleanup_namespaces(root)
    return root


def opened(found: Found, options: Options) -> tuple[bytes, Decoded, Any] | Problem:
    """A file of XML: its bytes, their text, and the outermost element as `parsed` gives it; or why there is none."""
    raw = all_bytes(found, options)
    decoded = decode_page(raw)
    if decoded is None:
        return problems.binary(found.place)
    if not decoded.text.strip():
        return problems.empty(found.place)
    with damage():
        return raw, decoded, parsed(decoded.text)


def _sign(entity: re.Match[str]) -> str:
    """HTML's entities as signs, except those that XML has too."""
    return entity[0] if entity[1] in OWN else html.unescape(entity[0])


def said(root: Any, *paths: str) -> str | None:
    """The words in the first element that holds any, found by paths such as ".//hedline/hl1"."""
    for path in paths:
        for element in root.iterfind(path):
            if words := " ".join(" ".join(element.itertext()).split()):
                return words
    return None


def noted(root: Any, path: str, name: str) -> str | None:
    """An attribute of the first element on a path that has it."""
    return next((value for element in root.iterfind(path) if (value := (element.get(name) or "").strip())), None)
