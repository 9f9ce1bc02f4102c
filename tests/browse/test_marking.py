"""Text with its names and quotes marked keeps every one of its words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.marking import MarkedParagraph, Said, Span, mark

pytestmark = pytest.mark.unit

TEXT = "Putin spoke. “We will, Putin said they will, sail,” he added.\n\nThe end."
LAYOUT = ((0, 61, "paragraph"), (63, 71, "subhead"))

spans = st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted)
texts = st.lists(st.text('ab “”"é', min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4)


def words_of(paragraph: MarkedParagraph) -> str:
    """Everything that a paragraph prints."""
    return "".join(piece.text for stretch in paragraph.stretches for piece in stretch.pieces)


def name(start: int, end: int) -> Span:
    """A name somewhere."""
    return Span(start, end, "/entities/x", "X, person")


def said(start: int, end: int) -> Said:
    """A quote somewhere."""
    return Said(start, end, "/quotes/x", "X", "x", "X", 1)


def of(text: str, words: str) -> tuple[int, int]:
    """Where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


@given(texts, st.lists(spans), st.lists(spans))
def test_marking_changes_no_word(paragraphs: list[str], names: list[list[int]], quotes: list[list[int]]) -> None:
    """Whatever is marked, in whatever overlap: the paragraphs print the text, character by character."""
    text = "\n\n".join(paragraphs)
    layout = [(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text)]
    marked = mark(text, layout, [name(*span) for span in names], [said(*span) for span in quotes])
    assert "\n\n".join(map(words_of, marked)) == text


@given(texts, st.lists(spans))
def test_a_layout_that_leaves_words_out_loses_none(paragraphs: list[str], layout: list[list[int]]) -> None:
    """Words outside the layout are printed all the same, in their place."""
    text = "\n\n".join(paragraphs)
    marked = mark(text, [(start, end, "paragraph") for start, end in layout], [], [])
    assert "".join("".join(map(words_of, marked)).split()) == "".join(text.split())


def test_a_name_inside_a_quote_stays_a_link_of_its_own() -> None:
    """The quote is one stretch, in it a piece that leads to the entity."""
    inside = TEXT.index("Putin said")
    quoted = said(*of(TEXT, "We will, Putin said they will, sail,"))
    first, _ = mark(TEXT, LAYOUT, [name(inside, inside + len("Putin"))], [quoted])
    quote = next(stretch for stretch in first.stretches if stretch.said)
    assert [(piece.text, bool(piece.name)) for piece in quote.pieces] == [
        ("“We will, ", False),
        ("Putin", True),
        (" said they will, sail,”", False),
    ]


def test_a_quote_is_shown_with_its_marks() -> None:
    """The quotation marks around the words belong to what is set off."""
    first, _ = mark(TEXT, LAYOUT, [], [said(*of(TEXT, "We will, Putin said they will, sail,"))])
    (quote,) = [stretch for stretch in first.stretches if stretch.said]
    assert words_of(MarkedParagraph("paragraph", (quote,))) == "“We will, Putin said they will, sail,”"


def test_a_quote_over_two_paragraphs_opens_once_and_closes_once() -> None:
    """Its parts stand in both paragraphs; the link stands after the last."""
    first, second = mark(TEXT, LAYOUT, [], [said(40, 71)])
    parts = [stretch for paragraph in (first, second) for stretch in paragraph.stretches if stretch.said]
    assert [(part.opens, part.closes) for part in parts] == [(True, False), (False, True)]


def test_a_name_across_the_edge_of_a_quote_is_marked_in_two_pieces() -> None:
    """Neither mark is lost where they cross."""
    first, _ = mark(TEXT, LAYOUT, [name(0, 11)], [said(6, 20)])
    pieces = [
        (piece.text, stretch.said is not None) for stretch in first.stretches for piece in stretch.pieces if piece.name
    ]
    assert pieces == [("Putin ", False), ("spoke", True)]


def test_paragraphs_keep_their_kind() -> None:
    """A subhead stays a subhead."""
    assert [paragraph.kind for paragraph in mark(TEXT, LAYOUT, [], [])] == ["paragraph", "subhead"]


def reported(start: int, end: int) -> Said:
    """Reported speech somewhere."""
    return Said(start, end, "/quotes/y", "Y", "y", "Y", 1, reported=True)


def test_reported_speech_holds_quoted_words() -> None:
    """The words in marks are the quote's, those around them are reported; each opens and closes once."""
    text = "She called it “a mess” of a plan."
    first, *_ = mark(text, [(0, len(text), "paragraph")], [], [reported(11, 32), said(*of(text, "a mess"))])
    parts = [
        (words_of(MarkedParagraph("", (part,))), part.said.reported, part.opens, part.closes)
        for part in first.stretches
        if part.said
    ]
    assert parts == [
        ("it ", True, True, False),
        ("“a mess”", False, True, True),
        (" of a plan", True, False, True),
    ]


def test_reported_speech_within_reported_speech_keeps_its_place() -> None:
    """Someone said that someone else denied it: both can be linked to."""
    text = "He said she denied having met them twice."
    first, *_ = mark(text, [(0, len(text), "paragraph")], [], [reported(8, 40), reported(*of(text, "having met"))])
    parts = [(words_of(MarkedParagraph("", (part,))), part.opens) for part in first.stretches if part.said]
    assert parts == [("she denied ", True), ("having met", True), (" them twice", False)]


def test_reported_speech_takes_no_marks_in() -> None:
    """Marks that happen to stand around it are not part of it."""
    first, _ = mark(TEXT, LAYOUT, [], [reported(*of(TEXT, "We will, Putin said they will, sail,"))])
    (part,) = [stretch for stretch in first.stretches if stretch.said]
    assert words_of(MarkedParagraph("", (part,))) == "We will, Putin said they will, sail,"


@given(texts, st.lists(spans), st.lists(spans))
def test_marking_what_is_reported_changes_no_word(
    paragraphs: list[str], quotes: list[list[int]], told: list[list[int]]
) -> None:
    """Quoted and reported words in whatever overlap: the paragraphs print the text, and every quote opens once."""
    text = "\n\n".join(paragraphs)
    layout = [(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]+", text)]
    marked = mark(text, layout, [], [*(said(*span) for span in quotes), *(reported(*span) for span in told)])
    opening = [part.said for paragraph in marked for part in paragraph.stretches if part.opens]
    assert "\n\n".join(map(words_of, marked)) == text
    assert len(opening) == len(set(opening))


def test_what_another_version_contradicts_is_marked_around_names_and_within_quotes() -> None:
    """It may hold a name, which stays a link; its first words alone carry its address."""
    start, end = of(TEXT, "Putin said they will")
    (first, _) = mark(TEXT, LAYOUT, [name(*of(TEXT, "said"))], [], [name(start, end)])
    marked = [piece for stretch in first.stretches for piece in stretch.pieces if piece.clash]
    assert [(piece.text, piece.name is not None, piece.opens) for piece in marked] == [
        ("Putin ", False, True),
        ("said", True, False),
        (" they will", False, False),
    ]


def test_what_is_reported_within_what_is_reported_within_it_is_marked_too() -> None:
    """However deep, each has a place to lead to, and the innermost is named."""
    nested = [
        replace(said(0, end), start=start, uid=str(start), reported=True) for start, end in ((0, 40), (5, 40), (9, 20))
    ]
    (first, _) = mark(TEXT, LAYOUT, [], nested)
    assert [stretch.said.uid for stretch in first.stretches if stretch.said and stretch.opens] == ["0", "5", "9"]
