-- The tables of an archive. Names here are the interface: the JSON API, the scorers and readers' own SQL rely on them.
-- Times are ISO 8601. start_char and end_char count characters of bodies.text, the end exclusive.
-- Text stands apart from everything that is scanned: bodies, documents.raw and removed are only ever read by key.

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  member TEXT NOT NULL DEFAULT '',
  media_type TEXT NOT NULL,
  encoding TEXT,
  bytes INTEGER NOT NULL,
  external_id TEXT,
  url TEXT,
  read_at TEXT NOT NULL,
  extra TEXT NOT NULL DEFAULT '{}',
  raw BLOB NOT NULL
);
CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents(id),
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  member TEXT NOT NULL DEFAULT '',
  url TEXT,
  read_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  raw BLOB
);
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  domain TEXT,
  kind TEXT NOT NULL
);
CREATE TABLE stories (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  headline TEXT NOT NULL,
  origin_id INTEGER NOT NULL REFERENCES articles(id) DEFERRABLE INITIALLY DEFERRED,
  article_count INTEGER NOT NULL DEFAULT 0,
  source_count INTEGER NOT NULL DEFAULT 0,
  first_published TEXT,
  last_published TEXT
);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES documents(id),
  headline TEXT,
  byline TEXT,
  credit TEXT,
  wire TEXT,
  dateline TEXT,
  source_id INTEGER REFERENCES sources(id),
  url TEXT,
  address TEXT,
  section TEXT,
  published TEXT,
  published_precision TEXT NOT NULL,
  published_basis TEXT NOT NULL,
  updated TEXT,
  language TEXT,
  bases TEXT NOT NULL DEFAULT '{}',
  lead TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  story_id INTEGER REFERENCES stories(id),
  derivation TEXT NOT NULL,
  derived_from INTEGER REFERENCES articles(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE authors (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE TABLE bodies (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id),
  text TEXT NOT NULL,
  layout TEXT NOT NULL
);
CREATE TABLE removed (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  text TEXT NOT NULL,
  line INTEGER,
  rule TEXT NOT NULL
);
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT,
  country TEXT,
  latitude REAL,
  longitude REAL,
  article_count INTEGER NOT NULL DEFAULT 0,
  story_count INTEGER NOT NULL DEFAULT 0,
  mention_count INTEGER NOT NULL DEFAULT 0
);
-- Addresses that entities had, or would have in another archive of these articles: each leads to where it is now.
CREATE TABLE former_uids (
  uid TEXT PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities(id)
) WITHOUT ROWID;
CREATE TABLE aliases (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  name TEXT NOT NULL,
  mention_count INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  PRIMARY KEY (entity_id, name)
) WITHOUT ROWID;
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  entity_id INTEGER REFERENCES entities(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  label TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE TABLE article_entities (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  published TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  mention_count INTEGER NOT NULL,
  PRIMARY KEY (entity_id, published, article_id)
) WITHOUT ROWID;
CREATE TABLE roles (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  entity_id INTEGER REFERENCES entities(id),
  role TEXT NOT NULL,
  of_id INTEGER REFERENCES entities(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL
);
CREATE TABLE utterances (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  speaker_id INTEGER REFERENCES entities(id),
  quote_count INTEGER NOT NULL DEFAULT 0,
  story_count INTEGER NOT NULL DEFAULT 0,
  wording_count INTEGER NOT NULL,
  drift REAL NOT NULL
);
CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  form TEXT NOT NULL,
  cue TEXT,
  speaker_id INTEGER REFERENCES entities(id),
  speaker_text TEXT,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  utterance_id INTEGER REFERENCES utterances(id)
);
CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  value REAL NOT NULL,
  unit TEXT
);
CREATE TABLE dates (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  basis TEXT NOT NULL
);
CREATE TABLE reuse (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  other_id INTEGER NOT NULL REFERENCES articles(id),
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  containment REAL NOT NULL,
  score REAL NOT NULL,
  evidence TEXT NOT NULL DEFAULT '{}',
  decided_by TEXT NOT NULL,
  PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  other_id INTEGER NOT NULL REFERENCES articles(id),
  other_start INTEGER NOT NULL,
  other_end INTEGER NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL
);
CREATE TABLE discrepancies (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES stories(id),
  kind TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles(id),
  here TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  other_id INTEGER NOT NULL REFERENCES articles(id),
  there TEXT NOT NULL,
  other_start INTEGER NOT NULL,
  other_end INTEGER NOT NULL,
  confidence REAL NOT NULL
);
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  verb TEXT NOT NULL,
  entity_id INTEGER REFERENCES entities(id),
  other_id INTEGER REFERENCES entities(id),
  article_id INTEGER REFERENCES articles(id),
  other_article_id INTEGER REFERENCES articles(id),
  told TEXT NOT NULL,
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  date TEXT NOT NULL,
  line INTEGER NOT NULL
);
CREATE TABLE dropped_uids (
  uid TEXT PRIMARY KEY,
  correction_id INTEGER NOT NULL REFERENCES corrections(id)
) WITHOUT ROWID;
CREATE TABLE facet_counts (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  article_count INTEGER NOT NULL,
  story_count INTEGER NOT NULL,
  PRIMARY KEY (facet, value)
) WITHOUT ROWID;
-- What ranking, folding, facets and the dates of a search ask of each article and quote, in rows so narrow that 20,000
-- of them are read in an instant and the static site can keep them at hand. Filled by catalogue.sql and catalogue.py.
-- story_id and utterance_id are the row's own number below zero where it belongs to none. day is yyyymmdd, with zeros
-- for what is not known. wire, derivation, language and form are numbers of `codes`.
CREATE TABLE codes (
  facet TEXT NOT NULL,
  code INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (facet, code)
) WITHOUT ROWID;
CREATE TABLE catalogue (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id),
  story_id INTEGER NOT NULL,
  is_origin INTEGER NOT NULL,
  day INTEGER,
  source_id INTEGER REFERENCES sources(id),
  wire INTEGER,
  derivation INTEGER NOT NULL,
  language INTEGER
);
CREATE TABLE quote_catalogue (
  quote_id INTEGER PRIMARY KEY REFERENCES quotes(id),
  article_id INTEGER NOT NULL REFERENCES articles(id),
  utterance_id INTEGER NOT NULL,
  speaker_id INTEGER REFERENCES entities(id),
  form INTEGER NOT NULL,
  printed INTEGER NOT NULL,
  altered INTEGER NOT NULL
);
-- Numbers of entities, four bytes each, the lowest first: whoever and whatever an article names, and whom it quotes.
CREATE TABLE article_facets (
  article_id INTEGER PRIMARY KEY REFERENCES articles(id),
  person BLOB NOT NULL,
  organization BLOB NOT NULL,
  place BLOB NOT NULL,
  "group" BLOB NOT NULL,
  speaker BLOB NOT NULL
);
-- Articles of other stories that share telling words, the likest of each story. similarity is 1 to 100.
CREATE TABLE related (
  article_id INTEGER NOT NULL REFERENCES articles(id),
  other_id INTEGER NOT NULL REFERENCES articles(id),
  similarity INTEGER NOT NULL,
  PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
-- What can be typed to find an entity or a source, without case and accents: see morgue.model.names. `name` is the form
-- that begins so; `kind` is the entity's, or "source".
CREATE TABLE name_keys (
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (key, kind, number)
) WITHOUT ROWID;
-- What an entity's page shows and takes long to find: quotes that name it in their words (utterances, and reported
-- speech apart), and who is named beside it, for those of many articles. Filled by quoted_about.sql and company.py.
CREATE TABLE quoted_about (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  reported INTEGER NOT NULL,
  place INTEGER NOT NULL,
  utterance_id INTEGER REFERENCES utterances(id),
  quote_id INTEGER REFERENCES quotes(id),
  PRIMARY KEY (entity_id, reported, place)
) WITHOUT ROWID;
CREATE TABLE company (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  place INTEGER NOT NULL,
  other_id INTEGER NOT NULL REFERENCES entities(id),
  article_count INTEGER NOT NULL,
  PRIMARY KEY (entity_id, place)
) WITHOUT ROWID;
CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  stage TEXT NOT NULL,
  level TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
);

