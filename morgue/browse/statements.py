"""What an article says, found in its text: names and quotes, each with its place."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.differences import have_same_words
from morgue.browse.marking import Said, Span
from morgue.browse.rows import all_rows

MENTIONS = """
SELECT m.start_char, m.end_char, m.text, e.uid, e.name, e.kind
FROM mentions m JOIN entities e ON e.id = m.entity_id WHERE m.article_id = ? ORDER BY m.start_char, m.end_char
"""
QUOTES = """
SELECT q.uid, q.start_char, q.end_char, q.text, q.form, q.cue, q.speaker_text, q.confidence, q.rule,
       e.uid AS speaker_uid, e.name AS speaker, u.uid AS utterance, u.text AS source_text,
       u.wording_count, u.quote_count
FROM quotes q LEFT JOIN entities e ON e.id = q.speaker_id LEFT JOIN utterances u ON u.id = q.utterance_id
WHERE q.article_id = ? ORDER BY q.start_char, q.end_char
"""
NOBODY = "speaker unknown"


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name in the text, with the entity that it stands for."""

    start: int
    end: int
    text: str
    entity: str
    name: str
    kind: str

    @property
    def span(self) -> Span:
        """The name as marked in the text."""
        return Span(self.start, self.end, f"/entities/{self.entity}", f"{self.name}, {self.kind}")


@dataclass(frozen=True, slots=True)
class QuoteFound:
    """A quote in the text. `speaker` is the entity's name, `speaker_text` what is printed beside the quote."""

    uid: str
    start: int
    end: int
    text: str
    form: str
    cue: str | None
    speaker: str | None
    speaker_uid: str | None
    speaker_text: str | None
    rule: str
    confidence: float
    utterance: str | None
    source_text: str | None
    wording_count: int
    quote_count: int

    @property
    def who(self) -> str:
        """The speaker, as well as it is known."""
        return self.speaker or self.speaker_text or NOBODY

    @property
    def address(self) -> str:
        """The quote on the page of all its wordings, or the page of its own where it stands alone."""
        return f"/quotes/{self.utterance}#q{self.uid}" if self.utterance else f"/quotes/{self.uid}"

    @property
    def is_reported(self) -> bool:
        """Whether it is told in the article's own words, without marks."""
        return self.form == "indirect"

    @property
    def is_altered(self) -> bool:
        """Whether these are not the source's words."""
        return self.source_text is not None and not have_same_words(self.source_text, self.text)

    @property
    def span(self) -> Said:
        """The quote as marked in the text."""
        whose = f"{self.who} (reported)" if self.is_reported else self.who
        title = f"{whose}: {self.wording_count} wordings" if self.wording_count > 1 else whose
        return Said(
            self.start, self.end, self.address, title, self.uid, self.who, self.wording_count, reported=self.is_reported
        )


def names(connection: sqlite3.Connection, article_id: int) -> tuple[NameFound, ...]:
    """The names in an article that are known to stand for something, in order."""
    return tuple(
        NameFound(row["start_char"], row["end_char"], row["text"], row["uid"], row["name"], row["kind"])
        for row in all_rows(connection, MENTIONS, (article_id,))
    )


def quotes(connection: sqlite3.Connection, article_id: int) -> tuple[QuoteFound, ...]:
    """The quotes of an article, in order."""
    return tuple(
        QuoteFound(
            uid=row["uid"],
            start=row["start_char"],
            end=row["end_char"],
            text=row["text"],
            form=row["form"],
            cue=row["cue"],
            speaker=row["speaker"],
            speaker_uid=row["speaker_uid"],
            speaker_text=row["speaker_text"],
            rule=row["rule"],
            confidence=row["confidence"],
            utterance=row["utterance"],
            source_text=row["source_text"],
            wording_count=row["wording_count"] or 1,
            quote_count=row["quote_count"] or 1,
        )
        for row in all_rows(connection, QUOTES, (article_id,))
    )
