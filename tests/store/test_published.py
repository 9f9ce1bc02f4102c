"""The published copy of an archive: the same rows, laid out for reading over a network, without the originals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from morgue.store.published import PAGE_SIZE, write_published
from morgue.store.published_pages import layout
from tests.browse.crowd import write_crowd

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crowd of articles, as built."""
    return write_crowd(tmp_path_factory.mktemp("built") / "archive.db")


@pytest.fixture(scope="module")
def published(built: Path) -> Path:
    """Its published copy."""
    target = built.with_name("published.db")
    write_published(built, target, bodies=True)
    return target


@pytest.fixture
def both(built: Path, published: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Connections to the archive and to its copy."""
    with closing(sqlite3.connect(built)) as one, closing(sqlite3.connect(published)) as other:
        yield one, other


@pytest.mark.parametrize("asked", [
    "SELECT * FROM articles ORDER BY id",
    "SELECT article_id, text, layout FROM bodies ORDER BY 1",
    "SELECT id, uid, headline, lead, source, derived_from, story_uid, share FROM article_cards ORDER BY id",
    "SELECT * FROM quote_cards ORDER BY id",
    "SELECT * FROM articles_text ORDER BY id",
    "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'harbour' ORDER BY 1",
])  # fmt: skip
def test_rows_are_the_same(both: tuple[sqlite3.Connection, sqlite3.Connection], asked: str) -> None:
    """Tables and views answer as those of the archive do."""
    one, other = both
    assert one.execute(asked).fetchall() == other.execute(asked).fetchall() != []


def test_what_a_hit_prints_is_one_read(both: tuple[sqlite3.Connection, sqlite3.Connection]) -> None:
    """Cards are stored, found by their number, with the text that snippets are cut from."""
    plan = both[1].execute("EXPLAIN QUERY PLAN SELECT headline, text FROM article_cards WHERE id = 3").fetchall()
    assert [row[3] for row in plan] == ["SEARCH article_cards USING INTEGER PRIMARY KEY (rowid=?)"]


def test_originals_stay_at_home(both: tuple[sqlite3.Connection, sqlite3.Connection]) -> None:
    """Documents are there, their bytes are not."""
    assert both[0].execute("SELECT sum(length(raw)) > 0 FROM documents").fetchone() == (1,)
    assert both[1].execute("SELECT count(*) > 0, sum(length(raw)) FROM documents").fetchone() == (1, 0)


def test_the_archive_is_left_as_it_was(built: Path, tmp_path: Path) -> None:
    """Publishing reads the archive only, and gives the same bytes again."""
    before = built.read_bytes()
    for name in ("one.db", "other.db"):
        write_published(built, tmp_path / name, bodies=True)
    assert built.read_bytes() == before
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "other.db").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.db", "other.db"]


def test_texts_can_be_left_out(built: Path, tmp_path: Path) -> None:
    """Without bodies no text is there, and articles are still found by its words."""
    write_published(built, tmp_path / "bare.db", bodies=False)
    with closing(sqlite3.connect(tmp_path / "bare.db")) as bare:
        assert bare.execute("SELECT max(length(text)) FROM bodies").fetchone() == (0,)
        assert bare.execute("SELECT count(*) > 3 FROM articles_fts WHERE articles_fts MATCH 'herring'").fetchone() == (
            1,
        )


def test_the_pages_of_every_search_are_few(published: Path) -> None:
    """The first page is among them, each once, in order; those of words are others."""
    places = layout(published)
    assert places.page_size == PAGE_SIZE
    assert places.hot[0] == 1
    assert list(places.hot) == sorted(set(places.hot))
    assert not set(places.hot) & set(places.words)
    assert places.roots["article_cards"] > 1
