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
    return frozenset(name for name, module in _MODULES.items() if not _is_there(module))


def write(writer: Writer, options: Options) -> None:
    """Write those that are wanted."""
    for part in _wanted(options).values():
        part.write(options.archive, writer, options)


def estimate(options: Options) -> dict[str, Amount]:
    """How large they will be."""
    return {name: part.estimate(options.archive, options) for name, part in _wanted(options).items()}


def _wanted(options: Options) -> dict[str, Any]:
    return {name: import_module(module) for name, module in _MODULES.items() if options.has(name)}


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
