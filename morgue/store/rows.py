"""What single articles say → rows: a function for each table, each yielding dictionaries in the table's order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from morgue.model import Clipping, Document, Links, MentionKey, QuoteKey, Source, uid

Row = dict[str, str | int | float | bytes | None]
Ids = Mapping[str, int]
Packed = Callable[[Document], bytes]


def as_json(value: object) -> str:
    """JSON that is the same for the same value, whatever the order in which a mapping was filled."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def numbered(keys: Iterable[str]) -> dict[str, int]:
    """Each key with its number, from 1, in order of first use."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}


def document_key(document: Document) -> str:
    """What tells one stored document from another: its place and its bytes."""
    return f"{document.place}\x1f{document.sha256}"


def source_key(source: Source) -> str:
    """What tells one source from another: its domain, or its name where the domain is not known."""
    return (source.domain or source.name).casefold()


def documents(clippings: Sequence[Clipping], ids: Ids, packed: Packed) -> Iterator[Row]:
    """The inputs as they came, each once, with their bytes as zlib packs them."""
    first = {ids[document_key(c.article.document)]: c.article.document for c in reversed(clippings)}
    for number in sorted(first):
        document = first[number]
        yield {
            "id": number,
            "sha256": document.sha256,
            "path": document.path,
            "member": document.member,
            "media_type": document.media_type,
            "encoding": document.encoding,
            "bytes": document.bytes,
            "external_id": document.stated.external_id,
            "url": document.stated.url,
            "read_at": document.read_at,
            "extra": as_json(dict(document.stated.extra)),
            "raw": packed(document),
        }


def captures(clippings: Sequence[Clipping], ids: Ids, packed: Packed) -> Iterator[Row]:
    """When and where each document was captured, itself first; with bytes of its own where these differ."""
    written: set[int] = set()
    for article in (clipping.article for clipping in clippings):
        number = ids[document_key(article.document)]
        if number in written:
            continue
        written.add(number)
        for document in (article.document, *article.captures):
            yield {
                "document_id": number,
                "sha256": document.sha256,
                "path": document.path,
                "member": document.member,
                "url": document.stated.url,
                "read_at": document.read_at,
                "bytes": document.bytes,
                "raw": None if document.sha256 == article.document.sha256 else packed(document),
            }


def sources(clippings: Sequence[Clipping], ids: Ids) -> Iterator[Row]:
    """Who published, each once, as first named."""
    written: set[int] = set()
    for source in (c.article.source for c in clippings):
        if source is None or ids[source_key(source)] in written:
            continue
        number = ids[source_key(source)]
        written.add(number)
        yield {"id": number, "name": source.name, "domain": source.domain, "kind": source.kind}


def articles(clippings: Sequence[Clipping], links: Links, document_ids: Ids, source_ids: Ids) -> Iterator[Row]:
    """Articles with their place in a story."""
    story_ids = {article: number for number, s in enumerate(links.stories, start=1) for article in s.article_ids}
    versions = {version.article_id: version for version in links.versions}
    for clipping in clippings:
        article, version = clipping.article, versions.get(clipping.id)
        yield {
            "id": clipping.id,
            "uid": article.uid,
            "document_id": document_ids[document_key(article.document)],
            "headline": article.headline,
            "byline": article.byline,
            "credit": article.credit,
            "wire": article.wire,
            "dateline": article.dateline,
            "source_id": source_ids[source_key(article.source)] if article.source else None,
            "url": article.url,
            "address": article.address,
            "section": article.section,
            "published": article.published,
            "published_precision": article.precision,
            "published_basis": article.basis,
            "updated": article.updated,
            "language": article.language,
            "bases": as_json(dict(article.bases)),
            "lead": article.lead,
            "word_count": article.word_count,
            "story_id": story_ids.get(clipping.id),
            "derivation": version.derivation if version else "independent",
            "derived_from": version.derived_from if version else None,
        }


def authors(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """The people in the bylines, in the order of print."""
    for clipping in clippings:
        for position, name in enumerate(clipping.article.authors, start=1):
            yield {"article_id": clipping.id, "position": position, "name": name}


def bodies(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """Texts, and where their paragraphs are."""
    for clipping in clippings:
        layout = [{"kind": p.kind, "start": p.start, "end": p.end} for p in clipping.article.layout]
        yield {"article_id": clipping.id, "text": clipping.article.text, "layout": as_json(layout)}


def removed(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """What cleaning took out."""
    for clipping in clippings:
        for piece in clipping.article.removed:
            yield {"article_id": clipping.id, "text": piece.text, "line": piece.line, "rule": piece.rule}


def mentions(
    clippings: Sequence[Clipping], entity_of: Mapping[MentionKey, int], decided: frozenset[MentionKey] = frozenset()
) -> Iterator[Row]:
    """Names where they stand. Of those that a person has `decided` there is no doubt left."""
    for clipping in clippings:
        for place, mention in enumerate(clipping.facts.mentions):
            sure = (clipping.id, place) in decided
            yield {
                "article_id": clipping.id,
                "entity_id": entity_of.get((clipping.id, place)),
                "start_char": mention.start,
                "end_char": mention.end,
                "text": mention.text,
                "label": mention.label,
                "rule": "correction" if sure else mention.rule,
                "confidence": 1.0 if sure else mention.confidence,
            }


def roles(
    clippings: Sequence[Clipping], entity_of: Mapping[MentionKey, int], country_of: Mapping[int, int]
) -> Iterator[Row]:
    """Roles as printed beside persons: what is printed with a people is of its country, if the archive names that."""
    for clipping in clippings:
        for role in clipping.facts.roles:
            other = None if role.of is None else entity_of.get((clipping.id, role.of))
            yield {
                "article_id": clipping.id,
                "entity_id": entity_of.get((clipping.id, role.mention)),
                "role": role.text,
                "of_id": None if other is None else country_of.get(other, other),
                "start_char": role.start,
                "end_char": role.end,
            }


def speaker_of_quote(clippings: Sequence[Clipping], entity_of: Mapping[MentionKey, int]) -> dict[QuoteKey, int]:
    """For each quote with a known speaker the number of the speaker's entity."""
    speakers: dict[QuoteKey, int] = {}
    for clipping in clippings:
        for place, quote in enumerate(clipping.facts.quotes):
            entity = None if quote.speaker_mention is None else entity_of.get((clipping.id, quote.speaker_mention))
            if entity is not None:
                speakers[clipping.id, place] = entity
    return speakers


