"""What is counted at the build is what one would count by hand."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from bench.crowded import write_crowded
from tests.sample import ENTITY_OF_FORM, SHEETS, clippings

pytestmark = pytest.mark.unit


def story_of(number: int) -> str:
    """The story of an article of the sample; an article alone is its own."""
    sheet = SHEETS[number - 1]
    return sheet.story or sheet.path


def test_entities_are_counted_by_article_story_and_mention(db: sqlite3.Connection) -> None:
    """Each entity has the articles, stories and mentions that its names have."""
    articles: dict[str, set[int]] = {}
    mentions: Counter[str] = Counter()
    for clipping in clippings():
        for mention in clipping.facts.mentions:
            name = ENTITY_OF_FORM[mention.text]
            articles.setdefault(name, set()).add(clipping.id)
            mentions[name] += 1

    expected = {
        name: (len(articles.get(name, ())), len({story_of(a) for a in articles.get(name, ())}), mentions[name])
        for name in ENTITY_OF_FORM.values()
    }
    found = db.execute("SELECT name, article_count, story_count, mention_count FROM entities")
    assert {name: tuple(counts) for name, *counts in found} == expected


def test_article_entities_are_sums_of_mentions(db: sqlite3.Connection) -> None:
    """The facet table counts each name in each article, with the article's date or an empty one."""
    found = db.execute(
        "SELECT x.published, a.published AS dated, x.mention_count, "
        "(SELECT count(*) FROM mentions m WHERE m.entity_id = x.entity_id AND m.article_id = x.article_id) AS counted "
        "FROM article_entities x JOIN articles a ON a.id = x.article_id"
    ).fetchall()

    assert all(row["mention_count"] == row["counted"] for row in found)
    assert all(row["published"] == (row["dated"] or "") for row in found)
    assert "" in {row["published"] for row in found}


def test_stories_are_counted(db: sqlite3.Connection) -> None:
    """A story knows its versions, its sources and when it ran."""
    found = db.execute(
        "SELECT article_count, source_count, first_published, last_published FROM stories ORDER BY article_count DESC"
    ).fetchall()

    assert tuple(found[0]) == (4, 3, "2022-02-14T09:30:00Z", "2022-02-16T06:00:00Z")
    assert tuple(found[1]) == (2, 2, "2022-01", "2022-01-20")


def test_utterances_are_counted(db: sqlite3.Connection) -> None:
    """An utterance of four versions of a story counts four quotes and one story."""
    found = db.execute("SELECT quote_count, story_count FROM utterances WHERE text LIKE 'The ships will sail%'")

    assert tuple(found.fetchone()) == (4, 1)


def test_facets_cover_every_kind(db: sqlite3.Connection) -> None:
    """Each facet of the search page and each picture's is counted; kinds that are no facet are not."""
    facets = [row["facet"] for row in db.execute("SELECT DISTINCT facet FROM facet_counts ORDER BY facet")]

    assert facets == [
        "derivation",
        "group",
        "kind",
        "language",
        "month",
        "organization",
        "person",
        "place",
        "quoted_together",
        "removed",
        "source",
        "source_derivation",
        "speaker",
        "wire",
    ]


@pytest.mark.parametrize(
    ("facet", "label", "articles", "stories"),
    [
        ("person", "Vladimir Putin", 5, 2),
        ("speaker", "Tomas Okafor", 2, 1),
        ("source", "Daily Lantern", 3, 2),
        ("wire", "Northern Press Agency", 1, 1),
        ("derivation", "rewrite", 2, 1),
        ("language", "en", 7, 3),
    ],
)
def test_facets_are_counted_by_article_and_by_story(
    db: sqlite3.Connection, facet: str, label: str, articles: int, stories: int
) -> None:
    """Versions of one story count once among the stories."""
    found = db.execute(
        "SELECT article_count, story_count FROM facet_counts WHERE facet = ? AND label = ?", [facet, label]
    )

    assert tuple(found.fetchone()) == (articles, stories)


def test_facet_values_are_what_search_addresses_take(db: sqlite3.Connection) -> None:
    """Persons and speakers go by uid, sources by number."""
    found = db.execute(
        "SELECT (SELECT count(*) FROM facet_counts f JOIN entities e ON e.uid = f.value AND e.name = f.label "
        "WHERE facet IN ('person', 'speaker')) AS people, "
        "(SELECT count(*) FROM facet_counts WHERE facet IN ('person', 'speaker')) AS all_people, "
        "(SELECT count(*) FROM facet_counts f JOIN sources s ON s.id = f.value WHERE facet = 'source') AS sources"
    ).fetchone()

    assert found["people"] == found["all_people"] > 0
    assert found["sources"] == 3


def steps_of_counting(archive: Path) -> int:
    """How many steps the database takes to count an archive over again, in hundreds."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    with closing(sqlite3.connect(archive)) as db:
        db.executescript("DELETE FROM facet_counts; DELETE FROM article_entities; DROP TABLE sqlite_stat1;")
        db.set_progress_handler(step, 100)
        db.executescript(files("morgue.store").joinpath("counts.sql").read_text())
    return taken


def test_counting_takes_as_much_longer_as_the_archive_is_larger(tmp_path: Path) -> None:
    """Four times the articles take no more than five times the steps, where nothing was analysed before."""
    small, large = (steps_of_counting(write_crowded(tmp_path / f"{size}.db", size)) for size in (150, 600))
    assert large < 5 * small
