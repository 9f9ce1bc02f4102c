"""What is printed for a reader to judge is what the archive holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eval import links, reading, stories_reading


@pytest.fixture
def printed(archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines about the links of the seeds, then those about their stories."""
    monkeypatch.setattr("sys.argv", ["reading", str(archive)])
    links.main()
    stories_reading.main()
    return capsys.readouterr().out.splitlines()


def test_each_link_is_shown_with_both_articles(printed: list[str]) -> None:
    """Kind and direction, then who took and who was taken from."""
    place = next(n for n, line in enumerate(printed) if line.startswith("copy of (containment "))
    assert "636 words" in printed[place + 1]
    assert "Associated Press" in printed[place + 2]


def test_the_largest_story_comes_first_and_pairs_follow(printed: list[str]) -> None:
    """A story with its articles, and pairs with what one took from the other."""
    assert any(line.startswith("4 articles: Putin accuses US") for line in printed)
    assert sum(" || " in line for line in printed) == 6
    assert any(line.startswith("rewrite: ") for line in printed)


def test_the_same_are_drawn_at_every_run(archive: Path) -> None:
    """Who reads again reads the same ones: another seed draws others."""
    with closing(sqlite3.connect(archive)) as db:
        db.row_factory = sqlite3.Row
        drawn = [[tuple(row) for row in links.chosen(db, links.MADE, 2, seed)] for seed in (1, 1, 2)]
        pairs = [list(stories_reading.links(db, 2, seed)) for seed in (1, 1, 3)]

    assert drawn[0] == drawn[1]
    assert pairs[0] == pairs[1]
    assert len(drawn[2]) == len(pairs[2]) == 2


def test_only_links_of_the_kinds_asked_for_are_drawn(archive: Path) -> None:
    """What shares quotes derives nobody from anybody, and is read only where it is asked for."""
    with closing(sqlite3.connect(archive)) as db:
        db.row_factory = sqlite3.Row
        assert {row["kind"] for row in links.chosen(db, links.MADE, 50, 1)} <= set(links.MADE)
        assert {row["kind"] for row in links.chosen(db, ("copy",), 50, 1)} == {"copy"}


def test_names_without_an_entity_are_told_with_their_share(archive: Path) -> None:
    """The share comes first, then as many of them as are wanted, and the same ones at every run."""
    with closing(sqlite3.connect(archive)) as db:
        share, *drawn = reading.unresolved(db, 2, seed=1)
        assert share.endswith("mentions have no entity")
        assert len(drawn) <= 2
        assert [share, *drawn] == list(reading.unresolved(db, 2, seed=1))
