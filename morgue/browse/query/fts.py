"""Writes a `Query` out as FTS5 match expressions: strict, forgiving and loose."""

from __future__ import annotations

from collections.abc import Iterable

from morgue.browse.query.language import Clause, Query, Term, words_within


def with_all(query: Query) -> str | None:
    """The expression for articles that have everything wanted; None where nothing is wanted."""
    return _without(_and(query.wanted), query)


def with_some(query: Query) -> str | None:
    """The expression for articles that have everything insisted on, and one at least of what is wanted."""
    required = [clause for clause in query.wanted if clause.need == "required"]
    if not required or len(required) == len(query.wanted):
        return _without(_and(required) or _or(query.wanted), query)
    # Naming the required clauses again lets the optional ones add to the rank without being needed.
    return _without(f"{_and(required)} AND ({_or(query.wanted)})", query)


def with_any(query: Query) -> str | None:
    """The expression for articles that have anything wanted, if only one word of a phrase."""
    return _without(_or(dict.fromkeys((*query.wanted, *words_within(query)))), query)


def excluded(query: Query) -> str | None:
    """The expression for what an article must not have; None where nothing is excluded."""
    return _or(query.excluded) or None


def _and(clauses: Iterable[Clause]) -> str:
    return " AND ".join(map(_clause, clauses))


def _or(clauses: Iterable[Clause]) -> str:
    return " OR ".join(map(_clause, clauses))


def _without(wanted: str, query: Query) -> str | None:
    unwanted = excluded(query)
    return f"({wanted}) NOT ({unwanted})" if wanted and unwanted else wanted or None


def _clause(clause: Clause) -> str:
    terms = " OR ".join(map(_term, clause.terms))
    return f"({terms})" if len(clause.terms) > 1 else terms


def _term(term: Term) -> str:
    words = " ".join(f'"{word}"' for word in term.words)
    if term.kind == "near":
        return f"NEAR({words}, {term.distance})"
    return f"{words} *" if term.kind == "prefix" else words
