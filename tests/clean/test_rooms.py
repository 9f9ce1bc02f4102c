"""The whole way from a document to an article: the seeds, and the laws that hold for every text."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean import clean
from morgue.clean.lines import squeezed
from morgue.model import Stated
from tests.clean.making import article, document, rules

pytestmark = pytest.mark.unit
SEEDS = Path(__file__).parents[2] / "seeds"
LINES = st.sampled_from(
    [
        "The harbour café reopened on Monday after two years of work on its roof.",
        "MOSCOW (AP) — The bridge beside it would be closed until the spring, the mayor said.",
        "Harbour café reopens after two years",
        "Home News Harbour café reopens after two years",
        "By Jane Doe, Reuters",
        "Advertisement",
        "Related Articles",
        "Leave a Reply",
        "———",
        "The Associated Press",
        "Jane Doe contributed to this report.",
        "It leaks, he said. (ANI)",
        "- one thing",
        "",
        "",
    ]
)
TEXTS = st.lists(LINES | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), max_size=14)


def seed(number: int) -> str:
    """The text of a seed article."""
    (file,) = SEEDS.glob(f"{number:03}_*.txt")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "headline", "dateline", "wire", "removed"),
    [
        (0, None, None, None, []),
        (
            1,
            "Putin Says US and Allies are Ignoring Russian Security Needs",
            None,
            None,
            [(1, "breadcrumb"), (5, "doubled headline"), (6, "source line")],
        ),
        (2, None, "Moscow", None, [(1, "dateline"), (6, "related link")]),
        (
            3,
            "Putin accuses US, allies of ignoring Russian security needs",
            "MOSCOW",
            "Associated Press",
            [(2, "dateline"), (31, "divider"), (32, "credit")],
        ),
        (
            4,
            "Russia’s foreign minister claims that NATO wants to pull Ukraine into the alliance",
            None,
            None,
            [(1, "section label"), (3, "stray word"), (57, "comments"), (59, "comments")],
        ),
    ],
)
def test_the_seeds(
    number: int, headline: str | None, dateline: str | None, wire: str | None, removed: list[tuple[int, str]]
) -> None:
    """Each seed's head is told from its body, and each line of furniture is removed under its rule."""
    made = article(seed(number))
    assert (made.headline, made.dateline, made.wire) == (headline, dateline, wire)
    assert [(each.line, each.rule) for each in made.removed] == removed
    assert made.language == "en"


def test_the_subheads_of_a_seed() -> None:
    """The two subheads of the first seed are told from its paragraphs."""
    made = article(seed(0))
    subheads = [made.text[each.start : each.end] for each in made.layout if each.kind == "subhead"]
    assert subheads == ["Increased diplomacy", "Negotiations to settle the deadlock are possible"]


def test_the_credit_of_a_seed() -> None:
    """The credit line is kept whole, and it is no longer part of the text."""
    made = article(seed(3))
    assert made.credit
    assert made.credit.startswith("Lee reported from Washington. Associated Press writers Yuras Karmanau")
    assert made.credit.endswith("contributed to this report.")
    assert made.credit not in made.text


def test_nothing_but_furniture_is_no_article() -> None:
    """A page without an article is a problem that names the file and the remedy."""
    made, (problem,) = clean(document("Advertisement\n\nShare this article\n"))
    assert made is None
    assert (problem.code, problem.level, problem.stage, problem.path) == ("no-article-text", "error", "clean", "a.txt")


def test_cleaning_twice_gives_the_same() -> None:
    """The same document is always the same article."""
    assert article(seed(3)) == article(seed(3))


@given(TEXTS, st.none() | st.just("Harbour café reopens after two years"))
def test_nothing_is_lost(written: list[str], headline: str | None) -> None:
    """Every sign of the content is in the text, in the headline that was found, or in what was removed."""
    content = "\n".join(written)
    made, problems = clean(document(content, Stated(headline=headline)))
    if made is None:
        assert problems
        return
    found = "" if headline else made.headline or ""
    kept = made.text + found + "".join(each.text for each in made.removed)
    assert Counter("".join(kept.split())) == Counter("".join(map(squeezed, written)).replace(" ", ""))


@given(TEXTS)
def test_paragraphs_tile_the_text(written: list[str]) -> None:
    """The text is its paragraphs with a blank line between, none of them empty or ragged."""
    made, _ = clean(document("\n".join(written)))
    if made:
        paragraphs = [made.text[each.start : each.end] for each in made.layout]
        assert made.text == "\n\n".join(paragraphs)
        assert all(each == squeezed(each) != "" for each in paragraphs)


@given(TEXTS)
def test_what_was_removed_stood_where_it_says(written: list[str]) -> None:
    """The line number of a removed piece is a line of the document."""
    made, _ = clean(document("\n".join(written)))
    if made:
        count = len("\n".join(written).replace("\r", "\n").split("\n"))
        assert all(each.line is not None and 1 <= each.line <= count for each in made.removed)
        assert set(rules(made).values()) <= {each.rule for each in made.removed}
