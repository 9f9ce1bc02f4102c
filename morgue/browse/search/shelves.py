"""Where one can search: articles, quotes, entities. What differs between them is a row of data here."""

from __future__ import annotations

from dataclasses import dataclass, field

from morgue.browse.search.request import Shelf as Name


@dataclass(frozen=True, slots=True)
class Shelf:
    """A full-text index and the narrow tables behind it.

    `key` is the column that matches are known by; `columns` are the others of a `Match` after its score. `score` says
    how well a row fits, higher is better. `published` puts rows in order of publication; `led` puts them in another
    order that an index has, by the name of the sort. `walk` is the order of the tables where neither words nor an index
    leads to the rows: from it, publication order needs no sorting and what articles are asked is asked once of each.
    `can_relate`: rows are articles, so what is like the best of them is known.
    """

    fts: str
    tables: tuple[str, ...]
    joins: tuple[str, ...]
    key: str
    columns: str
    score: str
    published: str
    walk: tuple[str, ...] = ()
    walked: str = ""
    led: dict[str, str] = field(default_factory=dict)
    can_relate: bool = False


# Text holds the lead too, so a word of the lead counts as much as a half more. A word that comes again counts for less
# than with weights of 1: long reports repeat what they are about.
ARTICLES = Shelf(
    fts="articles_fts",
    tables=("catalogue a",),
    joins=(),
    key="a.article_id",
    columns=(
        "a.story_id, a.article_id, a.is_origin, a.day, a.story_id, a.source_id, a.wire, a.derivation, a.language,"
        " NULL, NULL, 0, 0"
    ),
    score="-bm25(articles_fts, 3.0, 0.25, 0.5)",
    published="a.article_id",
    can_relate=True,
)
QUOTES = Shelf(
    fts="quotes_fts",
    tables=("quote_catalogue q", "catalogue a"),
    joins=("a.article_id = q.article_id",),
    key="q.quote_id",
    columns=(
        "q.utterance_id, a.article_id, a.is_origin, a.day, a.story_id, a.source_id, a.wire, a.derivation, a.language,"
        " q.speaker_id, q.form, q.printed, q.altered"
    ),
    score="-bm25(quotes_fts, 1.0, 0.5)",
    published="q.quote_id",
    walk=("catalogue a", "quote_catalogue q"),
    walked="a.article_id {direction}, q.quote_id",
    led={"printed": "q.printed DESC, q.quote_id", "altered": "q.altered DESC, q.quote_id"},
)
ENTITIES = Shelf(
    fts="entities_fts",
    tables=("entities a",),
    joins=(),
    key="a.id",
    columns="a.id, a.id, 1, NULL, a.id, NULL, NULL, NULL, NULL, NULL, NULL, a.article_count, 0",
    score="0.0",
    published="a.article_count",
)
SHELVES: dict[Name, Shelf] = {"articles": ARTICLES, "quotes": QUOTES, "entities": ENTITIES}
