"""Things said over the whole archive: searched, narrowed to a speaker or a source, in pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.paging import Paging, paged, window
from morgue.browse.query.fts import with_all
from morgue.browse.query.language import parse
from morgue.browse.rows import all_rows, one_row
from morgue.browse.utterances import UTTERANCES, UtteranceLine, utterance_line

MATCHING = "u.id IN (SELECT q.utterance_id FROM quotes_fts f JOIN quotes q ON q.id = f.rowid WHERE quotes_fts MATCH ?)"
BY_SPEAKER = "u.speaker_id = (SELECT id FROM entities WHERE uid = ?)"
IN_SOURCE = """
u.id IN (SELECT q.utterance_id FROM articles a JOIN quotes q ON q.article_id = a.id WHERE a.source_id = ?)
"""
ALTERED = "u.wording_count > 1"
ORDERED = " ORDER BY u.quote_count DESC, u.id LIMIT ? OFFSET ?"
BY_DRIFT = " ORDER BY u.wording_count DESC, u.drift DESC, u.id LIMIT ? OFFSET ?"

SPEAKERS = """
SELECT value, label FROM facet_counts WHERE facet = 'speaker' ORDER BY article_count DESC, value LIMIT 30
"""
SOURCES = "SELECT value, label FROM facet_counts WHERE facet = 'source' ORDER BY article_count DESC, value LIMIT 30"
SPEAKER = "SELECT name FROM entities WHERE uid = ?"


@dataclass(frozen=True, slots=True)
class Quotes:
    """A page of the list of things said, with what it is narrowed to and what it could be."""

    q: str
    speaker: str
    speaker_name: str | None
    source: str
    altered: bool
    quotes: tuple[UtteranceLine, ...]
    paging: Paging
    speakers: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.q or self.speaker or self.source or self.altered)


def quotes(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Quotes:
    """Things said, those printed most first. Parameters: `q`, `speaker` (uid), `source` (id), `altered`, `page`."""
    speaker = only(parameters, "speaker")
    named = one_row(connection, SPEAKER, (speaker,))
    shown, paging = paged(_found(connection, parameters), parameters)
    return Quotes(
        q=only(parameters, "q"),
        speaker=speaker,
        speaker_name=named["name"] if named else None,
        source=only(parameters, "source"),
        altered=bool(only(parameters, "altered")),
        quotes=tuple(map(utterance_line, shown)),
        paging=paging,
        speakers=tuple((row["value"], row["label"]) for row in all_rows(connection, SPEAKERS)),
        sources=tuple((row["value"], row["label"]) for row in all_rows(connection, SOURCES)),
    )


def _found(connection: sqlite3.Connection, parameters: Parameters) -> list[sqlite3.Row]:
    conditions: dict[str, str] = {}
    if words := with_all(parse(only(parameters, "q"))):
        conditions[MATCHING] = words
    if speaker := only(parameters, "speaker"):
        conditions[BY_SPEAKER] = speaker
    if source := only(parameters, "source"):
        conditions[IN_SOURCE] = source
    altered = bool(only(parameters, "altered"))
    where = " AND ".join([*conditions, *([ALTERED] if altered else [])]) or "true"
    sql = f"{UTTERANCES} WHERE {where}{BY_DRIFT if altered else ORDERED}"
    return all_rows(connection, sql, (*conditions.values(), *window(parameters)))
