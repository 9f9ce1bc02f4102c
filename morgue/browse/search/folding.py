"""One page of hits: folded to one hit a story (or a saying), sorted, continued from where the last page ended."""

from __future__ import annotations

import base64
import binascii
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.search.hits import Hits
from morgue.browse.search.request import Request
from morgue.browse.search.shelves import Shelf
from morgue.browse.search.statement import Statement, every, listed

# What hits are sorted by. Of a group: its best score, its newest article, its oldest that has a date (null where none
# has), its last and first row, and how many of it match. `folded` is the group that a row has, folded or not.
_GROUPED = """
SELECT grp, grp AS folded, max(score) AS best, max(article_id) AS newest,
  min(iif(published IS NULL, NULL, article_id)) AS oldest, max(id) AS last_id, min(id) AS first_id, count(*) AS matching
FROM hit GROUP BY grp
"""
_SINGLE = """
SELECT id AS grp, grp AS folded, score AS best, article_id AS newest,
  iif(published IS NULL, NULL, article_id) AS oldest, id AS last_id, id AS first_id, 1 AS matching
FROM hit
"""
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
    """One page of hits: first which groups stand on it, then which row stands for each of them."""
    sort = asked.sort or asked.usual_sort(words=bool(hits.expression))
    order, after = shelf.orders.get(sort, shelf.orders["newest"]), _place(asked.after)
    rows = page_rows(shelf, hits.scores, order, after, fold=asked.fold, size=asked.size).rows(connection)
    shown = rows[: asked.size]
    token = _token((shown[-1]["first"], shown[-1]["second"])) if len(rows) > asked.size else None
    groups = [row["grp"] for row in shown]
    standing = _standing(connection, shelf, hits, groups) if asked.fold else ()
    chosen = {row["grp"]: row["id"] for row in standing}
    found = tuple(Leader(chosen.get(row["grp"], row["grp"]), row["best"], row["grp"], row["matching"]) for row in shown)
    # Folded, every row tells how many groups there are; without rows, or unfolded, they must be counted.
    count = rows[0]["groups"] if rows and asked.fold else _groups(connection, shelf, hits)
    return Leaders(found, token, count)


def _standing(connection: sqlite3.Connection, shelf: Shelf, hits: Hits, groups: Sequence[int]) -> list[sqlite3.Row]:
    """The rows that stand for the groups of a page, chosen among those that are in them, not among all hits."""
    scores = dict(hits.scores)
    within = [row["id"] for row in members(shelf, groups).rows(connection)]
    among = [(each, scores[each]) for each in within if each in scores]
    return chosen_rows(shelf, among, groups).rows(connection)


def page_rows(
    shelf: Shelf,
    scores: Sequence[tuple[int, float]],
    order: tuple[str, str],
    after: Place | None,
    *,
    fold: bool,
    size: int,
) -> Statement:
    """The groups behind a place, in order, and one more that tells whether there is a next page."""
    led = (
        f"led AS (SELECT *, {order[0]} AS first, {order[1]} AS second FROM ranked)"
        " SELECT *, (SELECT count(*) FROM ranked) AS groups FROM led"
    )
    behind = Statement("WHERE (first, second) > (?, ?)", after) if after else Statement("")
    ranked = f", ranked AS ({_GROUPED if fold else _SINGLE}),"
    return _hit(shelf, scores) + ranked + led + behind + Statement("ORDER BY first, second LIMIT ?", (size + 1,))


def members(shelf: Shelf, groups: Sequence[int]) -> Statement:
    """The rows of these groups, whether they match or not; what is alone has its own number, below zero."""
    gathered = Statement(f"SELECT {shelf.key} AS id FROM {shelf.tables[0]} WHERE {shelf.gathered} IN") + listed(groups)
    alone = f"UNION SELECT {shelf.key} FROM {shelf.tables[0]} WHERE {shelf.key} IN"
    return gathered + alone + listed([-group for group in groups])


def chosen_rows(shelf: Shelf, scores: Sequence[tuple[int, float]], groups: Sequence[int]) -> Statement:
    """The row that stands for each of these groups: the origin of its story if that matches, else the best."""
    place = f"row_number() OVER (PARTITION BY grp ORDER BY {shelf.chosen} DESC, score DESC, id DESC) AS place"
    among = Statement(f"SELECT grp, id FROM (SELECT *, {place} FROM hit WHERE grp IN") + listed(groups)
    return _hit(shelf, scores) + among + ") WHERE place = 1"


def _hit(shelf: Shelf, scores: Sequence[tuple[int, float]]) -> Statement:
    """Every hit with its score and group, from a JSON object of scores by id."""
    joins = every(Statement(join) for join in (f"{shelf.key} = CAST(hit.key AS INTEGER)", *shelf.joins))
    sql = (
        f"WITH hit AS (SELECT {shelf.key} AS id, {shelf.article} AS article_id, {shelf.date} AS published,"
        f" {shelf.group} AS grp, hit.value AS score"
        f" FROM json_each(?) AS hit CROSS JOIN {' CROSS JOIN '.join(shelf.tables)} WHERE {joins.sql})"
    )
    # Rows that stand side by side are read side by side: in the order of their scores it takes twice as long.
    return Statement(sql, (json.dumps(dict(sorted(scores))),))


def _groups(connection: sqlite3.Connection, shelf: Shelf, hits: Hits) -> int:
    # The first table knows the group; what it is joined with is not asked.
    tables = f"json_each(?) AS hit CROSS JOIN {shelf.tables[0]}"
    sql = f"SELECT count(DISTINCT {shelf.group}) AS n FROM {tables} WHERE {shelf.key} = hit.value"
    return int(Statement(sql, (json.dumps(sorted(hits.ids)),)).rows(connection)[0]["n"])


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
