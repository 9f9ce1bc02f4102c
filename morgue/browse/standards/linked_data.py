"""What a page is about as schema.org says it: JSON-LD for search engines, catalogues and reference managers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from morgue.browse.articles import Article
from morgue.browse.cards import Card, begin
from morgue.browse.entity import Entity
from morgue.browse.home import Home
from morgue.browse.quote import Utterance
from morgue.browse.sources import Source
from morgue.browse.standards.describing import described, printed_on
from morgue.browse.story import Story

NAMED = 10  # names told of an article
KINDS = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event", "work": "CreativeWork"}
# As scripts are told apart from text by "<" alone, and HTML has its own view of "&" and ">".
_UNSAFE = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the archive stands (`root`: "https://example.org", without a slash at the end) and what it is called.

    `written` turns an address of ours into the one under which a folder of files has it.
    """

    root: str
    title: str
    written: Callable[[str], str] = str

    def at(self, address: str) -> str:
        """An address of ours in full."""
        return f"{self.root}{self.written(address)}"


def as_script(things: list[Thing]) -> str:
    """Things as the content of a script element: JSON in which nothing can end the element or begin another."""
    graph = [{name: value for name, value in thing.items() if value not in (None, "", [], ())} for thing in things]
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


@singledispatch
def linked(content: object, place: Place) -> list[Thing]:
    """The things that the page of this content is about; none for lists and searches."""
    del content, place
    return []


@linked.register
def _(content: Article, place: Place) -> list[Thing]:
    address = place.at(content.address)
    article = {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "sameAs": content.web_address,
        "identifier": content.uid,
        "headline": content.title,
        "description": begin(content.lead, 300),
        "datePublished": printed_on(content),
        "dateModified": content.updated,
        "dateline": content.dateline,
        "inLanguage": content.language,
        "articleSection": content.section,
        "wordCount": content.word_count,
        "author": [_named("Person", name) for name in content.authors],
        "publisher": _named("NewsMediaOrganization", content.source),
        "sourceOrganization": _named("NewsMediaOrganization", content.wire),
        "isBasedOn": place.at(f"/articles/{content.derived_from}") if content.derived_from else None,
        "isPartOf": _ref("CollectionPage", place, f"/stories/{content.story}") if content.story else None,
        "mentions": [
            _ref("Thing", place, f"/entities/{uid}", name=name) for uid, name, _ in content.named_most[:NAMED]
        ],
        "archivedAt": address,
    }
    return [article]


@linked.register
def _(content: Utterance, place: Place) -> list[Thing]:
    line = content.line
    speaker = _named("Person", line.speaker)
    if speaker and line.speaker_uid:
        # A body speaks, too: what it is stands on its own page.
        speaker = _ref("Thing", place, f"/entities/{line.speaker_uid}", name=line.speaker)
    source = content.context and _ref("NewsArticle", place, f"/articles/{content.context.article}")
    quotation = {
        "@type": "Quotation",
        "@id": place.at(line.address),
        "url": place.at(line.address),
        "identifier": line.uid,
        "text": line.text,
        "creator": speaker,
        "spokenByCharacter": speaker,
        "isPartOf": source or None,
    }
    return [quotation]


@linked.register
def _(content: Entity, place: Place) -> list[Thing]:
    line = content.line
    thing = {
        "@type": KINDS.get(line.kind, "Thing"),
        "@id": place.at(line.address),
        "url": place.at(line.address),
        "identifier": line.uid,
        "name": line.name,
        "alternateName": [alias.name for alias in content.aliases if alias.name != line.name],
        "jobTitle": [role.role for role in content.roles] if line.kind == "person" else None,
        "description": described(content).text,
    }
    return [thing]


@linked.register
def _(content: Story, place: Place) -> list[Thing]:
    story = {
        "@type": "CollectionPage",
        "@id": place.at(content.line.address),
        "url": place.at(content.line.address),
        "name": content.line.headline,
        "description": described(content).text,
        "hasPart": [_article(version.card, place) for version in content.versions],
    }
    return [story]


@linked.register
def _(content: Source, place: Place) -> list[Thing]:
    line = content.line
    source = {
        "@type": "NewsMediaOrganization",
        "@id": place.at(line.address),
        "url": f"https://{line.domain}/" if line.domain else place.at(line.address),
        "name": line.name,
    }
    return [source]


@linked.register
def _(content: Home, place: Place) -> list[Thing]:
    words = {"@type": "PropertyValueSpecification", "valueRequired": True, "valueName": "words"}
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": place.at("/search?q={words}")},
        "query-input": words,
    }
    site = {
        "@type": "WebSite",
        "@id": place.at("/#site"),
        "url": place.at("/"),
        "name": place.title,
        "potentialAction": search,
    }
    covered = f"{content.earliest}/{content.latest}" if content.earliest and content.latest else None
    dataset = {
        "@type": "Dataset",
        "@id": place.at("/#dataset"),
        "url": place.at("/"),
        "name": place.title,
        "description": described(content).text,
        "temporalCoverage": covered,
        "size": f"{content.counts['articles']:,} articles",
        "keywords": ["news archive", "quotations", "text reuse", "named entities"],
        "isAccessibleForFree": True,
    }
    return [site, dataset]


def _article(card: Card, place: Place) -> Thing:
    return _ref("NewsArticle", place, card.address, headline=card.title)


def _named(kind: str, name: str | None) -> Thing | None:
    return {"@type": kind, "name": name} if name else None


def _ref(kind: str, place: Place, address: str, **told: object) -> Thing:
    """A thing that has a page of its own, with no more than is needed here."""
    return {"@type": kind, "@id": place.at(address), "url": place.at(address), **told}
