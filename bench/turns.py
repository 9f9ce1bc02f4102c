"""We and a peer, in turn, at the same work: what benchmarks against a peer have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple, TypeVar

Piece = TypeVar("Piece")
Task = Callable[[Sequence[Piece]], object]


class Round(NamedTuple):
    """The processor seconds that both took for the same batch, and how much there was in it to do."""

    ours: float
    theirs: float
    amount: int

    @property
    def ratio(self) -> float:
        """How many times as fast we were."""
        return self.theirs / self.ours


def rounds(
    batches: Iterable[Sequence[Piece]], ours: Task[Piece], theirs: Task[Piece], amount: Callable[[Sequence[Piece]], int]
) -> Iterator[Round]:
    """A round for each batch, timed for both; who begins changes."""
    for turn, batch in enumerate(batches):
        if turn % 2:
            our, their = _seconds(ours, batch), _seconds(theirs, batch)
        else:
            their, our = _seconds(theirs, batch), _seconds(ours, batch)
        yield Round(our, their, amount(batch))


def _seconds(task: Task[Piece], batch: Sequence[Piece]) -> float:
    """The processor time of a task: what else runs on the machine counts less."""
    start = process_time()
    task(batch)
    return process_time() - start


def report(measured: Sequence[Round], unit: str, peer: str) -> str:
    """The figures as lines of text: the median speed of both, the median, least and greatest ratio of a round.

    Args:
        measured: the rounds; the one that warms up isn't among them.
        unit: what is counted ("pages").
        peer: the other's name.
    """
    ratios = [each.ratio for each in measured]
    width = max(map(len, ("ratio", peer)))
    speeds = {
        "ours": median(each.amount / each.ours for each in measured),
        peer: median(each.amount / each.theirs for each in measured),
    }
    return "\n".join(
        [
            f"{sum(each.amount for each in measured)} {unit} in {len(measured)} rounds",
            *(f"{name:{width}}  {speed:8.1f} {unit}/s" for name, speed in speeds.items()),
            f"{'ratio':{width}}  {median(ratios):8.2f} (from {min(ratios):.2f} to {max(ratios):.2f})",
        ]
    )
