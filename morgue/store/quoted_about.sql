-- Whom and what each quote's words name, but for their own speaker: best known first, and what is reported newest first.
INSERT INTO quoted_about (entity_id, reported, place, utterance_id, quote_id)
  SELECT entity_id, 0, row_number() OVER (PARTITION BY entity_id ORDER BY quote_count DESC, id), id, NULL
  FROM (
    SELECT DISTINCT m.entity_id, u.quote_count, u.id
    FROM quotes q JOIN utterances u ON u.id = q.utterance_id
    JOIN mentions m INDEXED BY mentions_by_article
      ON m.article_id = q.article_id AND m.start_char >= q.start_char AND m.end_char <= q.end_char
      AND m.start_char < q.end_char
    WHERE m.entity_id IS NOT NULL AND u.speaker_id IS NOT m.entity_id);
INSERT INTO quoted_about (entity_id, reported, place, utterance_id, quote_id)
  SELECT entity_id, 1, row_number() OVER (PARTITION BY entity_id ORDER BY article_id DESC, id), NULL, id
  FROM (
    SELECT DISTINCT m.entity_id, q.article_id, q.id
    FROM quotes q
    JOIN mentions m INDEXED BY mentions_by_article
      ON m.article_id = q.article_id AND m.start_char >= q.start_char AND m.end_char <= q.end_char
      AND m.start_char < q.end_char
    WHERE q.utterance_id IS NULL AND m.entity_id IS NOT NULL AND q.speaker_id IS NOT m.entity_id);
