"""What is known of every row that matches a search, before any of it is shown: enough to sort, fold and count."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple


class Match(NamedTuple):
    """A row that matches, from the narrow tables alone.

    `id` is the row's own number, `group` what a fold brings together (a story, a saying; below zero: alone),
    `article` and `story` where it stands (`story` below zero: in none), `is_origin` whether that article is its story's
    origin. `day` is yyyymmdd, with zeros for what is not known. `wire`, `derivation`, `language` and `form` are codes.
    `printed` and `altered` are what quotes are sorted by; of entities `printed` is the number of their articles.
    """

    id: int
    score: float
    group: int
    article: int
    is_origin: int
    day: int | None
    story: int
    source: int | None
    wire: int | None
    derivation: int | None
    language: int | None
    speaker: int | None
    form: int | None
    printed: int
    altered: int


# What to sort by, backwards, so that the best stand first, and of equals the later.
RANK = attrgetter("score", "id")
