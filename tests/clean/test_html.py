"""The article on a page: its text, its structure, and what stands in it without belonging to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.clean import clean
from morgue.model import Article, Removed, Stated
from tests.clean.making import article, document, rules

pytestmark = pytest.mark.unit

FIRST = "The harbour bridge reopened on Monday after two years of repairs, the mayor of the town said."
SECOND = "Engineers had replaced every cable of the bridge and painted its towers in the old dark green."
THIRD = "Fishermen who had lost their moorings to the scaffolding got them back on the same afternoon."
FOURTH = "The work cost four million crowns, and the council had planned to spend no more than three."
WHOLE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{FOURTH}"


def page(inside: str, head: str = "") -> str:
    """A page with this inside its article, between two paragraphs at either end."""
    return (
        f"<html lang='en'><head><title>Bridge reopens</title>{head}</head><body><nav><a href='/'>Front page</a></nav>"
        f"<article><h1>Bridge reopens after two years</h1><div class='story'><p>{FIRST}</p><p>{SECOND}</p>{inside}"
        f"<p>{THIRD}</p><p>{FOURTH}</p></div></article><footer>All rights reserved.</footer></body></html>"
    )


def made(inside: str, head: str = "") -> Article:
    """The article on that page."""
    return article(page(inside, head), content_type="html")


def kinds(made: Article) -> dict[str, str]:
    """Each paragraph of the text → its kind."""
    return {made.text[each.start : each.end]: each.kind for each in made.layout}


def test_the_text_of_a_page_is_its_paragraphs() -> None:
    """Navigation, headline and footer are not part of the text."""
    assert made("").text == WHOLE


@pytest.mark.parametrize(
    ("inside", "text", "kind"),
    [
        ("<h2>Two years of scaffolding</h2>", "Two years of scaffolding", "subhead"),
        ("<ul><li>Four hundred cables were replaced.</li></ul>", "Four hundred cables were replaced.", "list item"),
        (
            "<blockquote><p>It is the bridge my grandfather built, and it stands again.</p></blockquote>",
            "It is the bridge my grandfather built, and it stands again.",
            "block quote",
        ),
    ],
)
def test_the_marks_of_a_page_are_kinds_of_paragraphs(inside: str, text: str, kind: str) -> None:
    """Subheads, list items and block quotes stay in the text and are told apart in the layout."""
    assert kinds(made(inside))[text] == kind


def test_nested_paragraphs_are_kept() -> None:
    """A paragraph within boxes within boxes is text as any other."""
    text = "A ferry had carried the cars across the harbour for as long as the work went on there."
    assert text in made(f"<div><div><div><p>{text}</p></div></div></div>").text


def test_a_line_break_in_the_source_parts_no_paragraph() -> None:
    """Where the source of a page wraps a sentence, the text doesn't."""
    text = "A ferry had carried the cars across the harbour for as long as the work went on there."
    assert text in made(f"<p>{text.replace(' ', chr(10))}</p>").text.split("\n\n")


def test_a_post_of_another_site_is_kept_with_its_signature() -> None:
    """A post shown in the article is a block quote with the words under it."""
    post = (
        "<div class='social-embed'><blockquote class='twitter-tweet'><p>We walked across the bridge at dawn, and it"
        " holds.</p>— Harbour Walkers (@walkers)</blockquote></div>"
    )
    assert "and it holds.— Harbour Walkers (@walkers)" in made(post).text


def test_a_text_in_two_halves_is_one() -> None:
    """Halves of a text that an advertisement parts are both found."""
    half = "<div class='body'>{}</div>"
    first, second = (
        half.format("".join(f"<p>{text}</p>" for text in part)) for part in ((FIRST, SECOND), (THIRD, FOURTH))
    )
    content = f"<html><body><article><div>{first}<div class='ad'>Buy a boat</div>{second}</div></article></body></html>"
    assert article(content, content_type="html").text == WHOLE


@pytest.mark.parametrize(
    ("inside", "text", "rule"),
    [
        (
            "<p>Read more: <a href='/ferry'>The ferry that nobody wanted to see go from the harbour</a></p>",
            "Read more: The ferry that nobody wanted to see go from the harbour",
            "related link",
        ),
        (
            "<div class='c-newsletter-box'><p>Get the harbour news in your inbox every day before breakfast.</p></div>",
            "Get the harbour news in your inbox every day before breakfast.",
            "sign-up box",
        ),
        (
            "<p class='photo-caption'>The bridge, seen from the old lighthouse on Monday morning.</p>",
            "The bridge, seen from the old lighthouse on Monday morning.",
            "caption",
        ),
        (
            "<div class='recommended-stories'><p>What became of the old ferry and the man who steered it.</p></div>",
            "What became of the old ferry and the man who steered it.",
            "related box",
        ),
    ],
)
def test_boxes_in_the_text_are_removed(inside: str, text: str, rule: str) -> None:
    """What stands among the paragraphs and is none of the text is removed under its rule."""
    found = made(inside)
    assert found.text == WHOLE
    assert rules(found)[text] == rule


def test_a_link_to_another_article_is_shown_as_removed() -> None:
    """A removed line can be read beside the article: its words, and no line, for a page has none."""
    found = made("<p><a href='/ferry'>The ferry that nobody wanted to see go</a></p>")
    assert Removed("The ferry that nobody wanted to see go", None, "related link") in found.removed


