"""Quotes in a list: one line for each thing said, with the article that it was found in."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.differences import have_same_words
from morgue.browse.search.quotes import QuoteHit
from morgue.browse.search.snippets import Fragments, as_html
from morgue.browse.search.statement import Statement, listed
from morgue.browse.utterances import UtteranceLine

UTTERANCES_OF = Statement("""
SELECT q.uid AS quote, u.uid, u.text, u.quote_count, u.story_count, u.wording_count, u.drift
FROM quotes q JOIN utterances u ON u.id = q.utterance_id WHERE q.uid IN""")


@dataclass(frozen=True, slots=True)
class QuoteLine(UtteranceLine):
    """A thing said and the quote that was found of it, with the article in which it stands.

    `text` is the source's wording, `found` the one that matches; `is_other` tells that it is another.
    """

    quote: str
    form: str
    cue: str | None
    found: Fragments
    is_other: bool
    article: str
    article_uid: str
    source: str | None
    published: str | None
    when: str

    @property
    def is_reported(self) -> bool:
        """Whether it is told in the article's own words, without marks."""
        return self.form == "indirect"

    @property
    def place(self) -> str:
        """The quote among the wordings of what was said."""
        return self.address if self.uid == self.quote else f"{self.address}#q{self.quote}"

    @property
    def article_address(self) -> str:
        """The quote in its article."""
        return f"/articles/{self.article_uid}#quote-{self.quote}"

    def as_json(self) -> dict[str, object]:
        """The line for programs. `snippet` is the quote that was found, as HTML: escaped, with `mark` elements."""
        return {
            "uid": self.uid,
            "address": self.address,
            "text": self.text,
            "speaker": self.speaker,
            "speaker_uid": self.speaker_uid,
            "quote_count": self.quote_count,
            "story_count": self.story_count,
            "wording_count": self.wording_count,
            "drift": self.drift,
            "quote": self.quote,
            "form": self.form,
            "cue": self.cue,
            "snippet": as_html(self.found),
            "article": {"uid": self.article_uid, "title": self.article, "address": self.article_address},
            "source": self.source,
            "published": self.published,
        }


def quote_lines(connection: sqlite3.Connection, hits: Sequence[QuoteHit], *, fold: bool) -> tuple[QuoteLine, ...]:
    """The lines of these hits, in their order; without `fold`, each in its own wording."""
    rows = (UTTERANCES_OF + listed([hit.uid for hit in hits])).rows(connection)
    said = {row["quote"]: row for row in rows}
    return tuple(_line(hit, said.get(hit.uid), fold=fold) for hit in hits)


def _line(hit: QuoteHit, said: sqlite3.Row | None, *, fold: bool) -> QuoteLine:
    own = "".join(piece.text for piece in hit.text)
    text = said["text"] if said and fold else own
    uid = said["uid"] if said else hit.uid
    return QuoteLine(
        uid=uid,
        address=f"/quotes/{uid}",
        text=text,
        speaker=hit.speaker,
        speaker_uid=hit.speaker_uid,
        quote_count=hit.quote_count,
        story_count=said["story_count"] if said else 1,
        wording_count=hit.wording_count,
        drift=said["drift"] if said else 0.0,
        quote=hit.uid,
        form=hit.form,
        cue=hit.cue,
        found=hit.text,
        is_other=not have_same_words(text, own),
        article=hit.article,
        article_uid=hit.article_uid,
        source=hit.source,
        published=hit.published,
        when=hit.when,
    )
