"""The headline is told from the lead; repetitions of it come off."""

import pytest

from morgue.model import Stated
from tests.clean.making import article, rules

pytestmark = pytest.mark.unit
TITLE = "Harbour café reopens after two years"
LEAD = "The harbour café reopened on Monday after two years of work on its roof and walls."
MORE = "The mayor said on Tuesday that the bridge beside it would be closed until the spring."


def test_a_short_line_above_the_text_is_the_headline() -> None:
    """A first line without a full stop, followed by running text, is the headline and leaves the text."""
    made = article(f"{TITLE}\n{LEAD}\n{MORE}\n")
    assert (made.headline, made.text) == (TITLE, f"{LEAD}\n\n{MORE}")


@pytest.mark.parametrize("first", [LEAD, "“It leaks,” she said.", "Two words", "It was not to be:"])
def test_an_article_without_a_headline_keeps_its_lead(first: str) -> None:
    """A sentence, a kicker or an unfinished line is no headline: it stays in the text."""
    made = article(f"{first}\n\n{MORE}\n")
    assert made.headline is None
    assert made.text == f"{first}\n\n{MORE}"


@pytest.mark.parametrize("again", [TITLE, f"{TITLE}.", TITLE.upper(), f"{TITLE} | The Example"])
def test_a_stated_headline_is_not_said_twice(again: str) -> None:
    """A stated headline wins, and its repetition above the text comes off."""
    made = article(f"{again}\n\n{LEAD}\n", Stated(headline=TITLE))
    assert (made.headline, made.text, rules(made)) == (TITLE, LEAD, {again: "doubled headline"})


def test_a_path_that_ends_in_the_headline_comes_off() -> None:
    """A breadcrumb is told by the headline that it ends in."""
    made = article(f"Home News {TITLE}\n\n{TITLE}\n\n{TITLE}\n\n{LEAD}\n")
    assert made.headline == TITLE
    assert [each.rule for each in made.removed] == ["breadcrumb", "doubled headline"]


def test_a_stray_word_behind_the_headline_comes_off() -> None:
    """A headline cut from the lead loses the word that a program left behind it."""
    made = article(f"The harbour café reopened on Monday eg\n\n{LEAD}\n\n{MORE}\n")
    assert (made.headline, rules(made)) == ("The harbour café reopened on Monday", {"eg": "stray word"})


def test_a_headline_that_begins_the_lead_is_whole() -> None:
    """A headline that the lead repeats word for word keeps its last word."""
    assert article(f"The harbour café reopened on Monday\n\n{LEAD}\n").headline == "The harbour café reopened on Monday"


def test_a_text_that_is_its_headline_stays() -> None:
    """Where the text is nothing but the stated headline, it is not emptied."""
    assert article(f"{TITLE}\n", Stated(headline=TITLE)).text == TITLE
