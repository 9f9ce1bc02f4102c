"""All articles of an archive, and where their paragraphs recur."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from morgue.clean.recurring.limits import limits
from morgue.model import Article

DIGITS = re.compile(r"\d+")


class Place(NamedTuple):
    """A paragraph: the number of its article in the heap, and its own number in the article."""

    article: int
    paragraph: int


class Heap:
    """Articles whose paragraphs are known by marks: the same mark is the same words, whatever the numbers in them.

    `places` says where each mark stands that is in several documents of one source, in an order that depends on the
    articles alone.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.marks = [array("Q", _marks(article)) for article in articles]
        self.documents = Counter(map(source_of, articles))
        self.places = self._places()

    def text(self, place: Place) -> str:
        """The paragraph's words."""
        article = self.articles[place.article]
        paragraph = article.layout[place.paragraph]
        return article.text[paragraph.start : paragraph.end]

    def paragraphs(self, number: int) -> Iterator[tuple[Place, int]]:
        """The places of an article with their marks."""
        return ((Place(number, paragraph), mark) for paragraph, mark in enumerate(self.marks[number]))

    def having(self, marks: Iterable[int]) -> set[int]:
        """The articles in which one of these marks stands."""
        return {place.article for mark in marks for place in self.places[mark]}

    def _places(self) -> dict[int, list[Place]]:
        often = self._often()
        places: dict[int, list[Place]] = defaultdict(list)
        for number in sorted(range(len(self.articles)), key=self._name):
            for place, mark in self.paragraphs(number):
                if mark in often:
                    places[mark].append(place)
        return dict(places)

    def _often(self) -> set[int]:
        """The marks that are in enough documents to be looked at."""
        once = array("Q")
        for marks in self.marks:
            once.extend(set(marks))
        values, counts = np.unique(np.asarray(once), return_counts=True)
        return set(values[counts >= limits().documents].tolist())

    def _name(self, number: int) -> tuple[str, str, str]:
        article = self.articles[number]
        return article.uid, article.document.sha256, article.document.place


def source_of(article: Article) -> str:
    """What stands for the article's source: the site, else the name. Articles without either are one source's."""
    source = article.source
    return (source.domain or source.name) if source else ""


def _marks(article: Article) -> Iterator[int]:
    source = source_of(article)
    for paragraph in article.layout:
        words = DIGITS.sub("0", article.text[paragraph.start : paragraph.end].casefold())
        yield int.from_bytes(blake2b(f"{source}\n{words}".encode("utf-8", "surrogatepass"), digest_size=8).digest())
