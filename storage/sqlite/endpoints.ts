import { storable, toJson } from "../documents.ts";
import type { EndpointRepository } from "../store.ts";
import type { Database } from "./database.ts";
import { documentOf } from "./query.ts";

export function createEndpoints(database: Database): EndpointRepository {
  return {
    async get(url) {
      const row = database.prepare("SELECT doc FROM endpoints WHERE url = ?").get(storable(url));
      return row === undefined ? null : documentOf("endpoints", url, row);
    },
    async put(state) {
      database
        .prepare("INSERT OR REPLACE INTO endpoints (url, source_id, doc) VALUES (?, ?, ?)")
        .run(storable(state.url), storable(state.sourceId), toJson(state));
    },
    async list(sourceId) {
      const rows =
        sourceId === undefined
          ? database.prepare("SELECT url, doc FROM endpoints ORDER BY url").all()
          : database
              .prepare("SELECT url, doc FROM endpoints WHERE source_id = ? ORDER BY url")
              .all(storable(sourceId));
      return rows.map((row) => documentOf("endpoints", String(row["url"]), row));
    },
  };
}
