"""What a rule about names decides: whose name a mention is, and which rule said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from morgue.model import Clipping, EntityKind, Mention, MentionKey

LEFT_OPEN: Final = "left open"  # the rule of a name that several bear and nothing decides: nobody in particular


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body or place. `key` is unique among identities of its kind and outlasts rebuilds.

    `kind` and `name` are None where the mentions decide: by majority, by the best printed form.
    """

    key: str
    kind: EntityKind | None = None
    name: str | None = None
    about: str | None = None

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose name a mention is. `full` tells that the mention prints a name good enough to show for the whole."""

    identity: Identity
    decided_by: str
    full: bool


Verdicts = Mapping[MentionKey, Verdict]
Members = Mapping[MentionKey, Mention]  # the mentions of one identity
Bearers = Mapping[Identity, Members]


@dataclass(frozen=True, slots=True)
class Page:
    """Some mentions of one article, with their places in `Facts.mentions`, in order of the text."""

    clipping: Clipping
    mentions: tuple[tuple[int, Mention], ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.clipping.article.text

    def key(self, place: int) -> MentionKey:
        """The mention's key in the archive."""
        return (self.clipping.id, place)


def page(clipping: Clipping, places: Iterable[int]) -> Page:
    """The mentions of an article at these places."""
    mentions = clipping.facts.mentions
    ordered = sorted(places, key=lambda place: (mentions[place].start, mentions[place].end))
    return Page(clipping, tuple((place, mentions[place]) for place in ordered))
