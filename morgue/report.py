"""What the build says when it is done: a closing table for people, the same as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from morgue.model import Changes, Problem
from morgue.pipeline import Built

SHOWN_PROBLEMS = 10
SHOWN_PATHS = 5
COUNTS = ("documents", "articles", "entities", "quotes", "stories", "problems")


def as_json(built: Built, archive: Path) -> str:
    """The build's row, the archive's path and size, what changed, and every problem, as one JSON object."""
    whole = {"archive": archive.as_posix(), "bytes": archive.stat().st_size, **asdict(built.build)}
    whole |= {"changes": asdict(built.changes), "problems": [asdict(problem) for problem in built.problems]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def show(built: Built, archive: Path, console: Console) -> None:
    """Prints the problems met, what changed, and a table of what the archive holds and where the seconds went."""
    show_problems(built.problems, console)
    show_changes(built.changes, console)
    build = built.build
    console.print(Text(f"{archive} · {archive.stat().st_size / 1e6:,.1f} MB", style="bold"), soft_wrap=True)
    table = Table(show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    for name in COUNTS:
        table.add_row(name, f"{build.counts.get(name, 0):,}")
    table.add_section()
    for step, seconds in build.seconds.items():
        table.add_row(step, f"{seconds:,.1f} s")
    console.print(table)


def show_changes(changes: Changes, console: Console) -> None:
    """Prints how many inputs were new, and which are gone; nothing after a first build, where all is new."""
    if changes.unchanged:
        console.print(f"{changes.read:,} inputs read, {changes.unchanged:,} not changed since the last build")
    for words, paths in (("no longer there, dropped", changes.dropped), ("no longer there, kept", changes.kept)):
        if paths:
            more = f" … and {len(paths) - SHOWN_PATHS:,} more" if len(paths) > SHOWN_PATHS else ""
            console.print(Text(f"{len(paths):,} {words}: {', '.join(paths[:SHOWN_PATHS])}{more}"), soft_wrap=True)


def show_problems(problems: Sequence[Problem], console: Console) -> None:
    """Prints each problem on a line, errors first, at the most ten; the archive's `problems` table has them all."""
    ordered = sorted(problems, key=lambda problem: problem.level)
    for problem in ordered[:SHOWN_PROBLEMS]:
        console.print(
            Text(f"{problem.level}: {problem.message}", style="red" if problem.level == "error" else "yellow"),
            soft_wrap=True,
        )
    if len(ordered) > SHOWN_PROBLEMS:
        codes = Counter(problem.code for problem in ordered)
        told = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        console.print(
            Text(f"… and {len(ordered) - SHOWN_PROBLEMS} more in the table `problems` ({told})", style="yellow"),
            soft_wrap=True,
        )
