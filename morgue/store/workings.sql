-- What a build remembers for the next one, beside the archive. Safe to delete: the next build then reads everything anew.

CREATE TABLE IF NOT EXISTS readings (  -- one for each state of a file that was read
  id INTEGER PRIMARY KEY,
  key TEXT UNIQUE  -- none while it is not complete, or where it may end better the next time
);
CREATE TABLE IF NOT EXISTS records (  -- what came of it, in its order
  id INTEGER PRIMARY KEY,
  reading_id INTEGER NOT NULL REFERENCES readings(id) ON DELETE CASCADE,
  packed BLOB NOT NULL,
  sha256 TEXT  -- of the original bytes; none where the record is only a problem
);
CREATE INDEX IF NOT EXISTS records_by_reading ON records(reading_id, id);
CREATE TABLE IF NOT EXISTS originals (
  sha256 TEXT PRIMARY KEY,
  raw BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS facts (  -- of each text, as one edition of the code found them
  key TEXT PRIMARY KEY,
  packed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS inputs (  -- the files that the archive was made of
  location TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  read_at TEXT NOT NULL,
  reading_id INTEGER NOT NULL REFERENCES readings(id) ON DELETE CASCADE
);
