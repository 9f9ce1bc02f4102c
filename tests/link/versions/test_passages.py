"""What two articles share, stretch by stretch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.link.versions.alignment import Aligner
from morgue.link.versions.passages import find_passages, passages
from morgue.link.versions.texts import read_texts, words_of
from morgue.link.versions.vectors import vectorise
from morgue.model import Clipping, Passage, Reuse, ReuseKind
from tests.link.newsroom import ORIGINAL, REWRITE, SAME_TOPIC, TRUNCATED, clipping

pytestmark = pytest.mark.unit

WORDS = ("crane", "harbour", "strike", "mayor", "cable", "Monday", "walked", "refused", "1,200", "the", "of", "Okafor")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(
    lambda words: " ".join(words).capitalize() + "."
)
texts = st.lists(st.lists(sentences, min_size=1, max_size=4).map(" ".join), max_size=5).map("\n\n".join)


def between(one: str, other: str) -> list[Passage]:
    """The passages of two texts."""
    clippings = [clipping(1, one), clipping(2, other)]
    read = read_texts(clippings)
    return list(passages(Aligner(read, vectorise(read)), 1, 2))


def row(kind: ReuseKind) -> Reuse:
    """What the second of two clippings shares with the first."""
    return Reuse(2, 1, kind, "of", 1.0, 1.0, {}, "test")


def aligner(*clippings: Clipping) -> Aligner:
    """What lays these clippings side by side."""
    read = read_texts(clippings)
    return Aligner(read, vectorise(read))


@settings(deadline=None)
@given(texts, texts)
def test_passages_stay_in_their_texts_and_share_no_letter(one: str, other: str) -> None:
    """The spans of a side lie within its text, and none overlaps another."""
    found = between(one, other)
    for spans, text in (
        ([(p.start, p.end) for p in found], one),
        ([(p.other_start, p.other_end) for p in found], other),
    ):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(spans)))
    assert [p.start for p in found] == sorted(p.start for p in found)


@settings(deadline=None)
@given(texts, texts)
def test_what_is_called_the_same_has_the_same_words(one: str, other: str) -> None:
    """Kind and score say what the two spans show: 1 exactly where no word differs."""
    for each in between(one, other):
        equal = words_of(one[each.start : each.end]) == words_of(other[each.other_start : each.other_end])
        assert (each.kind == "same") == equal
        assert each.score == 1 if equal else 0 < each.score <= 1


@settings(deadline=None)
@given(texts.filter(bool))
def test_a_copy_is_one_run_of_the_same(text: str) -> None:
    """A text beside itself is one passage from the first to the last letter, whatever it repeats."""
    assert between(text, text) == [Passage(1, 0, len(text), 2, 0, len(text), "same", 1.0)]


def test_a_cut_copy_is_one_run() -> None:
    """What was kept of the original is one passage."""
    assert between(TRUNCATED, ORIGINAL) == [Passage(1, 0, len(TRUNCATED), 2, 0, len(TRUNCATED), "same", 1.0)]


def test_a_sentence_with_a_changed_word_is_edited() -> None:
    """A small change keeps most words, and parts the run."""
    found = between(TRUNCATED, ORIGINAL.replace("badly injured", "gravely injured"))
    assert [passage.kind for passage in found] == ["same", "edited", "same"]
    assert "badly" in TRUNCATED[found[1].start : found[1].end]


def test_a_rewrite_is_reworded_sentence_by_sentence() -> None:
    """Every sentence of the rewrite finds the one that it retells, though it shares few words in order."""
    found = between(REWRITE, ORIGINAL)
    assert "reworded" in {passage.kind for passage in found}
    retold = {REWRITE[p.start : p.end][:12]: ORIGINAL[p.other_start : p.other_end][:12] for p in found}
    assert retold["In February "] == "Two crane dr"
    assert retold["Each day of "] == "Shipping com"


def test_moved_paragraphs_are_found() -> None:
    """What was put elsewhere is a passage of its own."""
    first, *rest = TRUNCATED.split("\n\n")
    moved = "\n\n".join([*rest, first])
    found = between(TRUNCATED, moved)
    assert [TRUNCATED[p.start : p.end] == moved[p.other_start : p.other_end] for p in found] == [True, True]
    assert found[0].other_start > found[1].other_start


def test_a_sentence_cut_in_two_stays_with_its_source() -> None:
    """Both halves stand in one passage beside the sentence that they were made of."""
    one = "The harbour board warned the council in November, and the mayor of Port Verity never answered the letter."
    two = "The harbour board warned the council in November. The mayor of Port Verity never answered the letter."
    assert [(p.start, p.end, p.other_start, p.other_end) for p in between(one, two)] == [(0, len(one), 0, len(two))]


def test_articles_on_one_topic_share_nothing() -> None:
    """Neither the same words nor the same content."""
    assert between(SAME_TOPIC, TRUNCATED) == []


@pytest.mark.parametrize(("kind", "count"), [("copy", 1), ("partial", 1), ("rewrite", 1), ("quotes", 0)])
def test_passages_are_told_of_what_was_taken(kind: ReuseKind, count: int) -> None:
    """Articles that only quote the same words have none."""
    clippings = clipping(1, ORIGINAL), clipping(2, TRUNCATED)
    assert len(find_passages([row(kind)], aligner(*clippings))) == count


def test_a_short_line_meets_no_other_by_chance() -> None:
    """A time of day is not the number of a picture."""
    ours, theirs = "2:20 p.m.", "1 of 2"
    found = between(f"{ORIGINAL}\n\n{ours}", f"{ORIGINAL}\n\n{theirs}")
    assert [(each.end, each.other_end) for each in found] == [(len(ORIGINAL), len(ORIGINAL))]
