"""What came of publishing: how many files of which kind, how large, how long it took."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from rich.console import Console
from rich.table import Table

from morgue.publish.amounts import Amount, in_words, kind_of
from morgue.publish.options import Options
from morgue.publish.writing import Record

LARGEST = 3  # files that are told by name


@dataclass(frozen=True, slots=True)
class Report:
    """What a site consists of, by kind and in all, and what this run did.

    `largest` are paths with their sizes, `seconds` those of the steps, `rendering` those of the processors for pages.
    """

    kinds: Mapping[str, Amount]
    total: Amount
    largest: tuple[tuple[str, int], ...]
    written: int
    removed: int
    seconds: Mapping[str, float]
    rendering: float


class Tally:
    """Adds up files as they are made."""

    def __init__(self) -> None:
        self.kinds: dict[str, Amount] = {}
        self.largest: list[tuple[str, int]] = []
        self.written = 0

    def add(self, records: Iterable[Record]) -> None:
        """Count these files."""
        sizes: dict[str, list[int]] = defaultdict(list)
        for record in records:
            sizes[kind_of(record.path)].append(record.size)
            self.written += record.is_new
            self._weigh(record)
        for kind, of_kind in sizes.items():
            self.kinds[kind] = self.kinds.get(kind, Amount()) + Amount(len(of_kind), sum(of_kind), max(of_kind))

    def _weigh(self, record: Record) -> None:
        if len(self.largest) < LARGEST or record.size >= self.largest[-1][1]:
            found = [*self.largest, (record.path, record.size)]
            self.largest = sorted(found, key=lambda each: (-each[1], each[0]))[:LARGEST]

    def report(self, removed: int, seconds: Mapping[str, float], rendering: float) -> Report:
        """The sum."""
        total = sum(self.kinds.values(), Amount())
        by_size = sorted(self.kinds.items(), key=lambda each: -each[1].bytes)
        return Report(dict(by_size), total, tuple(self.largest), self.written, removed, seconds, rendering)


def as_json(report: Report) -> str:
    """The report for programs."""
    return json.dumps(asdict(report), indent=2)


def show(report: Report, options: Options, console: Console) -> None:
    """Print the report for people."""
    table = Table(box=None, pad_edge=False)
    for heading, side in (("", "left"), ("files", "right"), ("size", "right")):
        table.add_column(heading, justify="right" if side == "right" else "left")
    for kind, amount in report.kinds.items():
        table.add_row(kind, f"{amount.files:,}", in_words(amount.bytes))
    table.add_row("together", f"{report.total.files:,}", in_words(report.total.bytes), style="bold")
    console.print(table)
    unchanged = report.total.files - report.written
    console.print(
        f"{options.site}: {report.written:,} files written, {unchanged:,} were as they should be, "
        f"{report.removed:,} removed. {sum(report.seconds.values()):,.1f} seconds.",
        soft_wrap=True,
    )
    for path, size in report.largest[:1]:
        console.print(f"The largest file is {path}, {in_words(size)}.", soft_wrap=True)
