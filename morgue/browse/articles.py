"""An article with everything that is known of it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse import bases
from morgue.browse.addresses import Parameters
from morgue.browse.captures import AtAddress, Capture, at_address, capture_count, captures, moment
from morgue.browse.cards import begin
from morgue.browse.citing.citation import Citation, of_article
from morgue.browse.citing.formats import CitationFile, in_all_formats
from morgue.browse.corrections import Correction
from morgue.browse.corrections import of_article as decided_on
from morgue.browse.dating import BASIS_WORDS, in_words
from morgue.browse.discrepancies import Contradiction
from morgue.browse.discrepancies import of_article as contradictions
from morgue.browse.doubts import Doubt, doubts
from morgue.browse.evidence import Evidence, evidence
from morgue.browse.families import families
from morgue.browse.margin import Passage, Remark, passages, remarks
from morgue.browse.marking import MarkedParagraph, Span, mark
from morgue.browse.pedigree import nearest
from morgue.browse.pictures.tree import Tree
from morgue.browse.rows import all_rows, one_row
from morgue.browse.statements import NameFound, QuoteFound, names, quotes
from morgue.browse.versions import Version, versions

NAMED_HERE = 14

ARTICLE = """
SELECT a.*, b.text, b.layout, s.name AS source, s.domain, t.uid AS story, t.headline AS story_headline,
       o.uid AS origin, d.path, d.member, d.sha256, d.media_type, d.encoding, d.bytes, d.external_id, d.read_at
