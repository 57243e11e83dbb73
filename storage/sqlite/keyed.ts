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
  const range = database.prepare(
    `SELECT key, doc FROM ${table} WHERE key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?`,
  );
  return {
    async get(key) {
      const row = find.get(storable(key));
      return row === undefined ? null : documentOf(collection, key, row);
    },
    async put(document) {
      replace.run(storable(keyOf(document)), toJson(document));
    },
    async list({ prefix = "", after = "", limit = -1 } = {}) {
      const [from, to] = [storable(prefix), `${storable(prefix)}\u{10ffff}`];
      const rows = range.all(storable(after), from, to, limit);
      return rows.map((row) => documentOf(collection, String(row["key"]), row));
    },
  };
}
