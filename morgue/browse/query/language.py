"""The query language: what a reader types becomes a `Query`. No input is an error.

`peace talks` looks for the words, `"peace talks"` for the phrase, `-war` (or `NOT war`) leaves out, `+peace` insists,
`peace OR truce` takes either, `talk*` every word that begins so, `NEAR(peace talks, 5)` (or `peace NEAR talks`) words
close to each other. `docs/search.md` tells readers; `fts.py` writes it out for SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from morgue.browse.query.tokens import Piece, pieces

Need = Literal["optional", "required", "excluded"]
TermKind = Literal["word", "prefix", "phrase", "near"]

MOST_CLAUSES = 64  # of a pasted text, its first words are looked for


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for. `words` holds one string, for `near` several that stand within `distance` words."""

    kind: TermKind
    words: tuple[str, ...]
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """Alternatives (`a OR b`), of which one is enough, and whether an article must have it."""

    terms: tuple[Term, ...]
    need: Need = "optional"


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for, in order of typing."""

    clauses: tuple[Clause, ...] = ()

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """What an article should have."""
        return tuple(clause for clause in self.clauses if clause.need != "excluded")

    @property
    def excluded(self) -> tuple[Clause, ...]:
        """What an article must not have."""
        return tuple(clause for clause in self.clauses if clause.need == "excluded")


@cache
def stopwords() -> frozenset[str]:
    """Words that are not looked for where others are."""
    known = yaml.safe_load((files("morgue.browse.query") / "stopwords.yml").read_text("utf-8"))
    return frozenset(word for words in known.values() for word in words.split())


def parse(typed: str) -> Query:
    """Read what was typed. Any string gives a query, possibly an empty one; never raises."""
    clauses = _joined(pieces(typed)) or _joined(pieces(typed, operators=False))
    return Query(tuple(_without_stopwords(dict.fromkeys(clauses)))[:MOST_CLAUSES])


def words_within(query: Query) -> tuple[Clause, ...]:
    """The single words of the phrases and NEAR groups that are wanted, none insisted on."""
    terms = [term for clause in query.wanted for term in clause.terms if term.kind in ("phrase", "near")]
    typed = " ".join(words for words in (" ".join(term.words) for term in terms) if " " in words)
    return tuple(clause for clause in parse(typed).clauses if clause.need == "optional") if typed else ()


def _joined(typed: Iterable[Piece]) -> list[Clause]:
    """Put pieces and the operators between them together. An operator with nothing to join is left out."""
    clauses: list[Clause] = []
    operator: Piece | None = None
    for piece in typed:
        if piece.kind == "operator":
            operator = piece
            continue
        _add(clauses, _clause(piece), operator)
        operator = None
    return clauses


def _clause(piece: Piece) -> Clause:
    need: Need = "excluded" if piece.sign == "-" else "required" if piece.sign == "+" else "optional"
    kind: TermKind = "word" if piece.kind == "operator" else piece.kind
    return Clause((Term(kind, piece.words, piece.distance),), need)


def _add(clauses: list[Clause], clause: Clause, operator: Piece | None) -> None:
    """Add a clause, or join it to the last one as the operator before it says."""
    name = operator.words[0] if operator else ""
    joinable = bool(clauses) and "excluded" not in (clauses[-1].need, clause.need)
    if name == "NOT":
        clauses.append(replace(clause, need="excluded"))
    elif name == "OR" and joinable:
        before = clauses.pop()
        need: Need = "required" if "required" in (before.need, clause.need) else "optional"
        clauses.append(Clause((*before.terms, *clause.terms), need))
    elif name == "AND" and joinable:
        clauses[-1] = replace(clauses[-1], need="required")
        clauses.append(replace(clause, need="required"))
    elif operator and name == "NEAR" and joinable:
        _add_near(clauses, clause, operator.distance)
    else:
        clauses.append(clause)


def _add_near(clauses: list[Clause], clause: Clause, distance: int) -> None:
    """Turn `a NEAR b` into one term: the last of the terms before it and the one behind."""
    before = clauses.pop()
    last, behind = before.terms[-1], clause.terms[0]
    near = Term("near", (*last.words, *behind.words), max(distance, last.distance))
    clauses.append(Clause((*before.terms[:-1], near), "required"))


def _without_stopwords(clauses: Iterable[Clause]) -> list[Clause]:
    """Leave out stop words that nobody insisted on, unless nothing else is wanted."""
    every = list(clauses)
    kept = [clause for clause in every if not _is_stopword(clause)]
    return kept if any(clause.need != "excluded" for clause in kept) else every


def _is_stopword(clause: Clause) -> bool:
    term = clause.terms[0]
    plain = clause.need == "optional" and len(clause.terms) == 1 and term.kind == "word"
    return plain and term.words[0].strip(".,;:!?").lower() in stopwords()
