import { storable, toJson } from "../documents.ts";
import type { ExtractionRepository } from "../store.ts";
import type { Database } from "./database.ts";
import { documentOf } from "./query.ts";

export function createExtractions(database: Database): ExtractionRepository {
  return {
    async put(extraction) {
      // Replacing gives a new sequence number, which is what makes it the latest.
      database
        .prepare("INSERT OR REPLACE INTO extractions (id, article_id, doc) VALUES (?, ?, ?)")
        .run(storable(extraction.id), storable(extraction.articleId), toJson(extraction));
    },
    async get(id) {
      const row = database.prepare("SELECT doc FROM extractions WHERE id = ?").get(storable(id));
      return row === undefined ? null : documentOf("extractions", id, row);
    },
    async latest(articleId) {
      const row = database
        .prepare("SELECT id, doc FROM extractions WHERE article_id = ? ORDER BY seq DESC LIMIT 1")
        .get(storable(articleId));
      return row === undefined ? null : documentOf("extractions", String(row["id"]), row);
    },
  };
}
