"""One input taken in as a build takes it in, and how that ended."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rich.console import Console

from morgue.engine import Limits
from morgue.intake import Order, take_in
from morgue.model import Problem
from morgue.progress import Steps
from morgue.store import workings

End = Literal["articles", "problems", "nothing", "exception"]
UNFORESEEN = {"reading-failed", "cleaning-failed"}
STOPPED = {"too-slow", "reader-crashed", "out-of-memory"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an input ended and how long it took; `stopped` are the limits that it met, `words` tell what went wrong."""

    end: End
    seconds: float
    articles: int = 0
    problems: int = 0
    stopped: tuple[str, ...] = ()
    words: str = ""


def tried(path: Path, limits: Limits) -> Outcome:
    """Reads and cleans one file, in a worker that is ended where it takes too long or too much."""
    began = time.monotonic()
    with workings(path.with_name("tried.db"), fresh=True) as remembered, Steps(Console(), quiet=True) as steps:
        intake = take_in(Order((path,), limits=limits), remembered, steps)
    seconds = time.monotonic() - began
    articles, problems = len(intake.articles), len(intake.problems)
    words = next((each.message for each in intake.problems if each.code in UNFORESEEN), "")
    return Outcome(_end(articles, problems, words), seconds, articles, problems, _stopped(intake.problems), words[:300])


def _end(articles: int, problems: int, words: str) -> End:
    if words:
        return "exception"
    if articles:
        return "articles"
    return "problems" if problems else "nothing"


def _stopped(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    return tuple(sorted(each.code for each in problems if each.code in STOPPED))
