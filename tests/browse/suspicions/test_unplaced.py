"""Names of nobody in particular."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from morgue.browse.suspicions.nouns import Subject
from morgue.browse.suspicions.unplaced import unplaced

pytestmark = pytest.mark.unit


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An archive in which two names are nobody's."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.row_factory = sqlite3.Row
        memory.execute("CREATE TABLE mentions (entity_id INTEGER, text TEXT)")
        memory.executemany("INSERT INTO mentions VALUES (NULL, ?)", [("Kettle Harbour",), ("Tide Committee",)])
        yield memory


def test_what_somebody_bears_is_no_part_of_another_name(connection: sqlite3.Connection) -> None:
    """Kettle Harbour that is not the town is not its newspaper for that."""
    named = [
        ("Kettle Harbour", "place"),
        ("Kettle Harbour Herald", "organization"),
        ("House Tide Committee", "organization"),
    ]
    subjects = [Subject(number, "", name, kind, 9, 3) for number, (name, kind) in enumerate(named)]
    assert [each.printed for each in unplaced(connection, subjects)] == ["Tide Committee"]
