"""Sentences of an article: a light splitter over its paragraphs, good enough to lay two versions side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.link.vocabulary import words
from morgue.model import Article

_BREAK = re.compile(r"[.!?…][\"”’')\]]*(\s+)(?=[\"“‘'(\[]*[A-Z0-9À-Þ])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*(?:\n\s*\n|\Z))", re.DOTALL)


def sentence_spans(article: Article) -> Iterator[tuple[int, int]]:
    """The spans of an article's sentences in its text, in order; none reaches over a paragraph's end."""
    for start, end in _paragraphs(article):
        yield from _split(article.text, start, end)


def _paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    if article.layout:
        return ((paragraph.start, paragraph.end) for paragraph in article.layout)
    return (match.span() for match in _PARAGRAPH.finditer(article.text))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text, start, end):
        if not _abbreviated(text[start : match.start(1)].rsplit(None, 1)[-1]):
            yield start, match.start(1)
            start = match.end(1)
    if start < end:
        yield start, end


def _abbreviated(word: str) -> bool:
    """True where the stop belongs to a title, an initial or another abbreviation."""
    bare = word.strip("\"“”‘’'()[]")
    if not bare.endswith("."):
        return False
    return bare[:-1].casefold() in words("abbreviations") or _INITIALS.fullmatch(bare[:-1]) is not None
