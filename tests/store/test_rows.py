"""Rows say what the nouns said."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import Links, uid
from morgue.store import rows
from tests.sample import LIBRARY, ORIGINAL, SECOND_REWRITE, SHEETS, as_read, clippings, packed

pytestmark = pytest.mark.unit

SPANS = [
    ("mentions", "article_id", "start_char", "end_char", "text"),
    ("quotes", "article_id", "start_char", "end_char", "text"),
    ("figures", "article_id", "start_char", "end_char", "text"),
    ("dates", "article_id", "start_char", "end_char", "text"),
    ("roles", "article_id", "start_char", "end_char", "role"),
    ("discrepancies", "article_id", "start_char", "end_char", "here"),
    ("discrepancies", "other_id", "other_start", "other_end", "there"),
]


@pytest.mark.parametrize(("table", "article", "start", "end", "surface"), SPANS)
def test_the_span_law(db: sqlite3.Connection, table: str, article: str, start: str, end: str, surface: str) -> None:
    """Whatever carries a span and words stands in the text at that very place."""
    found = db.execute(f"SELECT f.*, b.text AS body FROM {table} f JOIN bodies b ON b.article_id = f.{article}")

    spans = [(row["body"][row[start] : row[end]], row[surface]) for row in found]
    assert spans
    assert all(there == said for there, said in spans)


def test_articles_keep_their_numbers(db: sqlite3.Connection) -> None:
    """An article's id is the number of its clipping."""
    found = db.execute("SELECT a.id, d.path FROM articles a JOIN documents d ON d.id = a.document_id ORDER BY a.id")

    assert [tuple(row) for row in found] == [(number, sheet.path) for number, sheet in enumerate(SHEETS, start=1)]


def test_layout_is_json_of_kinds_and_spans(db: sqlite3.Connection) -> None:
    """Each paragraph has its kind and its place, and the places hold the paragraphs."""
    text, layout = db.execute("SELECT text, layout FROM bodies WHERE article_id = 2").fetchone()

    assert [p["kind"] for p in json.loads(layout)] == ["paragraph", "subhead", "paragraph"]
    assert [text[p["start"] : p["end"]] for p in json.loads(layout)] == text.split("\n\n")


def test_documents_give_their_bytes_back(db: sqlite3.Connection) -> None:
    """The original bytes come out as they went in, and `bytes` is their length."""
    for sheet in SHEETS:
        raw, count = db.execute("SELECT raw, bytes FROM documents WHERE path = ?", [sheet.path]).fetchone()
        assert zlib.decompress(raw) == as_read(sheet).raw
        assert count == len(as_read(sheet).raw)


def test_each_capture_of_a_document_has_a_row(db: sqlite3.Connection) -> None:
    """A page that was saved twice is one document; its own bytes are not kept a second time."""
    found = db.execute(
        "SELECT c.path, c.read_at, c.raw FROM captures c JOIN documents d ON d.id = c.document_id WHERE d.path = ?",
        [ORIGINAL.path],
    )

    assert [tuple(row) for row in found] == [
        (ORIGINAL.path, "2026-01-01T00:00:00Z", None),
        (f"again/{ORIGINAL.path}", "2026-01-02T00:00:00Z", None),
    ]


def test_a_capture_of_other_bytes_keeps_them() -> None:
    """Where the same page was captured with other bytes, these stand in the capture's row."""
    one = clippings()[0]
    other = replace(one.article.document, path="b.html", sha256="b" * 64)
    two = replace(one, article=replace(one.article, captures=(other,)))

    _, again = rows.captures(
        [two], {rows.document_key(one.article.document): 1}, lambda document: document.path.encode()
    )
    assert (again["sha256"], again["raw"]) == ("b" * 64, b"b.html")


def test_authors_stand_in_the_order_of_the_byline() -> None:
    """Each of several authors has a row, numbered as printed."""
    one = clippings()[0]
    two = replace(one, article=replace(one.article, authors=("Ada Lindqvist", "Tomas Okafor")))

    assert [(row["position"], row["name"]) for row in rows.authors([two])] == [
        (1, "Ada Lindqvist"),
        (2, "Tomas Okafor"),
    ]


