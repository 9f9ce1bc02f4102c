"""How much is enough. The figures are limits.yml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class Limits(NamedTuple):
    """The lines of limits.yml."""

    documents: int
    share: float
    fresh: float
    overlap: float
    sample: int
    heading: int
    ends: float


@cache
def limits() -> Limits:
    """When what recurs is furniture."""
    return Limits(**yaml.safe_load(files("morgue.clean.recurring").joinpath("limits.yml").read_text(encoding="utf-8")))
