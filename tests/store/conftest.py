"""The sample archive, built once for all tests that only read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample import write_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file."""
    return write_sample(tmp_path_factory.mktemp("sample") / "archive.db")


@pytest.fixture
def db(sample: Path) -> Iterator[sqlite3.Connection]:
    """A connection to it, for reading."""
    connection = sqlite3.connect(f"file:{sample}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()
