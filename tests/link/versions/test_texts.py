"""Words, grams and sentences: what articles are compared by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.link.versions.sentences import sentence_spans
from morgue.link.versions.texts import GRAM, read_texts, words_of
from tests.link.newsroom import article, clipping

pytestmark = pytest.mark.unit


def sentences(text: str) -> list[str]:
    """The sentences of a text, as printed."""
    made = article(text, "a")
    return [made.text[start:end] for start, end in sentence_spans(made)]


def test_words_are_compared_without_case_dots_and_possessives() -> None:
    """U.S. and US, Kyiv’s and Kyiv, 1,200 and 1200 are the same word."""
    assert words_of("The U.S. saw Kyiv’s 1,200 trams.") == words_of("the US saw Kyiv 1200 trams")


def test_a_title_does_not_end_a_sentence() -> None:
    """Sen., initials and dotted abbreviations belong to the sentence that goes on."""
    assert sentences("Sen. Ada B. Moor left the U.S. Senate. She waved.") == [
        "Sen. Ada B. Moor left the U.S. Senate.",
        "She waved.",
    ]


def test_a_sentence_ends_with_its_closing_mark() -> None:
    """The mark that closes a quote stays with the sentence that it closes."""
    assert sentences("“We are done.” Nobody clapped.") == ["“We are done.”", "Nobody clapped."]


def test_no_sentence_crosses_a_paragraph() -> None:
    """A subhead without a full stop is a sentence of its own."""
    assert sentences("A quiet day\n\nNothing happened.") == ["A quiet day", "Nothing happened."]


def test_a_text_without_layout_is_split_at_blank_lines() -> None:
    """Articles that come without a layout are read by paragraphs all the same."""
    made = article("One\n\nTwo three. Four.", "a", layout="")
    assert [made.text[start:end] for start, end in sentence_spans(made)] == ["One", "Two three.", "Four."]


def test_grams_with_a_quoted_word_are_not_the_writers_own() -> None:
    """Words between marks count for what is shared, not for what the writer took."""
    (text,) = read_texts(
        [clipping(1, "He said “one two three four five six” and then he left the room at once.")]
    ).texts
    assert 0 < len(text.own) < len(text.grams)
    assert set(text.own) <= set(text.grams)


def test_the_same_words_make_the_same_grams_in_any_article() -> None:
    """Marks, case and the article around do not change a gram."""
    one, two = read_texts(
        [clipping(1, "Ships lay idle at the pier."), clipping(2, "Now SHIPS lay idle, at the pier")]
    ).texts
    assert len(np.intersect1d(one.grams, two.grams)) == len(one.grams) == 6 - GRAM + 1


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """Whatever the characters, sentences lie in order within the text, and words within sentences."""
    made = clipping(1, text)
    (read,) = read_texts([made]).texts
    ends = [0, *(sentence.end for sentence in read.sentences)]
    assert all(before <= sentence.start < sentence.end for before, sentence in zip(ends, read.sentences, strict=False))
    assert all(sentence.first < sentence.last <= len(read.words) for sentence in read.sentences)
