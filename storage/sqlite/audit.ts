import { type AuditEntry, AuditEntrySchema, chained } from "../../model/audit.ts";
import { parseDocument, storable, storableDocument, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { AuditRepository } from "../review-store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere } from "./query.ts";

const read = (row: Row): AuditEntry =>
  parseDocument(AuditEntrySchema, "audit", String(row["seq"]), JSON.parse(String(row["doc"])));

export function createAudit(database: Database): AuditRepository {
  return {
    async append(entry) {
      return database.transaction(() => {
        const row = database.prepare("SELECT seq, doc FROM audit ORDER BY seq DESC LIMIT 1").get();
        const next = chained(storableDocument(entry), row === undefined ? null : read(row));
        database
          .prepare("INSERT INTO audit (seq, actor, action, doc) VALUES (?, ?, ?, ?)")
          .run(next.seq, next.actor, next.action, toJson(next));
        return next;
      });
    },

    async list({ actor, action }, page) {
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      if (actor !== undefined) where.add("actor = ?", storable(actor));
      if (action !== undefined) where.add("action = ?", storable(action));
      if (after !== null) where.add("seq < ?", Number(after.sort));
      const condition = where.parts.length === 0 ? "" : `WHERE ${where.parts.join(" AND ")}`;
      const rows = database
        .prepare(`SELECT seq, doc FROM audit ${condition} ORDER BY seq DESC LIMIT ?`)
        .all(...where.values, limit + 1);
      return pageOf(rows.map(read), limit, ({ seq }) => ({ sort: String(seq), id: "" }));
    },

    async after(seq, limit) {
      return database
        .prepare("SELECT seq, doc FROM audit WHERE seq > ? ORDER BY seq LIMIT ?")
        .all(seq, limit)
        .map(read);
    },
  };
}
