"""Whoever runs the reading may watch it, step by step: a step that hung can so be passed over the next time.

The same input takes the same steps each time, so that a place and a number name one of them for good.
"""

from __future__ import annotations

from collections.abc import Callable

from morgue.model import Problem

Watch = Callable[[str, int], Problem | None]
"""Asked before each step: with the place of what is being read, and how many steps have been made there before, which
is how many records came of it (what is packed and what it is packed in are one place). None: go on. A problem: this
step is not made; the problem stands for all that was to come of this place, and reading goes on behind it."""


def unwatched(_place: str, _count: int) -> None:
    """The watch of somebody who lets everything pass."""
