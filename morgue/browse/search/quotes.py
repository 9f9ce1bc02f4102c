"""Quotes as hits: one for each thing said, however many articles print it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.cards import begin
from morgue.browse.dating import in_words
from morgue.browse.search.folding import Leader
from morgue.browse.search.hits import Hits
from morgue.browse.search.snippets import Fragment, Fragments, as_html, quote_texts
from morgue.browse.search.statement import Statement, listed


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """A quote that matches, the article that prints it, and in how many ways it is printed."""

    uid: str
    text: Fragments
    form: str
    cue: str | None
    speaker: str | None
    speaker_uid: str | None
    address: str
    article_uid: str
    article: str
    source: str | None
    published: str | None
    when: str
    quote_count: int
    wording_count: int
    score: float

    @property
    def article_address(self) -> str:
        """The article that prints it."""
        return f"/articles/{self.article_uid}"

    def as_json(self) -> dict[str, object]:
        """The hit for programs. `snippet` is HTML: escaped, with `mark` elements."""
        return {
            "uid": self.uid,
            "text": "".join(piece.text for piece in self.text),
            "snippet": as_html(self.text),
            "form": self.form,
            "cue": self.cue,
            "speaker": self.speaker,
            "speaker_uid": self.speaker_uid,
            "address": self.address,
            "article": {"uid": self.article_uid, "title": self.article, "address": self.article_address},
            "source": self.source,
            "published": self.published,
            "quote_count": self.quote_count,
            "wording_count": self.wording_count,
            "score": self.score,
        }


def quote_hits(connection: sqlite3.Connection, leaders: Sequence[Leader], hits: Hits) -> tuple[QuoteHit, ...]:
    """The hits of one page, in the order of their leaders."""
    ids = [leader.id for leader in leaders]
    rows = {row["id"]: row for row in quote_cards(ids).rows(connection)}
    marked: Mapping[int, Fragments] = quote_texts(connection, hits.expression, ids) if hits.expression else {}
    return tuple(_hit(leader, rows[leader.id], marked) for leader in leaders)


def quote_cards(ids: Sequence[int]) -> Statement:
    """What is printed of these quotes."""
    return Statement("SELECT * FROM quote_cards WHERE id IN") + listed(ids)


def _hit(leader: Leader, row: sqlite3.Row, marked: Mapping[int, Fragments]) -> QuoteHit:
    place = f"/quotes/{row['utterance']}#q{row['uid']}" if row["utterance"] else f"/quotes/{row['uid']}"
    return QuoteHit(
        uid=row["uid"],
        text=marked.get(leader.id) or (Fragment(row["text"]),),
        form=row["form"],
        cue=row["cue"],
        speaker=row["speaker"],
        speaker_uid=row["speaker_uid"],
        address=place,
        article_uid=row["article_uid"],
        article=row["headline"] or begin(row["lead"]),
        source=row["source"],
        published=row["published"],
        when=in_words(row["published"], row["published_precision"]),
        quote_count=row["quote_count"] or 1,
        wording_count=row["wording_count"] or 1,
        score=leader.score,
    )
