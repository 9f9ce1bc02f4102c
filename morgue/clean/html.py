"""HTML and Markdown to lines. Thin: trafilatura finds the article on a page."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html
from markdown import markdown
from trafilatura import bare_extraction

from morgue.clean.draft import Draft, Line
from morgue.clean.lines import squeezed
from morgue.model import ParagraphKind, Stated

KINDS: dict[str, ParagraphKind | None] = {
    "p": None,
    "h1": "subhead",
    "h2": "subhead",
    "h3": "subhead",
    "h4": "subhead",
    "h5": "subhead",
    "h6": "subhead",
    "li": "list item",
    "blockquote": "block quote",
    "pre": None,
    "td": None,
    "figcaption": "caption",
    "div": None,
}


def html_draft(stated: Stated, content: str) -> Draft:
    """A page as lines; headline, byline and date from its metadata where the input states none."""
    page = bare_extraction(content, with_metadata=True, include_comments=False)
    if page is None or isinstance(page, dict) or not page.text:
        return Draft(stated, blocks(content))
    told = replace(
        stated,
        headline=stated.headline or page.title or None,
        byline=stated.byline or page.author or None,
        published=stated.published or page.date or None,
        url=stated.url or page.url or None,
    )
    return Draft(told, tuple(Line(squeezed(text), None) for text in page.text.split("\n") if squeezed(text)))


def markdown_draft(stated: Stated, content: str) -> Draft:
    """Markdown as lines. Written by people, it has no furniture to tell from the text: every block counts."""
    return Draft(stated, blocks(markdown(content)))


def blocks(content: str) -> tuple[Line, ...]:
    """The innermost blocks of a piece of HTML that hold text, in their order."""
    try:
        tree = lxml_html.fromstring(f"<div>{content}</div>")
    except (etree.ParserError, ValueError):
        return ()
    inner = (each for each in tree.iter(*KINDS) if not any(True for _ in each.iterdescendants(*KINDS)))
    return tuple(Line(text, None, KINDS[str(each.tag)]) for each in inner if (text := squeezed(each.text_content())))
