"""What a citation says, whatever the format: an article, and the quote in it where a quote is cited."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from morgue.browse.cards import begin
from morgue.browse.citing.names import Name, name
from morgue.browse.dating import BASIS_WORDS, in_words
from morgue.browse.rows import all_rows, one_row

ARTICLE = """
SELECT a.id, a.uid, a.headline, a.lead, s.name AS source, a.wire, a.published, a.published_precision, a.published_basis,
       a.url, a.language, (SELECT built_at FROM builds ORDER BY id DESC LIMIT 1) AS built_at
FROM articles a LEFT JOIN sources s ON s.id = a.source_id WHERE a.uid = ?
"""
AUTHORS = "SELECT name FROM authors WHERE article_id = ? ORDER BY position"
# The quote itself, or of an utterance the quote in its source's wording that was printed first.
QUOTE = """
SELECT q.text, q.form, coalesce(e.name, q.speaker_text) AS speaker, a.uid AS article
FROM quotes q JOIN articles a ON a.id = q.article_id LEFT JOIN entities e ON e.id = q.speaker_id
"""
BY_UID = f"{QUOTE} WHERE q.uid = ?"
OF_UTTERANCE = f"""{QUOTE} JOIN utterances u ON u.id = q.utterance_id
WHERE u.uid = ? ORDER BY q.text <> u.text, a.derivation <> 'original', a.published, a.id LIMIT 1
"""
_DAY = len("2022-02-14")
_PARTS = {"year": 1, "month": 2, "unknown": 0}


@dataclass(frozen=True, slots=True)
class Citation:
    """What to cite. `address` is the path of the page, `accessed` the day on which the archive was built.

    `quote`, `speaker` and `form` are None where the article itself is cited. Without a headline, `title` is its first
    words in brackets.
    """

    uid: str
    address: str
    title: str
    authors: tuple[str, ...]
    source: str | None
    wire: str | None
    published: str | None
    precision: str
    basis: str
    url: str | None
    language: str | None
    accessed: str | None
    quote: str | None = None
    speaker: str | None = None
    form: str | None = None

    @property
    def key(self) -> str:
        """A name for the entry, the same over rebuilds."""
        return f"morgue-{self.uid}"

    @property
    def creators(self) -> tuple[Name, ...]:
        """The authors, or the agency that the text is from by its own word."""
        return tuple(map(name, self.authors)) or ((Name(self.wire),) if self.wire else ())

    @property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return _parts(self.published, _PARTS.get(self.precision, 3))

    @property
    def accessed_parts(self) -> tuple[int, ...]:
        """Year, month and day of the build."""
        return _parts(self.accessed, 3)

    @property
    def inferred(self) -> str | None:
        """Where the date is from if nobody printed it, such as "from its story"."""
        return BASIS_WORDS.get(self.basis) if self.published else None

    @property
    def when(self) -> str:
        """The date in words, as exact as it is known."""
        return in_words(self.published, self.precision) + (f" ({self.inferred})" if self.inferred else "")

    @property
    def quoted(self) -> str | None:
        """The quote with its speaker, in marks where these are the speaker's words."""
        if self.quote is None:
            return None
        words = self.quote.strip().rstrip(",")  # a comma before the closing mark belongs to what is around
        if self.form == "indirect":
            return f"{self.speaker or 'Unknown speaker'}, as reported: {words}"
        return f"“{words}” – {self.speaker or 'unknown speaker'}"


def _parts(day: str | None, known: int) -> tuple[int, ...]:
    written = (day or "")[:_DAY].split("-")[:known]
    return tuple(int(part) for part in written) if all(part.isdecimal() for part in written) else ()


def of_article(connection: sqlite3.Connection, uid: str) -> Citation | None:
    """The citation of an article."""
    row = one_row(connection, ARTICLE, (uid,))
    if row is None:
        return None
    return Citation(
        uid=uid,
        address=f"/articles/{uid}",
        title=row["headline"] or f"[{begin(row['lead'])}]",
        authors=tuple(author for (author,) in all_rows(connection, AUTHORS, (row["id"],))),
        source=row["source"],
        wire=row["wire"],
        published=row["published"],
        precision=row["published_precision"],
        basis=row["published_basis"],
        url=row["url"] if row["url"] and row["url"].startswith(("https://", "http://")) else None,
        language=row["language"],
        accessed=row["built_at"][:_DAY] if row["built_at"] else None,
    )


def of_quote(connection: sqlite3.Connection, uid: str) -> Citation | None:
    """The citation of a quote, or of an utterance as its source printed it first, with the article."""
    row = one_row(connection, BY_UID, (uid,)) or one_row(connection, OF_UTTERANCE, (uid,))
    article = of_article(connection, row["article"]) if row else None
    if row is None or article is None:
        return None
    return replace(
        article, uid=uid, address=f"/quotes/{uid}", quote=row["text"], speaker=row["speaker"], form=row["form"]
    )
