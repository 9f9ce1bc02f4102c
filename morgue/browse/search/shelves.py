"""Where one can search: articles, quotes, entities. What differs between them is a row of data here."""

from __future__ import annotations

from dataclasses import dataclass

from morgue.browse.search.request import Shelf as Name


@dataclass(frozen=True, slots=True)
class Shelf:
    """A full-text index and the tables behind it.

    `key` is the column that hits are known by, `article` and `date` belong to the article they stand in. `published`
    puts rows in order of publication. `group` is what a fold brings together: a number in the column
    `gathered` of the first table, or the row alone, below zero. `chosen` is true for the row that stands for its group
    where it matches. `score` says how well a row fits, higher is better. `orders` gives, for each sort, two numbers by
    which hits ascend. `walk` is the order of the tables where neither words nor an index leads to the rows: from it,
    publication order needs no sorting and what articles are asked is asked once of each.
    """

    fts: str
    tables: tuple[str, ...]
    joins: tuple[str, ...]
    key: str
    article: str
    date: str
    published: str
    group: str
    gathered: str
    chosen: str
    score: str
    orders: dict[str, tuple[str, str]]
    walk: tuple[str, ...] = ()


# Text holds the lead too, so a word of the lead counts 1 + 0.5.
ARTICLES = Shelf(
    fts="articles_fts",
    tables=("articles a",),
    joins=(),
    key="a.id",
    article="a.id",
    date="a.published",
    published="a.id",
    group="coalesce(a.story_id, -a.id)",
    gathered="a.story_id",
    chosen="EXISTS (SELECT 1 FROM stories s WHERE s.origin_id = article_id)",
    score="-bm25(articles_fts, 4.0, 0.5, 1.0)",
    # Articles are numbered in order of publication, the undated first: but they stand last either way.
    orders={
        "relevance": ("-best", "-last_id"),
        "newest": ("-newest", "0"),
        "oldest": ("oldest IS NULL", "coalesce(oldest, newest)"),
    },
)
# What stands alone, such as reported speech, is no group of an utterance and counts as one.
_OF_SAYING = "-coalesce((SELECT {} FROM utterances u WHERE u.id = ranked.folded), 0)"
QUOTES = Shelf(
    fts="quotes_fts",
    tables=("quotes q", "articles a"),
    joins=("a.id = q.article_id",),
    key="q.id",
    article="a.id",
    date="a.published",
    published="q.id",
    group="coalesce(q.utterance_id, -q.id)",
    gathered="q.utterance_id",
    chosen=ARTICLES.chosen,
    score="-bm25(quotes_fts, 1.0, 0.5)",
    orders={
        "relevance": ("-best", "-last_id"),
        "newest": ("-newest", "first_id"),
        "oldest": ("coalesce(oldest, 1e12 + newest)", "first_id"),
        "printed": (_OF_SAYING.format("u.quote_count"), "-last_id"),
        "altered": (_OF_SAYING.format("u.wording_count + u.drift"), "-last_id"),
    },
    walk=("articles a", "quotes q"),
)
# Those with all the words first (see COMPLETE in hits.py), then by coverage.
_MOST_COVERED = "-best * 1e6 - (SELECT e.article_count FROM entities e WHERE e.id = ranked.grp)"
ENTITIES = Shelf(
    fts="entities_fts",
    tables=("entities a",),
    joins=(),
    key="a.id",
    article="a.id",
    date="NULL",
    published="a.article_count",
    group="a.id",
    gathered="a.id",
    chosen="true",
    score="0.0",
    orders=dict.fromkeys(("relevance", "newest", "oldest"), (_MOST_COVERED, "grp")),
)
SHELVES: dict[Name, Shelf] = {"articles": ARTICLES, "quotes": QUOTES, "entities": ENTITIES}
