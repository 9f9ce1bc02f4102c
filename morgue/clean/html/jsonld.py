"""What a page says of its article in JSON-LD: schema.org's NewsArticle and its kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from morgue.clean.html.boxes import Element

ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review)$")
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
REFERRING = ("author", "publisher")
MOST = 200  # objects of one page looked at
Json = Mapping[str, Any]


def article_of(tree: Element) -> Json:
    """The first object on the page that is an article; an empty one where there is none.

    What it only refers to, as a graph does with persons (`{"author": {"@id": "#ann"}}`), is put in its place.
    """
    scripts = [each.text or "" for each in tree.iter("script") if each.get("type") == "application/ld+json"]
    objects = [each for script in scripts for each in _objects(_read(script))]
    article = next((each for each in objects if any(map(ARTICLE.search, strings(each.get("@type"))))), {})
    known = {name: each for each in reversed(objects) for name in strings(each.get("@id")) if len(each) > 1}
    return {field: _resolved(value, known) if field in REFERRING else value for field, value in article.items()}


def strings(value: Any) -> list[str]:
    """The strings that a field holds: it may be one, or a list of them."""
    return [each.strip() for each in listed(value) if isinstance(each, str) and each.strip()]


def _resolved(value: Any, known: Mapping[str, Json]) -> Any:
    """The value with objects in the place of references to them."""
    return [
        known.get(next(iter(strings(each.get("@id"))), ""), each) if isinstance(each, dict) and len(each) == 1 else each
        for each in listed(value)
    ]


def listed(value: Any) -> list[Any]:
    """The value as a list, whether it is one or not."""
    return value if isinstance(value, list) else [value]


def _objects(value: Any) -> Iterator[Json]:
    """All objects in which an article may stand, the outer ones first."""
    waiting = listed(value)
    for _ in range(MOST):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            yield each
            waiting.extend(each[name] for name in INSIDE if name in each)


def _read(text: str) -> Any:
    """The JSON of a script. Many a page has line breaks in its strings, or a comment around the whole."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
