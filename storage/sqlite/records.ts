import { parseDocument, storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { RecordKind, Records } from "../records.ts";
import type { Database, Row } from "./database.ts";
import { inboxSchema, inboxWordsSchema } from "./inbox.ts";
import { createWhere } from "./query.ts";

/** Tables of the review app: small documents of many kinds in one table, and the audit log. */
export const reviewSchemaSteps: readonly string[] = [
  `
  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, grp TEXT NOT NULL, sort TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE INDEX records_in_order ON records (kind, sort, id);
  CREATE INDEX records_of_group ON records (kind, grp, sort, id);

  CREATE TABLE audit (seq INTEGER PRIMARY KEY, actor TEXT NOT NULL, action TEXT NOT NULL, doc TEXT NOT NULL);
  CREATE INDEX audit_by_actor ON audit (actor, seq);
  CREATE INDEX audit_by_action ON audit (action, seq);
  `,
  inboxSchema,
  inboxWordsSchema,
];

export function createRecords<T>(database: Database, kind: RecordKind<T>): Records<T> {
  const read = (row: Row): T =>
    parseDocument(kind.schema, kind.name, String(row["id"]), JSON.parse(String(row["doc"])));
  const find = (id: string): T | null => {
    const row = database
      .prepare("SELECT id, doc FROM records WHERE kind = ? AND id = ?")
      .get(kind.name, storable(id));
    return row === undefined ? null : read(row);
  };
  const columns = (record: T) =>
    [
      kind.name,
      storable(kind.id(record)),
      storable(kind.group(record)),
      storable(kind.sortKey(record)),
      toJson(record),
    ] as const;
  const remove = (id: string) =>
    database.prepare("DELETE FROM records WHERE kind = ? AND id = ?").run(kind.name, storable(id));

  return {
    async get(id) {
      return find(id);
    },

    async insert(record) {
      return (
        database
          .prepare(
            "INSERT INTO records (kind, id, grp, sort, doc) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO NOTHING",
          )
          .run(...columns(record)) > 0
      );
    },

    async update(id, change) {
      return database.transaction(() => {
        const now = find(id);
        const next = change(now);
        if (next === null) return now;
        if (next === "remove") {
          remove(id);
          return null;
        }
        database
          .prepare("INSERT OR REPLACE INTO records (kind, id, grp, sort, doc) VALUES (?, ?, ?, ?, ?)")
          .run(...columns(next));
        return next;
      });
    },

    async remove(id) {
      remove(id);
    },

    async removeBefore(sort) {
      return database
        .prepare("DELETE FROM records WHERE kind = ? AND sort < ?")
        .run(kind.name, storable(sort));
    },

    async list({ group, descending = false }, page) {
      const [order, beyond] = descending ? ["DESC", "<"] : ["ASC", ">"];
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      where.add("kind = ?", kind.name);
      if (group !== undefined) where.add("grp = ?", storable(group));
      if (after !== null) where.add(`(sort, id) ${beyond} (?, ?)`, after.sort, after.id);
      const rows = database
        .prepare(
          `SELECT id, doc FROM records WHERE ${where.parts.join(" AND ")} ORDER BY sort ${order}, id ${order} LIMIT ?`,
        )
        .all(...where.values, limit + 1);
      return pageOf(rows.map(read), limit, (record) => ({ sort: kind.sortKey(record), id: kind.id(record) }));
    },
  };
}
