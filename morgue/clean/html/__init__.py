"""HTML and Markdown to lines. trafilatura finds the article on a page; what it leaves unused is in these modules.

`text.py` takes boxes out of what it found and puts back what it lost; `metadata.py` reads what the page says of itself.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html
from markdown import markdown
from trafilatura.utils import load_html

from morgue.clean.draft import Draft, Line
from morgue.clean.html.blocks import innermost
from morgue.clean.html.boxes import Element, drop_unseen
from morgue.clean.html.metadata import told
from morgue.clean.html.text import article_lines
from morgue.clean.lines import lines as text_lines
from morgue.model import Stated

DEEP = re.compile(r"\[{20}|^ {80,}[-*+\d]|^(?:> ?){40}", re.MULTILINE)


def html_draft(stated: Stated, content: str) -> Draft:
    """A page as lines; headline, byline, date and address from its metadata where the input states none."""
    tree = load_html(content)
    if tree is None:
        return Draft(stated, blocks(content))
    drop_unseen(tree)
    page = told(stated, tree)
    lines, removed = article_lines(tree, page.body)
    return Draft(page.stated, lines or lines_of(tree), removed, canonical=page.canonical)


def markdown_draft(stated: Stated, content: str) -> Draft:
    """Markdown as lines. Written by people, it has no furniture to tell from the text: every block counts.

    What nobody writes, brackets or lists dozens deep in each other, takes the library for ever: its lines are text.
    """
    if DEEP.search(content):
        return Draft(stated, text_lines(content))
    try:
        return Draft(stated, blocks(markdown(content)))
    except RecursionError:
        return Draft(stated, text_lines(content))


def blocks(content: str) -> tuple[Line, ...]:
    """The innermost blocks of a piece of HTML that hold text, in their order."""
    try:
        tree = lxml_html.fromstring(f"<div>{content}</div>")
    except (etree.ParserError, ValueError):
        return ()
    return lines_of(tree)


def lines_of(tree: Element) -> tuple[Line, ...]:
    """Every innermost block as a line: for pages on which no article is found."""
    return tuple(Line(block.text, None, block.kind) for block in innermost(tree))
