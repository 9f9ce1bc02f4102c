"""The words by which an article tells what happened."""

from __future__ import annotations

import pytest

from morgue.link.stories.words import BEGINNING, event_words
from morgue.link.versions.texts import read_texts
from tests.link.newsroom import ORIGINAL, clipping

pytestmark = pytest.mark.unit


def counted(text: str, headline: str = "") -> dict[str, float]:
    """How much an article says each of its words."""
    clippings = [clipping(1, text, headline=headline)]
    rows, vocabulary = event_words(clippings, read_texts(clippings))
    return {vocabulary[column]: float(rows[0, column]) for column in rows[0].indices}


def test_the_words_of_the_headline_count_most() -> None:
    """Also those that only the headline has; next come those of the lead."""
    said = counted(ORIGINAL, "Walkout at the docks")
    assert said["docks"] > said["observatory"]
    assert said["walkout"] > said["workers"] > said["observatory"]


def test_words_that_every_text_has_are_left_out() -> None:
    """They tell nothing of an event."""
    assert "the" not in counted(ORIGINAL)


def test_what_follows_the_beginning_is_left_out() -> None:
    """Background is what the articles of a year have in common."""
    assert "zebra" not in counted(ORIGINAL + " filler" * BEGINNING + " zebra")


def test_a_stub_tells_nothing() -> None:
    """Two stubs that ask the reader to watch a video are not one event."""
    assert counted("Watch the video above.", "Video") == {}
