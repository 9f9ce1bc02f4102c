"""Boxes inside an article that are not its text, told by the class or id around a block. The names are boxes.yml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, cast

import yaml

Element: TypeAlias = Any  # an element of lxml, which has no types

FIGURES = {"figcaption": "caption", "figure": "caption", "footer": "page notice", "nav": "navigation"}
# What shows only when a reader points at a word: within a paragraph it would be read as part of the sentence.
HOVERING = re.compile(r"(?:^|[\s_-])(?:tooltip|rollover|popover|hover-?card)(?:$|[\s_-])", re.IGNORECASE)

STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|head(?:line|ing)?)|dek|deck|stand-?first|strap-?line|article-?(?:summary|intro))(?:$|[\s_-])",
    re.IGNORECASE,
)


class Boxes:
    """The boxes of one page. Asks each element once, whatever stands in it."""

    def __init__(self) -> None:
        self._known: dict[Element, str | None] = {}

    def around(self, element: Element) -> str | None:
        """The rule of the innermost box that the element is, or stands in; None outside of boxes."""
        asked = []
        rule = None
        at: Element | None = element
        while at is not None and at not in self._known:
            asked.append(at)
            rule = named(at)
            if rule:
                break
            at = at.getparent()
        else:
            rule = None if at is None else self._known[at]
        self._known.update(dict.fromkeys(asked, rule))
        return rule


def named(element: Element) -> str | None:
    """The rule that an element's tag, class or id falls under."""
    if element.tag in ("body", "html", "article", "main"):
        return None
    if rule := FIGURES.get(str(element.tag)):
        return rule
    names = names_of(element)
    match = _pattern().search(names) if names else None
    return _rules()[int(cast("str", match.lastgroup)[1:])] if match else None


def is_standfirst(element: Element) -> bool:
    """Whether an element, or the one around it, is marked as the summary above an article."""
    around = element.getparent()
    return any(bool(STANDFIRST.search(names_of(each))) for each in (element, around) if each is not None)


def names_of(element: Element) -> str:
    """The class and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def drop_unseen(tree: Element) -> None:
    """Takes out of the tree what a reader doesn't see: styles, programs, what only hovering shows."""
    for element in list(tree.iter("script", "style", "template", "span", "div", "aside")):
        if _is_unseen(element) and element.getparent() is not None:
            element.drop_tree()  # what follows it stays


def _is_unseen(element: Element) -> bool:
    if element.tag == "script":
        return bool(element.get("type") != "application/ld+json")
    names = names_of(element)
    return element.tag in ("style", "template") or bool(names and HOVERING.search(names))


@cache
def _rules() -> tuple[str, ...]:
    return tuple(rule["name"] for rule in _data())


@cache
def _pattern() -> re.Pattern[str]:
    """All names as one expression: an element is looked at once, not once a rule."""
    return re.compile("|".join(f"(?P<r{n}>{rule['names']})" for n, rule in enumerate(_data())), re.IGNORECASE)


@cache
def _data() -> tuple[dict[str, str], ...]:
    return tuple(yaml.safe_load(files("morgue.clean.html").joinpath("boxes.yml").read_text(encoding="utf-8")))
