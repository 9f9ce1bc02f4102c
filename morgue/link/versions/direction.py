"""Which of two articles that share their text is the source of the other: reasons, weighed.

Each reason speaks for one side and has a name that the archive shows beside the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from morgue.model import Article, Clipping

# What each reason counts for. Who credits another outweighs all else; a dateline is copied along easily.
WEIGHTS = {
    "credited": 8,
    "credit": 4,
    "agency": 4,
    "earlier": 4,
    "earlier version": 4,
    "untouched quotes": 2,
    "longer": 2,
    "byline": 1,
    "dateline": 1,
    "more quotes": 1,
}
NOTICEABLY = 1.1


@dataclass(frozen=True, slots=True)
class Lean:
    """How far the reasons lean: above 0 the first article is the source, below 0 the second, 0 nobody can say."""

    weight: int
    for_first: tuple[str, ...]
    for_second: tuple[str, ...]


def lean(first: Clipping, second: Clipping, untouched: Sequence[bool] = (False, False)) -> Lean:
    """Weighs the reasons for either article being the source of the other.

    Args:
        first: the one article.
        second: the other.
        untouched: for each, whether its wording of the quotes is borne out by others and the other's is not.
    """
    ours = tuple(_reasons(first, second, untouched=untouched[0]))
    theirs = tuple(_reasons(second, first, untouched=untouched[1]))
    return Lean(sum(WEIGHTS[r] for r in ours) - sum(WEIGHTS[r] for r in theirs), ours, theirs)


def _reasons(one: Clipping, other: Clipping, *, untouched: bool) -> Iterator[str]:
    here, there = one.article, other.article
    credited = _credits(there, here)
    if credited:
        yield "credited"
    if here.credit and not there.credit and not _credits(here, there):
        yield "credit"
    # An agency that prints days later what an outlet printed has it from there, or both from elsewhere.
    if _of_agency(here) and not _of_agency(there) and (credited or not _days_earlier(there, here)):
        yield "agency"
    # What an agency sells is dated by whoever prints it: between it and an outlet hours say nothing.
    if (_days_earlier if _of_agency(here) != _of_agency(there) else _earlier)(here, there):
        yield "earlier version" if _of_one_newsroom(here, there) else "earlier"
    if untouched:
        yield "untouched quotes"
    if here.byline and not there.byline:
        yield "byline"
    if here.dateline and not there.dateline:
        yield "dateline"
    if not _of_one_newsroom(here, there):
        yield from _fuller(one, other)


def _fuller(one: Clipping, other: Clipping) -> Iterator[str]:
    """An editor cuts what he takes. A newsroom's own story grows, or is cut: there length says nothing."""
    if one.article.word_count > NOTICEABLY * other.article.word_count:
        yield "longer"
    if _printed_quotes(one) > NOTICEABLY * _printed_quotes(other):
        yield "more quotes"


def _of_one_newsroom(here: Article, there: Article) -> bool:
    """Whether both are by one agency, whoever prints it, or by one outlet."""
    if here.wire or there.wire:
        return here.wire == there.wire
    return here.source is not None and there.source is not None and here.source.name == there.source.name


def _printed_quotes(clipping: Clipping) -> int:
    return sum(quote.form != "indirect" for quote in clipping.facts.quotes)


def _credits(taker: Article, source: Article) -> bool:
    """Whether an article's credit names the newsroom of the other, which isn't its own."""
    newsroom = source.wire or (source.source.name if source.source and source.source.kind == "agency" else None)
    if newsroom is None or _of_one_newsroom(taker, source) or not taker.credit:
        return False
    return newsroom.casefold() in taker.credit.casefold()


def _of_agency(article: Article) -> bool:
    return article.wire is not None or (article.source is not None and article.source.kind == "agency")


def _days_earlier(here: Article, there: Article) -> bool:
    return _earlier(here, there, len("2024-03-01"))


def _earlier(here: Article, there: Article, longest: int | None = None) -> bool:
    """True if published before the other, at the precision that both dates have, or at so many characters of it."""
    if here.published is None or there.published is None:
        return False
    length = min(len(here.published), len(there.published), longest or len(here.published))
    return here.published[:length] < there.published[:length]
