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

const tagKinds = ["inbox.source", "inbox.country", "inbox.lang"] as const;

const read = (row: Row): InboxItem =>
  parseDocument(InboxItemSchema, "inbox", String(row["id"]), JSON.parse(String(row["doc"])));

export function createInbox(database: Database, tags: Tags): InboxRepository {
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
      });
    },

    async remove(eventId) {
      const id = storable(eventId);
      database.transaction(() => {
        for (const kind of tagKinds) tags.set(kind, id, []);
        database.prepare("DELETE FROM inbox WHERE id = ?").run(id);
      });
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const rows = pageRows(database, {
        table: "inbox",
        sortColumn: "sort",
        descending: false,
        where: whereOf(filter),
        tag: tagOf(filter),
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (item) => ({ sort: inboxSort(item), id: item.eventId }));
    },

    async count(filter, most) {
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
