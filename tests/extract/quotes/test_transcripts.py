"""Printed conversations without marks: a label at the start of the paragraph names who speaks."""

from __future__ import annotations

import re

import pytest

from morgue.extract.quotes.transcripts import find_turns
from morgue.model import Mention, Paragraph, Quote

pytestmark = pytest.mark.unit


def turns(text: str, *mentions: Mention) -> list[Quote]:
    """The turns of a text laid out in lines."""
    paragraphs = [Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return [turn.quote for turn in find_turns(text, paragraphs, mentions)]


def test_questions_and_answers_are_quotes_of_their_labels() -> None:
    """`Q:` and `A:` begin turns, and the words behind them are the quote."""
    found = turns("We met her.\nQ: Why now?\nA: It was time.\nQ: And then?\nA: Home.")
    assert [(q.speaker_text, q.text) for q in found] == [
        ("Q", "Why now?"),
        ("A", "It was time."),
        ("Q", "And then?"),
        ("A", "Home."),
    ]


def test_a_label_in_capitals_means_the_person_of_that_surname() -> None:
    """`LEE:` speaks for Ann Lee, who is named in the text."""
    text = "Ann Lee met Bob Ray.\nRAY: Ready?\nLEE: Always.\nRAY: Good."
    found = turns(text, Mention(0, 7, "Ann Lee", "PERSON", "person", "model", 0.9))
    assert [q.speaker_mention for q in found] == [None, 0, None]


@pytest.mark.parametrize(
    "text",
    [
        "READ: Ten things to know.\nSome words.\nREAD: More things to know.\nREAD: The end.",
        "Clinton: 547.\nSanders: 46.\nClinton: 2,316.\nSanders: 1,547.",
        "Verdict: It was fine.\nA word.",
    ],
)
def test_pointers_and_tables_are_no_conversation(text: str) -> None:
    """Labels that point elsewhere, name figures, or stand alone begin no turn."""
    assert turns(text) == []


def test_a_label_may_stand_inside_the_marks() -> None:
    """Printed between marks, a turn still belongs to its label, and its words are without label and marks."""
    found = turns('"RAY: Ready?"\n"LEE: Always.\n"RAY: Good."')
    assert [(q.speaker_text, q.text) for q in found] == [("RAY", "Ready?"), ("LEE", "Always."), ("RAY", "Good.")]


def test_turns_obey_the_span_law() -> None:
    """The span of a turn holds exactly its text."""
    text = "RAY: Ready?\nLEE (laughing): Always.\nRAY: Good."
    assert [text[q.start : q.end] for q in turns(text)] == ["Ready?", "Always.", "Good."]
