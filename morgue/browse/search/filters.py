"""From the values in a search address to conditions on articles, by their rows `a` in the catalogue."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from morgue.browse.query.fts import excluded
from morgue.browse.query.language import Query
from morgue.browse.search.request import ENTITY_FACETS, QUOTE_FILTERS, Filter, Request
from morgue.browse.search.shelves import Shelf
from morgue.browse.search.statement import Statement, Value, listed

# An article has one of each: naming two values of these means either; naming two persons means both.
SINGLE = {"source": "a.source_id", "wire": "a.wire", "derivation": "a.derivation", "language": "a.language",
          "story": "a.story_id"}  # fmt: skip
CODED = ("wire", "derivation", "language", "form")
FORMS = {"direct": "in quotation marks", "fragment": "a few words in marks", "indirect": "reported, without marks"}

_BY_UID = """
SELECT id, uid AS value, name AS label FROM entities WHERE uid = ?
UNION SELECT e.id, e.uid, e.name FROM former_uids f JOIN entities e ON e.id = f.entity_id WHERE f.uid = ?
"""
# Names are compared without case. Both sides of the union are answered from an index or from full text.
_BY_NAME = """
SELECT id, uid AS value, name AS label FROM entities WHERE name = ? COLLATE NOCASE {kind}
UNION SELECT e.id, e.uid, e.name FROM entities_fts JOIN entities e ON e.id = entities_fts.rowid
  JOIN aliases n ON n.entity_id = e.id AND n.name = ? COLLATE NOCASE
WHERE entities_fts MATCH ? {kind}
ORDER BY id
"""
_SOURCES = "SELECT id, id AS value, name AS label FROM sources WHERE id = ? OR name = ? COLLATE NOCASE ORDER BY id"
_STORIES = "SELECT id, uid AS value, headline AS label FROM stories WHERE uid = ?"
_CODES = "SELECT code AS id FROM codes WHERE facet = ? AND value = ?"
_ALTERED = 2000  # in the catalogue of quotes: two wordings or more


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter and what it stands for: rows of the archive (none where it is unknown), facet values, a label."""

    filter: Filter
    label: str
    keys: tuple[Value, ...]
    values: tuple[str, ...]


def chosen(connection: sqlite3.Connection, filters: Sequence[Filter]) -> tuple[Chosen, ...]:
    """Find what each filter names, by uid or by name."""
    return tuple(_chosen(connection, each) for each in filters)


def _chosen(connection: sqlite3.Connection, each: Filter) -> Chosen:
    if each.name == "altered":
        return Chosen(each, "altered on its way", (_ALTERED,), (each.value,))
    if each.name in CODED:
        codes = Statement(_CODES, (each.name, each.value)).rows(connection)
        label = FORMS.get(each.value, each.value) if each.name == "form" else each.value
        return Chosen(each, label, tuple(row["id"] for row in codes), (each.value,))
    rows = list(_named(connection, each))
    label = rows[0]["label"] if rows else each.value
    return Chosen(each, label, tuple(row["id"] for row in rows), tuple(str(row["value"]) for row in rows))


def _named(connection: sqlite3.Connection, each: Filter) -> list[sqlite3.Row]:
    if each.name == "source":
        return Statement(_SOURCES, (each.value, each.value)).rows(connection)
    if each.name == "story":
        return Statement(_STORIES, (each.value,)).rows(connection)
    kind = f"AND kind = '{each.name}'" if each.name in ENTITY_FACETS else ""
    phrase = '"' + each.value.replace('"', " ").replace("\x00", " ") + '"'
    return Statement(_BY_UID, (each.value, each.value)).rows(connection) or Statement(
        _BY_NAME.format(kind=kind), (each.value, each.value, phrase)
    ).rows(connection)


