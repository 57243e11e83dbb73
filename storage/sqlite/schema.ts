import { searchSchema } from "./search.ts";

/**
 * Tables of the document store. Documents are JSON text in `doc`; what is filtered or sorted by stands in columns of
 * its own, because indexes over `json_extract` are slow to build and to group. `tags` holds what a document has many
 * of, with the document's sort key so that a page of tagged documents comes straight from the primary key.
 * The full-text tables hold words that were folded by `storage/words.ts`, not the texts.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE endpoints (url TEXT PRIMARY KEY, source_id TEXT NOT NULL, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX endpoints_by_source ON endpoints (source_id, url);

  CREATE TABLE articles (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL, lang TEXT,
    stage TEXT NOT NULL, stage_at TEXT NOT NULL, discovered_at TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX articles_by_time ON articles (discovered_at, id);
  CREATE INDEX articles_by_source ON articles (source_id, discovered_at, id);
  CREATE INDEX articles_by_lang ON articles (lang, discovered_at, id);
  CREATE INDEX articles_by_stage ON articles (stage, discovered_at, id);
  CREATE INDEX articles_by_stage_time ON articles (stage, stage_at, id);
  CREATE VIRTUAL TABLE article_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");

  CREATE TABLE captures (
    hash TEXT NOT NULL, url TEXT NOT NULL, fetched_at TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (hash, fetched_at, url)) WITHOUT ROWID;

  CREATE TABLE extractions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX extractions_by_article ON extractions (article_id, seq);

  CREATE TABLE claims (id TEXT PRIMARY KEY, article_id TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX claims_by_article ON claims (article_id, id);

  CREATE TABLE events (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, block_key TEXT NOT NULL, type TEXT NOT NULL,
    assertion TEXT NOT NULL, date TEXT, sort TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX events_by_time ON events (sort, id);
  CREATE INDEX events_by_type ON events (type, sort, id);
  CREATE INDEX events_by_assertion ON events (assertion, sort, id);
  CREATE INDEX events_by_block ON events (block_key, id);

  CREATE TABLE persons (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, curated INTEGER NOT NULL, sort TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX persons_by_name ON persons (sort, id);
  CREATE INDEX persons_by_curated ON persons (curated, sort, id);
  CREATE VIRTUAL TABLE person_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
  CREATE TABLE person_notes (
    person_id TEXT NOT NULL, article_id TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (person_id, article_id)) WITHOUT ROWID;
  CREATE INDEX person_notes_by_article ON person_notes (article_id, person_id);

  CREATE TABLE tags (
    kind TEXT NOT NULL, value TEXT NOT NULL, sort TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (kind, value, sort, id)) WITHOUT ROWID;
  CREATE INDEX tags_of_document ON tags (id, kind, value, sort);

  CREATE TABLE locks (key TEXT PRIMARY KEY, holder TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  ALTER TABLE events ADD COLUMN standing TEXT NOT NULL DEFAULT '';
  UPDATE events SET standing = json_extract(doc, '$.standing');
  CREATE INDEX events_by_standing ON events (standing, sort, id);
  CREATE TABLE event_successions (id TEXT PRIMARY KEY, successor_id TEXT NOT NULL, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX event_successions_by_successor ON event_successions (successor_id, id);

  CREATE TABLE decisions (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, by_user TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
    doc TEXT NOT NULL);
  CREATE INDEX decisions_by_time ON decisions (at, id);
  CREATE INDEX decisions_by_user ON decisions (by_user, at, id);
  CREATE INDEX decisions_by_kind ON decisions (kind, at, id);

  CREATE TABLE standing_changes (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, event_id TEXT NOT NULL, seq INTEGER NOT NULL,
    doc TEXT NOT NULL, UNIQUE (event_id, seq));

  CREATE TABLE review_tasks (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL, assignee TEXT,
    sort TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX review_tasks_by_status ON review_tasks (status, sort, id);
  CREATE INDEX review_tasks_by_assignee ON review_tasks (assignee, status, sort, id);
  CREATE INDEX review_tasks_by_order ON review_tasks (sort, id);
  `,
  `
  CREATE TABLE hosts (key TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE robots (key TEXT PRIMARY KEY, doc TEXT NOT NULL);
  CREATE TABLE source_habits (key TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE source_health (key TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE source_notices (key TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE revisions (key TEXT PRIMARY KEY, doc TEXT NOT NULL);
  ALTER TABLE articles ADD COLUMN revisit_at TEXT;
  CREATE INDEX articles_by_revisit ON articles (revisit_at, id) WHERE revisit_at IS NOT NULL;
  `,
  `
  CREATE TABLE superseded_claims (
    id TEXT NOT NULL, extraction_id TEXT NOT NULL, article_id TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (id, extraction_id)) WITHOUT ROWID;
  CREATE INDEX superseded_claims_by_article ON superseded_claims (article_id, id, extraction_id);
  `,
  `
  CREATE TABLE candidates (id TEXT PRIMARY KEY, person_id TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX candidates_by_person ON candidates (person_id, id);
  CREATE TABLE candidate_mentions (
    candidate_id TEXT NOT NULL, article_id TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (candidate_id, article_id)) WITHOUT ROWID;
  CREATE INDEX candidate_mentions_by_article ON candidate_mentions (article_id, candidate_id);
  `,
  `
  CREATE TABLE backfills (key TEXT PRIMARY KEY, doc TEXT NOT NULL);
  `,
  `
  CREATE TABLE condition_reports (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL, sort TEXT NOT NULL,
    doc TEXT NOT NULL);
  CREATE INDEX condition_reports_by_article ON condition_reports (article_id, id);
  CREATE INDEX condition_reports_by_time ON condition_reports (sort, id);
  `,
  searchSchema,
  `
  CREATE TABLE relation_claims (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL, sort TEXT NOT NULL,
    doc TEXT NOT NULL);
  CREATE INDEX relation_claims_by_article ON relation_claims (article_id, id);
  CREATE INDEX relation_claims_by_time ON relation_claims (sort, id);
  `,
];
