"""What cleaning hands on: articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from morgue.model.documents import Basis, Document

Precision = Literal["second", "day", "month", "year", "unknown"]
SourceKind = Literal["agency", "outlet", "unknown"]
ParagraphKind = Literal["paragraph", "subhead", "list item", "block quote", "caption"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The span of one paragraph of the text, and what kind of paragraph it is."""

    start: int
    end: int
    kind: ParagraphKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece that cleaning took out of the body: its words, its line in the document (from 1), the rule."""

    text: str
    line: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who published an article. `kind` is `agency` for a wire service's own site."""

    name: str
    domain: str | None = None
    kind: SourceKind = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A document as an article: head and body told apart, furniture off.

    `text` is plain; paragraphs are separated by a blank line; the headline, dateline and credit line are not part of
    it. `published` and `updated` are ISO 8601, cut to what is known of them; `precision` is that of `published`
    ("month" for "2022-02"). `byline` is as printed, `authors` are the people in it. `wire` is an agency's full name.
    `bases` says of each field of the head what it was taken from. `captures` are the other documents that hold this
    very article. `address` is the canonical form of `url`, for comparing only.
    """

    uid: str
    document: Document
    text: str
    layout: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
    headline: str | None = None
    byline: str | None = None
    credit: str | None = None
    wire: str | None = None
    dateline: str | None = None
    source: Source | None = None
    url: str | None = None
    section: str | None = None
    published: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "none"
    language: str | None = None
    authors: tuple[str, ...] = ()
    updated: str | None = None
    bases: Mapping[str, Basis] = field(default_factory=dict)
    captures: tuple[Document, ...] = ()
    address: str | None = None

    @property
    def lead(self) -> str:
        """The first paragraph of the text that is neither a subhead nor a caption."""
        first = next((p for p in self.layout if p.kind not in ("subhead", "caption")), None)
        return self.text[first.start : first.end] if first else ""

    @property
    def word_count(self) -> int:
        """Words between white space."""
        return len(self.text.split())
