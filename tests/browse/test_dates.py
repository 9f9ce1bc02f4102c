"""Articles by date, names by letter: ways in without a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from morgue.browse.dates import dated, dates
from morgue.browse.names import ALPHABET, letters, names
from tests.browse.crowd import NAMES, SIZE, clippings

pytestmark = pytest.mark.unit


@pytest.fixture
def crowd(crowd_file: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the larger archive."""
    connection = sqlite3.connect(f"file:{crowd_file}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_every_article_is_in_one_period(crowd: sqlite3.Connection) -> None:
    """Years, those known to the year only, and the undated: together they are all."""
    found = dates(crowd, {}, {})
    assert sum(year.article_count for year, _ in found.years) + found.undated == SIZE
    assert [year.name for year, _ in found.years] == ["2021", "2020"]


def test_months_hold_what_their_days_hold(crowd: sqlite3.Connection) -> None:
    """And a month that is known without a day is counted in its year."""
    found = dict(dates(crowd, {}, {}).years)
    months = next(parts for year, parts in found.items() if year.name == "2021")
    for month in months:
        page = dated(crowd, {"period": month.name}, {})
        assert len(page.articles) == month.article_count == sum(day.article_count for day in page.parts)
        assert page.around == "2021"


def test_a_year_lists_those_of_which_no_month_is_known(crowd: sqlite3.Connection) -> None:
    """All others stand under their months."""
    page = dated(crowd, {"period": "2020"}, {})
    assert [card.published for card in page.articles] == ["2020"]
    assert [part.name for part in page.parts] == ["2020-05"]


def test_the_undated_have_a_page(crowd: sqlite3.Connection) -> None:
    """They are not lost to whoever goes by dates."""
    page = dated(crowd, {"period": "undated"}, {})
    expected = [c.article.uid for c in clippings() if c.article.published is None]
    assert [card.uid for card in page.articles] == expected
    assert (page.label, page.parts, page.around) == ("Without a date", (), None)


@pytest.mark.parametrize(
    ("period", "label"), [("2021", "2021"), ("2021-03", "March 2021"), ("2021-03-10", "10 March 2021")]
)
def test_periods_are_told_in_words(crowd: sqlite3.Connection, period: str, label: str) -> None:
    """As a reader says them."""
    assert dated(crowd, {"period": period}, {}).label == label


def test_every_name_stands_under_its_letter(crowd: sqlite3.Connection) -> None:
    """Once, and in order."""
    found = [line.name for letter in ALPHABET for line in names(crowd, {"letter": letter}, {}).names]
    assert found == sorted(NAMES)
    assert sum(letter.count for letter in letters(crowd, {}, {}).letters) == len(NAMES)


def test_names_without_a_letter_from_a_to_z_have_a_page(sample: Path, tmp_path: Path) -> None:
    """Whatever their script, and numbers; small letters stand with the capitals."""
    copy = tmp_path / "archive.db"
    copy.write_bytes(sample.read_bytes())
    with sqlite3.connect(copy) as db:
        (first, second, third) = [uid for (uid,) in db.execute("SELECT uid FROM entities ORDER BY id LIMIT 3")]
        for name, uid in (("Élise Ström", first), ("3rd Fleet", second), ("zeta of the Quay", third)):
            db.execute("UPDATE entities SET name = ? WHERE uid = ?", (name, uid))
        other = names(db, {"letter": "other"}, {})
        assert [line.name for line in other.names] == ["3rd Fleet", "Élise Ström"]
        assert "zeta of the Quay" in [line.name for line in names(db, {"letter": "z"}, {}).names]
    db.close()
