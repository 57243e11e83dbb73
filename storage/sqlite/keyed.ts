import { type CollectionName, storable, type StoredDocument, toJson } from "../documents.ts";
import type { KeyedRepository } from "../store.ts";
import type { Database } from "./database.ts";
import { documentOf } from "./query.ts";

/** Documents in a table of key and `doc`. */
export function createKeyed<C extends CollectionName>(
  database: Database,
  collection: C,
  table: string,
  keyOf: (document: StoredDocument<C>) => string,
): KeyedRepository<StoredDocument<C>> {
  const find = database.prepare(`SELECT doc FROM ${table} WHERE key = ?`);
  const replace = database.prepare(`INSERT OR REPLACE INTO ${table} (key, doc) VALUES (?, ?)`);
  const all = database.prepare(`SELECT key, doc FROM ${table} ORDER BY key`);
  return {
    async get(key) {
      const row = find.get(storable(key));
      return row === undefined ? null : documentOf(collection, key, row);
    },
    async put(document) {
      replace.run(storable(keyOf(document)), toJson(document));
    },
    async list() {
      return all.all().map((row) => documentOf(collection, String(row["key"]), row));
    },
  };
}
