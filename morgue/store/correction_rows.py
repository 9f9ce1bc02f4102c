"""What people decided, and the addresses that entities had → rows: a function for each table."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.model import Links
from morgue.store.rows import Row


def former_uids(links: Links) -> Iterator[Row]:
    """Further uids that lead to an entity."""
    for number, entity in enumerate(links.entities, start=1):
        for former in entity.former_uids:
            yield {"uid": former, "entity_id": number}


def corrections(links: Links) -> Iterator[Row]:
    """The verdicts that hold, one row for each entity or article that a verdict is about."""
    number_of = {entity.uid: place for place, entity in enumerate(links.entities, start=1)}
    for number, applied in enumerate(links.corrections, start=1):
        signed = applied.correction.signed
        yield {
            "id": number,
            "verb": applied.correction.verb,
            "entity_id": number_of.get(applied.entity or ""),
            "other_id": number_of.get(applied.other or ""),
            "article_id": applied.article,
            "other_article_id": applied.other_article,
            "told": applied.told,
            "note": signed.note,
            "author": signed.author,
            "date": signed.date,
            "line": signed.line,
        }


def dropped_uids(links: Links) -> Iterator[Row]:
    """The uids of entities that verdicts have taken out, which lead to the verdict."""
    of = {gone: number for number, applied in enumerate(links.corrections, start=1) for gone in applied.gone}
    for gone in sorted(of):
        yield {"uid": gone, "correction_id": of[gone]}
