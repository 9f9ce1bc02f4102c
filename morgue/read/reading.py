"""Reads a file: by the format that fits, and what it holds by the same formats; errors become problems."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import count
from typing import NamedTuple

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.broken import BROKEN, LockedError, SpentError, TooLargeError, reason
from morgue.read.enclosed import Enclosed
from morgue.read.form import Found, Options
from morgue.read.limits import Allowance, metered
from morgue.read.manifest import is_manifest
from morgue.read.registry import EXTENSIONS, format_of
from morgue.read.watch import Watch, unwatched


def read(found: Found, options: Options | None = None, watch: Watch | None = None) -> Iterator[Original | Problem]:
    """The documents of a file in their order; a problem for each record that cannot be read. Never raises for input.

    What a container holds is read by the same formats as files are. What was read before something broke stays.

    Args:
        found: The file. Where its `read_at` is "", so is that of the documents that have no moment of their own.
        options: What the user asked for, and the limits.
        watch: Asked before each step whether to make it.
    """
    options = options or Options()
    run = _Run(options, Allowance(found, options), watch or unwatched)
    try:
        yield from _read(found, run, 1, count())
    except SpentError:
        yield problems.bomb(found.path)


class _Run(NamedTuple):
    """What holds for all that one file holds."""

    options: Options
    allowance: Allowance
    watch: Watch


def _read(found: Found, run: _Run, depth: int, steps: Iterator[int]) -> Iterator[Original | Problem]:
    """What is read from a file or a member; `steps` numbers the steps that are made at its place."""
    members, empty = 0, True
    inside = Enclosed()
    with closing(_records(found, run.options)) as records:
        while True:
            if passed_over := run.watch(found.place, next(steps)):
                yield passed_over
                return
            record = _next(records, found, run.options)
            if record is None:
                break
            empty = False
            if not isinstance(record, Found):
                yield record
                continue
            members += 1
            if depth > run.options.deepest or members > run.options.most_members:
                yield problems.too_much_inside(found.place, run.options.deepest, run.options.most_members)
                return
            inner = replace(record, open=partial(metered, record.open, run.allowance))
            if inner.place == found.place:
                yield from _read(inner, run, depth + 1, steps)
            elif is_manifest(inner.name):
                yield from _learned(inner, run, inside)
            else:
                yield from inside.told(_read(inner, run, depth + 1, count()))
    yield from inside.unmatched()
    if empty:
        yield problems.no_articles(found.place)


def _learned(manifest: Found, run: _Run, inside: Enclosed) -> Iterator[Problem]:
    """What stood in the way of reading a manifest that lies among the members; the others go on without it."""
    if passed_over := run.watch(manifest.place, 0):
        yield passed_over
        return
    try:
        yield from inside.learn(manifest, run.options)
    except Exception as error:  # noqa: BLE001 - whatever one file trips, the others go on
        yield _told(manifest, error, run.options)


def _records(found: Found, options: Options) -> Generator[Original | Problem | Found]:
    form = format_of(found)
    if form is None:
        yield problems.unsupported(found.place, EXTENSIONS)
    else:
        yield from form.read(found, options)


def _next(
    records: Iterator[Original | Problem | Found], found: Found, options: Options
) -> Original | Problem | Found | None:
    """The next record, None at the end. An error is the last one: a generator that raised is over."""
    try:
        return next(records, None)
    except Exception as error:  # noqa: BLE001 - whatever one file trips, the others go on
        return _told(found, error, options)


def _told(found: Found, error: Exception, options: Options) -> Problem:
    if isinstance(error, SpentError):
        raise error
    if isinstance(error, TooLargeError):
        return problems.too_large(found.place, options.most_bytes)
    if isinstance(error, MemoryError):
        return problems.out_of_memory(found.place)
    if isinstance(error, LockedError):
        return problems.locked(found.place, str(error))
    if isinstance(error, BROKEN) or (isinstance(error, OSError) and error.errno is None):  # bz2's, for one
        return problems.broken(found.place, reason(error))
    if isinstance(error, OSError):
        return problems.unreadable(found.place, f"cannot be read ({reason(error)})")
    return problems.failed(found.place, reason(error))
