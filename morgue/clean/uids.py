"""A uid of its own for each article: several versions of one page have the uid of its address between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from morgue.clean.captures import moment
from morgue.model import Article, uid


def unique_uids(articles: Sequence[Article]) -> list[Article]:
    """The articles in their order, each with a uid of its own.

    Of several with one uid the earliest captured keeps it, so that a capture that is added later changes no address;
    the others are told by their bytes, and where these are the same by their place.
    """
    own: dict[int, str] = {}
    taken: set[str] = set()
    for place in sorted(range(len(articles)), key=lambda place: moment(articles[place].document)):
        own[place] = next(each for each in _uids(articles[place]) if each not in taken)
        taken.add(own[place])
    return [replace(article, uid=own[place]) for place, article in enumerate(articles)]


def _uids(article: Article) -> Iterator[str]:
    document = article.document
    yield article.uid
    yield uid(article.uid, document.sha256)
    for number in count():
        yield uid(article.uid, document.sha256, document.place, str(number))
