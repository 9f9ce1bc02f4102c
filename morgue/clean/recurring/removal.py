"""Furniture comes off an article that was clean already; what stood behind it is looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from morgue.clean.layout import GAP
from morgue.model import Article, Paragraph, Removed

RULE = "recurring"


def without(article: Article, furniture: Collection[int]) -> Article:
    """The article without the paragraphs of these numbers; the article itself where nothing would be left of it."""
    kept = [paragraph for number, paragraph in enumerate(article.layout) if number not in furniture]
    texts = [article.text[each.start : each.end] for each in kept]
    if len(kept) == len(article.layout) or not any(map(str.isalnum, "".join(texts))):
        return article
    gone = (article.layout[number] for number in sorted(furniture))
    removed = (Removed(article.text[each.start : each.end], None, RULE) for each in gone)
    layout = tuple(_moved(kept))
    return replace(article, text=GAP.join(texts), layout=layout, removed=(*article.removed, *removed))


def _moved(paragraphs: Iterable[Paragraph]) -> Iterable[Paragraph]:
    """The paragraphs one after the other, a gap between."""
    start = 0
    for each in paragraphs:
        end = start + each.end - each.start
        yield replace(each, start=start, end=end)
        start = end + len(GAP)
