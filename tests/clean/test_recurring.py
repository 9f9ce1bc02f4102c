"""What a source prints in many different articles is furniture; its background, headings and versions are not."""

from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.clean import recurring
from morgue.model import Article, Stated
from tests.clean.making import article, rules

pytestmark = pytest.mark.unit
# What happened, to whom, where: articles of a paper that have nothing in common but the paper.
SUBJECTS = [
    ("ferry", "captain", "lighthouse", "engineers"),
    ("orchard", "farmers", "valley", "pickers"),
    ("library", "readers", "cellar", "bookbinders"),
    ("tunnel", "miners", "mountain", "surveyors"),
    ("bakery", "apprentices", "market", "millers"),
    ("theatre", "actors", "balcony", "carpenters"),
    ("reservoir", "swimmers", "village", "plumbers"),
    ("observatory", "students", "plateau", "astronomers"),
]
BOX = "Every weekday our editors choose what matters most, and you can have it sent before breakfast, free of charge."
COPYING = [
    f"Paragraph {number} was written by the {word} desk, and it is the same." for number, word in enumerate("abc")
]


def story(number: int) -> list[str]:
    """The paragraphs of an article on a subject of its own."""
    thing, people, place, others = SUBJECTS[number]
    return [
        f"The old {thing} near the {place} was closed on Monday, the {people} were told in a letter from the council.",
        f"The {others} had warned since spring that the {thing} would not stand another winter beside the {place}.",
        f"“We saw it coming,” one of the {people} said, and the {others} nodded.",
    ]


def made(paragraphs: Iterable[str], source: str | None = "The Example") -> Article:
    """The article with these paragraphs."""
    return article("\n\n".join(paragraphs), Stated(source=source, headline="What the council said"))


def paper(box: str = BOX, place: int = 2, source: str | None = "The Example") -> list[Article]:
    """Articles on different subjects with one paragraph in common."""
    return [made([*text[:place], box, *text[place:]], source) for text in map(story, range(len(SUBJECTS)))]


def texts(articles: Iterable[Article]) -> list[str]:
    """Their texts."""
    return [each.text for each in articles]


def test_the_limits_are_shipped() -> None:
    """The figures lie in the package, where an archivist can read them."""
    assert files("morgue.clean.recurring").joinpath("limits.yml").is_file()


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_box_goes_wherever_it_stands(place: int) -> None:
    """A paragraph that different articles have in common is removed and kept, the texts close over it."""
    clean = recurring(paper(place=place))
    assert texts(clean) == ["\n\n".join(story(number)) for number in range(len(SUBJECTS))]
    assert all(rules(each) == {BOX: "recurring"} for each in clean)


def test_the_paragraphs_tile_the_text_again() -> None:
    """After a removal each paragraph has its words and its kind, and nothing stands between them but a blank line."""
    for before, after in zip(paper(), recurring(paper()), strict=True):
        kept = [(p.kind, before.text[p.start : p.end]) for p in before.layout if before.text[p.start : p.end] != BOX]
        assert [(p.kind, after.text[p.start : p.end]) for p in after.layout] == kept
        assert "\n\n".join(after.text[p.start : p.end] for p in after.layout) == after.text


def test_few_are_not_enough() -> None:
    """Four articles with the same paragraph prove nothing."""
    few = paper()[:4]
    assert recurring(few) == few


def test_another_source_is_no_witness() -> None:
    """What many papers print once each, such as an agency's paragraph, is not furniture of any."""
    papers = [made([*story(number), BOX], f"Paper {number}") for number in range(len(SUBJECTS))]
    assert recurring(papers) == papers


def test_articles_without_a_source_are_weighed_together() -> None:
    """A heap that names no source may be one site's pages."""
    assert BOX not in "".join(texts(recurring(paper(source=None))))


@pytest.mark.parametrize("changed", [1, 2])
def test_versions_of_one_story_keep_what_they_share(changed: int) -> None:
    """Captures and updates of a page have their lines in common because they are the same story."""
    versions = [made([*story(0), *COPYING, *story(number)[:changed]]) for number in range(1, len(SUBJECTS))]
    assert recurring(versions) == versions


