import { type InboxItem, InboxItemSchema, inboxSort } from "../../model/inbox.ts";
import { parseDocument, storable, toJson } from "../documents.ts";
import type { InboxFilter, InboxRepository } from "../inbox.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, type PagedList, pageRows, whereNotIn } from "./query.ts";
import type { Tags } from "./tags.ts";

export const inboxSchema = `
  CREATE TABLE inbox (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, type TEXT NOT NULL, standing TEXT NOT NULL,
    assignee TEXT, confidence REAL NOT NULL, sort TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX inbox_in_order ON inbox (state, sort, id);
  CREATE INDEX inbox_by_type ON inbox (state, type, sort, id);
  CREATE INDEX inbox_by_standing ON inbox (state, standing, sort, id);
  CREATE INDEX inbox_by_assignee ON inbox (state, assignee, sort, id);
`;

/**
 * What items are narrowed by as words of full text: several of them are intersected there, where a scan would look at
 * every item that has one. A word is a letter pair and the value in hexadecimal digits.
 */
export const inboxWordsSchema = `
  CREATE VIRTUAL TABLE inbox_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii");
  INSERT INTO inbox_words (rowid, words)
    SELECT row, 'st' || hex(state) || ' ty' || hex(type) || ' sd' || hex(standing) || ' as' || hex(ifnull(assignee, ''))
      || ifnull((SELECT group_concat(
           CASE kind WHEN 'inbox.source' THEN ' so' WHEN 'inbox.country' THEN ' co' ELSE ' la' END || hex(value), '')
         FROM tags WHERE tags.id = inbox.id AND kind IN ('inbox.source', 'inbox.country', 'inbox.lang')), '')
    FROM inbox;
`;

const word = (pair: string, value: string) => pair + Buffer.from(storable(value)).toString("hex");

const wordsOfItem = ({
  state,
  type,
  standing,
  assignee,
  sourceIds,
  countries,
  langs,
}: InboxItem): string[] => [
  word("st", state),
  word("ty", type),
  word("sd", standing),
  word("as", assignee ?? ""),
  ...sourceIds.map((id) => word("so", id)),
  ...countries.map((id) => word("co", id)),
  ...langs.map((id) => word("la", id)),
];

/** The words that every item of a filter has; null when there are none, or when words are not all that it asks for. */
function wordsOfFilter(filter: InboxFilter): string | null {
  const { state, type, standing, assignee, sourceId, country, lang, minConfidence } = filter;
  const given = { st: state, ty: type, sd: standing, as: assignee ?? (assignee === null ? "" : undefined) };
  const all = Object.entries({ ...given, so: sourceId, co: country, la: lang });
  const words = all.flatMap(([pair, value]) => (value === undefined ? [] : word(pair, value)));
  return words.length === 0 || minConfidence !== undefined ? null : words.join(" AND ");
}

/** So few are looked up and sorted; of more the first are met soon in the order of the queue. */
const fewItems = 500;

const tagKinds = ["inbox.source", "inbox.country", "inbox.lang"] as const;

const read = (row: Row): InboxItem =>
  parseDocument(InboxItemSchema, "inbox", String(row["id"]), JSON.parse(String(row["doc"])));