def test_a_sentence_with_a_link_in_it_stays() -> None:
    """A link within a sentence takes nothing away."""
    text = "The council, which had <a href='/vote'>voted for the repairs</a> in spring, met again on Tuesday to count."
    assert "voted for the repairs in spring" in made(f"<p>{text}</p>").text


def test_a_title_goes_with_its_links() -> None:
    """The title of a box of links is removed with the links under it."""
    box = "<h3>You may also like</h3><ul><li><a href='/1'>Ferry sold</a></li><li><a href='/2'>Tower lit</a></li></ul>"
    assert made(box).text == WHOLE


def test_the_standfirst_is_no_part_of_the_text() -> None:
    """The summary under a headline belongs to the head of the article."""
    summary = "After two years of repairs, the town has its bridge back and a bill to pay."
    content = page("").replace("<div class='story'>", f"<h2 class='standfirst'>{summary}</h2><div class='story'>")
    found = article(content, content_type="html")
    assert found.lead == FIRST
    assert rules(found)[summary] == "standfirst"


def test_the_article_under_an_odd_name_stays() -> None:
    """A box that holds nearly all words is the article, whatever it is called."""
    assert FIRST in article(page("").replace("class='story'", "class='related'"), content_type="html").text


def test_what_only_hovering_shows_is_not_read_into_the_sentence() -> None:
    """A tooltip within a paragraph leaves the sentence whole."""
    text = "The mayor<span class='tooltip'>Mayor of the harbour since 2012</span> walked first across the new bridge."
    assert "The mayor walked first across" in made(f"<p>{text}</p>").text


def test_programs_and_styles_are_not_text() -> None:
    """Scripts and styles between the paragraphs are never read."""
    text = made("<p><style>.x { color: red; margin: 0 auto; float: left }</style><script>var a = 1;</script></p>").text
    assert "color" not in text
    assert "var" not in text


def test_the_entries_of_a_live_page_are_kept_in_order() -> None:
    """A page of many short entries is read from top to bottom."""
    told = [f"At {hour} o'clock the harbour master counted {hour * 7} cars on the bridge." for hour in range(8, 14)]
    entries = "".join(f"<section class='entry'><h2>Hour {n}</h2><p>{text}</p></section>" for n, text in enumerate(told))
    text = made(entries).text
    assert [text.index(each) for each in told] == sorted(text.index(each) for each in told)


def test_the_stated_text_brings_back_what_was_lost() -> None:
    """A paragraph outside the article that the page's JSON-LD has in its article text is part of it."""
    lost = "The old ferry will be moored at the pier as a museum, and it opens in the spring."
    body = f"{WHOLE} {lost}".replace("\n\n", " ")
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    content = page("", head).replace("<footer>", f"<div class='more'><p>{lost}</p></div><footer>")
    assert article(content, content_type="html").text.endswith(lost)


def test_a_stated_text_of_another_article_changes_nothing() -> None:
    """Where JSON-LD holds a teaser or another text, the page's own text counts."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "All about boats."}</script>'
    assert made("", head).text == made("").text


def test_deep_nesting_is_survived() -> None:
    """A page nested a thousand deep is an article or a problem, and raises nothing."""
    deep = "<div>" * 1000 + f"<p>{FIRST}</p>" + "</div>" * 1000
    found, problems = clean(document(deep, content_type="html"))
    assert found or problems


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, len(page("<h2>Cables</h2>"))),
    st.integers(0, 40),
    st.text(alphabet="<>/&;'\"=!-[]\x00\ud800 a", max_size=8),
)
def test_a_page_cut_or_broken_anywhere_is_survived(place: int, gap: int, rubbish: str) -> None:
    """Wherever a page is cut, or rubbish stands in it, it is an article or a problem."""
    content = page("<h2>Cables</h2>")
    for broken in (content[:place], content[:place] + rubbish + content[place + gap :]):
        found, problems = clean(document(broken, content_type="html"))
        assert found or problems


def test_markdown_keeps_every_block() -> None:
    """Markdown has no furniture to tell: subheads, items and quotes are kinds of paragraphs."""
    found = article(
        f"{FIRST}\n\n## Cables\n\n- four hundred\n\n> It holds.\n\n{SECOND}\n", Stated(headline="x"), "markdown"
    )
    assert list(kinds(found).values()) == ["paragraph", "subhead", "list item", "block quote", "paragraph"]


@pytest.mark.parametrize(
    "deep", ["[" * 5_000 + "Deep." + "]" * 5_000, "".join("  " * n + "- Deep.\n" for n in range(300))]
)
def test_markdown_that_nobody_writes_is_read_as_text(deep: str) -> None:
    """Brackets and lists hundreds deep in each other would take the library for ever; nothing of them is lost."""
    made = article(f"The harbour reopened on Friday, after a long and hard winter.\n\n{deep}", None, "markdown")
    assert made.text.startswith("The harbour reopened")
    assert "Deep." in made.text


def test_a_page_of_ten_thousand_equal_paragraphs_is_read() -> None:
    """Each line has its block, though all have the same words."""
    made = article("<html><body>" + "<p>The ferry sailed again on Monday, said the office." * 10_000, None, "html")
    assert "The ferry sailed" in made.text
