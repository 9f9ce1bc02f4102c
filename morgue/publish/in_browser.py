"""The parts of a site that need JavaScript: search on the database itself, and Datasette."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from morgue.publish.amounts import Amount
from morgue.publish.options import Options
from morgue.publish.writing import Writer

_MODULES = {"search": "morgue.publish.search.write", "datasette": "morgue.publish.live"}


def missing() -> frozenset[str]:
    """Those that this installation cannot make."""
    known = _known()
    return frozenset(name for name in _MODULES if name not in known or not known[name].is_there())


def write(writer: Writer, options: Options) -> None:
    """Write those that are wanted."""
    for part in _wanted(options).values():
        part.write(options.archive, writer, options)


def estimate(options: Options) -> dict[str, Amount]:
    """How large they will be."""
    return {name: part.estimate(options.archive, options) for name, part in _wanted(options).items()}


def _wanted(options: Options) -> dict[str, Any]:
    return {name: import_module(module) for name, module in _MODULES.items() if options.has(name)}


def how_to_get(options: Options) -> tuple[str, ...]:
    """For each part that is wanted and lacks something from elsewhere, how to get it."""
    there = (part for name, part in _known().items() if options.has(name))
    return tuple(part.HOW_TO_GET for part in there if not part.is_there())


def _known() -> dict[str, Any]:
    return {name: import_module(module) for name, module in _MODULES.items() if _is_known(module)}


def _is_known(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
