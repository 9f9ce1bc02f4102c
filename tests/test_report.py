"""What the build says when it is done."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from morgue.model import Problem
from morgue.report import show_problems

pytestmark = pytest.mark.unit


def told(problems: list[Problem]) -> str:
    """What a person reads of some problems."""
    console = Console(file=io.StringIO(), width=60)
    show_problems(problems, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def problem(number: int, level: str = "warning") -> Problem:
    """A problem with a number in its message."""
    return Problem(f"{number}.txt", "read", "error" if level == "error" else "warning", "odd", f"{number}.txt is [odd]")


def test_errors_come_first() -> None:
    """An error is told before a warning, whatever their order."""
    lines = told([problem(1), problem(2, "error")]).splitlines()
    assert [line.split(":")[0] for line in lines] == ["error", "warning"]


def test_many_problems_are_summed_up() -> None:
    """After ten, the rest is a count by code and the name of the table that has them all."""
    assert "… and 15 more in the table `problems` (odd 25)" in told([problem(number) for number in range(25)])


def test_a_message_is_printed_as_it_is() -> None:
    """Square brackets in a file's name are no markup."""
    assert "1.txt is [odd]" in told([problem(1)])
