"""What the archive says of itself."""

from __future__ import annotations

import sqlite3

import pytest
import yaml

from morgue.browse.about import about, accuracy
from tests.served import ROOT

pytestmark = pytest.mark.unit


def test_what_is_known_is_counted(db: sqlite3.Connection) -> None:
    """The counts of the build are those of the rows."""
    known = about(db, {}, {}).known
    rows = "SELECT count(*), count(published), count(source_id), count(wire) FROM articles"
    assert (known.articles, known.dated, known.sourced, known.wired) == db.execute(rows).fetchone()
    assert sum(n for _, n in known.derivations) == known.articles


def test_failures_are_told_apart_from_doubts(db: sqlite3.Connection) -> None:
    """An input that became no article is not a doubt about one that did."""
    page = about(db, {}, {})
    told = dict(db.execute("SELECT level = 'error', count(*) FROM problems GROUP BY 1"))
    assert (page.failed, page.doubts) == (told[1], told[0])


def test_the_page_claims_no_more_than_is_held() -> None:
    """Each figure is the floor that a change must not fall below."""
    held = yaml.safe_load((ROOT / "eval/floors.yml").read_text(encoding="utf-8"))
    floors = {(each["gold"], figure): floor for each in held["sets"] for figure, floor in each["floors"].items()}
    told = yaml.safe_load((ROOT / "morgue/browse/accuracy.yml").read_text(encoding="utf-8"))
    assert [each["at_least"] for each in told] == [floors[each["gold"], each["figure"]] for each in told]
    assert [each.what for each in accuracy()] == [each["what"] for each in told]
