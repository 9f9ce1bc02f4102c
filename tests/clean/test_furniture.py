"""The furniture of a page goes, and what only looks like it stays."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from morgue.clean.furniture import rules as all_rules
from tests.clean.making import article, rules

pytestmark = pytest.mark.unit
EXAMPLES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("furniture_examples.yml").read_text(encoding="utf-8")
)
FIRST = "The harbour café reopened on Monday after two years of work on its roof and walls."
LAST = "The mayor said on Tuesday that the bridge beside it would be closed until the spring."


def cases(where: str) -> list[tuple[str, str]]:
    """Rule and line of every example for one part of the page."""
    return [(rule, line) for rule, parts in EXAMPLES.items() for line in parts.get(where, [])]


def test_every_rule_has_an_example() -> None:
    """No rule without a line that it takes, and no example without a rule."""
    assert set(EXAMPLES) == {rule.name for rule in all_rules()}


def test_the_rules_are_shipped() -> None:
    """The rules lie in the package, where an archivist can read them."""
    assert files("morgue.clean").joinpath("furniture.yml").is_file()


@pytest.mark.parametrize(("rule", "line"), cases("go"))
def test_furniture_within_the_text_goes(rule: str, line: str) -> None:
    """A line of furniture between two paragraphs is removed under its rule, with its place."""
    made = article(f"{FIRST}\n\n{line}\n\n{LAST}\n")
    assert [(each.text, each.rule, each.line) for each in made.removed] == [(line, rule, 3)]
    assert made.text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(("rule", "line"), cases("top"))
def test_furniture_above_the_text_goes(rule: str, line: str) -> None:
    """What only the top of a page can hold is removed there."""
    assert rules(article(f"{line}\n\n{FIRST}\n\n{LAST}\n")) == {line: rule}


@pytest.mark.parametrize(("rule", "line"), cases("bottom"))
def test_furniture_below_the_text_goes(rule: str, line: str) -> None:
    """What only the bottom of a page can hold is removed there."""
    assert rules(article(f"{FIRST}\n\n{LAST}\n\n{line}\n")) == {line: rule}


@pytest.mark.parametrize("line", [line for _, line in cases("stay")])
def test_the_articles_own_lines_stay(line: str) -> None:
    """A line that resembles furniture and is the article's is not lost."""
    assert article(f"{FIRST}\n\n{line}\n\n{LAST}\n").text == f"{FIRST}\n\n{line}\n\n{LAST}"


def test_a_comment_section_goes_with_all_that_stands_in_it() -> None:
    """Everything under "Leave a Reply" is the readers', not the article's."""
    comment = "I was there on Monday and I can tell you that the roof still leaks."
    made = article(f"{FIRST}\n\n{LAST}\n\nLeave a Reply\n\n{comment}\n")
    assert made.text == f"{FIRST}\n\n{LAST}"
    assert rules(made)[comment] == "comments"


def test_a_link_to_the_comments_does_not_cost_the_article() -> None:
    """The same words as a link above the text take nothing but themselves."""
    made = article(f"Leave a Reply\n\n{FIRST}\n\n{LAST}\n")
    assert made.text == f"{FIRST}\n\n{LAST}"


def test_a_box_of_headlines_goes_with_its_headlines() -> None:
    """Headlines under "Related Articles" at the end belong to other articles."""
    made = article(f"{FIRST}\n\n{LAST}\n\nRelated Articles\n\nFerry aground off the point\n\nCouncil votes on tolls\n")
    assert made.text == f"{FIRST}\n\n{LAST}"
    assert set(rules(made).values()) == {"related box"}
