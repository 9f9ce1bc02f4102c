"""Reads the vocabularies that stand beside the code as YAML files."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The content of `morgue/extract/NAME.yml`, read once."""
    content: dict[str, Any] = yaml.safe_load(
        files("morgue.extract").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    )
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a vocabulary as a set, for asking whether a word is in it."""
    return frozenset(vocabulary(name)[key])
