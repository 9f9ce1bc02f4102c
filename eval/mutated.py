"""Tries thousands of damaged and hostile inputs: each must end as an article or as a problem, in time.

usage: python -m eval.mutated [--count 2000] [--seed 0] [--megabytes 50] [--gold DIR] [--keep DIR] [--kind KIND …]

Each is taken in as a build does it, in a worker that is ended after --seconds without a record, or beyond --memory:
such an input ends as a problem, too, and is listed as stopped. Exit code 1 where one ends by an exception that nobody
has foreseen, or without a word.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random

from eval.mutation.damage import damaged
from eval.mutation.inputs import Input
from eval.mutation.large import bombs, long_lines, many_records
from eval.mutation.lies import lying_sizes, path_tricks
from eval.mutation.nested import nested
from eval.mutation.tried import Outcome, tried
from morgue.engine import Limits

GOLDEN = Path(__file__).parents[1] / "tests" / "read" / "golden"
WELL = {"articles", "problems"}
SHOWN = 5


def whole(gold: Path | None) -> list[tuple[str, bytes]]:
    """The golden inputs and, where there is a folder of gold, its feeds and its messy files, by name and bytes."""
    folders = [GOLDEN, *((gold / "feeds", gold / "messy") if gold else ())]
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    named = ((file.name, file.read_bytes()) for file in files if file.name != "expected.json")
    return [(name, raw) for name, raw in named if raw]


def inputs(asked: argparse.Namespace) -> Iterator[Input]:
    """Every trap, then as much damage by chance as is still wanted."""
    size = int(asked.megabytes * 1_000_000)
    traps = chain(nested(), path_tricks(), lying_sizes(), many_records(size), bombs(size), long_lines(size))
    count = 0
    for trap in traps:
        count += 1
        yield trap
    chance = Random(asked.seed)  # noqa: S311 - chance that can be repeated, no secret
    yield from damaged(whole(asked.gold), max(0, asked.count - count), chance)


def asked_for(every: Iterable[Input], kinds: Sequence[str]) -> Iterator[Input]:
    """Those of these kinds; all where none is named."""
    return (each for each in every if not kinds or each.kind in kinds)


def results(tries: Iterable[Input], limits: Limits, keep: Path | None) -> Iterator[tuple[Input, Outcome]]:
    """Each input with its outcome. It lies on disk while it is tried, as a user's would."""
    with tempfile.TemporaryDirectory() as folder:
        for number, each in enumerate(tries):
            path = Path(folder) / each.name
            path.write_bytes(each.raw)
            outcome = tried(path, limits)
            if keep and outcome.end not in WELL:
                keep.mkdir(parents=True, exist_ok=True)
                path.rename(keep / f"{number}-{each.name}")
            path.unlink(missing_ok=True)
            yield each._replace(raw=b""), outcome


def report(told: list[tuple[Input, Outcome]]) -> bool:
    """Prints what became of them; whether all ended well."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for each, outcome in told:
        table[each.kind][outcome.end] += 1
    for kind, ends in table.items():
        print(f"{kind:16}", ", ".join(f"{count} {end}" for end, count in sorted(ends.items())))
    print("slowest:")
    for each, outcome in sorted(told, key=lambda pair: pair[1].seconds, reverse=True)[:SHOWN]:
        print(f"  {outcome.seconds:6.1f} s  {_named(each)}")
    for each, outcome in told:
        if outcome.stopped:
            print(f"stopped: {_named(each)}: {', '.join(outcome.stopped)}")
    bad = [(each, outcome) for each, outcome in told if outcome.end not in WELL]
    for each, outcome in bad:
        print(f"{outcome.end}: {_named(each)}: {outcome.words}")
    print(f"{len(told)} inputs, {len(bad)} of which ended otherwise than as article or problem")
    return not bad


def _named(each: Input) -> str:
    return f"{each.kind}, {each.name[-40:]} ({each.origin})"


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--megabytes", type=float, default=50)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--keep", type=Path, help="where to put the inputs that end badly")
    parser.add_argument("--seconds", type=float, default=60, help="the longest that a record may take")
    parser.add_argument("--memory", type=float, default=2_000, help="megabytes that a worker may take")
    parser.add_argument("--kind", action="append", default=[], help='only these, as "one long line" (repeatable)')
    asked = parser.parse_args(arguments)
    limits = Limits(1, asked.seconds, int(asked.memory * 1_000_000))
    return 0 if report(list(results(asked_for(inputs(asked), asked.kind), limits, asked.keep))) else 1


if __name__ == "__main__":
    sys.exit(main())
