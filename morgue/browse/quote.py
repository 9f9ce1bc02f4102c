"""The page of a quote: the thing said in all its wordings, where it stands, and how to cite it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.citing.citation import Citation, of_quote
from morgue.browse.citing.formats import CitationFile, in_all_formats
from morgue.browse.rows import all_rows, one_row
from morgue.browse.utterances import ALONE, UTTERANCES, UtteranceLine, utterance_line
from morgue.browse.wordings import Variants, of_utterance, standing_alone

OF_QUOTE = "WHERE u.id = (SELECT utterance_id FROM quotes WHERE uid = ?)"
PLACE = """
SELECT q.start_char, q.end_char, b.text, b.layout, a.uid AS article
FROM quotes q JOIN articles a ON a.id = q.article_id JOIN bodies b ON b.article_id = a.id WHERE q.uid = ?
"""


@dataclass(frozen=True, slots=True)
class Context:
    """The paragraph in which a quote stands: its words, and what is before and behind them."""

    quote: str
    article: str
    before: str
    words: str
    after: str

    @property
    def address(self) -> str:
        """The quote within its article."""
        return f"/articles/{self.article}#quote-{self.quote}"


@dataclass(frozen=True, slots=True)
class Utterance:
    """The content of a quote's page.

    `asked` is the quote whose uid was asked for, None where the whole utterance was. `context` and `citation` are of
    that quote, or of the first print of the source's wording.
    """

    number: int
    line: UtteranceLine
    variants: Variants
    asked: str | None
    form: str
    context: Context | None
    citation: Citation | None

    @property
    def stands_alone(self) -> bool:
        """Whether it is a quote of no utterance: `number` is the quote's then, else the utterance's."""
        return self.variants.utterance == self.asked

    @property
    def is_reported(self) -> bool:
        """Whether it is told in the article's own words, without marks."""
        return self.form == "indirect"

    @property
    def citations(self) -> tuple[CitationFile, ...]:
        """How to cite it, in every format."""
        return in_all_formats(self.citation)

    @property
    def stories(self) -> tuple[tuple[str, str], ...]:
        """Uid and headline of each story in which it stands."""
        prints = (p for wording in self.variants.wordings for p in wording.prints)
        return tuple(dict.fromkeys((p.story, p.story_headline) for p in prints if p.story and p.story_headline))


def utterance(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Utterance | None:
    """The utterance of the uid in the address, or of the quote that has it; or that quote, where it stands alone."""
    uid = matched["uid"]
    whole = one_row(connection, f"{UTTERANCES} WHERE u.uid = ?", (uid,))
    row = whole or one_row(connection, UTTERANCES + OF_QUOTE, (uid,))
    if row:
        found = of_utterance(connection, row["id"])
    elif row := one_row(connection, f"{ALONE} WHERE q.uid = ?", (uid,)):
        found = standing_alone(connection, row["id"])
    else:
        return None
    variants = found[0] if found else Variants(row["uid"], ())
    prints = [each for wording in variants.wordings for each in wording.prints]
    shown = next((each for each in prints if each.quote == uid), prints[0] if prints else None)
    return Utterance(
        number=row["id"],
        line=utterance_line(row),
        variants=variants,
        asked=None if whole else uid,
        form=shown.form if shown else "direct",
        context=_context(connection, shown.quote) if shown else None,
        citation=of_quote(connection, uid),
    )


def _context(connection: sqlite3.Connection, quote: str) -> Context | None:
    """The paragraph, or the paragraphs where a quote runs over several."""
    for row in all_rows(connection, PLACE, (quote,)):
        start, end, text = row["start_char"], row["end_char"], row["text"]
        around = [part for part in json.loads(row["layout"]) if part["start"] < end and part["end"] > start]
        first = min([start, *(part["start"] for part in around)])
        last = max([end, *(part["end"] for part in around)])
        return Context(quote, row["article"], text[first:start], text[start:end], text[end:last])
    return None