def conditions(asked: Request, narrowed: Sequence[Chosen], query: Query, shelf: Shelf) -> Iterator[Statement]:
    """Every condition of a search but the words that it wants. Entities are found by their names alone."""
    if asked.shelf != "entities":
        yield from _single(narrowed)
        yield from _forms(narrowed, asked.shelf)
        yield from (_multiple(each, asked.shelf) for each in narrowed if each.filter.name not in (*SINGLE, "form"))
        yield from _dates(asked)
    unwanted = excluded(query)
    if unwanted and not query.wanted:
        among = f"(SELECT rowid FROM {shelf.fts} WHERE {shelf.fts} MATCH ?)"
        yield Statement(f"{shelf.key} NOT IN {among}", (unwanted,))


def _single(narrowed: Sequence[Chosen]) -> Iterator[Statement]:
    for name, column in SINGLE.items():
        for is_excluded in (False, True):
            same = [each for each in narrowed if each.filter.name == name and each.filter.excluded == is_excluded]
            if same:
                keys = listed([key for each in same for key in each.keys])
                yield Statement(f"({column} IN {keys.sql}) IS {'NOT ' * is_excluded}TRUE", keys.values)


_DIGITS = len("20220214")
_LAST_DAY = "a.day + CASE WHEN a.day % 10000 = 0 THEN 9999 WHEN a.day % 100 = 0 THEN 99 ELSE 0 END"

# Quotes with these properties, under the name `q`: naming two forms means either.
_QUOTED = {
    "form": "q.form IN {keys}",
    "altered": "q.quote_id IN (SELECT quote_id FROM quote_catalogue WHERE altered >= {keys})",
    # From the names to the quotes around them, not from every quote to the names in it.
    "about": (
        "q.quote_id IN (SELECT o.id FROM mentions m CROSS JOIN quotes o ON o.article_id = m.article_id"
        " AND o.start_char <= m.start_char AND o.end_char >= m.end_char WHERE m.entity_id IN {keys})"
    ),
}


def _forms(narrowed: Sequence[Chosen], among: str) -> Iterator[Statement]:
    for is_excluded in (False, True):
        same = [each for each in narrowed if each.filter.name == "form" and each.filter.excluded == is_excluded]
        if same:
            yield _quoted("form", [key for each in same for key in each.keys], among, excluded=is_excluded)


def _quoted(name: str, keys: Sequence[Value], among: str, *, excluded: bool) -> Statement:
    """A condition on a quote; on an article, that it holds such a quote."""
    among_keys = listed(keys)
    condition = _QUOTED[name].format(keys=among_keys.sql)
    opposite = "NOT " * excluded
    if among == "quotes":
        return Statement(f"({condition}) IS {opposite}TRUE" if excluded else condition, among_keys.values)
    among_articles = f"a.article_id {opposite}IN (SELECT q.article_id FROM quote_catalogue q WHERE {condition})"
    return Statement(among_articles, among_keys.values)


def _multiple(each: Chosen, among: str) -> Statement:
    if each.filter.name in QUOTE_FILTERS:
        return _quoted(each.filter.name, each.keys, among, excluded=each.filter.excluded)
    keys, opposite = listed(each.keys), "NOT " * each.filter.excluded
    if each.filter.name == "speaker" and among == "quotes":
        among_speakers = f"q.quote_id {opposite}IN (SELECT id FROM quotes WHERE speaker_id IN {keys.sql})"
        return Statement(among_speakers, keys.values)
    table, column = ("quotes", "speaker_id") if each.filter.name == "speaker" else ("article_entities", "entity_id")
    return Statement(
        f"a.article_id {opposite}IN (SELECT article_id FROM {table} WHERE {column} IN {keys.sql})", keys.values
    )


def _dates(asked: Request) -> Iterator[Statement]:
    """Days have zeros for what is not known of them (20220200); an article counts where any of its days fits."""
    if asked.start:
        yield Statement(f"{_LAST_DAY} >= ?", (int(asked.start.replace("-", "").ljust(_DIGITS, "0")),))
    if asked.end:
        yield Statement("a.day <= ?", (int(asked.end.replace("-", "").ljust(_DIGITS, "9")),))
