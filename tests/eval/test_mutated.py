"""Damaged and hostile inputs end as articles or problems; the whole of them is tried by `python -m eval.mutated`."""

from collections.abc import Iterable
from itertools import chain, islice
from random import Random

import pytest

from eval.mutated import asked_for, report, results, whole
from eval.mutation.damage import damaged
from eval.mutation.inputs import Input
from eval.mutation.large import bombs, many_records
from eval.mutation.lies import lying_sizes, path_tricks
from eval.mutation.tried import Outcome
from morgue.engine import Limits

pytestmark = pytest.mark.unit
LIMITS = Limits(1, 60, 2_000_000_000)
SIZE = 100_000  # bytes


def ended_well(tries: Iterable[Input]) -> bool:
    """Whether all of them were read or told, in time."""
    return report(list(results(tries, LIMITS, None)))


def test_damage_by_chance_ends_well() -> None:
    """Golden inputs with bytes flipped, cut, spliced, repeated, misnamed and wrongly encoded."""
    assert ended_well(damaged(whole(None), 84, Random(11)))  # noqa: S311 - chance that can be repeated, no secret


def test_traps_end_well() -> None:
    """A sample of bombs, of archives that lie, and of files of countless records."""
    assert ended_well(islice(chain(many_records(SIZE), bombs(SIZE), path_tricks(), lying_sizes()), 0, None, 3))


def test_whoever_trips_an_unforeseen_error_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An input that ends by an error that nobody has foreseen makes the command fail."""
    monkeypatch.setattr("eval.mutated.tried", lambda _path, _limits: Outcome("exception", 0.1, words="ValueError: odd"))
    bad = list(results([Input("a", "b", "a.txt", b"One.")], LIMITS, None))
    assert not report(bad)
    assert "exception: a, a.txt (b): ValueError: odd" in capsys.readouterr().out


def test_one_kind_can_be_tried_again() -> None:
    """Of all mutations those of the named kinds; all of them where none is named."""
    every = [Input(kind, "", "a.txt", b"") for kind in ("bomb", "nested", "bomb")]
    assert [each.kind for each in asked_for(every, ["nested"])] == ["nested"]
    assert list(asked_for(every, [])) == every
