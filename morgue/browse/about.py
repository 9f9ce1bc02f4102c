"""How this archive was built: by what, from what, what is known of it, what was taken out and what failed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from morgue.browse.addresses import Parameters
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import all_rows, one_row
from morgue.model import Build, Problem

BUILDS = """
SELECT built_at, version, model, model_version, options, counts, seconds FROM builds ORDER BY id DESC LIMIT 20
"""
REMOVED = """
SELECT value AS rule, label AS example, article_count FROM facet_counts WHERE facet = 'removed'
ORDER BY article_count DESC, value
"""
PROBLEMS = "SELECT path, stage, level, code, message FROM problems ORDER BY level, path, id LIMIT ? OFFSET ?"
PROBLEM_KINDS = "SELECT level, code, count(*) AS n FROM problems GROUP BY level, code ORDER BY level, n DESC, code"
# Counted at the build: of all articles, how many are dated, have a source, are of an agency, are in a language.
KNOWN = """
SELECT coalesce((SELECT max(id) FROM articles), 0) AS articles,
       coalesce(sum(CASE WHEN facet = 'month' THEN article_count END), 0) AS dated,
       coalesce(sum(CASE WHEN facet = 'source' THEN article_count END), 0) AS sourced,
       coalesce(sum(CASE WHEN facet = 'wire' THEN article_count END), 0) AS wired
FROM facet_counts WHERE facet IN ('month', 'source', 'wire')
"""
SPREAD = """
SELECT facet, label, article_count AS n FROM facet_counts WHERE facet IN ('language', 'derivation')
ORDER BY facet, article_count DESC, label
"""
COUNTED = ("articles", "dated", "sourced", "wired")
EXAMPLE = 80


@dataclass(frozen=True, slots=True)
class RemovedBy:
    """What one rule of cleaning took out: from how many articles, and an example."""

    rule: str
    article_count: int
    example: str


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often something is right at least, measured on texts that people have annotated."""

    what: str
    measured: str
    at_least: float


@dataclass(frozen=True, slots=True)
class Known:
    """Of how many articles what is known; `languages` and `derivations` have each with its articles."""

    articles: int
    dated: int
    sourced: int
    wired: int
    languages: tuple[tuple[str, int], ...]
    derivations: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class About:
    """The content of the page on the archive itself, with a page of its problems."""

    builds: tuple[Build, ...]
    known: Known
    accuracy: tuple[Accuracy, ...]
    removed: tuple[RemovedBy, ...]
    problem_kinds: tuple[tuple[str, str, int], ...]
    problems: tuple[Problem, ...]
    paging: Paging

    @property
    def failed(self) -> int:
        """The inputs that became no article."""
        return sum(n for level, _, n in self.problem_kinds if level == "error")

    @property
    def doubts(self) -> int:
        """What is doubted of those that did."""
        return sum(n for level, _, n in self.problem_kinds if level != "error")


def about(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> About:
    """The archive about itself."""
    problems, paging = paged(all_rows(connection, PROBLEMS, window(parameters)), parameters)
    return About(
        builds=tuple(map(_build, all_rows(connection, BUILDS))),
        known=_known(connection),
        accuracy=accuracy(),
        removed=tuple(_removed(row) for row in all_rows(connection, REMOVED)),
        problem_kinds=tuple((row["level"], row["code"], row["n"]) for row in all_rows(connection, PROBLEM_KINDS)),
        problems=tuple(Problem(*row) for row in problems),
        paging=paging,
    )


@cache
def accuracy() -> tuple[Accuracy, ...]:
    """What is measured at every change of Morgue, and held."""
    told = yaml.safe_load(files("morgue.browse").joinpath("accuracy.yml").read_text(encoding="utf-8"))
    return tuple(Accuracy(each["what"], each["measured"], each["at_least"]) for each in told)


def _known(connection: sqlite3.Connection) -> Known:
    row = one_row(connection, KNOWN)
    spread: dict[str, list[tuple[str, int]]] = {"language": [], "derivation": []}
    for each in all_rows(connection, SPREAD):
        spread[each["facet"]].append((each["label"], each["n"]))
    return Known(
        **({name: row[name] for name in COUNTED} if row else dict.fromkeys(COUNTED, 0)),
        languages=tuple(spread["language"]),
        derivations=tuple(spread["derivation"]),
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
    return RemovedBy(row["rule"], row["article_count"], example[:EXAMPLE])
