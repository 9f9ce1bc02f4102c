"""The headline that a page states, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from morgue.clean.draft import Known
from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element
from morgue.clean.html.jsonld import Json, strings
from morgue.clean.lines import squeezed
from morgue.clean.prose import same

TAIL = re.compile(r"\s+[|–—:·»•-]+\s+|\s+[|»]|[|»]\s+")
SHORTEST = 2  # words: "Home" and "News" are no headlines


def headline(tree: Element, article: Json, meta: Mapping[str, str], sites: Sequence[str | None]) -> Known:
    """The headline in JSON-LD, else in Open Graph, else the page's only first heading, else its title."""
    headings = [text for each in tree.iter("h1") if (text := text_of(each))]
    names = {same(name) for site in sites if site for name in (site, site.rsplit(".", 1)[0])}
    for said in _said(tree, article, meta, headings):
        text = without_site(squeezed(unescape(said)), names, headings)
        if text.count(" ") + 1 >= SHORTEST and same(text) not in names:
            return Known(text, "text" if said in headings else "metadata")
    return Known(None, "none")


def without_site(text: str, names: set[str], headings: Sequence[str]) -> str:
    """A title without the site's name: "Bridge to close | The Paper" → "Bridge to close".

    What stands behind the mark is the site's name where the site is so called, or where a heading has the rest alone.
    """
    heads = {same(heading) for heading in headings}
    for mark in reversed(list(TAIL.finditer(text))):
        head, tail = text[: mark.start()], text[mark.end() :]
        if head and (same(tail) in names or same(head) in heads):
            return head
    return text


def _said(tree: Element, article: Json, meta: Mapping[str, str], headings: Sequence[str]) -> Iterator[str]:
    yield from strings(article.get("headline"))[:1]
    yield from filter(None, (meta.get("og:title"), meta.get("twitter:title"), meta.get("headline")))
    if len(headings) == 1:
        yield headings[0]
    yield from (text for each in tree.iter("title") if (text := text_of(each)))
    yield from headings
