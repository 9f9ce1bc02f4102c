"""The news agencies: who is one, under which names. The table is agencies.yml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _table() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(files("morgue.clean").joinpath("agencies.yml").read_text(encoding="utf-8")))


@cache
def _names() -> dict[str, str]:
    """Every form in print → the agency's full name."""
    return {form: each["name"] for each in _table() for form in (each["name"], *each["forms"])}


@cache
def _domains() -> dict[str, str]:
    return {domain: each["name"] for each in _table() for domain in each["domains"]}


@cache
def any_name() -> str:
    """A regular expression for any agency's name, the longer names first. Capitals matter: "ANSA", but not "ansa"."""
    return "|".join(re.escape(name) for name in sorted(_names(), key=lambda name: (-len(name), name)))


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{any_name()})(?![\w-])")


def agency(name: str) -> str | None:
    """The full name of the agency that is called exactly so, or None."""
    return _names().get(name.strip())


def agency_of(domain: str | None) -> str | None:
    """The agency whose own site this is, or None."""
    return _domains().get(domain or "")


def agency_in(text: str) -> str | None:
    """The agency that is named first in a byline or a credit, or None. Not for running text: there a name is news."""
    match = _inside().search(text)
    return agency(match[0]) if match else None


def agency_by_style(credit: str) -> str | None:
    """The agency whose house style a credit line has, though it names none."""
    styles = ((each["house_style"], each["name"]) for each in _table() if "house_style" in each)
    return next((name for style, name in styles if re.search(style, credit)), None)