export function createInbox(database: Database, tags: Tags): InboxRepository {
  const countByWords = (words: string, { except }: InboxFilter, most: number): number => {
    const where = createWhere();
    where.add("inbox_words MATCH ?", words);
    if (except !== undefined && except.ids.length > 0)
      where.add(
        "rowid NOT IN (SELECT row FROM inbox WHERE id IN (SELECT value FROM json_each(?)))",
        toJson(except.ids),
      );
    if (except !== undefined && except.personIds.length > 0)
      where.add(
        `rowid NOT IN (SELECT inbox.row FROM tags p CROSS JOIN inbox ON inbox.id = p.id
           WHERE p.kind = 'event.person' AND p.value IN (SELECT value FROM json_each(?)))`,
        toJson(except.personIds),
      );
    const found = `SELECT 1 FROM inbox_words WHERE ${where.parts.join(" AND ")} LIMIT ?`;
    const row = database.prepare(`SELECT count(*) AS n FROM (${found})`).get(...where.values, most);
    return Number(row?.["n"]);
  };

  return {
    async get(eventId) {
      const row = database.prepare("SELECT id, doc FROM inbox WHERE id = ?").get(storable(eventId));
      return row === undefined ? null : read(row);
    },

    async put(item) {
      const id = storable(item.eventId);
      const sort = inboxSort(item);
      database.transaction(() => {
        database
          .prepare(
            `INSERT INTO inbox (id, state, type, standing, assignee, confidence, sort, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET state = excluded.state, type = excluded.type, standing = excluded.standing,
               assignee = excluded.assignee, confidence = excluded.confidence, sort = excluded.sort, doc = excluded.doc`,
          )
          .run(id, item.state, item.type, item.standing, item.assignee, item.confidence, sort, toJson(item));
        tags.set("inbox.source", id, item.sourceIds.map(storable), sort);
        tags.set("inbox.country", id, item.countries, sort);
        tags.set("inbox.lang", id, item.langs.map(storable), sort);
        database
          .prepare("INSERT OR REPLACE INTO inbox_words (rowid, words) SELECT row, ? FROM inbox WHERE id = ?")
          .run(wordsOfItem(item).join(" "), id);
      });
    },

    async remove(eventId) {
      const id = storable(eventId);
      database.transaction(() => {
        for (const kind of tagKinds) tags.set(kind, id, []);
        database
          .prepare("DELETE FROM inbox_words WHERE rowid IN (SELECT row FROM inbox WHERE id = ?)")
          .run(id);
        database.prepare("DELETE FROM inbox WHERE id = ?").run(id);
      });
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const words = wordsOfFilter(filter);
      const isShort = words !== null && countByWords(words, filter, fewItems) < fewItems;
      const where = whereOf(filter);
      if (isShort) where.add("inbox.row IN (SELECT rowid FROM inbox_words WHERE inbox_words MATCH ?)", words);
      const rows = pageRows(database, {
        table: "inbox",
        sortColumn: "sort",
        descending: false,
        where,
        tag: isShort ? undefined : tagOf(filter),
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (item) => ({ sort: inboxSort(item), id: item.eventId }));
    },

    async count(filter, most) {
      const words = wordsOfFilter(filter);
      if (words !== null) return countByWords(words, filter, most);
      const where = whereOf(filter);
      const tag = tagOf(filter);
      const parts = [...where.parts];
      const values = [...where.values];
      if (tag !== undefined) {
        parts.unshift("t.kind = ? AND t.value = ?");
        values.unshift(tag.kind, tag.value);
      }
      const from = tag === undefined ? "inbox" : "tags t CROSS JOIN inbox ON inbox.id = t.id";
      const condition = parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
      const row = database
        .prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} ${condition} LIMIT ?)`)
        .get(...values, most);
      return Number(row?.["n"]);
    },
  };
}

/** The tag that narrows the list most. */
function tagOf({ sourceId, country, lang }: InboxFilter): PagedList["tag"] {
  if (sourceId !== undefined) return { kind: "inbox.source", value: storable(sourceId) };
  if (country !== undefined) return { kind: "inbox.country", value: storable(country) };
  if (lang !== undefined) return { kind: "inbox.lang", value: storable(lang) };
  return undefined;
}

function whereOf(filter: InboxFilter) {
  const { state, type, standing, assignee, sourceId, lang, country, minConfidence, except } = filter;
  const where = createWhere();
  if (state !== undefined) where.add("inbox.state = ?", state);
  if (type !== undefined) where.add("inbox.type = ?", type);
  if (standing !== undefined) where.add("inbox.standing = ?", standing);
  if (assignee === null) where.add("inbox.assignee IS NULL");
  else if (assignee !== undefined) where.add("inbox.assignee = ?", storable(assignee));
  if (minConfidence !== undefined) where.add("inbox.confidence >= ?", minConfidence);
  const tagged = (kind: string, value: string) => {
    where.add(
      `EXISTS (SELECT 1 FROM tags x WHERE x.id = inbox.id AND x.kind = '${kind}' AND x.value = ?)`,
      storable(value),
    );
  };
  if (country !== undefined && sourceId !== undefined) tagged("inbox.country", country);
  if (lang !== undefined && (sourceId !== undefined || country !== undefined)) tagged("inbox.lang", lang);
  if (except === undefined) return where;
  whereNotIn(where, "inbox.id", except.ids);
  if (except.personIds.length > 0)
    where.add(
      "NOT EXISTS (SELECT 1 FROM tags p WHERE p.id = inbox.id AND p.kind = 'event.person' AND p.value IN (SELECT value FROM json_each(?)))",
      toJson(except.personIds),
    );
  return where;
}
