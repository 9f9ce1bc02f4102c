"""Human verdicts, as corrections.yml gives them: a noun for each. They outrank every rule.

To add a verdict, add its noun here and to `Correction`, a line in `morgue/corrections/verdicts.py` that reads it, and
the step of linking that obeys it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from morgue.model.facts import EntityKind

MadeKind = Literal["copy", "partial", "rewrite"]


@dataclass(frozen=True, slots=True)
class Signed:
    """Why, by whom and when a verdict was given, and where it stands. `note` is Markdown, `date` an ISO day.

    `file` is its name as messages show it, `line` counts from 1.
    """

    note: str
    author: str
    date: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as a person names it: by the uid in its address, or by its name and kind."""

    uid: str | None = None
    name: str | None = None
    kind: EntityKind | None = None

    def __str__(self) -> str:
        return self.uid or f"{self.kind} “{self.name}”"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a verdict holds: in one article (its uid), the articles of one source (name or domain), or everywhere."""

    source: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """These are one. The first stays; the addresses of the others lead to it."""

    verb: ClassVar[str] = "merge"
    signed: Signed
    entities: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """These forms of an entity's name, within the scope, are another, which may be new."""

    verb: ClassVar[str] = "split"
    signed: Signed
    entity: Named
    forms: tuple[str, ...]
    into: Named | None
    scope: Scope


@dataclass(frozen=True, slots=True)
class Rename:
    """An entity is shown under this name."""

    verb: ClassVar[str] = "rename"
    signed: Signed
    entity: Named
    name: str


@dataclass(frozen=True, slots=True)
class Recast:
    """An entity is of this kind."""

    verb: ClassVar[str] = "kind"
    signed: Signed
    entity: Named
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Drop:
    """This is no entity at all."""

    verb: ClassVar[str] = "drop"
    signed: Signed
    entity: Named


@dataclass(frozen=True, slots=True)
class Apart:
    """These are not the same, whatever the rules say."""

    verb: ClassVar[str] = "not-the-same"
    signed: Signed
    entities: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Wherever one of these strings is a name within the scope, it is that entity, which may be new."""

    verb: ClassVar[str] = "read"
    signed: Signed
    strings: tuple[str, ...]
    entity: Named
    scope: Scope


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as a person names it: by the uid in its address, or by the URL that it was published at."""

    uid: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        return self.uid or f"<{self.url}>"


@dataclass(frozen=True, slots=True)
class SameStory:
    """These articles are on one event."""

    verb: ClassVar[str] = "same-story"
    signed: Signed
    articles: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class OtherStory:
    """No two of these articles are in one story."""

    verb: ClassVar[str] = "not-same-story"
    signed: Signed
    articles: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class DerivedFrom:
    """An article was made from another; `kind` says how, None leaves it to the rules."""

    verb: ClassVar[str] = "derived-from"
    signed: Signed
    source: Cited
    article: Cited
    kind: MadeKind | None = None

    @property
    def articles(self) -> tuple[Cited, ...]:
        """The article and its source."""
        return self.article, self.source


@dataclass(frozen=True, slots=True)
class NotDerived:
    """None of these articles was made from another of them, whatever they share."""

    verb: ClassVar[str] = "not-derived"
    signed: Signed
    articles: tuple[Cited, ...]


EntityCorrection = Merge | Split | Rename | Recast | Drop | Apart | Reading
StoryCorrection = SameStory | OtherStory | DerivedFrom | NotDerived
Correction = EntityCorrection | StoryCorrection


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction that holds in this archive, for the page of one entity or of one article.

    `entity` is its uid, None where the verdict leaves none; `other` is the uid of another that the verdict is about;
    `told` says in words what was decided. `article` and `other_article` are clipping ids, for verdicts on articles.
    `gone` are the uids of an entity that the verdict takes out: they lead to the verdict.
    """

    correction: Correction
    entity: str | None
    other: str | None
    told: str
    article: int | None = None
    other_article: int | None = None
    gone: tuple[str, ...] = ()
