"""A thing said, in all the wordings in which it was printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from morgue.browse.addresses import ONLY_ON_PAGE
from morgue.browse.cards import begin
from morgue.browse.dating import in_words
from morgue.browse.differences import Change, differences, have_same_words
from morgue.browse.rows import Arguments, all_rows

COLUMNS = """
SELECT coalesce(u.uid, q.uid) AS utterance, coalesce(u.text, q.text) AS source_text, q.uid, q.text,
       q.form, q.cue, q.speaker_text, e.name AS speaker, e.uid AS speaker_uid,
       a.uid AS article, coalesce(a.headline, a.lead) AS title, a.derivation,
       s.name AS source, a.wire, a.published, a.published_precision, t.uid AS story, t.headline AS story_headline
"""
OF_UTTERANCES = "FROM utterances u JOIN quotes q ON q.utterance_id = u.id"
ALONE = "FROM quotes q LEFT JOIN utterances u ON u.id = q.utterance_id"
PLACES = """
JOIN articles a ON a.id = q.article_id
LEFT JOIN entities e ON e.id = q.speaker_id LEFT JOIN sources s ON s.id = a.source_id
LEFT JOIN stories t ON t.id = a.story_id
"""
PRINTED = COLUMNS + OF_UTTERANCES + PLACES
PRINTED_ALONE = COLUMNS + ALONE + PLACES + "WHERE q.id = ?"
OF_UTTERANCE = "WHERE u.id = ? ORDER BY q.text <> u.text, a.derivation <> 'original', a.published, a.id"
OF_STORY = """
WHERE u.id IN (SELECT q2.utterance_id FROM quotes q2 JOIN articles a2 ON a2.id = q2.article_id WHERE a2.story_id = ?)
  AND u.quote_count > 1
ORDER BY u.wording_count DESC, u.drift DESC, u.id, q.text <> u.text, a.derivation <> 'original', a.published, a.id
LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Print:
    """One article that prints a wording, and who speaks there."""

    quote: str
    article: str
    title: str
    derivation: str
    publisher: str
    published: str | None
    when: str = field(metadata=ONLY_ON_PAGE)
    speaker: str | None
    speaker_uid: str | None
    speaker_text: str | None
    cue: str | None
    story: str | None
    story_headline: str | None
    form: str

    @property
    def address(self) -> str:
        """The quote within its article."""
        return f"/articles/{self.article}#quote-{self.quote}"


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, how it differs from the source's, and where it is printed."""

    text: str
    is_source: bool
    changes: tuple[Change, ...]
    prints: tuple[Print, ...]

    @property
    def is_reported(self) -> bool:
        """Whether it is nowhere given as the speaker's own words."""
        return all(each.form == "indirect" for each in self.prints)


@dataclass(frozen=True, slots=True)
class Variants:
    """A thing said in short: its uid and its wordings, the source's first."""

    utterance: str
    wordings: tuple[Wording, ...]

    @property
    def address(self) -> str:
        """The page of the utterance."""
        return f"/quotes/{self.utterance}"

    @property
    def speakers(self) -> tuple[tuple[str, str], ...]:
        """Uid and name of everyone to whom it is ascribed; more than one is a contradiction."""
        prints = (p for wording in self.wordings for p in wording.prints)
        return tuple(dict.fromkeys((p.speaker_uid, p.speaker) for p in prints if p.speaker_uid and p.speaker))

    @property
    def is_altered(self) -> bool:
        """Whether words or speaker are not the same everywhere."""
        return len(self.wordings) > 1 or len(self.speakers) > 1


def of_utterance(connection: sqlite3.Connection, utterance_id: int) -> tuple[Variants, ...]:
    """One utterance in all its wordings."""
    return _variants(connection, PRINTED + OF_UTTERANCE, (utterance_id,))


def standing_alone(connection: sqlite3.Connection, quote_id: int) -> tuple[Variants, ...]:
    """A quote that is of no utterance, in its one wording."""
    return _variants(connection, PRINTED_ALONE, (quote_id,))


def of_story(connection: sqlite3.Connection, story_id: int) -> tuple[Variants, ...]:
    """What several versions of a story print, the most altered first."""
    return _variants(connection, PRINTED + OF_STORY, (story_id,))


def _variants(connection: sqlite3.Connection, sql: str, arguments: Arguments) -> tuple[Variants, ...]:
    rows = all_rows(connection, sql, arguments)
    return tuple(
        Variants(uid, tuple(_wordings(list(printed)))) for uid, printed in groupby(rows, lambda row: row["utterance"])
    )


def _wordings(rows: Sequence[sqlite3.Row]) -> list[Wording]:
    """The rows of one utterance as wordings. What differs in its marks only is one wording."""
    texts: list[str] = []
    prints: list[list[Print]] = []
    for row in rows:
        place = next((i for i, text in enumerate(texts) if have_same_words(text, row["text"])), len(texts))
        if place == len(texts):
            texts.append(row["text"])
            prints.append([])
        prints[place].append(_print(row))
    source = rows[0]["source_text"]
    return [
        Wording(text, have_same_words(source, text), differences(source, text), tuple(of_text))
        for text, of_text in zip(texts, prints, strict=True)
    ]


def _print(row: sqlite3.Row) -> Print:
    return Print(
        quote=row["uid"],
        article=row["article"],
        title=begin(row["title"]),
        derivation=row["derivation"],
        publisher=row["source"] or row["wire"] or "unknown source",
        published=row["published"],
        when=in_words(row["published"], row["published_precision"]),
        speaker=row["speaker"],
        speaker_uid=row["speaker_uid"],
        speaker_text=row["speaker_text"],
        cue=row["cue"],
        story=row["story"],
        story_headline=row["story_headline"],
        form=row["form"],
    )
