"""What kind of XML a file is, by its outermost element; and its elements without the names of their vocabularies."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from morgue.read.broken import DamagedError

HEAD = 8_192
BEFORE = re.compile(rb"<!--.*?-->|<\?.*?\?>|<![^>\[]*(?:\[[^\]]*\])?[^>]*>", re.DOTALL)
OUTERMOST = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")


def outermost(raw: bytes) -> str:
    """The name of the outermost element in small letters, or ""."""
    match = OUTERMOST.search(BEFORE.sub(b"", raw[:HEAD].replace(b"\0", b"")))
    return match[1].decode().lower() if match else ""


def parsed(raw: bytes) -> Any:
    """The outermost element, all names in small letters and without a vocabulary's; comments left out.

    Nothing is fetched, and no entity is resolved.

    Raises:
        DamagedError: It is no XML at all.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(raw, parser)
    if root is None:
        raise DamagedError("it is no XML")
    for element in root.iter(tag=etree.Element):
        element.tag = etree.QName(element).localname.lower()
    etree.cleanup_namespaces(root)
    return root


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
