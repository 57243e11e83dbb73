import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * One thing that somebody did. Entries form a chain: each holds the hash of the one before it, so that none can be
 * changed, removed or slipped in without breaking every later hash.
 */
export const AuditEntrySchema = z.strictObject({
  /** 1, 2, 3 …, without gaps. */
  seq: z.int().positive(),
  at: z.iso.datetime(),
  /** Login, or `system` for what Habeas did by itself. */
  actor: z.string(),
  via: z.enum(["web", "api", "cli", "system"]),
  address: z.string().nullable(),
  /** `login`, `event.confirm`, `export.events`, … */
  action: z.string(),
  target: z.strictObject({ kind: z.string(), id: z.string() }).nullable(),
  /** Further facts; never a secret. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Hash of the entry before; of the first one, 64 zeros. */
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntrySchema>;
export type NewAuditEntry = Omit<AuditEntry, "seq" | "previous" | "hash">;

export const auditRoot = "0".repeat(64);

/** The hash of an entry, over all of its other fields in one fixed order. */
export function auditHash(entry: Omit<AuditEntry, "hash">): string {
  const { seq, at, actor, via, address, action, target, detail, previous } = entry;
  const sortedDetail = Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const who = [at, actor, via, address];
  const what = [action, target === null ? null : [target.kind, target.id], sortedDetail];
  const canonical = JSON.stringify([previous, seq, who, what]);
  return createHash("sha256").update(canonical).digest("hex");
}

/** The next entry of the chain. */
export function chained(entry: NewAuditEntry, last: AuditEntry | null): AuditEntry {
  const linked = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? auditRoot };
  return { ...linked, hash: auditHash(linked) };
}
