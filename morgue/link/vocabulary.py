"""The words that linking goes by, from the YAML files beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of one vocabulary file."""
    loaded: dict[str, Any] = yaml.safe_load(files("morgue.link").joinpath(f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@cache
def words(name: str, part: str | None = None) -> frozenset[str]:
    """The words of one list of a vocabulary file; without its name, of all lists."""
    lists = table(name).values() if part is None else [table(name)[part]]
    return frozenset(word for each in lists for word in each)