-- What full text is indexed over. Each view gives one row for each row of its table, under the same id.
-- The comment inside each index is what Datasette and sqlite-utils look for: by it they know which table it searches.
CREATE VIEW articles_text AS
  SELECT a.id AS id, a.headline AS headline, a.lead AS lead, b.text AS text
  FROM articles a JOIN bodies b ON b.article_id = a.id;
CREATE VIEW quotes_text AS
  SELECT q.id AS id, q.text AS text, coalesce(e.name, q.speaker_text) AS speaker
  FROM quotes q LEFT JOIN entities e ON e.id = q.speaker_id;
CREATE VIEW entities_text AS
  SELECT e.id AS id, e.name AS name,
    (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM aliases a WHERE a.entity_id = e.id ORDER BY a.name)) AS aliases
  FROM entities e;
CREATE VIRTUAL TABLE articles_fts USING fts5(headline, lead, text,
  content="articles_text" /* of content="articles" */, content_rowid="id", tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE quotes_fts USING fts5(text, speaker,
  content="quotes_text" /* of content="quotes" */, content_rowid="id", tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entities_fts USING fts5(name, aliases,
  content="entities_text" /* of content="entities" */, content_rowid="id", tokenize="porter unicode61 remove_diacritics 2");

-- What lists and hits print of an article, and of a quote: one read each. `share`, 0 to 1, is how much of a version is its
-- source's: words for a copy, sentences with a counterpart for a rewrite.
CREATE VIEW article_cards AS
  SELECT a.id, a.uid, a.headline, a.lead, s.name AS source, a.wire, a.published, a.published_precision, a.word_count,
    a.derivation, o.uid AS derived_from, d.external_id, t.uid AS story_uid, t.headline AS story_headline,
    t.article_count,
    CASE a.derivation WHEN 'rewrite' THEN r.score ELSE r.containment END AS share
  FROM articles a JOIN documents d ON d.id = a.document_id
  LEFT JOIN sources s ON s.id = a.source_id
  LEFT JOIN articles o ON o.id = a.derived_from
  LEFT JOIN stories t ON t.id = a.story_id
  LEFT JOIN reuse r ON r.article_id = a.id AND r.other_id = a.derived_from;
CREATE VIEW quote_cards AS
  SELECT q.id, q.uid, q.text, q.form, q.cue, e.uid AS speaker_uid, coalesce(e.name, q.speaker_text) AS speaker,
    u.uid AS utterance, u.text AS utterance_text, u.quote_count, u.story_count, u.wording_count, u.drift,
    a.uid AS article_uid, a.headline, a.lead, a.published, a.published_precision, s.name AS source
  FROM quotes q JOIN articles a ON a.id = q.article_id
  LEFT JOIN entities e ON e.id = q.speaker_id
  LEFT JOIN utterances u ON u.id = q.utterance_id
  LEFT JOIN sources s ON s.id = a.source_id;

-- The builds table is the last, so that two builds of one input differ in the archive's last page only.
CREATE TABLE builds (
  id INTEGER PRIMARY KEY,
  built_at TEXT NOT NULL,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  model_version TEXT NOT NULL,
  options TEXT NOT NULL,
  counts TEXT NOT NULL,
  seconds TEXT NOT NULL
);
