"""The archives that the read side is tested on, built once, and what is asked of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from morgue.browse.search.page import SearchPage, search_page
from tests.browse.crowd import write_crowd
from tests.browse.reported import write_reported
from tests.sample import write_sample

Search = Callable[[str], SearchPage]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample archive."""
    return write_sample(tmp_path_factory.mktemp("sample") / "archive.db")


@pytest.fixture(scope="session")
def crowd_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the larger archive."""
    return write_crowd(tmp_path_factory.mktemp("crowd") / "archive.db")


@pytest.fixture(scope="session")
def reported_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample archive with reported speech in it."""
    return write_reported(tmp_path_factory.mktemp("reported") / "archive.db")


@pytest.fixture
def reported(reported_file: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the sample archive with reported speech in it."""
    connection = sqlite3.connect(f"file:{reported_file}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def db(sample: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the sample archive, as plain as Datasette's may be."""
    connection = sqlite3.connect(f"file:{sample}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def event(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The sample, in which all articles are of one story."""
    changed = sqlite3.connect(":memory:")
    db.backup(changed)
    changed.execute("UPDATE articles SET story_id = (SELECT id FROM stories ORDER BY article_count DESC)")
    changed.execute(
        "UPDATE stories SET article_count = (SELECT count(*) FROM articles a WHERE a.story_id = stories.id)"
    )
    changed.execute(
        "UPDATE catalogue SET (story_id, is_origin) = (SELECT a.story_id, s.origin_id = a.id FROM articles a"
        " JOIN stories s ON s.id = a.story_id WHERE a.id = catalogue.article_id)"
    )
    yield changed
    changed.close()


@pytest.fixture
def crowd(crowd_file: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the larger archive."""
    connection = sqlite3.connect(f"file:{crowd_file}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def search(db: sqlite3.Connection) -> Search:
    """Search the sample archive by the query string of an address."""
    return lambda query_string: search_page(db, {}, parse_qs(query_string, keep_blank_values=True))


@pytest.fixture
def search_crowd(crowd: sqlite3.Connection) -> Search:
    """Search the larger archive by the query string of an address."""
    return lambda query_string: search_page(crowd, {}, parse_qs(query_string, keep_blank_values=True))
