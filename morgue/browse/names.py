"""Names from A to Z, as in the index at the back of a book. A way in without a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from morgue.browse.addresses import Parameters
from morgue.browse.entities import COLUMNS, EntityLine, entity_line
from morgue.browse.paging import Paging, numbered, page_number
from morgue.browse.rows import all_rows, one_row

ON_A_PAGE = 200  # names are short
OTHER = "other"
ALPHABET = (*ascii_lowercase, OTHER)
AFTER_Z = "{"  # the character that follows z

# Kept in order by an index, without regard to case. What begins with no letter from A to Z comes before or after.
FROM_TO = "e.name >= ? COLLATE NOCASE AND e.name < ? COLLATE NOCASE"
ELSEWHERE = "(e.name < ? COLLATE NOCASE OR e.name >= ? COLLATE NOCASE)"
ORDERED = "ORDER BY e.name COLLATE NOCASE, e.id LIMIT ? OFFSET ?"
NUMBER = "SELECT count(*) AS n FROM entities e WHERE"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, and how many names begin with it."""

    letter: str
    count: int

    @property
    def address(self) -> str:
        """The page of the letter."""
        return f"/names/{self.letter}"

    @property
    def label(self) -> str:
        """The letter as readers see it."""
        return "Other" if self.letter == OTHER else self.letter.upper()


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters with which names begin."""

    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """A page of the names that begin with a letter."""

    letter: Letter
    names: tuple[EntityLine, ...]
    paging: Paging

    @property
    def alphabet(self) -> tuple[Letter, ...]:
        """Every letter, not counted: counting all of them takes longer than this page."""
        return tuple(Letter(letter, 0) for letter in ALPHABET)


def letters(connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Letters:
    """The letters with which names begin, with how many do."""
    counted = (Letter(letter, _number(connection, letter)) for letter in ALPHABET)
    return Letters(tuple(letter for letter in counted if letter.count))


def names(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Names:
    """The names that begin with the letter in the address, in order of the alphabet."""
    letter = matched["letter"]
    where, bounds = _bounds(letter)
    window = (ON_A_PAGE + 1, (page_number(parameters) - 1) * ON_A_PAGE)
    found = all_rows(connection, f"{COLUMNS} WHERE {where} {ORDERED}", (*bounds, *window))
    return Names(
        letter=Letter(letter, _number(connection, letter)),
        names=tuple(map(entity_line, found[:ON_A_PAGE])),
        paging=numbered(parameters, more=len(found) > ON_A_PAGE),
    )


def _number(connection: sqlite3.Connection, letter: str) -> int:
    where, bounds = _bounds(letter)
    row = one_row(connection, f"{NUMBER} {where}", bounds)
    return row["n"] if row else 0


def _bounds(letter: str) -> tuple[str, tuple[str, str]]:
    """The condition for names that begin with a letter, and what to bind in it."""
    return (ELSEWHERE, ("a", AFTER_Z)) if letter == OTHER else (FROM_TO, (letter, chr(ord(letter) + 1)))
