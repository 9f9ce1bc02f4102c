"""What the build shows while it works: a bar for each step, with rate and remaining time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

SECONDS_BETWEEN_LINES = 20.0


class RateColumn(ProgressColumn):
    """Completed units by second, in the unit that the step counts: "1,240 words/s"."""

    def render(self, task: Task) -> Text:
        """The rate of the whole step once it is done, of the last moments before."""
        speed = task.finished_speed or task.speed
        unit = task.fields["unit"]
        return Text(f"{speed:,.0f} {unit}/s" if speed and unit else "", style="progress.data.speed")


class Steps:
    """The steps of a build: shows each one's bar and keeps its seconds.

    A context manager; `with steps.step(name, total, unit): … steps.advance(n)` for each step. Where nobody watches
    (a log file, a pipe) a line is printed when a step ends, and now and then during a long one.
    """

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self.seconds: dict[str, float] = {}
        self._task: TaskID | None = None
        self._console = console
        self._in_lines = not quiet and not console.is_terminal
        self._told = 0.0
        self._bars = Progress(
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description}", justify="left"),
            BarColumn(bar_width=28),
            TextColumn("{task.fields[done]}"),
            RateColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=quiet or self._in_lines,
        )

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    @contextmanager
    def step(self, name: str, total: int | None = None, unit: str = "") -> Iterator[None]:
        """Times a step and shows its bar; `total` None means that the end can't be told."""
        began = self._told = time.perf_counter()
        self._task = self._bars.add_task(name, total=total, unit=unit, done="")
        yield
        self.seconds[name] = round(time.perf_counter() - began, 3)
        task, done = self._bars.tasks[self._task], f"{self.seconds[name]:.1f} s"
        self._bars.update(self._task, total=task.total or 1, completed=task.total or 1, done=done)
        self._line(f"{name}: {done}")

    def advance(self, units: int = 1) -> None:
        """Moves the running step's bar on."""
        if self._task is None:
            return
        self._bars.advance(self._task, units)
        if time.perf_counter() - self._told >= SECONDS_BETWEEN_LINES:
            self._told = time.perf_counter()
            task = self._bars.tasks[self._task]
            left = f", {task.time_remaining / 60:,.1f} minutes to go" if task.time_remaining else ""
            rate = f", {task.speed:,.0f} {task.fields['unit']}/s" if task.speed else ""
            self._line(f"{task.description}: {task.percentage:.0f} %{rate}{left}")

    def say(self, what: str) -> None:
        """Names the part that the running step is at."""
        if self._task is not None:
            self._bars.update(self._task, done=what)
            self._line(f"{self._bars.tasks[self._task].description}: {what}")

    def _line(self, words: str) -> None:
        if self._in_lines:
            self._console.print(words, soft_wrap=True, markup=False, highlight=False)
