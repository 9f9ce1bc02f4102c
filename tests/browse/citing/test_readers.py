"""Citations as the programs that read them take them. Those that are not installed are skipped, saying so."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.bibtex import bibtex
from morgue.browse.citing.citation import Citation
from morgue.browse.citing.csl import csl
from morgue.browse.citing.ris import ris

pytestmark = pytest.mark.unit

ARCHIVE = Archive("Quay Archive – “Häfen” & Co", "https://archive.example")
PLAIN = Citation(
    "0" * 12, "/articles/000000000000", "Ships may leave", ("Mara Ellis",), "Daily & Co", None, "2022-02-14", "day",
    "metadata", "https://x.example/a_b?c=%20&d=1", "en", "2026-01-01",
)  # fmt: skip
MANY = (
    "Mara Ellis",
    "Jan van der Berg",
    "John Smith Jr.",
    "李小龙",
    "Reuters Staff",
    "Gabriel García Márquez",
    "Madonna",
)
CASES = {
    "plain": PLAIN,
    "no date": replace(PLAIN, published=None, precision="unknown"),
    "a year": replace(PLAIN, published="2022", precision="year"),
    "a month": replace(PLAIN, published="2022-02", precision="month"),
    "a time": replace(PLAIN, published="2022-02-14T09:30:00Z", precision="second"),
    "several authors": replace(PLAIN, authors=MANY),
    "an agency": replace(PLAIN, authors=(), wire="Associated Press"),
    "a company": replace(PLAIN, authors=("The Barnes and Noble Group",)),
    "nobody": replace(PLAIN, authors=(), source=None),
    "another language": replace(PLAIN, title="日本語の見出し “引用”", language="ja", authors=("山田太郎",)),
    "no address": replace(PLAIN, url=None, title="[Erste Wörter …]", language="de"),
    "a quote": replace(PLAIN, quote="We will {not} yield,", speaker="Éva & Söhne", form="direct"),
    "marks": replace(PLAIN, title="{Grain} & 50% of $5 ships_x #1 ~ ^ \\ @article{x,"),
}
cases = pytest.mark.parametrize("cited", CASES.values(), ids=CASES.keys())
# What CSL-JSON knows of a newspaper article, of a name and of a date (github.com/citation-style-language/schema).
VARIABLES = {
    "id", "type", "title", "author", "container-title", "issued", "accessed", "URL", "language", "archive",
    "archive_location", "note",
}  # fmt: skip
NAMES = {"family", "given", "suffix", "literal"}


@cases
def test_bibtex_is_read(cited: Citation) -> None:
    """By pybtex: one entry, with every author apart and the address whole."""
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed")
    ((key, entry),) = pybtex.parse_string(bibtex(cited, ARCHIVE), "bibtex").entries.items()
    assert key == cited.key
    assert len(entry.persons.get("author", [])) == len(cited.creators)
    assert entry.fields["url"] == (cited.url or f"https://archive.example{cited.address}")
    assert entry.fields.get("year") == (cited.published[:4] if cited.published else None)
    assert cited.title.split()[0].strip("{}[") in entry.fields["title"]


@cases
def test_ris_is_read(cited: Citation) -> None:
    """By rispy: one record of a newspaper article, every field known to it."""
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    (record,) = rispy.loads(ris(cited, ARCHIVE))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == cited.title
    assert len(record.get("authors", [])) == len(cited.creators)
    assert record["urls"] == [cited.url or f"https://archive.example{cited.address}"]
    assert record.get("year") == (cited.published[:4] if cited.published else None)
    assert "unknown_tag" not in record


@cases
def test_csl_is_formatted(cited: Citation) -> None:
    """By citeproc, in the style that comes with it."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    json_source = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = json_source.CiteProcJSON(json.loads(csl(cited, ARCHIVE)))
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    bibliography.register(citeproc.Citation([citeproc.CitationItem(cited.key)]))
    told = "".join(bibliography.bibliography()[0])
    assert cited.title in told
    assert (cited.published or "no date")[:4] in told


@cases
def test_csl_says_nothing_that_it_does_not_know(cited: Citation) -> None:
    """Its schema refuses other variables, names without a name and dates without a year."""
    (item,) = json.loads(csl(cited, ARCHIVE))
    assert set(item) <= VARIABLES
    assert {"id", "type"} <= set(item)
    for author in item.get("author", []):
        assert set(author) <= NAMES
        assert author.get("family") or author.get("literal")
    for date in (item[name] for name in ("issued", "accessed") if name in item):
        _is_date(date)
    assert all(isinstance(value, str) for name, value in item.items() if name not in {"author", "issued", "accessed"})


def _is_date(told: dict[str, Any]) -> None:
    ((year, *rest),) = told["date-parts"]
    assert year > 0
    assert len(rest) <= 2
    assert all(part > 0 for part in rest)


def test_no_address_is_made_up() -> None:
    """Where nobody knows where the archive is served, an article without an address has none."""
    nowhere = Archive("Quay Archive")
    unknown = CASES["no address"]
    assert "url =" not in bibtex(unknown, nowhere)
    assert "UR  - " not in ris(unknown, nowhere)
    assert "URL" not in json.loads(csl(unknown, nowhere))[0]
