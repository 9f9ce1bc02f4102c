"""What all articles together tell → rows: a function for each table, and the row that tells of the build itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from morgue.model import Build, Links, MentionKey, Problem, QuoteKey, Utterance
from morgue.store.rows import Row, as_json


def entity_of_mention(links: Links) -> dict[MentionKey, int]:
    """For each resolved mention the number of its entity."""
    return {key: number for number, entity in enumerate(links.entities, start=1) for key in entity.mentions}


def country_of_people(links: Links) -> dict[int, int]:
    """For each people the number of its country, if the archive names that: Russians → Russia."""
    places = {entity.name: number for number, entity in enumerate(links.entities, start=1) if entity.kind == "place"}
    peoples = ((number, entity) for number, entity in enumerate(links.entities, start=1) if entity.kind == "group")
    return {number: places[entity.about] for number, entity in peoples if entity.about in places}


def stories(links: Links) -> Iterator[Row]:
    """Stories, to be counted later."""
    for number, story in enumerate(links.stories, start=1):
        yield {"id": number, "uid": story.uid, "headline": story.headline, "origin_id": story.origin_id}


def entities(links: Links) -> Iterator[Row]:
    """Entities, to be counted later."""
    for number, entity in enumerate(links.entities, start=1):
        yield {
            "id": number,
            "uid": entity.uid,
            "name": entity.name,
            "kind": entity.kind,
            "about": entity.about,
            "country": entity.country,
            "latitude": entity.latitude,
            "longitude": entity.longitude,
        }


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
    """Who said it by its source, else by the first that says who."""
    keys = (utterance.source, *utterance.quotes) if utterance.source else utterance.quotes
    return next((speaker_of[key] for key in keys if key in speaker_of), None)


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