FROM articles a JOIN bodies b ON b.article_id = a.id JOIN documents d ON d.id = a.document_id
LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN stories t ON t.id = a.story_id
LEFT JOIN articles o ON o.id = a.derived_from
WHERE a.uid = ?
"""
REMOVED = "SELECT text, line, rule FROM removed WHERE article_id = ? ORDER BY id"
AUTHORS = "SELECT name FROM authors WHERE article_id = ? ORDER BY position"
OF_ROW = (
    "id",
    "uid",
    "headline",
    "byline",
    "credit",
    "wire",
    "dateline",
    "url",
    "section",
    "published",
    "published_precision",
    "published_basis",
    "updated",
    "language",
    "lead",
    "word_count",
    "derivation",
    "text",
    "source",
    "source_id",
    "story",
    "story_headline",
    "external_id",
)


@dataclass(frozen=True, slots=True)
class Removed:
    """What cleaning took out: the words, their line in the document, the rule."""

    text: str
    line: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class File:
    """The document that the article was read from."""

    path: str
    member: str
    sha256: str
    media_type: str
    encoding: str | None
    bytes: int
    read_at: str

    @property
    def when(self) -> str:
        """Day and time of the capture in words."""
        return moment(self.read_at)


@dataclass(frozen=True, slots=True)
class Article:
    """The content of an article's page. `layout` holds start, end and kind of each paragraph of `text`.

    `bases` tells of each field of the head what it is from.
    """

    id: int
    uid: str
    headline: str | None
    byline: str | None
    credit: str | None
    wire: str | None
    dateline: str | None
    url: str | None
    section: str | None
    published: str | None
    published_precision: str
    published_basis: str
    updated: str | None
    language: str | None
    lead: str
    word_count: int
    derivation: str
    text: str
    source: str | None
    source_id: int | None
    story: str | None
    story_headline: str | None
    external_id: str | None
    derived_from: str | None
    authors: tuple[str, ...]
    bases: Mapping[str, str]
    layout: tuple[tuple[int, int, str], ...]
    file: File
    captures: tuple[Capture, ...]
    capture_count: int
    at_address: tuple[AtAddress, ...]
    names: tuple[NameFound, ...]
    quotes: tuple[QuoteFound, ...]
    evidence: tuple[Evidence, ...]
    versions: tuple[Version, ...]
    contradictions: tuple[Contradiction, ...]
    removed: tuple[Removed, ...]
    citation: Citation | None
    corrections: tuple[Correction, ...]
    doubts: tuple[Doubt, ...]

    @property
    def address(self) -> str:
        """The article's page."""
        return f"/articles/{self.uid}"

    @property
    def title(self) -> str:
        """The headline, or the beginning of the text where there is none."""
        return self.headline or begin(self.lead) or "An article without words"

    @property
    def when(self) -> str:
        """The date in words."""
        return in_words(self.published, self.published_precision)

    @property
    def when_from(self) -> str | None:
        """Where the date comes from, if nobody printed it."""
        return BASIS_WORDS.get(self.published_basis) if self.published else None

    @property
    def when_updated(self) -> str | None:
        """The date of the last update in words, with the time where it was on the day of publication."""
        if not self.updated:
            return None
        day = in_words(self.updated, "second")
        return moment(self.updated) if day == self.when and self.updated.endswith("Z") else day

    @property
    def told_by(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the fields of the head are from, in words, each with these fields."""
        return bases.in_words(self.bases)

    @property
    def web_address(self) -> str | None:
        """The address it was published at, if it is one that a reader may safely follow."""
        return self.url if self.url and self.url.startswith(("https://", "http://")) else None

    @property
    def body(self) -> tuple[MarkedParagraph, ...]:
        """The text with names, quotes and what is contradicted marked."""
        clashes = [Span(r.start, r.end, r.compare_address, f"{r.kind}: elsewhere {r.there}") for r in self.remarks]
        return mark(self.text, self.layout, [n.span for n in self.names], [q.span for q in self.quotes], clashes)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What other versions contradict, in the order of the text."""
        return remarks(self.contradictions, self.uid)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text with what other versions contradict beside each paragraph."""
        return tuple(passages(self.body, self.remarks))

    @property
    def tree(self) -> Tree | None:
        """Where it stands among what was made from one another, as a picture."""
        return next((nearest(family, self.uid) for family in self._families[0]), None)

    @property
    def citations(self) -> tuple[CitationFile, ...]:
        """How to cite it, in every format."""
        return in_all_formats(self.citation)

    @property
    def debt(self) -> Evidence | None:
        """The evidence for what the article derives from."""
        return next((e for e in self.evidence if e.other.uid == self.derived_from), None)

    @property
    def other_versions(self) -> tuple[Version, ...]:
        """What was made from it or from its source, and that source: those of its story that are akin to it."""
        return tuple(v for family in self._families[0] for v in family if v.card.uid != self.uid)

    @property
    def other_reports(self) -> tuple[Version, ...]:
        """The reports of its story that were written independently of it."""
        return tuple(family[0] for family in self._families[1])

    @property
    def _families(self) -> tuple[list[list[Version]], list[list[Version]]]:
        """Its own family, and those of other reports; the original first in each."""
        found = [[member.version for member in family.members] for family in families(self.versions)]
        own = [family for family in found if any(version.card.uid == self.uid for version in family)]
        return own, [family for family in found if family not in own]

    @property
    def in_common(self) -> tuple[Evidence, ...]:
        """What it shares with articles of other families, where nobody knows who has it from whom."""
        akin = {version.card.uid for version in self.other_versions}
        return tuple(e for e in self.evidence if e.direction == "unknown" and e.other.uid not in akin)

    @property
    def named_most(self) -> tuple[tuple[str, str, int], ...]:
        """Uid, name and number of mentions of those named most often."""
        counted = Counter((name.entity, name.name) for name in self.names)
        return tuple((entity, name, n) for (entity, name), n in counted.most_common(NAMED_HERE))


def article(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Article | None:
    """The article of the uid in the address."""
    row = one_row(connection, ARTICLE, (matched["uid"],))
    if row is None:
        return None
    number = row["id"]
    return Article(
        **{name: row[name] for name in OF_ROW},
        derived_from=row["origin"],
        authors=tuple(name for (name,) in all_rows(connection, AUTHORS, (number,))),
        bases=json.loads(row["bases"]),
        layout=tuple((part["start"], part["end"], part["kind"]) for part in json.loads(row["layout"])),
        file=File(*(row[name] for name in File.__dataclass_fields__)),
        captures=captures(connection, row["document_id"], f"/articles/{row['uid']}"),
        capture_count=capture_count(connection, row["document_id"]),
        at_address=at_address(connection, number),
        names=names(connection, number),
        quotes=quotes(connection, number),
        evidence=evidence(connection, number),
        versions=versions(connection, row["story_id"]),
        contradictions=contradictions(connection, number),
        removed=tuple(Removed(*piece) for piece in all_rows(connection, REMOVED, (number,))),
        citation=of_article(connection, row["uid"]),
        corrections=decided_on(connection, number),
        doubts=doubts(connection, row["path"], row["member"]),
    )
