"""The words of a hit in their surroundings, the ones that were looked for marked."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from morgue.browse.search.statement import Statement, listed

# Characters that no text holds: cleaning takes control characters out. Marks become HTML only after escaping.
_OPEN, _CLOSE = "\x02", "\x03"
_WORDS = 40  # FTS5 gives 64 at most
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text, and whether it is what was looked for."""

    text: str
    marked: bool = False


Fragments = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article's headline and its most telling lines. The headline is empty where the article has none."""

    headline: Fragments
    text: Fragments


def article_snippets(connection: sqlite3.Connection, expression: str, ids: Sequence[int]) -> Mapping[int, Marked]:
    """Headline and snippet for each of the articles that the expression finds, by article id."""
    columns = f"highlight(articles_fts, 0, ?, ?) AS headline, snippet(articles_fts, 2, ?, ?, '…', {_WORDS}) AS text"
    rows = _rows(connection, "articles_fts", columns, expression, ids, marks=2)
    return {row["id"]: Marked(fragments(row["headline"] or ""), fragments(row["text"] or "")) for row in rows}


def quote_texts(connection: sqlite3.Connection, expression: str, ids: Sequence[int]) -> Mapping[int, Fragments]:
    """The whole text of each quote that the expression finds, by quote id."""
    rows = _rows(connection, "quotes_fts", "highlight(quotes_fts, 0, ?, ?) AS text", expression, ids)
    return {row["id"]: fragments(row["text"]) for row in rows}


def _rows(
    connection: sqlite3.Connection, fts: str, columns: str, expression: str, ids: Sequence[int], marks: int = 1
) -> list[sqlite3.Row]:
    head = Statement(f"SELECT rowid AS id, {columns} FROM {fts}", (_OPEN, _CLOSE) * marks)
    return (head + Statement(f"WHERE {fts} MATCH ? AND rowid IN", (expression,)) + listed(ids)).rows(connection)


def fragments(marked: str) -> Fragments:
    """A text with marks, cut at the marks; white space is made single."""
    text = " ".join(marked.replace(_SOFT_HYPHEN, "").split())
    found: list[Fragment] = []
    for n, piece in enumerate(text.split(_OPEN)):
        inside, close, outside = piece.partition(_CLOSE)
        if n and close:
            found += [Fragment(inside, marked=True), Fragment(outside)]
        else:
            found.append(Fragment(piece))
    return tuple(fragment for fragment in found if fragment.text)


def as_html(pieces: Fragments) -> str:
    """The fragments as HTML: everything escaped, then `<mark>` around what was looked for."""
    return "".join(
        f"<mark>{escape(piece.text, quote=False)}</mark>" if piece.marked else escape(piece.text, quote=False)
        for piece in pieces
    )
