"""What stands in a feed: articles, quotes, people, each as an entry of Atom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from morgue.browse.cards import Card
from morgue.browse.search.entities import EntityHit
from morgue.browse.search.quotes import QuoteHit

_YEAR, _MONTH, _DAY = len("2022"), len("2022-02"), len("2022-02-14")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `updated` and `published` are whole times of RFC 3339, `published` None where no whole one is known."""

    id: str
    address: str
    title: str
    summary: str
    author: str
    updated: str
    published: str | None = None
    category: str | None = None


def of_article(card: Card, built_at: str) -> Entry:
    """An article. An undated one counts as of the day on which the archive was built."""
    return Entry(
        id=lasting(card.address),
        address=card.address,
        title=in_xml(card.title),
        summary=in_xml(card.lead),
        author=in_xml(card.publisher),
        updated=timestamp(card.published) or built_at,
        published=_whole(card.published),
        category=card.derivation,
    )


def of_quote(hit: QuoteHit, built_at: str) -> Entry:
    """A quote, with who says it and the article that prints it."""
    words = "".join(piece.text for piece in hit.text)
    said = words if hit.form == "indirect" else f"“{words.strip()}”"
    return Entry(
        id=lasting(f"/quotes/{hit.uid}"),
        address=hit.address,
        title=in_xml(f"{hit.speaker or 'Unknown speaker'}: {said}"),
        summary=in_xml(f"{said} – in “{hit.article}”"),
        author=in_xml(hit.speaker or hit.source or "unknown speaker"),
        updated=timestamp(hit.published) or built_at,
        published=_whole(hit.published),
        category=hit.form,
    )


def of_entity(hit: EntityHit, built_at: str) -> Entry:
    """A person, body or place, as of the day on which the archive was built."""
    return Entry(
        id=lasting(hit.address),
        address=hit.address,
        title=in_xml(hit.name),
        summary=f"{hit.kind}, named in {hit.article_count:,} article{'' if hit.article_count == 1 else 's'}",
        author="Morgue",
        updated=built_at,
        category=hit.kind,
    )


def lasting(address: str) -> str:
    """A name for what stands at an address: the same on every host, in every rebuild, on the static site too.

    A tag URI would need a host name, which an archive on a desk has not, and which changes when the archive moves.
    """
    return uuid5(NAMESPACE_URL, address).urn


def in_xml(text: str) -> str:
    """A text without the characters that XML can't hold, its white space single."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())


def timestamp(published: str | None) -> str | None:
    """An ISO date of any precision as a whole time: the beginning of the time it names, in UTC where none is said."""
    if not published:
        return None
    day = f"{published}-01-01" if len(published) == _YEAR else published
    day = f"{day}-01" if len(day) == _MONTH else day
    if len(day) == _DAY:
        return f"{day}T00:00:00Z"
    return day if day.endswith("Z") or "+" in day or day[-6:-5] == "-" else f"{day}Z"


def _whole(published: str | None) -> str | None:
    """The time of publication, where a time was said and not a day only."""
    return timestamp(published) if published and len(published) > _DAY else None
