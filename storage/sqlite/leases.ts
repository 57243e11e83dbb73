import { storable } from "../documents.ts";
import type { LeaseRows } from "../locks.ts";
import type { Database } from "./database.ts";

export function createLeases(database: Database): LeaseRows {
  const take = database.prepare(
    `INSERT INTO locks (key, holder, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at WHERE expires_at <= ?`,
  );
  const extend = database.prepare("UPDATE locks SET expires_at = ? WHERE key = ? AND holder = ?");
  const release = database.prepare("DELETE FROM locks WHERE key = ? AND holder = ?");
  return {
    take: async (key, holder, now, expiresAt) => take.run(storable(key), holder, expiresAt, now) > 0,
    extend: async (key, holder, expiresAt) => extend.run(expiresAt, storable(key), holder) > 0,
    release: async (key, holder) => release.run(storable(key), holder) > 0,
  };
}
