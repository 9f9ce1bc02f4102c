"""What a stream tells of each article, quote or entity: a column for each thing, the same in CSV and JSON lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.search.request import Shelf as Name
from morgue.browse.search.statement import Statement, listed


@dataclass(frozen=True, slots=True)
class Told:
    """The query that reads rows by their keys, in `columns`; those in `addresses` are paths on this server."""

    sql: str
    key: str
    addresses: tuple[str, ...]

    def rows(self, keys: Sequence[int], *, text: bool) -> Statement:
        """The rows of these keys, in any order; each has its key as `id`. `text`: with the whole text of an article."""
        whole = ", (SELECT text FROM bodies b WHERE b.article_id = a.id) AS text" if text else ""
        return Statement(f"SELECT {self.key} AS id, {self.sql.format(text=whole)} WHERE {self.key} IN") + listed(keys)


_ARTICLES = """
a.uid, '/articles/' || a.uid AS address, d.external_id, a.headline, a.byline, a.published, s.name AS source, a.wire,
a.section, a.language, a.word_count, a.derivation, o.uid AS derived_from, t.uid AS story, t.headline AS story_headline,
a.url, a.lead{text}
FROM articles a JOIN documents d ON d.id = a.document_id LEFT JOIN sources s ON s.id = a.source_id
LEFT JOIN articles o ON o.id = a.derived_from LEFT JOIN stories t ON t.id = a.story_id
"""
_QUOTES = """
q.uid, '/quotes/' || q.uid AS address, q.text AS quote, q.form, q.cue, coalesce(e.name, q.speaker_text) AS speaker,
e.uid AS speaker_uid, q.speaker_text, u.uid AS utterance, u.wording_count, u.quote_count, a.uid AS article,
'/articles/' || a.uid || '#quote-' || q.uid AS article_address, a.headline, a.published, s.name AS source, a.wire,
t.uid AS story{text}
FROM quotes q JOIN articles a ON a.id = q.article_id LEFT JOIN sources s ON s.id = a.source_id
LEFT JOIN entities e ON e.id = q.speaker_id LEFT JOIN utterances u ON u.id = q.utterance_id
LEFT JOIN stories t ON t.id = a.story_id
"""
_ENTITIES = """
e.uid, '/entities/' || e.uid AS address, e.name, e.kind, e.about, e.country, e.latitude, e.longitude, e.article_count,
e.story_count, e.mention_count,
(SELECT group_concat(name, '; ') FROM (SELECT n.name FROM aliases n WHERE n.entity_id = e.id AND n.name <> e.name
 ORDER BY n.mention_count DESC, n.name)) AS aliases
FROM entities e
"""
TOLD: Mapping[Name, Told] = {
    "articles": Told(_ARTICLES, "a.id", ("address",)),
    "quotes": Told(_QUOTES, "q.id", ("address", "article_address")),
    "entities": Told(_ENTITIES, "e.id", ("address",)),
}
