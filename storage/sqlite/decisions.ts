import type { Decision } from "../../model/decision.ts";
import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { DecisionRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, pageRows } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): Decision => documentOf("decisions", String(row["id"]), row);

export function createDecisions(database: Database, tags: Tags): DecisionRepository {
  return {
    async add(decision) {
      const id = storable(decision.id);
      database.transaction(() => {
        const added = database
          .prepare("INSERT OR IGNORE INTO decisions (id, by_user, kind, at, doc) VALUES (?, ?, ?, ?, ?)")
          .run(id, storable(decision.by), decision.kind, decision.at, toJson(decision));
        if (added > 0) tags.set("decision.about", id, decision.about.map(storable));
      });
    },

    async get(id) {
      const row = database.prepare("SELECT id, doc FROM decisions WHERE id = ?").get(storable(id));
      return row === undefined ? null : read(row);
    },

    async about(keys) {
      return database
        .prepare(
          `SELECT id, doc FROM decisions WHERE id IN (
             SELECT t.id FROM json_each(?) k CROSS JOIN tags t ON t.kind = 'decision.about' AND t.value = k.value)
           ORDER BY at, id`,
        )
        .all(toJson(keys))
        .map(read);
    },

    async list({ by, kind }, page) {
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      if (by !== undefined) where.add("by_user = ?", storable(by));
      if (kind !== undefined) where.add("kind = ?", kind);
      const list = { table: "decisions", sortColumn: "at", descending: true, where, after, limit } as const;
      return pageOf(pageRows(database, list).map(read), limit, ({ at, id }) => ({ sort: at, id }));
    },
  };
}
