"""What to do with an input whose worker was ended: pass over the step that it was at, and tell."""

from __future__ import annotations

from dataclasses import replace

from morgue.engine import Limits, Why
from morgue.intake.jobs import At, Job
from morgue.model import Problem

MOST = 20  # steps of one input that are passed over before the rest of it is given up: each takes all the patience


def again(job: Job, done: int, at: At | None, why: Why, limits: Limits) -> Job | Problem:
    """The job that goes on behind the step that the worker was at, or the problem that says why there is none.

    Args:
        job: the input.
        done: how many records of it have come.
        at: the step that it was at, None where it had not begun.
        why: what became of the worker.
        limits: what it was allowed.
    """
    told = problem(job, at, why, limits)
    if at is None or at in job.passed_over or len(job.passed_over) >= MOST:
        return told
    return replace(job, done=done, passed_over={**job.passed_over, at: told})


def problem(job: Job, at: At | None, why: Why, limits: Limits) -> Problem:
    """What became of a step, and the remedy."""
    place, stage = (at.place, at.stage) if at else (job.found.path, "read")
    if why == "hung":
        message = (
            f"{place}: nothing came of it for {limits.patience:,g} seconds, so it was passed over: "
            "build again with a higher --patience if it is worth the wait."
        )
        return Problem(place, stage, "error", "too-slow", message)
    message = (
        f"{place}: the process that read it crashed or was ended from outside, so it was passed over: "
        "build again with a higher --memory, or save the file anew with another program."
    )
    return Problem(place, stage, "error", "reader-crashed", message)
