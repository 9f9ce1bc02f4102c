-- The narrow tables that a search reads for every hit. The commonest value of a facet has the code 1, which takes no room.

INSERT INTO codes (facet, code, value)
  SELECT facet, row_number() OVER (PARTITION BY facet ORDER BY n DESC, value), value
  FROM (
    SELECT 'wire' AS facet, wire AS value, count(*) AS n FROM articles WHERE wire IS NOT NULL GROUP BY wire
    UNION ALL SELECT 'derivation', derivation, count(*) FROM articles GROUP BY derivation
    UNION ALL SELECT 'language', language, count(*) FROM articles WHERE language IS NOT NULL GROUP BY language
    UNION ALL SELECT 'form', form, count(*) FROM quotes GROUP BY form)
  ORDER BY 1, 2;

INSERT INTO catalogue (article_id, story_id, is_origin, day, source_id, wire, derivation, language)
  SELECT a.id, coalesce(a.story_id, -a.id), coalesce(s.origin_id = a.id, 0),
    CAST(substr(nullif(replace(substr(a.published, 1, 10), '-', ''), '') || '0000', 1, 8) AS INTEGER),
    a.source_id, w.code, d.code, l.code
  FROM articles a LEFT JOIN stories s ON s.id = a.story_id
  LEFT JOIN codes w ON w.facet = 'wire' AND w.value = a.wire
  LEFT JOIN codes d ON d.facet = 'derivation' AND d.value = a.derivation
  LEFT JOIN codes l ON l.facet = 'language' AND l.value = a.language
  ORDER BY a.id;

-- `altered`: wordings first, among as many the one that drifted further.
INSERT INTO quote_catalogue (quote_id, article_id, utterance_id, speaker_id, form, printed, altered)
  SELECT q.id, q.article_id, coalesce(q.utterance_id, -q.id), q.speaker_id, f.code, coalesce(u.quote_count, 0),
    coalesce(1000 * u.wording_count + CAST(999 * u.drift AS INTEGER), 0)
  FROM quotes q LEFT JOIN utterances u ON u.id = q.utterance_id
  LEFT JOIN codes f ON f.facet = 'form' AND f.value = q.form
  ORDER BY q.id;

CREATE INDEX catalogue_by_story ON catalogue(story_id);
CREATE INDEX quote_catalogue_by_article ON quote_catalogue(article_id);
CREATE INDEX quote_catalogue_by_printed ON quote_catalogue(printed DESC, quote_id DESC);
CREATE INDEX quote_catalogue_by_altered ON quote_catalogue(altered DESC, quote_id DESC);

-- How many entities there are of each kind.
INSERT INTO facet_counts (facet, value, label, article_count, story_count)
  SELECT 'kind', kind, kind, count(*), 0 FROM entities GROUP BY kind;
