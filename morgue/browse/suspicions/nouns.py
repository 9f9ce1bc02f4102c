"""A suspicion and whom it is about."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Verb = Literal["merge", "kind", "drop"]


@dataclass(frozen=True)
class Subject:
    """An entity, as much of it as suspicions look at. `alone`: nothing else, of whatever kind, is called so."""

    id: int
    uid: str
    name: str
    kind: str
    mention_count: int
    article_count: int
    alone: bool = True

    @cached_property
    def folded(self) -> str:
        """The name in lower case, without accents, full stops and a leading "the"."""
        plain = unicodedata.normalize("NFKD", self.name.casefold())
        spelt = "".join(c for c in plain if not unicodedata.combining(c))
        return " ".join(spelt.replace(".", "").replace("-", " ").replace("’", "'").split()).removeprefix("the ")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the folded name."""
        return tuple(self.folded.split())


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What may be wrong with some entities, and the verdict that would mend it; `kind` is the one to give."""

    verb: Verb
    subjects: tuple[Subject, ...]
    why: str
    kind: str | None = None

    @property
    def at_stake(self) -> int:
        """How many mentions may be wrong: of one entity all, of several those of all but the most mentioned."""
        counts = sorted(subject.mention_count for subject in self.subjects)
        return sum(counts[:-1] or counts)
