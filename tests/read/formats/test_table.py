"""Tables are read as people export them, and broken rows are named."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import Original, Problem
from morgue.read import Options, find, read
from morgue.read.formats.rows import line, rows

pytestmark = pytest.mark.unit
CELLS = st.text(alphabet=st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=30)


def records(folder: Path, table: str, options: Options | None = None) -> list[Original | Problem]:
    """Everything that is read from a table."""
    (folder / "table.csv").write_text(table, encoding="utf-8")
    return [record for found in find([folder])[0] for record in read(found, options)]


def test_a_map_names_the_columns(tmp_path: Path) -> None:
    """What a person says about the columns goes before what their names say."""
    table = "title,Schlagzeile,Volltext\nwrong,Right,The text.\n"
    (document,) = records(tmp_path, table, Options(map={"headline": "Schlagzeile", "text": "Volltext"}))
    assert isinstance(document, Original)
    assert (document.stated.headline, document.content) == ("Right", "The text.")
    assert document.stated.extra == {"title": "wrong"}


def test_a_map_to_a_column_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """Of tables that differ, one map can serve all."""
    (document,) = records(tmp_path, "title,text\nRight,The text.\n", Options(map={"headline": "Schlagzeile"}))
    assert isinstance(document, Original)
    assert document.stated.headline == "Right"


def test_an_article_may_be_longer_than_the_csv_module_allows(tmp_path: Path) -> None:
    """The limit of the module is lifted for reading, and put back for everyone else."""
    before = csv.field_size_limit()
    (document,) = records(tmp_path, f"id,text\n1,{'word ' * 50_000}\n")
    assert isinstance(document, Original)
    assert len(document.content) == 250_000
    assert csv.field_size_limit() == before


def test_a_row_is_kept_as_a_row(tmp_path: Path) -> None:
    """The bytes of a document are its row, which can be read as CSV again."""
    (document,) = records(tmp_path, 'id;text\n1;"One; two, ""three"""\n')
    assert isinstance(document, Original)
    assert document.raw == b'1,"One; two, ""three"""\n'


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read_back(table: list[list[str]]) -> None:
    """Whatever stands in the cells, the rows that hold anything come back."""
    written = "a,b,c,d\n" + "".join(line(cells).decode() for cells in table)
    _, *told = rows(written)
    assert [row.cells for row in told] == [cells for cells in table if any(map(str.strip, cells))]


def test_the_lines_of_a_row_are_told() -> None:
    """A row over several lines is told by its first and its last."""
    told = [(row.first, row.last) for row in rows('a,b\n1,"x\ny"\n2,z\n')]
    assert told == [(1, 1), (2, 3), (4, 4)]


@pytest.mark.parametrize("told", ["2018-01-25 16:17:44.789555", "2018-01-25T16:17:44Z", "2018-01-25T16:17:44+00:00"])
def test_a_row_tells_when_it_was_fetched(tmp_path: Path, told: str) -> None:
    """The time at which a program fetched the article counts as the time of reading."""
    (document,) = records(tmp_path, f"text,Scraped At\nThe text.,{told}\n")
    assert isinstance(document, Original)
    assert document.read_at == "2018-01-25T16:17:44Z"


def test_a_time_that_cannot_be_understood_leaves_the_files(tmp_path: Path) -> None:
    """Where it is unclear when the article was fetched, the file's time of change counts."""
    (document,) = records(tmp_path, "text,scraped_at\nThe text.,2018-01-25T16:17:44+05:30\n")
    assert isinstance(document, Original)
    assert document.read_at == find([tmp_path])[0][0].read_at
