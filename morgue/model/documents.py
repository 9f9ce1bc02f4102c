"""What reading hands on: documents, and problems with inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

ContentType = Literal["text", "html", "markdown"]
Stage = Literal["read", "clean", "extract", "link", "store"]
Level = Literal["error", "warning"]
Basis = Literal["metadata", "feed", "manifest", "url", "text", "story", "none"]


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that became no article (`error`), or a doubt about one that did (`warning`)."""

    path: str
    stage: Stage
    level: Level
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What the input says about the article beside its text. None where it is silent; never a guess.

    `bases` names the fields that a feed or a manifest said; the others are the record's own.
    """

    external_id: str | None = None
    url: str | None = None
    headline: str | None = None
    byline: str | None = None
    credit: str | None = None
    source: str | None = None
    published: str | None = None
    updated: str | None = None
    section: str | None = None
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    bases: Mapping[str, Basis] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """Where an article is from: one record of an input, a whole file or one line of a JSON-lines file.

    `path` is as given, relative to the input, with forward slashes; `member` tells the place inside a file of many
    records ("line 12"), else "". `sha256` is of the record's original bytes, `bytes` is how many these are.
    """

    path: str
    member: str
    sha256: str
    media_type: str
    encoding: str | None
    bytes: int
    stated: Stated
    read_at: str

    @property
    def place(self) -> str:
        """Path and member in one string, for messages and for a stable order."""
        return f"{self.path}, {self.member}" if self.member else self.path


@dataclass(frozen=True, slots=True)
class Original(Document):
    """A document with its bytes at hand, as only reading and cleaning need it. `content` is their text or HTML."""

    raw: bytes
    content: str
    content_type: ContentType

    def filed(self) -> Document:
        """The document without its bytes."""
        return Document(**{each.name: getattr(self, each.name) for each in fields(Document)})
