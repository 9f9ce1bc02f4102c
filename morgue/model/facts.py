"""What extraction hands on: the facts of one article, and the article with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from morgue.model.articles import Article

EntityKind = Literal["person", "organization", "place", "group", "event", "work", "other"]
QuoteForm = Literal["direct", "fragment", "indirect"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `label` is the model's (OntoNotes: PERSON, ORG, GPE, …); `kind` is ours, after repair."""

    start: int
    end: int
    text: str
    label: str
    kind: EntityKind
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed beside a person ("Russian Foreign Minister"); `mention` is the person's place in `Facts`.

    `of` is the place of the country, people or body that the role is of ("Russian"), if the role names one.
    """

    start: int
    end: int
    text: str
    mention: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker. The span holds the words inside the marks, without the marks.

    `speaker_text` is the speaker as printed beside the quote ("he", "State Department spokesman Ned Price");
    `speaker_mention` is the place in `Facts.mentions` of the name it resolves to. Both None where it can't be known.
    """

    start: int
    end: int
    text: str
    form: QuoteForm
    cue: str | None
    speaker_text: str | None
    speaker_mention: int | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or amount with its unit or counted noun ("100,000 troops" → 100000.0, "troops")."""

    start: int
    end: int
    text: str
    value: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, as the interval of days that it can mean (ISO), or None for both where no year is known."""

    start: int
    end: int
    text: str
    earliest: str | None
    latest: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one article says, each in order of its place in the text."""

    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article with its facts and its number in the archive: 1, 2, … in order of publication, undated first."""

    id: int
    article: Article
    facts: Facts
