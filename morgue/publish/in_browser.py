"""The parts of a site that need JavaScript."""

from __future__ import annotations

from types import ModuleType

from morgue.publish.amounts import Amount, kind_of
from morgue.publish.live import write as live
from morgue.publish.options import Options
from morgue.publish.search import write as search
from morgue.publish.writing import Writer

# Each has write(), estimate(), is_there() and HOW_TO_GET.
PARTS: dict[str, ModuleType] = {"search": search, "datasette": live}


def missing() -> frozenset[str]:
    """Those that this installation cannot make."""
    return frozenset(name for name, part in PARTS.items() if not part.is_there())


def write(writer: Writer, options: Options) -> None:
    """Write those that are wanted."""
    for name, part in PARTS.items():
        if options.has(name):
            part.write(options.archive, writer, options)


def estimate(options: Options) -> dict[str, Amount]:
    """How large they will be, by kind of file."""
    return {
        kind_of(f"{name}/"): part.estimate(options.archive, options)
        for name, part in PARTS.items()
        if options.has(name)
    }


def how_to_get(options: Options) -> tuple[str, ...]:
    """For each part that is wanted and lacks something from elsewhere, how to get it."""
    return tuple(part.HOW_TO_GET for name, part in PARTS.items() if options.has(name) and not part.is_there())
