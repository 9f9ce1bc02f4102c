"""Which of our modules some Python needs: it, what that imports, and so on."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

_OURS = "morgue"


def needed(sources: Iterable[Path], root: Path) -> list[Path]:
    """The files of our modules that these files import, directly or not, in order.

    Args:
        sources: Python files, which are not among the answer themselves.
        root: The folder that `morgue/` lies in.
    """
    found: set[Path] = set()
    waiting = list(sources)
    while waiting:
        new = {file for name in _imported(waiting.pop()) for file in _files(name, root)} - found
        found |= new
        waiting += new
    return sorted(found)


def _imported(file: Path) -> Iterator[str]:
    """Names of our modules, and of what is taken from them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.partition(".")[0] == _OURS)


def _files(name: str, root: Path) -> Iterator[Path]:
    """The modules on the way to a name: `a.b.c` has a, a.b and, if it is a module and no function, a.b.c."""
    place = root
    for part in name.split("."):
        place /= part
        yield from (file for file in (place / "__init__.py", place.with_suffix(".py")) if file.is_file())
