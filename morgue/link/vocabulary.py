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
def words(name: str) -> frozenset[str]:
    """All words of a vocabulary file whose parts are lists."""
    return frozenset(word for part in table(name).values() for word in part)
