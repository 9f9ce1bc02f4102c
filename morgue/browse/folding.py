"""One page of hits: folded to one hit a story (or a saying), sorted, continued from where the last page ended."""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.search_hits import Hits
from morgue.browse.search_request import Request
from morgue.browse.search_shelves import Shelf
from morgue.browse.search_statement import Statement, every

# One window for everything, so that the hits are sorted once.
_FOLDED = """
SELECT * FROM (
  SELECT *, max(score) OVER story AS best, count(*) OVER story AS matching, row_number() OVER story AS place
  FROM hit
  WINDOW story AS (PARTITION BY grp ORDER BY chosen DESC, score DESC, id DESC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
) WHERE place = 1
"""
_SINGLE = "SELECT *, score AS best, 1 AS matching FROM hit"
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leader:
    """A row that stands for its group: with its score and how many of the group match, itself included."""

    id: int
    score: float
    group: int
    matching: int


@dataclass(frozen=True, slots=True)
class Leaders:
    """The hits of one page, the token for the next page (None at the end), and the number of groups on all pages."""

    leaders: tuple[Leader, ...]
    next: str | None
    groups: int


def leaders(connection: sqlite3.Connection, shelf: Shelf, asked: Request, hits: Hits) -> Leaders:
    """One page of hits."""
    sort = asked.sort or ("relevance" if hits.expression else "newest")
    statement = page_rows(shelf, hits.scores, shelf.orders[sort], _place(asked.after), fold=asked.fold, size=asked.size)
    rows = statement.rows(connection)
    shown = rows[: asked.size]
    token = _token((shown[-1]["first"], shown[-1]["second"])) if len(rows) > asked.size else None
    found = tuple(Leader(row["id"], row["best"], row["grp"], row["matching"]) for row in shown)
    return Leaders(found, token, _groups(connection, shelf, hits))


def page_rows(
    shelf: Shelf,
    scores: Sequence[tuple[int, float]],
    order: tuple[str, str],
    after: Place | None,
    *,
    fold: bool,
    size: int,
) -> Statement:
    """The leaders behind a place, in order, and one more that tells whether there is a next page."""
    scored = json.dumps(dict(scores))
    found = _FOLDED if fold else _SINGLE
    led = f"led AS (SELECT *, {order[0]} AS first, {order[1]} AS second FROM ranked) SELECT * FROM led"
    behind = Statement("WHERE (first, second) > (?, ?)", after) if after else Statement("")
    hit = Statement(f"WITH hit AS ({_hit_rows(shelf)}), ranked AS ({found}),", (scored,))
    return hit + led + behind + Statement("ORDER BY first, second LIMIT ?", (size + 1,))


def _hit_rows(shelf: Shelf) -> str:
    """Every hit with its group, from a JSON object of scores by id."""
    joins = every(Statement(join) for join in (f"{shelf.key} = CAST(hit.key AS INTEGER)", *shelf.joins))
    return (
        f"SELECT {shelf.key} AS id, {shelf.article} AS article_id, {shelf.date} AS published, {shelf.group} AS grp,"
        f" hit.value AS score, {shelf.chosen} AS chosen"
        f" FROM json_each(?) AS hit CROSS JOIN {' CROSS JOIN '.join(shelf.tables)} WHERE {joins.sql}"
    )


def _groups(connection: sqlite3.Connection, shelf: Shelf, hits: Hits) -> int:
    joins = every(Statement(join) for join in (f"{shelf.key} = hit.value", *shelf.joins))
    tables = " CROSS JOIN ".join(("json_each(?) AS hit", *shelf.tables))
    sql = f"SELECT count(DISTINCT {shelf.group}) AS n FROM {tables} WHERE {joins.sql}"
    return int(Statement(sql, (json.dumps(hits.ids),)).rows(connection)[0]["n"])


def _token(place: Place) -> str:
    written = json.dumps(list(place), separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _place(token: str) -> Place | None:
    """The place that a token tells; None for one that is not of ours, which begins again at the first page."""
    try:
        first, second = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        return float(first), float(second)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return None
