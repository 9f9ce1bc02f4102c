"""The query language: every form, and the law that nothing typed is ever an error."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.query.fts import excluded, with_all, with_any, with_some
from morgue.browse.query.language import MOST_CLAUSES, Query, parse

pytestmark = pytest.mark.unit

# The browser's port of the query language passes the same file.
VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))

TYPED = st.one_of(
    st.text(),
    st.text(alphabet="ab \"“”()+-*,5^:{}\x00'’"),
    st.lists(st.sampled_from(["OR", "AND", "NOT", "NEAR", "NEAR(", ")", '"', "-", "+", "ships", "the", "*"])).map(
        " ".join
    ),
)


@pytest.fixture(scope="module")
def full_text() -> Iterator[sqlite3.Connection]:
    """A real full-text table, indexed as the archive's are."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE articles USING fts5(headline, text, tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO articles VALUES ('Grain ships', 'The ships may leave the port verity quay today.')")
    yield connection
    connection.close()


def as_data(query: Query) -> list[dict[str, Any]]:
    """A query as the vectors write it."""
    return [
        {
            "need": clause.need,
            "terms": [
                {"kind": term.kind, "words": list(term.words)}
                | ({"distance": term.distance} if term.kind == "near" else {})
                for term in clause.terms
            ],
        }
        for clause in query.clauses
    ]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["typed"] for vector in VECTORS])
def test_what_is_typed_is_read_as_the_vectors_say(vector: dict[str, Any]) -> None:
    """Each vector's words are read as its clauses and written out as its expressions."""
    query = parse(vector["typed"])
    assert as_data(query) == vector["clauses"]
    assert with_all(query) == vector["all"]
    assert with_some(query) == vector["some"]
    assert with_any(query) == vector["any"]
    assert excluded(query) == vector["excluded"]


@given(typed=TYPED)
def test_full_text_accepts_whatever_is_typed(full_text: sqlite3.Connection, typed: str) -> None:
    """Any string gives no expression or one that FTS5 runs."""
    query = parse(typed)
    for expression in (with_all(query), with_some(query), with_any(query), excluded(query)):
        if expression is not None:
            full_text.execute("SELECT rowid FROM articles WHERE articles MATCH ?", (expression,)).fetchall()


@given(typed=TYPED)
def test_what_has_all_has_some_and_any(full_text: sqlite3.Connection, typed: str) -> None:
    """An article that has everything wanted is also found by the more forgiving expressions."""
    query = parse(typed)
    found = [
        bool(full_text.execute("SELECT 1 FROM articles WHERE articles MATCH ?", (expression,)).fetchall())
        for expression in (with_all(query), with_some(query), with_any(query))
        if expression
    ]
    assert found == sorted(found)


@given(typed=TYPED)
def test_reading_twice_gives_the_same(typed: str) -> None:
    """The same words always give the same query."""
    assert parse(typed) == parse(typed)


def test_a_surrogate_is_left_out() -> None:
    """Half a character, which no database takes, does not stand in the way of the words around it."""
    assert with_all(parse("grain \ud83d ships")) == '"grain" AND "ships"'


def test_a_pasted_text_is_cut() -> None:
    """Of a very long text only the first words are looked for."""
    assert len(parse(" ".join(f"word{n}" for n in range(1000))).clauses) == MOST_CLAUSES


def test_a_long_query_runs(full_text: sqlite3.Connection) -> None:
    """The longest expression that can be typed is not too deep for FTS5."""
    expression = with_all(parse(" ".join(f"word{n} OR other{n}" for n in range(1000))))
    assert full_text.execute("SELECT 1 FROM articles WHERE articles MATCH ?", (expression,)).fetchall() == []
