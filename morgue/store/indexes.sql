-- What the pages ask, answered from the index alone wherever that is possible. Built after the rows: sorting once is
-- faster than keeping order. A lone index on one facet column would mislead the planner: these are composite.

-- Lists of articles: newest first, per story, per source, per derivation, per wire, per language.
CREATE INDEX articles_by_published ON articles(published, id);
CREATE INDEX articles_by_story ON articles(story_id, published, id, derivation);
CREATE INDEX articles_by_source ON articles(source_id, published, id, story_id);
CREATE INDEX articles_by_derivation ON articles(derivation, published, id, story_id);
CREATE INDEX articles_by_wire ON articles(wire, published, id, story_id) WHERE wire IS NOT NULL;
CREATE INDEX articles_by_language ON articles(language, published, id, story_id);
CREATE INDEX articles_by_document ON articles(document_id);
CREATE INDEX articles_by_url ON articles(url, id) WHERE url IS NOT NULL;
CREATE INDEX articles_by_address ON articles(address, id) WHERE address IS NOT NULL;
CREATE INDEX articles_by_origin ON articles(derived_from) WHERE derived_from IS NOT NULL;

-- The contents of one article's page.
CREATE INDEX captures_by_document ON captures(document_id, read_at, id);
CREATE INDEX authors_by_name ON authors(name, article_id);
CREATE INDEX removed_by_article ON removed(article_id);
CREATE INDEX mentions_by_article ON mentions(article_id, start_char, end_char, entity_id);
CREATE INDEX article_entities_by_article ON article_entities(article_id, entity_id, mention_count);
CREATE INDEX roles_by_article ON roles(article_id, start_char);
CREATE INDEX quotes_by_article ON quotes(article_id, start_char, speaker_id, utterance_id);
CREATE INDEX figures_by_article ON figures(article_id, start_char);
CREATE INDEX dates_by_article ON dates(article_id, start_char);
CREATE INDEX reuse_by_other ON reuse(other_id, article_id);
CREATE INDEX passages_by_article ON passages(article_id, other_id, start_char);
CREATE INDEX passages_by_other ON passages(other_id, article_id, other_start);
CREATE INDEX discrepancies_by_article ON discrepancies(article_id);
CREATE INDEX discrepancies_by_other ON discrepancies(other_id);

-- Entities, quotes and stories.
CREATE INDEX mentions_by_entity ON mentions(entity_id, article_id);
CREATE INDEX roles_by_entity ON roles(entity_id, role, article_id, of_id);
CREATE INDEX former_uids_by_entity ON former_uids(entity_id);
CREATE INDEX corrections_by_entity ON corrections(entity_id, date, id);
CREATE INDEX dropped_uids_by_correction ON dropped_uids(correction_id);
CREATE INDEX corrections_by_article ON corrections(article_id, date, id) WHERE article_id IS NOT NULL;
CREATE INDEX corrections_by_other ON corrections(other_id) WHERE other_id IS NOT NULL;
CREATE INDEX aliases_by_name ON aliases(name, entity_id);
CREATE INDEX entities_by_kind ON entities(kind, article_count DESC, id);
CREATE INDEX entities_by_count ON entities(article_count DESC, id);
CREATE INDEX entities_by_name ON entities(name COLLATE NOCASE, id);
CREATE INDEX quotes_by_speaker ON quotes(speaker_id, article_id, utterance_id);
CREATE INDEX quotes_by_utterance ON quotes(utterance_id, article_id);
CREATE INDEX utterances_by_speaker ON utterances(speaker_id, quote_count DESC, id);
CREATE INDEX utterances_by_wordings ON utterances(wording_count DESC, drift DESC, id);
CREATE INDEX utterances_by_count ON utterances(quote_count DESC, id);
CREATE INDEX stories_by_count ON stories(article_count DESC, id);
CREATE INDEX stories_by_published ON stories(last_published, id);
CREATE INDEX stories_by_origin ON stories(origin_id);
CREATE INDEX discrepancies_by_story ON discrepancies(story_id, kind);

-- Facets and problems.
CREATE INDEX facet_counts_by_articles ON facet_counts(facet, article_count DESC, value, label, story_count);
CREATE INDEX facet_counts_by_stories ON facet_counts(facet, story_count DESC, value, label, article_count);
CREATE INDEX problems_by_code ON problems(code, level);
CREATE INDEX problems_by_path ON problems(path, id);