def test_background_is_the_articles_own() -> None:
    """A paragraph about what the articles around it are about stays, however often a paper prints it."""
    background = (
        "The council has denied that the harbour dredging contract was given to a nephew of the harbour master."
    )
    news = "The harbour master said on {}, when the dredging contract for the harbour came up, that the {} {}."
    articles = [
        made([news.format("Monday", thing, people), *story(number), background, f"The council and the {thing} wait."])
        for number, (thing, people, _, _) in enumerate(SUBJECTS)
    ]
    assert recurring(articles) == articles


@pytest.mark.parametrize("heading", ["What happens next", "Why it matters?", "Background:"])
def test_a_heading_within_the_text_stays(heading: str) -> None:
    """A short line above running text structures it, in every article of a paper that has the habit."""
    articles = paper(heading, place=1)
    assert recurring(articles) == articles


def test_a_short_line_goes_where_it_heads_nothing() -> None:
    """The same line is furniture where it stands below all text."""
    assert "Letters welcome" not in "".join(texts(recurring(paper("Letters welcome", place=3))))


def test_a_heading_that_stands_last_once_is_still_a_heading() -> None:
    """What heads text nearly everywhere is not taken for furniture where a text breaks off under it."""
    articles = [*paper("What happens next", place=1), made([*story(0)[:2], *story(1), "What happens next"])]
    assert recurring(articles) == articles


def test_the_heading_of_a_box_goes_with_it() -> None:
    """A short line within the text is furniture where furniture is all it heads."""
    text = [[*story(number)[:2], "Our promise", BOX, story(number)[2]] for number in range(len(SUBJECTS))]
    assert "Our promise" not in "".join(texts(recurring([made(each) for each in text])))


def test_what_a_line_opens_is_not_cut_off() -> None:
    """A salutation belongs to the letter below it."""
    articles = paper("Dear reader:", place=0)
    assert recurring(articles) == articles


def test_a_quotation_keeps_its_signature() -> None:
    """Whose words stand above is no furniture, though a column quotes the same person each week."""
    articles = paper("— Jo Roe, as she told everybody who asked her on the pier", place=3)
    assert recurring(articles) == articles


def test_numbers_make_no_difference_at_the_end() -> None:
    """A counter below the text is the same line whatever it counts."""
    articles = [made([*story(number), f"{number + 3} neighbours liked it"]) for number in range(len(SUBJECTS))]
    assert texts(recurring(articles)) == ["\n\n".join(story(number)) for number in range(len(SUBJECTS))]


def test_numbers_within_the_text_are_news() -> None:
    """A line of a weekly table says something new each time."""
    rows = [
        f"The price of unleaded petrol at our pumps was {number}.40 this week, nothing else." for number in range(8)
    ]
    articles = [made([*story(number)[:2], rows[number], story(number)[2]]) for number in range(len(SUBJECTS))]
    assert recurring(articles) == articles


def test_no_article_is_emptied() -> None:
    """An article that is nothing but the paragraph keeps it."""
    alone = made([BOX])
    assert recurring([alone, *paper()])[0] == alone


def test_a_refrain_is_the_articles_own() -> None:
    """What one article says again and again recurs in that one only."""
    song = made([BOX, *story(0), BOX, *story(1), BOX, BOX, BOX, BOX])
    assert recurring([song]) == [song]


def test_nothing_at_all() -> None:
    """An archive without articles is no difficulty."""
    assert recurring([]) == []


@settings(max_examples=25)
@given(st.permutations(range(len(SUBJECTS))))
def test_the_order_of_the_articles_makes_no_difference(order: list[int]) -> None:
    """Each article comes out the same, in the place in which it went in."""
    articles = [replace(each, uid=str(number)) for number, each in enumerate(paper())]
    straight, shuffled = recurring(articles), recurring([articles[number] for number in order])
    assert shuffled == [straight[number] for number in order]


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.sampled_from([BOX, "Our promise", *COPYING, *story(0), *story(1)]), min_size=1), max_size=12)
)
def test_nothing_is_lost_or_made_up(heap: list[list[str]]) -> None:
    """Whatever the heap, each paragraph is in the text or in what was removed, and no text is empty."""
    before = [made(each) for each in heap]
    for one, other in zip(before, recurring(before), strict=True):
        paragraphs = [other.text[each.start : each.end] for each in other.layout]
        gone = [each.text for each in other.removed[len(one.removed) :]]
        assert sorted([*paragraphs, *gone]) == sorted(one.text[each.start : each.end] for each in one.layout)
        assert other.text
