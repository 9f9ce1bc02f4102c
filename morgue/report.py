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

from morgue.model import Build, Problem

SHOWN_PROBLEMS = 10
COUNTS = ("documents", "articles", "entities", "quotes", "stories", "problems")


def as_json(build: Build, problems: Sequence[Problem], archive: Path) -> str:
    """The build's row, the archive's path and size, and every problem, as one JSON object."""
    whole = {"archive": archive.as_posix(), "bytes": archive.stat().st_size, **asdict(build)}
    return json.dumps(whole | {"problems": [asdict(problem) for problem in problems]}, ensure_ascii=False, indent=2)


def show(build: Build, problems: Sequence[Problem], archive: Path, console: Console) -> None:
    """Prints the problems met, a table of what the archive holds and where the seconds went, and the next command."""
    show_problems(problems, console)
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
