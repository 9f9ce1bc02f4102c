"""What linking hands on: what only all articles together can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from morgue.model.corrections import Applied
from morgue.model.documents import Problem
from morgue.model.facts import EntityKind

Derivation = Literal["original", "copy", "partial", "rewrite", "independent"]
ReuseKind = Literal["copy", "partial", "rewrite", "quotes"]
Direction = Literal["of", "to", "unknown"]
PassageKind = Literal["same", "edited", "reworded"]
DiscrepancyKind = Literal["name", "role", "number", "date", "place", "speaker", "venue"]

MentionKey = tuple[int, int]  # (clipping id, place in Facts.mentions)
QuoteKey = tuple[int, int]  # (clipping id, place in Facts.quotes)


@dataclass(frozen=True, slots=True)
class Alias:
    """A form in which an entity's name is printed, and the rule that joined it to the entity."""

    name: str
    mention_count: int
    decided_by: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place over the whole archive. `about` is set for metonyms (Kremlin → Russia).

    `former_uids` are those under which another archive of these articles may have had it: they lead here too.
    `country` (ISO 3166 alpha-2) is a place's, where its name or its articles tell; `latitude` and `longitude` (degrees
    north and east) are a town's that is alone with its name, or by far the largest.
    """

    uid: str
    name: str
    kind: EntityKind
    about: str | None
    aliases: tuple[Alias, ...]
    mentions: tuple[MentionKey, ...]
    former_uids: tuple[str, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Reuse:
    """What one article shares with another. `direction` "of": article_id took it from other_id."""

    article_id: int
    other_id: int
    kind: ReuseKind
    direction: Direction
    containment: float
    score: float
    evidence: Mapping[str, object]
    decided_by: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Two aligned stretches, one in each text. Filled by a later step of the way."""

    article_id: int
    start: int
    end: int
    other_id: int
    other_start: int
    other_end: int
    kind: PassageKind
    score: float


@dataclass(frozen=True, slots=True)
class Version:
    """What an article is within its story, and what it was made from (a clipping id)."""

    article_id: int
    derivation: Derivation
    derived_from: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on the same event, the origin first in time or by evidence. A story may have one article only."""

    uid: str
    headline: str
    origin_id: int
    article_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said once, over all the versions that print it. `drift` is 0 where every wording is the same.

    `text` is the source's wording, as its quote `source` has it.
    """

    uid: str
    text: str
    quotes: tuple[QuoteKey, ...]
    wording_count: int
    drift: float
    source: QuoteKey | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two versions of a story that contradict each other, both values with their places."""

    kind: DiscrepancyKind
    article_id: int
    here: str
    start: int
    end: int
    other_id: int
    there: str
    other_start: int
    other_end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Links:
    """What only all articles together can tell. `decided`: the mentions that a person gave to their entity."""

    entities: tuple[Entity, ...] = ()
    stories: tuple[Story, ...] = ()
    versions: tuple[Version, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    passages: tuple[Passage, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Applied, ...] = ()
    decided: frozenset[MentionKey] = frozenset()
