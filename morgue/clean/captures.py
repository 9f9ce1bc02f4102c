"""Documents that hold the very same article are one article: the earliest stays, the others are its captures.

A page of other words, or under another headline, is a version: an article of its own, which linking joins to the rest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from morgue.clean.addresses import canonical
from morgue.model import Article, Document, Problem

# What belongs together in an article's head: where the first is missing, all of them are another capture's to give.
HEAD = (
    ("headline",),
    ("byline", "authors"),
    ("credit",),
    ("wire",),
    ("dateline",),
    ("source",),
    ("url", "address"),
    ("section",),
    ("published", "precision", "basis"),
    ("updated",),
    ("language",),
)
SITE_NAME = re.compile(r" [|·–—-] .+")  # what some captures of a page have behind its headline
Key = tuple[str, ...]


def gathered(articles: Sequence[Article]) -> tuple[list[Article], tuple[Problem, ...]]:
    """The articles in their order, each once, and a warning for each document that is now another's capture.

    Two are one if their bytes are the same, unless they are known to be of different sources; or if their address and
    their text are the same, unless they have different headlines. White space and capitals make no difference.
    """
    by_time = sorted(range(len(articles)), key=lambda place: moment(articles[place].document))
    first_of = _first_of(articles, by_time)
    others: defaultdict[int, list[Article]] = defaultdict(list)
    for place in by_time:
        if first_of[place] != place:
            others[first_of[place]].append(articles[place])
    kept = [_joined(article, others[place]) for place, article in enumerate(articles) if first_of[place] == place]
    return kept, tuple(
        _told(other.document, articles[first].document) for first in sorted(others) for other in others[first]
    )


def moment(document: Document) -> tuple[str, str, str]:
    """What puts captures in the order of time, and those of one moment in that of their places."""
    return document.read_at, document.path, document.member


def _first_of(articles: Sequence[Article], by_time: Iterable[int]) -> list[int]:
    """For each place the place of the article that it is a capture of: itself, or one that was captured earlier."""
    first_of = list(range(len(articles)))

    def first(place: int) -> int:
        while first_of[place] != place:
            first_of[place] = place = first_of[first_of[place]]
        return place

    rank = {place: number for number, place in enumerate(by_time)}
    known: defaultdict[Key, list[tuple[str, int]]] = defaultdict(list)
    for place in rank:
        for key in _keys(articles[place]):
            same = _known(known[key], _name(key, articles[place]), place)
            early, late = sorted((first(same), first(place)), key=rank.__getitem__)
            first_of[late] = early
    return [first(place) for place in range(len(articles))]


def _known(those: list[tuple[str, int]], name: str, place: int) -> int:
    """The first of those with the same key whose name does not speak against it; the place itself if there is none."""
    for number, (known, first) in enumerate(those):
        if _agree(known, name):
            those[number] = known or name, first
            return first
    those.append((name, place))
    return place


def _name(key: Key, article: Article) -> str:
    """What tells two articles apart that have this key in common: the source, or the headline."""
    if key[0] == "bytes":
        return _plain(article.source.name) if article.source else ""
    return _plain(article.headline or "")


def _agree(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    rest = longer.removeprefix(shorter)
    return not shorter or not rest or (rest != longer and SITE_NAME.fullmatch(rest) is not None)


def _keys(article: Article) -> Iterator[Key]:
    """What two captures of one article have in common: their bytes, or an address and the text."""
    documents = (article.document, *article.captures)
    for digest in sorted({document.sha256 for document in documents}):
        yield "bytes", digest
    addresses = {article.address, *(canonical(document.stated.url) for document in documents)}
    text = sha256(_plain(article.text).encode("utf-8", "surrogatepass")).hexdigest()
    for address in sorted(filter(None, addresses)):
        yield "page", address, text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _joined(article: Article, others: Sequence[Article]) -> Article:
    """The article with the documents of the others as captures, and what its head lacks from the first that has it."""
    if not others:
        return article
    documents = {(each.place, each.sha256): each for other in (article, *others) for each in _documents(other)}
    del documents[article.document.place, article.document.sha256]
    for other in others:
        article = _completed(article, other)
    return replace(article, captures=tuple(sorted(documents.values(), key=moment)))


def _documents(article: Article) -> Iterator[Document]:
    yield article.document
    yield from article.captures


def _completed(article: Article, other: Article) -> Article:
    """The article with those parts of the head that only the other one has."""
    names = [name for part in HEAD if not getattr(article, part[0]) and getattr(other, part[0]) for name in part]
    bases = {name: other.bases[name] for name in names if name in other.bases}
    return replace(article, bases={**article.bases, **bases}, **{name: getattr(other, name) for name in names})


def _told(document: Document, kept: Document) -> Problem:
    if document.sha256 == kept.sha256:
        code, same = "duplicate", f"is the same, byte for byte, as {kept.place}"
    else:
        code, same = "capture", f"is the same page with the same text as {kept.place}"
    message = f"{document.place} {same}: it stands in the archive as another capture of that article."
    return Problem(document.place, "clean", "warning", code, message)
