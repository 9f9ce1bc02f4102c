"""Reported speech: what somebody is said to have said without quotation marks, by whom, and what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from morgue.extract import Extractor
from morgue.model import Article, Quote

Find = Callable[[str], list[Quote]]

SPEECH = [
    "Ellen Stone said",
    "that",
    "the bridge is safe",
    "according to the police",
    "he added",
    "denied",
    "called for",
]
REST = [
    "“no”",
    "''never''",
    ",",
    ".",
    "and",
    "the council's claim",
    "to pay",
    "\n\n",
    "a strike",
    "As the paper reported",
]
PIECES = st.sampled_from(SPEECH + REST)


@pytest.fixture(scope="module")
def find(extractor: Extractor, article_of: Callable[[str], Article]) -> Find:
    """Find the reported speech of a text."""
    return lambda text: [q for q in extractor.facts(article_of(text)).quotes if q.form == "indirect"]


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Ellen Stone said the bridge is safe.", "the bridge is safe", "said", "Ellen Stone"),
        ("Ellen Stone told reporters that the bridge is safe.", "that the bridge is safe", "told", "Ellen Stone"),
        ("The bridge is safe, Ellen Stone said on Monday.", "The bridge is safe", "said", "Ellen Stone"),
        ("The bridge is safe, said Ellen Stone, the mayor.", "The bridge is safe", "said", "Ellen Stone"),
        ("Ellen Stone promised to reopen the bridge.", "to reopen the bridge", "promised", "Ellen Stone"),
        ("Ellen Stone denied the charges.", "the charges", "denied", "Ellen Stone"),
        ("Ellen Stone accused the guards of sleeping.", "the guards of sleeping", "accused", "Ellen Stone"),
        ("Ellen Stone called for a new bridge.", "a new bridge", "called", "Ellen Stone"),
        ("Ellen Stone urged the council to pay for it.", "to pay for it", "urged", "Ellen Stone"),
        ("Ellen Stone asked whether the bridge would hold.", "whether the bridge would hold", "asked", "Ellen Stone"),
        ("According to Ellen Stone, the bridge is safe.", "the bridge is safe", "According", "Ellen Stone"),
        ("The bridge is safe, according to Ellen Stone.", "The bridge is safe", "according", "Ellen Stone"),
        ("As Ellen Stone reported, the bridge is safe.", "the bridge is safe", "reported", "Ellen Stone"),
        ("Ellen Stone’s claim that it was safe surprised us.", "that it was safe", "claim", "Ellen Stone"),
        ("A new report warned that the bridge is old.", "that the bridge is old", "warned", "A new report"),
    ],
)
def test_each_kind_of_report_gives_its_content(find: Find, text: str, content: str, cue: str, speaker: str) -> None:
    """Clause, infinitive, object, preposition, noun and `according to`: what was said, its cue, and who said it."""
    (quote,) = find(text)
    assert (quote.text, quote.cue) == (content, cue)
    assert (quote.speaker_text or "").startswith(speaker)


def test_a_report_between_commas_has_two_pieces(find: Find) -> None:
    """`The bridge, she said, is safe`: both sides are what was said."""
    assert [q.text for q in find("The old stone bridge, Ellen Stone said, will be closed for repairs.")] == [
        "The old stone bridge",
        "will be closed for repairs",
    ]


def test_a_report_that_holds_a_quotation_is_left_to_the_quotation(find: Find) -> None:
    """Words between marks have a speaker already: their sentence is not told twice."""
    assert find("Ellen Stone said the bridge was “as good as new” by now.") == []


def test_words_before_another_clause_with_a_quotation_are_kept(find: Find) -> None:
    """Only the clause with the quotation is left out."""
    (quote,) = find("Ellen Stone said the bridge would close in May, and called the delay “a scandal.”")
    assert quote.text == "the bridge would close in May"


def test_a_direct_quote_is_no_reported_speech(find: Find) -> None:
    """The cue of a quotation does not report anything else."""
    assert find("“The bridge is safe,” Ellen Stone said.") == []


def test_a_pronoun_alone_reports_nothing(find: Find) -> None:
    """What "it" stands for was told elsewhere."""
    assert find("Ellen Stone denied it. Ellen Stone voted against it.") == []


def test_doubled_apostrophes_hold_reported_words(find: Find) -> None:
    """A typist's marks are told as a report, once, with the words inside them as they stand."""
    (quote,) = find("''The bridge is safe,'' Ellen Stone said.")
    assert (quote.text, quote.speaker_text) == ("The bridge is safe,", "Ellen Stone")


def test_a_condition_before_the_verb_is_not_what_was_said(find: Find) -> None:
    """An `if` or `when` clause before the subject stays with the writer."""
    assert find("When the rain came, Ellen Stone left.") == []


def test_pronouns_of_a_report_look_back(find: Find) -> None:
    """The speaker of a report is resolved as that of a quote is."""
    quotes = find("Ellen Stone said the bridge is safe. She added that it is old.")
    assert [q.speaker_text for q in quotes] == ["Ellen Stone", "She"]
    assert quotes[1].speaker_mention == quotes[0].speaker_mention is not None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_reports_obey_the_span_law(find: Find, text: str) -> None:
    """Whatever is written: every report holds exactly its words, trimmed, and no two are the same span."""
    quotes = find(text)
    assert all(text[q.start : q.end] == q.text == q.text.strip() != "" for q in quotes)
    assert len({(q.start, q.end) for q in quotes}) == len(quotes)
