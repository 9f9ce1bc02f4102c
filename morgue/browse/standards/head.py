"""What stands in the head of a page beside its title and styles."""

from __future__ import annotations

from dataclasses import dataclass

from morgue.browse.standards.canonical import canonical, path_of
from morgue.browse.standards.describing import Kind, described
from morgue.browse.standards.discovery import FeedLink, feeds
from morgue.browse.standards.linked_data import Place, as_script, linked


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page.

    `address` is the canonical address in full, None where nobody knows at which host the archive stands; without it
    there is no `data` either, as linked data is about addresses. `data` is JSON-LD, ready to stand in a script element.
    """

    address: str | None
    listed: bool
    kind: Kind
    description: str
    published: str | None
    modified: str | None
    feeds: tuple[FeedLink, ...]
    data: str


def head(content: object, path: str, query: str, place: Place) -> Head:
    """The head of the page of `content`, which was asked for at `path?query`, in the archive at `place`."""
    known = canonical(path_of(content, path), query)
    about = described(content)
    things = linked(content, place) if place.root else []
    return Head(
        address=place.at(known.address) if place.root else None,
        listed=known.listed,
        kind=about.kind,
        description=about.text,
        published=about.published,
        modified=about.modified,
        feeds=feeds(content),
        data=as_script(things) if things else "",
    )
