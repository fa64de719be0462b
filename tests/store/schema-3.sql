-- The store of Mizan, schema version 3: one SQLite file, an interface that other programs may read. Prefer the views: they stay.
-- Numbers mean nothing outside this file. documents.number is in the order of the datelines; the others follow the order of arrival.

PRAGMA application_id = 0x4D697A6E;  -- "Mizn"
PRAGMA user_version = 3;

-- The packs that claims were read with, by their hash. Claims of other packs than today's are stale.
CREATE TABLE packs (
  number INTEGER PRIMARY KEY,
  hash   TEXT NOT NULL UNIQUE
) STRICT;

-- Words that many claims repeat: units, rules, pack rows.
CREATE TABLE strings (
  number INTEGER PRIMARY KEY,
  text   TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE documents (
  number        INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,  -- the key of the article: a corrected article of the same id replaces its old self
  content       BLOB NOT NULL,         -- XXH3-128 over all fields, each with its length before it
  packs         INTEGER NOT NULL REFERENCES packs,
  source        TEXT NOT NULL,
  lang          TEXT NOT NULL,         -- BCP 47
  published     TEXT NOT NULL,         -- YYYY-MM-DD, '' where unknown
  title         TEXT NOT NULL,
  title_in_text INTEGER NOT NULL,
  body_begin    INTEGER NOT NULL,      -- bytes of text before which no claim is read
  keys          BLOB NOT NULL,         -- the blocking keys, as the table keys has them: eight bytes each, the lowest first, in order
  sketch        BLOB NOT NULL          -- what comparison keeps to tell at a glance that another document has nothing to do with this; may be empty
) STRICT;

-- Apart from the documents, so that those which stand side by side in time share few pages.
CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text     TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
  number   INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind     INTEGER NOT NULL,  -- 0 date, 1 count, 2 countries, 3 place
  in_title INTEGER NOT NULL,  -- the offsets count in the title
  "begin"  INTEGER NOT NULL,  -- UTF-8 bytes, half-open
  "end"    INTEGER NOT NULL,
  unit     INTEGER REFERENCES strings,
  rule     INTEGER REFERENCES strings,
  row      INTEGER REFERENCES strings,
  packed   BLOB NOT NULL,     -- the whole claim but its id, as Mizan reads it back (store/packed_claim.hpp)
  shown    TEXT NOT NULL      -- what reports show of it beside the other columns, for other programs: JSON
) STRICT;
CREATE INDEX claims_by_document ON claims (document);

-- Blocking keys, as XXH3-64 of their text: documents that share some are worth comparing. They come and go with documents.keys.
CREATE TABLE keys (
  key      INTEGER NOT NULL,
  document INTEGER NOT NULL,
  is_poor  INTEGER NOT NULL,  -- 1: the document has so few keys that it may meet others under one or two of them
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;

-- Pairs of claims that speak of one fact. The id of a is less than the id of b. The score is a million where an editor said that they do, and minus a
-- million where one said that they do not.
CREATE TABLE edges (
  a        INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  b        INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  score    INTEGER NOT NULL,  -- 1/1000 nat
  features TEXT NOT NULL,     -- JSON: [["name", share], …]; the shares add up to the score
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX edges_by_b ON edges (b);

-- What editors decided. A finding goes by its id; a claim by what stays when other parts of its article change, as JSON: [document, kind, value, words around].
CREATE TABLE decisions (
  finding TEXT NOT NULL,  -- the id of a conflict, an update or a check; '' where two claims are judged
  a       TEXT NOT NULL,  -- the two claims; '' where a finding is judged
  b       TEXT NOT NULL,
  ruling  TEXT NOT NULL CHECK (ruling IN ('accept', 'dismiss', 'same', 'different')),
  correct TEXT NOT NULL,  -- of an accepted finding: the claim whose value holds; '' where nobody said
  reason  TEXT NOT NULL,
  author  TEXT NOT NULL,
  day     TEXT NOT NULL,  -- YYYY-MM-DD
  told    TEXT NOT NULL,  -- what the finding said then
  PRIMARY KEY (finding, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  finding TEXT NOT NULL,
  author  TEXT NOT NULL,
  day     TEXT NOT NULL,
  text    TEXT NOT NULL,
  told    TEXT NOT NULL,
  PRIMARY KEY (finding, author, day, text)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_documents AS
  SELECT d.id, d.source, d.lang, d.published, d.title, p.hash AS packs,
         (SELECT count(*) FROM claims AS c WHERE c.document = d.number) AS claims
    FROM documents AS d JOIN packs AS p ON p.number = d.packs;

CREATE VIEW v_claims AS
  SELECT c.id, d.id AS document,
         CASE c.kind WHEN 0 THEN 'date' WHEN 1 THEN 'count' WHEN 2 THEN 'countries' WHEN 3 THEN 'place' END AS kind,
         iif(c.in_title, 'title', 'text') AS "in", c."begin", c."end",
         c.shown ->> '$.quote' AS quote, c.shown -> '$.value' AS value, unit.text AS unit,
         c.shown ->> '$.topic.role' AS role, c.shown ->> '$.topic.event' AS event,
         rule.text AS rule, row.text AS row
    FROM claims AS c
    JOIN documents AS d ON d.number = c.document
    LEFT JOIN strings AS unit ON unit.number = c.unit
    LEFT JOIN strings AS rule ON rule.number = c.rule
    LEFT JOIN strings AS row ON row.number = c.row;

CREATE VIEW v_edges AS
  SELECT a.id AS a, b.id AS b, e.score, a.shown ->> '$.quote' AS quote_a, b.shown ->> '$.quote' AS quote_b, e.features
    FROM edges AS e
    JOIN claims AS a ON a.number = e.a
    JOIN claims AS b ON b.number = e.b;
