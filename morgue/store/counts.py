"""What is counted once, at the end of a build, so that no page has to count."""

from __future__ import annotations

from sqlite_utils import Database

# An article that belongs to no story is a story of its own; its negated id cannot clash with a story's.
_STORIES = "count(DISTINCT coalesce(a.story_id, -a.id))"

_ARTICLE_ENTITIES = """
INSERT INTO article_entities (entity_id, published, article_id, mention_count)
SELECT m.entity_id, coalesce(a.published, ''), a.id, count(*)
FROM mentions m JOIN articles a ON a.id = m.article_id
WHERE m.entity_id IS NOT NULL
GROUP BY m.entity_id, a.id
ORDER BY 1, 2, 3
"""

_ENTITIES = f"""
UPDATE entities SET (article_count, story_count, mention_count) = (
  SELECT count(*), {_STORIES}, coalesce(sum(x.mention_count), 0)
  FROM article_entities x JOIN articles a ON a.id = x.article_id
  WHERE x.entity_id = entities.id
)
"""

_UTTERANCES = f"""
UPDATE utterances SET (quote_count, story_count) = (
  SELECT count(*), {_STORIES}
  FROM quotes q JOIN articles a ON a.id = q.article_id
  WHERE q.utterance_id = utterances.id
)
"""

_STORY_COUNTS = """
UPDATE stories SET (article_count, source_count, first_published, last_published) = (
  SELECT count(*), count(DISTINCT a.source_id), min(a.published), max(a.published)
  FROM articles a WHERE a.story_id = stories.id
)
"""

_ENTITY_FACETS = """
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
SELECT kind, uid, name, article_count, story_count
FROM entities
WHERE kind IN ('person', 'organization', 'place', 'group') AND article_count > 0
"""


def _facet(name: str, value: str, label: str, tables: str) -> str:
    return f"""
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
SELECT '{name}', {value}, {label}, count(DISTINCT a.id), {_STORIES}
FROM {tables}
WHERE {value} IS NOT NULL
GROUP BY {value}
"""


_FACETS = (
    _ENTITY_FACETS,
    _facet("source", "s.id", "s.name", "articles a JOIN sources s ON s.id = a.source_id"),
    _facet("wire", "a.wire", "a.wire", "articles a"),
    _facet("derivation", "a.derivation", "a.derivation", "articles a"),
    _facet("language", "a.language", "a.language", "articles a"),
    _facet(
        "speaker",
        "e.uid",
        "e.name",
        "quotes q JOIN articles a ON a.id = q.article_id JOIN entities e ON e.id = q.speaker_id",
    ),
)


def write_counts(db: Database) -> None:
    """Fill `article_entities`, every `…_count` column and `facet_counts` from the rows that are there."""
    for statement in (_ARTICLE_ENTITIES, _ENTITIES, _UTTERANCES, _STORY_COUNTS, *_FACETS):
        db.execute(statement)
