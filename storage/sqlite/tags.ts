import { type Database } from "./database.ts";

export type TagKind =
  | "article.copyKey"
  | "candidate.key"
  | "claim.block"
  | "condition.person"
  | "decision.about"
  | "event.person"
  | "event.source"
  | "inbox.source"
  | "inbox.country"
  | "inbox.lang"
  | "relation.person"
  | "task.target";

/** What a document has many of; see `schema.ts`. */
export interface Tags {
  /** Makes the document's tags of one kind exactly these. */
  set(kind: TagKind, id: string, values: Iterable<string>, sort?: string): void;
  add(kind: TagKind, id: string, value: string): void;
  remove(kind: TagKind, id: string, value: string): void;
  /** Values of one kind, sorted. */
  of(kind: TagKind, id: string): string[];
}

export function createTags(database: Database): Tags {
  const insert = database.prepare("INSERT OR IGNORE INTO tags (kind, value, sort, id) VALUES (?, ?, ?, ?)");
  const clear = database.prepare("DELETE FROM tags WHERE id = ? AND kind = ?");
  const remove = database.prepare("DELETE FROM tags WHERE id = ? AND kind = ? AND value = ?");
  const values = database.prepare("SELECT value FROM tags WHERE id = ? AND kind = ? ORDER BY value");
  return {
    set(kind, id, all, sort = "") {
      clear.run(id, kind);
      for (const value of all) insert.run(kind, value, sort, id);
    },
    add: (kind, id, value) => void insert.run(kind, value, "", id),
    remove: (kind, id, value) => void remove.run(id, kind, value),
    of: (kind, id) => values.all(id, kind).map((row) => String(row["value"])),
  };
}
