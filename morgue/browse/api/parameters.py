"""What can stand behind the "?" of an address, and what the parts of its path are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from morgue.browse.addresses import Page
from morgue.browse.search.request import FILTERS

Parameter = dict[str, Any]

_NAMED = re.compile(r"\(\?P<(\w+)>((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")  # with two deeper pairs of parentheses
_OF_PATH = {
    "uid": "Lasting name of 12 hex digits, the same over rebuilds and machines",
    "other": "Uid of the other article",
    "id": "Number of the source in this archive",
    "format": "The format",
    "kind": "Kind of page",
    "number": "Which part, from 1",
    "period": "A year, month or day, as far as known",
    "letter": "The letter that names begin with",
}


def path(page: Page) -> str:
    """The address of a page as OpenAPI writes it: "/articles/{uid}"."""
    return _NAMED.sub(r"{\1}", page.pattern).replace("\\", "")


def in_path(page: Page) -> Iterator[Parameter]:
    """The parts of a page's path."""
    for name, pattern in _NAMED.findall(page.pattern):
        schema = {"type": "string", "pattern": f"^({pattern})$"}
        about = {"description": _OF_PATH[name]} if name in _OF_PATH else {}
        yield {"name": name, "in": "path", "required": True, **about, "schema": schema}


def in_query(made_by: str) -> Iterator[Parameter]:
    """The parameters of the page that a function of this name makes, in order."""
    known = _known()["parameters"]
    for written in _known()["of"].get(made_by, ()):
        name = written.rpartition(".")[2]
        told = known[written]
        for each in FILTERS if name == "filters" else (name,):
            schema = told.get("schema", {"type": "string"})
            yield {"name": each, "in": "query", "description": told["is"], "schema": schema}


@cache
def _known() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((files("morgue.browse.api") / "parameters.yml").read_text("utf-8"))
    return found
