"""Attribution: which rule finds who says a quote, and in which words the text says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from morgue.extract import Extractor
from morgue.model import Article, Quote

Find = Callable[[str], tuple[Quote, ...]]


@pytest.fixture(scope="module")
def find(extractor: Extractor, article_of: Callable[[str], Article]) -> Find:
    """Find the marked quotes of a text."""
    return lambda text: tuple(q for q in extractor.facts(article_of(text)).quotes if q.form != "indirect")


@pytest.mark.parametrize(
    ("text", "rule", "cue", "speaker"),
    [
        ("“We will rebuild the bridge,” Ellen Stone said.", "said after", "said", "Ellen Stone"),
        ("“We will rebuild the bridge,” said Ellen Stone.", "said after", "said", "Ellen Stone"),
        ("“We will rebuild it,” Ellen Stone, who led the town in 2010, warned.", "said after", "warned", "Ellen Stone"),
        ("“Will it hold?” asked Ellen Stone, an engineer.", "said after", "asked", "Ellen Stone"),
        ("“It will hold,” Ellen Stone was quoted as saying.", "said after", "quoted", "Ellen Stone"),
        ("Ned Price quoted Ellen Stone as saying “it will hold”.", "said before", "saying", "Ellen Stone"),
        ("Ellen Stone told reporters: “We will rebuild it.”", "said before", "told", "Ellen Stone"),
        ("On Monday, Ellen Stone warned, “We will rebuild it.”", "said before", "warned", "Ellen Stone"),
        ("Ellen Stone said that they had “run out of road” by May.", "governing verb", "said", "Ellen Stone"),
        ("The fire was “no accident at all,” according to Ellen Stone.", "according to", "according", "Ellen Stone"),
        ("“Stay inside tonight.” Ellen Stone tweeted.", "said in next sentence", "tweeted", "Ellen Stone"),
        ("“The road is a disgrace.” — Ellen Stone, Leeds", "signed", None, "Ellen Stone"),
        ("As Ellen Stone put it, “the road ends here.”", "said before", "put", "Ellen Stone"),
    ],
)
def test_each_rule_finds_its_speaker(find: Find, text: str, rule: str, cue: str | None, speaker: str) -> None:
    """The rule that found a speaker is named, with the verb and the speaker as printed."""
    (quote,) = find(text)
    assert (quote.rule, quote.cue, quote.speaker_text) == (rule, cue, speaker)


def test_a_split_quote_has_one_speaker(find: Find) -> None:
    """What follows the attribution in the same paragraph is said by the same person."""
    first, second, third = find("“We lost,” Ellen Stone said, “but not by much.” She left. “We shall be back.”")
    assert first.speaker_mention == second.speaker_mention == third.speaker_mention is not None


def test_a_quote_over_paragraphs_has_the_speaker_of_its_beginning(find: Find) -> None:
    """An unclosed quote goes on in the next paragraph with the speaker it had."""
    quotes = find("Ellen Stone said: “We lost the bridge.\n\n“Then we lost the road.”")
    assert [q.speaker_text for q in quotes] == ["Ellen Stone", "Ellen Stone"]
    assert quotes[1].rule == "continued over paragraphs"


def test_a_quote_over_paragraphs_has_the_speaker_of_its_end(find: Find) -> None:
    """Where only its last paragraph tells who speaks, all of it is theirs."""
    quotes = find("“We lost the bridge.\n\n“Then we lost the road,” said Ellen Stone.")
    assert [(q.speaker_text, q.cue) for q in quotes] == [("Ellen Stone", None), ("Ellen Stone", "said")]


def test_a_quote_without_attribution_takes_the_person_of_the_sentence_before(find: Find) -> None:
    """A paragraph that is nothing but a quote is said by whom the text was just about."""
    (quote,) = find("Ellen Stone was in no mood to talk.\n\n“We conceded four goals at home.”")
    assert (quote.speaker_text, quote.rule) == ("Ellen Stone", "sentence before")


def test_alternating_speakers_are_kept_apart(find: Find) -> None:
    """A quote with its own attribution does not take the one before."""
    quotes = find(
        "“Why now?” asked Ellen Stone.\n\n“Because it is time,” Paul Hart replied.\n\n“Not for me,” Stone said."
    )
    assert [q.speaker_text for q in quotes] == ["Ellen Stone", "Paul Hart", "Stone"]


def test_two_speakers_in_one_sentence_are_kept_apart(find: Find) -> None:
    """Each fragment belongs to the verb beside it."""
    quotes = find("Ellen Stone called it “a disaster” and her deputy, Paul Hart, described it as “a gift”.")
    assert [q.speaker_text for q in quotes] == ["Ellen Stone", "Paul Hart"]


def test_the_next_quotes_own_introduction_is_not_taken(find: Find) -> None:
    """A name between two quotes that introduces the second does not say the first."""
    quotes = find("Chancellor Ellen Stone replied: “Not today.” Pressed again, Paul Hart added: “Not tomorrow either.”")
    assert [q.speaker_text for q in quotes] == ["Chancellor Ellen Stone", "Paul Hart"]


def test_a_subject_inside_a_quote_says_nothing(find: Find) -> None:
    """Somebody spoken of in the quote is not its speaker."""
    (quote,) = find("“President Hart said we could go,” Ellen Stone recalled.")
    assert quote.speaker_text == "Ellen Stone"


def test_a_participle_speaks_for_the_main_subject(find: Find) -> None:
    """Behind a comma, `saying` belongs to the sentence's subject, not to the nearest noun."""
    (quote,) = find(
        "Ellen Stone rejected the notion that voters could wait, arguing that there is “no time left” for that."
    )
    assert quote.speaker_text == "Ellen Stone"


def test_surer_rules_are_more_confident(find: Find) -> None:
    """A verb beside the marks counts for more than a neighbouring sentence."""
    (beside,) = find("“We will rebuild the bridge,” Ellen Stone said.")
    (carried,) = find("Ellen Stone sat down.\n\n“We will rebuild the bridge.”")
    assert 0 < carried.confidence < beside.confidence <= 1