def quotes(clippings: Sequence[Clipping], links: Links, speaker_of: Mapping[QuoteKey, int]) -> Iterator[Row]:
    """Words attributed to a speaker, where they stand."""
    utterance_of = {key: number for number, u in enumerate(links.utterances, start=1) for key in u.quotes}
    for clipping in clippings:
        for place, quote in enumerate(clipping.facts.quotes):
            key = (clipping.id, place)
            yield {
                "uid": uid("quote", clipping.article.uid, str(quote.start), quote.text),
                "article_id": clipping.id,
                "start_char": quote.start,
                "end_char": quote.end,
                "text": quote.text,
                "form": quote.form,
                "cue": quote.cue,
                "speaker_id": speaker_of.get(key),
                "speaker_text": quote.speaker_text,
                "rule": quote.rule,
                "confidence": quote.confidence,
                "utterance_id": utterance_of.get(key),
            }


def figures(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """Numbers with their units."""
    for clipping in clippings:
        for figure in clipping.facts.figures:
            yield {
                "article_id": clipping.id,
                "start_char": figure.start,
                "end_char": figure.end,
                "text": figure.text,
                "value": figure.value,
                "unit": figure.unit,
            }


def dates(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """Dates in the text, as intervals of days."""
    for clipping in clippings:
        for date in clipping.facts.dates:
            yield {
                "article_id": clipping.id,
                "start_char": date.start,
                "end_char": date.end,
                "text": date.text,
                "earliest": date.earliest,
                "latest": date.latest,
                "basis": date.basis,
            }
