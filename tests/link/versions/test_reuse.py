"""What two articles share, and who took it from whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from morgue.link import link
from morgue.link.versions.comparison import Comparison
from morgue.link.versions.reuse import RULES
from morgue.model import Clipping, Reuse
from tests.link.newsroom import COLUMN_ONE, ORIGINAL, REWRITE, SAME_TOPIC, TRUNCATED, affair, clipping

pytestmark = pytest.mark.unit

HALF = "\n\n".join([*SAME_TOPIC.split("\n\n")[:4], *ORIGINAL.split("\n\n")[4:7]])


def between(clippings: Sequence[Clipping], one: int = 1, two: int = 2) -> Reuse | None:
    """The row of two clippings, whichever way round."""
    rows = [row for row in link(clippings).reuse if {row.article_id, row.other_id} == {one, two}]
    return rows[0] if rows else None


def row_of(clippings: Sequence[Clipping], one: int = 1, two: int = 2) -> Reuse:
    """The row of two clippings that surely have one."""
    row = between(clippings, one, two)
    assert row is not None
    return row


@pytest.mark.parametrize(
    ("one", "two", "kind"), [(1, 3, "copy"), (2, 3, "rewrite"), (1, 2, "rewrite"), (5, 6, "quotes"), (3, 5, "quotes")]
)
def test_each_pair_of_the_affair_has_its_kind(one: int, two: int, kind: str) -> None:
    """A truncated copy, a rewrite sentence by sentence, and columns that only quote the same words."""
    assert row_of(affair(), one, two).kind == kind


def test_a_report_of_the_same_words_is_no_rewrite() -> None:
    """Two reporters heard the same and wrote their own: common quotes, word for word, make no rewrite."""
    said = [quote.text for quote in clipping(1, ORIGINAL).facts.quotes if len(quote.text) > 30]
    own = "“{}” That was what people in the square kept of a grey and windy week, {}."
    text = "\n\n".join(
        own.format(*each) for each in zip(said, ("bakers say", "an old man found", "I hear"), strict=True)
    )
    assert row_of([clipping(1, ORIGINAL), clipping(2, text)]).kind == "quotes"


@pytest.mark.parametrize(("paragraphs", "kind"), [(slice(4, 8), None), (slice(4, 9), "rewrite")])
def test_a_few_sentences_carry_no_rewrite(paragraphs: slice, kind: str | None) -> None:
    """Of four, chance finds a counterpart for each."""
    original, spun = ("\n\n".join(text.split("\n\n")[paragraphs]) for text in (ORIGINAL, REWRITE))
    row = between([clipping(1, original), clipping(2, spun)])
    assert (row and row.kind) == kind


@pytest.mark.parametrize(
    "weaker",
    [{"telling": 4}, {"aligned": 0.7}, {"telling": 8, "aligned": 0.85}, {"told": 0.4}, {"aligned_of_longer": 0.05}],
)
def test_a_rewrite_needs_sentences_enough_on_both_sides(weaker: dict[str, Any]) -> None:
    """Few, or a few left besides common quotes, or few of a long page tell nothing, however many have a counterpart."""
    spun = Comparison(
        cosine=0.5, shared=9, own_shared=5, here_in_there=0.05, there_in_here=0.04, own_containment=0.05,
        aligned=0.85, aligned_of_longer=0.6, telling=12, told=1.0, in_order=1.0,
    )  # fmt: skip
    rewrite = next(rule for rule in RULES if rule.kind == "rewrite")
    assert rewrite.holds(spun)
    assert not rewrite.holds(replace(spun, **weaker))


@pytest.mark.parametrize("other", [1, 2, 3, 5, 6])
def test_an_article_on_the_same_topic_shares_nothing(other: int) -> None:
    """Names and subject in common are no reuse."""
    assert between(affair(), 4, other) is None


def test_some_paragraphs_among_others_are_a_part() -> None:
    """An article that takes three paragraphs into its own is neither a copy nor a rewrite."""
    assert row_of([clipping(1, ORIGINAL), clipping(2, HALF)]).kind == "partial"


def test_a_quote_is_not_part_of_an_article() -> None:
    """The writer of a column who quotes one sentence has taken nothing from the report."""
    assert row_of([clipping(1, ORIGINAL), clipping(2, COLUMN_ONE)]).kind == "quotes"


def test_a_copy_without_credit_is_of_the_credited_article() -> None:
    """The row stands on the side of the derived article, with the reasons beside it."""
    row = row_of(affair(), 1, 3)
    assert (row.article_id, row.other_id, row.direction) == (1, 3, "of")
    assert row.evidence["source"] == ["credit", "longer", "more quotes"]


def test_the_earlier_of_two_equal_articles_is_the_source() -> None:
    """Where the texts are the same, the date decides, whatever the numbers are."""
    row = row_of([clipping(1, ORIGINAL, published="2024-03-02"), clipping(2, ORIGINAL, published="2024-03-01")])
    assert (row.article_id, row.direction) == (1, "of")


def test_dates_are_compared_at_the_precision_that_both_have() -> None:
    """A month says nothing about a day within it."""
    row = row_of([clipping(1, ORIGINAL, published="2024-03"), clipping(2, ORIGINAL, published="2024-03-01")])
    assert row.direction == "unknown"


def test_an_agency_is_the_source_of_an_outlet() -> None:
    """A rewrite of a wire story is of the wire story."""
    row = row_of([clipping(1, ORIGINAL, wire="Northern Press Agency"), clipping(2, REWRITE)])
    assert (row.article_id, row.direction) == (2, "of")


def test_without_any_reason_nobody_is_the_source() -> None:
    """Two equal articles without date or credit: the later number stands first, direction unknown."""
    row = row_of([clipping(1, TRUNCATED), clipping(2, TRUNCATED)])
    assert (row.article_id, row.other_id, row.direction) == (2, 1, "unknown")


def test_length_alone_does_not_say_who_took_a_part() -> None:
    """A later version of a story is often the longer: no direction without another reason."""
    assert row_of([clipping(1, ORIGINAL), clipping(2, HALF)]).direction == "unknown"


def test_two_versions_of_one_source_are_not_made_from_each_other() -> None:
    """The copy and the rewrite are alike because both come from the original, and the evidence says so."""
    row = row_of(affair(), 1, 2)
    assert row.direction == "unknown"
    assert row.evidence["both_from"] == [3]


def test_containment_is_that_of_the_derived_article() -> None:
    """All of the truncated copy is in the original, though not the other way round."""
    assert row_of(affair(), 1, 3).containment == 1.0


def test_evidence_can_be_stored_as_json() -> None:
    """Pages show the evidence: it must survive its way through the archive."""
    for row in link(affair()).reuse:
        assert json.loads(json.dumps(row.evidence)) == row.evidence


def test_the_order_of_the_articles_does_not_change_the_verdicts() -> None:
    """Numbers are given by date, not by who copied whom: kind and direction are the same either way round."""
    forth = row_of([clipping(1, ORIGINAL, credit="Berg reported."), clipping(2, REWRITE)])
    back = row_of([clipping(1, REWRITE), clipping(2, ORIGINAL, credit="Berg reported.")])
    assert (forth.article_id, back.article_id) == (2, 1)
    assert (forth.kind, forth.score, forth.direction) == (back.kind, back.score, back.direction)


def test_sentences_in_another_order_are_told() -> None:
    """The evidence says how many of the counterparts come in one order."""
    turned = "\n\n".join(reversed(REWRITE.split("\n\n")))
    straight, reverse = (row_of([clipping(1, text), clipping(2, ORIGINAL)]) for text in (REWRITE, turned))
    assert straight.evidence["sentences_in_order"] == 1.0
    assert reverse.evidence["sentences_in_order"] < 0.5  # type: ignore[operator] # a number, as JSON has it
    assert straight.kind == reverse.kind == "rewrite"
