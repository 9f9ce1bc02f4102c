"""Citations in each format say the same and break nothing, whatever stands in a headline."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.bibtex import bibtex
from morgue.browse.citing.citation import Citation, of_article, of_quote
from morgue.browse.citing.csl import csl
from morgue.browse.citing.plain import plain
from morgue.browse.citing.ris import ris
from tests.browse.reported import REPORTED_UID
from tests.sample import LIBRARY, ORIGINAL, PARTIAL, UNDATED, article

pytestmark = pytest.mark.unit

ARCHIVE = Archive("Quay Archive", "https://archive.example")
ORIGINAL_AT = f"https://archive.example/articles/{article(ORIGINAL).uid}"
awkward = st.text("ab{}\\$&%#_~^\"'@, \n–é東", max_size=30)


def cited(title: str, source: str | None = "Daily", author: str = "Mara Ellis") -> Citation:
    """A citation of an article with such a headline."""
    return Citation(
        "0" * 12, "/articles/000000000000", title, (author,), source, None, "2022-02-14", "day", "metadata",
        "https://x.example/a_b?c=%20&d={1}", "en", "2026-01-01",
    )  # fmt: skip


def sample(db: sqlite3.Connection, uid: str) -> Citation:
    """The citation of an article of the sample."""
    found = of_article(db, uid)
    assert found
    return found


def test_text_cites_an_article(reported: sqlite3.Connection) -> None:
    """Authors, headline, source, day, address, and where and when it was archived."""
    assert plain(sample(reported, article(ORIGINAL).uid), ARCHIVE) == (
        "Mara Ellis and Jan van der Berg, “Putin says grain ships may leave Port Verity within days”, Northern Press "
        "Agency, 14 February 2022, https://northernpress.example/grain. Archived in Quay Archive, "
        f"{ORIGINAL_AT}, as of 1 January 2026.\n"
    )


def test_text_cites_a_quote_with_its_article(reported: sqlite3.Connection) -> None:
    """The words in marks, the speaker, then the article that prints them."""
    found = of_quote(
        reported, reported.execute("SELECT uid FROM utterances WHERE text LIKE 'Every week%'").fetchone()[0]
    )
    assert found
    assert plain(found, ARCHIVE).startswith(
        "“Every week ashore costs two million children a school meal” – Tomas Okafor. In: Mara Ellis and Jan van der "
        "Berg, “Putin says"
    )


def test_reported_speech_is_cited_without_marks(reported: sqlite3.Connection) -> None:
    """These are the article's words, and the citation says so."""
    found = of_quote(reported, REPORTED_UID)
    assert found
    assert plain(found, ARCHIVE).startswith(
        "Vladimir Putin, as reported: 40 grain ships may leave Port Verity within days. In: "
    )


def test_bibtex_cites_an_article(reported: sqlite3.Connection) -> None:
    """One field a line; names family first; the month as its macro."""
    assert bibtex(sample(reported, article(ORIGINAL).uid), ARCHIVE) == (
        f"@article{{morgue-{article(ORIGINAL).uid},\n"
        "  author = {Ellis, Mara and van der Berg, Jan},\n"
        "  title = {{Putin says grain ships may leave Port Verity within days}},\n"
        "  journal = {{Northern Press Agency}},\n"
        "  year = {2022},\n  month = feb,\n  day = {14},\n"
        "  url = {https://northernpress.example/grain},\n  urldate = {2026-01-01},\n  language = {en},\n"
        f"  note = {{Archived in Quay Archive, {ORIGINAL_AT}, as of 1 January 2026.}},\n}}\n"
    )


@pytest.mark.parametrize(
    ("sheet", "parts"),
    [(ORIGINAL, [2022, 2, 14]), (LIBRARY, [2022, 1]), (UNDATED, None)],
    ids=lambda each: str(each)[:20],
)
def test_no_date_is_finer_than_it_is_known(db: sqlite3.Connection, sheet: object, parts: list[int] | None) -> None:
    """A month is a month in every format, and the undated have none."""
    uid = article(sheet).uid  # type: ignore[arg-type]  # the parameters are sheets
    found = sample(db, uid)
    (item,) = json.loads(csl(found, ARCHIVE))
    assert item.get("issued") == ({"date-parts": [parts]} if parts else None)
    assert ("DA  - " in ris(found, ARCHIVE), "year =" in bibtex(found, ARCHIVE)) == (bool(parts), bool(parts))
    assert ("day =" in bibtex(found, ARCHIVE)) == (len(parts or ()) == len("ymd"))


def test_without_headline_the_first_words_stand_in_brackets(db: sqlite3.Connection) -> None:
    """So that nobody takes them for a headline; a date that nobody printed says where it is from."""
    found = sample(db, article(PARTIAL).uid)
    assert found.title.startswith("[Russian President")
    assert "15 February 2022 (from a feed)" in plain(found, ARCHIVE)
    assert "Date from a feed." in bibtex(found, ARCHIVE)


def test_an_agency_stands_for_its_unnamed_authors() -> None:
    """Whose text it is by its own word."""
    unsigned = replace(cited("x"), authors=(), wire="Northern Press Agency")
    (item,) = json.loads(csl(unsigned, ARCHIVE))
    assert item["author"] == [{"literal": "Northern Press Agency"}]
    assert "author = {{Northern Press Agency}}" in bibtex(unsigned, ARCHIVE)


def test_csl_keeps_names_apart(reported: sqlite3.Connection) -> None:
    """Family and given, as citation styles want them."""
    (item,) = json.loads(csl(sample(reported, article(ORIGINAL).uid), ARCHIVE))
    assert item["author"] == [{"family": "Ellis", "given": "Mara"}, {"family": "van der Berg", "given": "Jan"}]
    assert (item["type"], item["archive_location"]) == ("article-newspaper", ORIGINAL_AT)


@given(awkward, awkward, awkward)
def test_bibtex_stays_one_entry(title: str, source: str, author: str) -> None:
    """Braces are balanced in every line, as BibTeX counts them, and nothing is left for TeX to take as a command."""
    written = bibtex(cited(title, source, author), ARCHIVE)
    first, *fields, last, rest = written.split("\n")
    assert (first, last, rest) == (f"@{'article' if source else 'misc'}{{morgue-{'0' * 12},", "}", "")
    for field in fields:
        assert field.count("{") == field.count("}")
        if not field.startswith("  url ="):
            assert not re.search(r"(?<!\\)[$&%#_~^]", field)


@given(awkward)
def test_csl_and_ris_keep_the_headline(title: str) -> None:
    """Letter for letter in CSL-JSON, in one line in RIS."""
    (item,) = json.loads(csl(cited(title or "x"), ARCHIVE))
    assert item["title"] == (title or "x")
    lines = ris(cited(title), ARCHIVE).split("\r\n")
    assert lines[2] == f"TI  - {' '.join(title.split())}"
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert lines[-2:] == ["ER  - ", ""]
