"""The text is laid out in paragraphs of a kind; HTML and Markdown come to the same."""

import pytest

from morgue.model import Article, Stated
from tests.clean.making import article

pytestmark = pytest.mark.unit
LEAD = "The harbour café reopened on Monday after two years of work on its roof and walls."
MORE = "The mayor said on Tuesday that the bridge beside it would be closed until the spring."


def kinds(made: Article) -> list[tuple[str, str]]:
    """Each paragraph with its kind."""
    return [(made.text[each.start : each.end], each.kind) for each in made.layout]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A bridge too old", "subhead"),
        ("- two cranes, one ferry", "list item"),
        ("• two cranes, one ferry", "list item"),
        ("> It leaks, she wrote.", "block quote"),
        ("The café on Monday. (AP Photo/Jane Doe)", "caption"),
        ("It leaks.", "paragraph"),
    ],
)
def test_the_kind_of_a_paragraph(line: str, kind: str) -> None:
    """A line between two paragraphs is told by its shape."""
    assert kinds(article(f"{LEAD}\n\n{line}\n\n{MORE}\n")) == [(LEAD, "paragraph"), (line, kind), (MORE, "paragraph")]


def test_a_last_short_line_is_no_subhead() -> None:
    """A subhead has text under it."""
    assert kinds(article(f"{LEAD}\n\n{MORE}\n\nAnd so it goes"))[-1] == ("And so it goes", "paragraph")


def test_markdown() -> None:
    """Markdown's own marks tell headline, subhead and list."""
    made = article(
        f"# Harbour café reopens\n\n{LEAD}\n\n## The *old* bridge\n\n{MORE}\n\n- one\n- two\n", content_type="markdown"
    )
    assert made.headline == "Harbour café reopens"
    assert kinds(made) == [
        (LEAD, "paragraph"),
        ("The old bridge", "subhead"),
        (MORE, "paragraph"),
        ("one", "list item"),
        ("two", "list item"),
    ]


def test_a_page() -> None:
    """Of a page the article remains; its metadata fill what the input does not state."""
    page = (
        "<html><head><title>Harbour café reopens</title><meta name='author' content='Jane Doe'></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Harbour café reopens</h1><p>{LEAD}</p><p>{MORE}</p></article>"
        "</body></html>"
    )
    made = article(page, content_type="html")
    assert (made.headline, made.byline, made.text) == ("Harbour café reopens", "Jane Doe", f"{LEAD}\n\n{MORE}")
    assert article(page, Stated(headline="A better one"), "html").headline == "A better one"


def test_a_piece_of_html_without_a_page() -> None:
    """A few paragraphs of HTML, as feeds carry them, are read as they are."""
    assert article("<p>Bridge closed.</p><p>It leaks.</p>", content_type="html").text == "Bridge closed.\n\nIt leaks."
