"""Nouns → rows: one small function for each table of `schema.sql`, each yielding dictionaries in the table's order."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from morgue.model import Build, Clipping, Document, Links, MentionKey, Problem, QuoteKey, Source, Utterance, uid

Row = dict[str, str | int | float | bytes | None]
Ids = Mapping[str, int]


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


def documents(clippings: Sequence[Clipping], ids: Ids) -> Iterator[Row]:
    """The inputs as they came, each once."""
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
            "bytes": len(document.raw),
            "external_id": document.stated.external_id,
            "url": document.stated.url,
            "read_at": document.read_at,
            "extra": as_json(dict(document.stated.extra)),
            "raw": zlib.compress(document.raw, level=9),
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


def stories(links: Links) -> Iterator[Row]:
    """Stories, to be counted later."""
    for number, story in enumerate(links.stories, start=1):
        yield {"id": number, "uid": story.uid, "headline": story.headline, "origin_id": story.origin_id}


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
            "section": article.section,
            "published": article.published,
            "published_precision": article.precision,
            "published_basis": article.basis,
            "language": article.language,
            "lead": article.lead,
            "word_count": article.word_count,
            "story_id": story_ids.get(clipping.id),
            "derivation": version.derivation if version else "independent",
            "derived_from": version.derived_from if version else None,
        }


def bodies(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """Texts, and where their paragraphs are."""
    for clipping in clippings:
        layout = [asdict(paragraph) for paragraph in clipping.article.layout]
        yield {"article_id": clipping.id, "text": clipping.article.text, "layout": as_json(layout)}


def removed(clippings: Sequence[Clipping]) -> Iterator[Row]:
    """What cleaning took out."""
    for clipping in clippings:
        for piece in clipping.article.removed:
            yield {"article_id": clipping.id, "text": piece.text, "line": piece.line, "rule": piece.rule}


def entities(links: Links) -> Iterator[Row]:
    """Entities, to be counted later."""
    for number, entity in enumerate(links.entities, start=1):
        yield {"id": number, "uid": entity.uid, "name": entity.name, "kind": entity.kind, "about": entity.about}


def aliases(links: Links) -> Iterator[Row]:
    """The forms in which names are printed."""
    for number, entity in enumerate(links.entities, start=1):
        for alias in entity.aliases:
            yield {
                "entity_id": number,
                "name": alias.name,
                "mention_count": alias.mention_count,
                "decided_by": alias.decided_by,
            }


def entity_of_mention(links: Links) -> dict[MentionKey, int]:
    """For each resolved mention the number of its entity."""
    return {key: number for number, entity in enumerate(links.entities, start=1) for key in entity.mentions}


def mentions(clippings: Sequence[Clipping], entity_of: Mapping[MentionKey, int]) -> Iterator[Row]:
    """Names where they stand."""
    for clipping in clippings:
        for place, mention in enumerate(clipping.facts.mentions):
            yield {
                "article_id": clipping.id,
                "entity_id": entity_of.get((clipping.id, place)),
                "start_char": mention.start,
                "end_char": mention.end,
                "text": mention.text,
                "label": mention.label,
                "rule": mention.rule,
                "confidence": mention.confidence,
            }


def roles(clippings: Sequence[Clipping], entity_of: Mapping[MentionKey, int]) -> Iterator[Row]:
    """Roles as printed beside persons."""
    for clipping in clippings:
        for role in clipping.facts.roles:
            yield {
                "article_id": clipping.id,
                "entity_id": entity_of.get((clipping.id, role.mention)),
                "role": role.text,
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


def utterances(links: Links, speaker_of: Mapping[QuoteKey, int]) -> Iterator[Row]:
    """What was said, once for all versions; the speaker is that of the first version which names one."""
    for number, utterance in enumerate(links.utterances, start=1):
        yield {
            "id": number,
            "uid": utterance.uid,
            "text": utterance.text,
            "speaker_id": _speaker(utterance, speaker_of),
            "wording_count": utterance.wording_count,
            "drift": utterance.drift,
        }


def _speaker(utterance: Utterance, speaker_of: Mapping[QuoteKey, int]) -> int | None:
    return next((speaker_of[key] for key in utterance.quotes if key in speaker_of), None)


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


def reuse(links: Links) -> Iterator[Row]:
    """What one article shares with another, with the evidence."""
    for shared in links.reuse:
        yield {**asdict(shared), "evidence": as_json(dict(shared.evidence))}


def passages(links: Links) -> Iterator[Row]:
    """Aligned stretches of two texts."""
    for passage in links.passages:
        yield _with_chars(asdict(passage))


def discrepancies(links: Links) -> Iterator[Row]:
    """Contradictions between versions, under the story of the article that is named first."""
    story_ids = {article: number for number, s in enumerate(links.stories, start=1) for article in s.article_ids}
    for discrepancy in links.discrepancies:
        yield {"story_id": story_ids.get(discrepancy.article_id), **_with_chars(asdict(discrepancy))}


def _with_chars(row: Row) -> Row:
    row["start_char"], row["end_char"] = row.pop("start"), row.pop("end")
    return row


def problems(links: Links, others: Sequence[Problem]) -> Iterator[Row]:
    """Every input that became no article and every doubt, each said once."""
    for problem in dict.fromkeys((*others, *links.problems)):
        yield asdict(problem)


def build(record: Build) -> Row:
    """How the archive was made."""
    row = asdict(record)
    return {**row, **{column: as_json(dict(row[column])) for column in ("options", "counts", "seconds")}}