def test_a_document_of_two_articles_is_stored_once() -> None:
    """Where one document gave two articles, both point to one row."""
    one = clippings()[0]
    two = replace(one, id=2, article=replace(one.article, uid="another"))

    ids = rows.numbered(rows.document_key(c.article.document) for c in (one, two))
    assert len(list(rows.documents([one, two], ids, packed))) == 1


def test_sources_are_numbered_by_first_use(db: sqlite3.Connection) -> None:
    """A source has one row, in the order in which articles name it."""
    assert [row["name"] for row in db.execute("SELECT name FROM sources ORDER BY id")] == [
        "Harbour Herald",
        "Daily Lantern",
        "Northern Press Agency",
    ]


def test_a_source_is_known_by_its_domain() -> None:
    """Two spellings of a name under one domain are one source; without a domain the name decides."""
    one = clippings()[1].article.source
    assert one is not None

    assert rows.source_key(replace(one, name="The Harbour Herald")) == rows.source_key(one)
    assert rows.source_key(replace(one, domain=None)) == "harbour herald"


def test_mentions_know_their_entities(db: sqlite3.Connection) -> None:
    """A surname points to the person whose full name the archive knows."""
    found = db.execute(
        "SELECT DISTINCT e.name FROM mentions m JOIN entities e ON e.id = m.entity_id WHERE m.text = 'Putin'"
    )

    assert [row["name"] for row in found] == ["Vladimir Putin"]


def test_unresolved_mentions_are_kept() -> None:
    """A mention that belongs to no entity is a row without one."""
    found = list(rows.mentions(clippings(), {}))

    assert found
    assert {row["entity_id"] for row in found} == {None}


def test_quotes_have_lasting_names(db: sqlite3.Connection) -> None:
    """A quote's uid follows from its article, place and words."""
    found = db.execute("SELECT q.*, a.uid AS article_uid FROM quotes q JOIN articles a ON a.id = q.article_id")

    assert all(q["uid"] == uid("quote", q["article_uid"], str(q["start_char"]), q["text"]) for q in found)


def test_quotes_and_utterances_name_their_speakers(db: sqlite3.Connection) -> None:
    """A quote has the speaker of its own article; an utterance that of the first version which names one."""
    found = db.execute(
        "SELECT a.name AS here, b.name AS first FROM quotes q JOIN utterances u ON u.id = q.utterance_id "
        "JOIN entities a ON a.id = q.speaker_id JOIN entities b ON b.id = u.speaker_id "
        "WHERE q.article_id = ? ORDER BY q.start_char",
        [SHEETS.index(SECOND_REWRITE) + 1],
    )

    assert [tuple(row) for row in found] == [
        ("Vladimir Putin", "Vladimir Putin"),
        ("Ada Lindqvist", "Tomas Okafor"),
    ]


def test_a_quote_without_speaker_keeps_the_printed_one(db: sqlite3.Connection) -> None:
    """Where nobody is known, the words beside the quote stay."""
    found = db.execute(
        "SELECT speaker_id, speaker_text FROM quotes WHERE article_id = ?", [SHEETS.index(LIBRARY) + 1]
    ).fetchone()

    assert tuple(found) == (None, "one reader")


def test_articles_outside_of_links_stand_alone() -> None:
    """An article of which linking says nothing is independent and of no story."""
    found = clippings()
    documents = rows.numbered(rows.document_key(c.article.document) for c in found)
    sources = rows.numbered(rows.source_key(c.article.source) for c in found if c.article.source)

    written = list(rows.articles(found, Links(), documents, sources))
    assert {(row["derivation"], row["derived_from"], row["story_id"]) for row in written} == {
        ("independent", None, None)
    }


@given(st.dictionaries(st.text(), st.integers()))
def test_json_does_not_depend_on_the_order_of_filling(value: dict[str, int]) -> None:
    """A mapping gives the same JSON in whatever order it was filled."""
    assert rows.as_json(value) == rows.as_json(dict(reversed(value.items())))


def test_the_extra_fields_of_the_input_are_kept(db: sqlite3.Connection) -> None:
    """What the input says beyond our columns stays, as JSON."""
    (extra,) = db.execute("SELECT extra FROM documents WHERE path = ?", [ORIGINAL.path]).fetchone()

    assert json.loads(extra) == {"desk": "foreign"}
