"""The files below the inputs, in a stable order, and what stood in the way of finding them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from morgue.errors import InputError
from morgue.model import Problem
from morgue.read.form import Found
from morgue.read.members import hidden, page_folders
from morgue.read.moments import moment
from morgue.read.problems import no_articles, unreadable, unsupported
from morgue.read.registry import EXTENSIONS, known


def find(inputs: Sequence[Path], own: frozenset[Path] = frozenset()) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """The files below `inputs` that a format is known for, sorted by relative path, and the problems met.

    Hidden files and folders are passed over, and the folders beside saved pages; links are followed, but not round in
    a circle.

    Args:
        inputs: files and folders.
        own: what the build itself writes, resolved; it may lie in a folder that is read, and is no input.

    Raises:
        InputError: One of the inputs does not exist.
    """
    found: list[Found] = []
    problems: list[Problem] = []
    for given in inputs:
        below = tuple(_below(given, own))
        found += (each for each in below if isinstance(each, Found))
        problems += (each for each in below if isinstance(each, Problem))
        if given.is_dir() and not any(isinstance(each, Found) for each in below):
            problems.append(no_articles(given.name if given.is_absolute() else str(given)))
    return (
        tuple(sorted(found, key=lambda each: each.path)),
        tuple(sorted(problems, key=lambda each: (each.path, each.code))),
    )


def _below(given: Path, own: frozenset[Path]) -> Iterator[Found | Problem]:
    """What one input holds: itself, if it is a file."""
    if not given.exists() and not given.is_symlink():
        raise InputError(f"There is no file or folder named {given}: check the path.")
    if given.is_dir():
        yield from _folder(given, given, (), own)
    else:
        yield _file(given, given.name)


def _folder(folder: Path, root: Path, inside: tuple[Path, ...], own: frozenset[Path]) -> Iterator[Found | Problem]:
    """Everything below a folder. `inside` are the real folders that lead to it, so that no circle is walked twice."""
    path = folder.relative_to(root).as_posix()
    try:
        here = folder.resolve(strict=True)
        if here in inside:
            yield unreadable(path, "is a link back to a folder that it lies in")
            return
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(path, _reason(error))
        return
    furniture = page_folders(entry.name for entry in entries)
    for entry in entries:
        if hidden(entry.name) or entry.name in furniture or entry.resolve() in own:
            continue
        if entry.is_dir():
            yield from _folder(entry, root, (*inside, here), own)
        else:
            yield _file(entry, entry.relative_to(root).as_posix())


def _file(file: Path, path: str) -> Found | Problem:
    try:
        told = file.stat()
    except OSError as error:
        return unreadable(path, _reason(error))
    if not file.is_file() or not known(file.name):
        return unsupported(path, EXTENSIONS)
    return Found(path, told.st_size, moment(told.st_mtime), partial(_opened, file), location=str(file.resolve()))


def _opened(file: Path) -> BinaryIO:
    return file.open("rb")


def _reason(error: OSError) -> str:
    return f"cannot be read ({(error.strerror or 'unknown reason').lower()})"
