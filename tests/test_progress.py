"""What the build shows while it works."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from morgue import progress
from morgue.progress import Steps

pytestmark = pytest.mark.unit


def shown(*, terminal: bool, quiet: bool = False) -> str:
    """What is written while one step of three units runs."""
    console = Console(file=io.StringIO(), force_terminal=terminal, width=100)
    with Steps(console, quiet=quiet) as steps, steps.step("extract", 3, "words"):
        steps.say("names")
        for _ in range(3):
            steps.advance()
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_terminal_shows_a_bar_with_rate_and_time() -> None:
    """On a terminal each step is a bar, with units by second."""
    text = shown(terminal=True)
    assert "━" in text
    assert "words/s" in text


def test_a_log_gets_a_line_for_each_step() -> None:
    """In a log file there are no bars: a line says that a step is done and how long it took."""
    lines = shown(terminal=False).splitlines()
    assert lines[0] == "extract: names"
    assert lines[-1].startswith("extract: 0.")


def test_a_long_step_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a log file a long step says now and then how much is done."""
    monkeypatch.setattr(progress, "SECONDS_BETWEEN_LINES", 0.0)
    assert "extract: 67 %" in shown(terminal=False)


def test_quiet_shows_nothing() -> None:
    """A quiet build writes nothing, to a terminal or a log."""
    assert shown(terminal=False, quiet=True) == ""
    assert "━" not in shown(terminal=True, quiet=True)


def test_the_seconds_of_each_step_are_kept() -> None:
    """The archive's row about its making has the seconds of each step."""
    with Steps(Console(file=io.StringIO())) as steps:
        with steps.step("read"):
            pass
        with steps.step("clean"):
            pass
    assert list(steps.seconds) == ["read", "clean"]
