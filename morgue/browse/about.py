"""How this archive was built: by what, from what, what was taken out and what failed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import all_rows
from morgue.model import Build, Problem

BUILDS = """
SELECT built_at, version, model, model_version, options, counts, seconds FROM builds ORDER BY id DESC LIMIT 20
"""
REMOVED = """
SELECT rule, count(*) AS n, count(DISTINCT article_id) AS articles, min(text) AS example
FROM (SELECT rule, article_id, text FROM removed LIMIT ?) GROUP BY rule ORDER BY n DESC, rule
"""
PROBLEMS = "SELECT path, stage, level, code, message FROM problems ORDER BY level, path, id LIMIT ? OFFSET ?"
PROBLEM_KINDS = "SELECT level, code, count(*) AS n FROM problems GROUP BY level, code ORDER BY level, n DESC, code"
EXAMPLE = 80
MOST_REMOVED = 100_000  # pieces counted by rule: more would keep the page waiting, and the shares stay the same


@dataclass(frozen=True, slots=True)
class RemovedBy:
    """What one rule of cleaning took out."""

    rule: str
    n: int
    articles: int
    example: str


@dataclass(frozen=True, slots=True)
class About:
    """The content of the page on the archive itself, with a page of its problems."""

    builds: tuple[Build, ...]
    removed: tuple[RemovedBy, ...]
    problem_kinds: tuple[tuple[str, str, int], ...]
    problems: tuple[Problem, ...]
    paging: Paging

    @property
    def removed_is_capped(self) -> bool:
        """Whether more was removed than is counted."""
        return sum(row.n for row in self.removed) >= MOST_REMOVED


def about(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> About:
    """The archive about itself."""
    problems, paging = paged(all_rows(connection, PROBLEMS, window(parameters)), parameters)
    return About(
        builds=tuple(map(_build, all_rows(connection, BUILDS))),
        removed=tuple(_removed(row) for row in all_rows(connection, REMOVED, (MOST_REMOVED,))),
        problem_kinds=tuple((row["level"], row["code"], row["n"]) for row in all_rows(connection, PROBLEM_KINDS)),
        problems=tuple(Problem(*row) for row in problems),
        paging=paging,
    )


def _build(row: sqlite3.Row) -> Build:
    return Build(
        built_at=row["built_at"],
        version=row["version"],
        model=row["model"],
        model_version=row["model_version"],
        options=json.loads(row["options"]),
        counts=json.loads(row["counts"]),
        seconds=json.loads(row["seconds"]),
    )


def _removed(row: sqlite3.Row) -> RemovedBy:
    example = " ".join(row["example"].split())
    return RemovedBy(row["rule"], row["n"], row["articles"], example[:EXAMPLE])
