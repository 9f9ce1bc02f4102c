"""A suspicion and whom it is about."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Verb = Literal["merge", "kind", "drop", "read"]


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
    """What may be wrong with some entities, and the verdict that would mend it; `kind` is the one to give.

    `printed`: a name that is nobody's and may be the one subject's, which `times` mentions print.
    """

    verb: Verb
    subjects: tuple[Subject, ...]
    why: str
    kind: str | None = None
    printed: str = ""
    times: int = 0

    @property
    def at_stake(self) -> int:
        """How many mentions may be wrong: of one entity all, of several those of all but the most mentioned.

        Of a name that is nobody's, those that print it.
        """
        if self.printed:
            return self.times
        counts = sorted(subject.mention_count for subject in self.subjects)
        return sum(counts[:-1] or counts)
