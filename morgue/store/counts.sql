-- What is counted once, at the end of a build, so that no page has to count.
-- Every count is offered per article and per story. An article that belongs to no story is a story of its own:
-- its negated id cannot clash with a story's.

INSERT INTO article_entities (entity_id, published, article_id, mention_count)
  SELECT m.entity_id, coalesce(a.published, ''), a.id, count(*)
  FROM mentions m JOIN articles a ON a.id = m.article_id
  WHERE m.entity_id IS NOT NULL
  GROUP BY m.entity_id, a.id
  ORDER BY 1, 2, 3;

UPDATE entities SET (article_count, story_count, mention_count) = (
  SELECT count(*), count(DISTINCT coalesce(a.story_id, -a.id)), coalesce(sum(x.mention_count), 0)
  FROM article_entities x JOIN articles a ON a.id = x.article_id
  WHERE x.entity_id = entities.id);

UPDATE utterances SET (quote_count, story_count) = (
  SELECT count(*), count(DISTINCT coalesce(a.story_id, -a.id))
  FROM quotes q JOIN articles a ON a.id = q.article_id
  WHERE q.utterance_id = utterances.id);

UPDATE stories SET (article_count, source_count, first_published, last_published) = (
  SELECT count(*), count(DISTINCT a.source_id), min(a.published), max(a.published)
  FROM articles a WHERE a.story_id = stories.id);

-- The facets: over the whole archive, for the page that has no search yet and for the lists behind "more".
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT kind, uid, name, article_count, story_count
  FROM entities
  WHERE kind IN ('person', 'organization', 'place', 'group') AND article_count > 0;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'speaker', e.uid, e.name, count(DISTINCT a.id), count(DISTINCT coalesce(a.story_id, -a.id))
  FROM quotes q JOIN articles a ON a.id = q.article_id JOIN entities e ON e.id = q.speaker_id
  GROUP BY e.id;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'source', s.id, s.name, count(*), count(DISTINCT coalesce(a.story_id, -a.id))
  FROM articles a JOIN sources s ON s.id = a.source_id
  GROUP BY s.id;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'wire', wire, wire, count(*), count(DISTINCT coalesce(story_id, -id))
  FROM articles WHERE wire IS NOT NULL GROUP BY wire;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'derivation', derivation, derivation, count(*), count(DISTINCT coalesce(story_id, -id))
  FROM articles GROUP BY derivation;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'language', language, language, count(*), count(DISTINCT coalesce(story_id, -id))
  FROM articles WHERE language IS NOT NULL GROUP BY language;
-- What pictures are drawn from: articles by month (or year, where no month is known), what each source's articles are,
-- and how often two of the people who are quoted most are quoted in one article.
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'month', substr(published, 1, 7), substr(published, 1, 7), count(*), count(DISTINCT coalesce(story_id, -id))
  FROM articles WHERE published > '' GROUP BY substr(published, 1, 7);
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'source_derivation', source_id || ':' || derivation, derivation, count(*), count(DISTINCT coalesce(story_id, -id))
  FROM articles WHERE source_id IS NOT NULL GROUP BY source_id, derivation;
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  WITH most AS MATERIALIZED (
    SELECT e.id, e.uid, e.name, row_number() OVER (ORDER BY f.article_count DESC, f.value) AS place
    FROM facet_counts f JOIN entities e ON e.uid = f.value
    WHERE f.facet = 'speaker' AND e.kind = 'person' ORDER BY place LIMIT 24),
  said AS MATERIALIZED (
    SELECT DISTINCT q.article_id, most.place, most.uid, most.name
    FROM most CROSS JOIN quotes q ON q.speaker_id = most.id),
  pairs AS (
    SELECT DISTINCT said.article_id, said.uid, said.name, other.uid AS other_uid, other.name AS other_name
    FROM said CROSS JOIN quotes q ON q.article_id = said.article_id
    CROSS JOIN most other ON other.id = q.speaker_id AND other.place > said.place)
  SELECT 'quoted_together', pairs.uid || ':' || pairs.other_uid, pairs.name || ' and ' || pairs.other_name,
    count(*), count(DISTINCT coalesce(a.story_id, -a.id))
  FROM pairs JOIN articles a ON a.id = pairs.article_id
  GROUP BY pairs.uid, pairs.other_uid;
-- What each rule of cleaning took out, with one example.
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'removed', r.rule, substr(min(r.text), 1, 200), count(DISTINCT a.id), count(DISTINCT coalesce(a.story_id, -a.id))
  FROM removed r JOIN articles a ON a.id = r.article_id GROUP BY r.rule;
