import type { Position } from "../paging.ts";
import { checkDocument, type CollectionName, storable, type StoredDocument } from "../documents.ts";
import type { Database, Row, SqlValue } from "./database.ts";
import type { TagKind } from "./tags.ts";

/** Reads the `doc` column of a row. */
export function documentOf<C extends CollectionName>(collection: C, id: string, row: Row): StoredDocument<C> {
  return checkDocument(collection, id, JSON.parse(String(row["doc"])));
}

/** Conditions of a list with their values, joined by AND. */
export interface Where {
  readonly parts: string[];
  readonly values: SqlValue[];
}

export function createWhere(): Where & { add(part: string, ...values: SqlValue[]): void } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  return {
    parts,
    values,
    add(part, ...more) {
      parts.push(part);
      values.push(...more);
    },
  };
}

/** Leaves out rows with one of these values; the list travels as one parameter, however long it is. */
export function whereNotIn(
  where: ReturnType<typeof createWhere>,
  column: string,
  values: readonly string[],
): void {
  if (values.length > 0)
    where.add(`${column} NOT IN (SELECT value FROM json_each(?))`, JSON.stringify(values.map(storable)));
}

export interface PagedList {
  table:
    | "articles"
    | "condition_reports"
    | "decisions"
    | "events"
    | "inbox"
    | "persons"
    | "relation_claims"
    | "review_tasks";
  sortColumn: string;
  descending: boolean;
  where: Where;
  /** A tag that every document of the list has: then the page comes in order from the tags' primary key. */
  tag?: { kind: TagKind; value: string } | undefined;
  after: Position | null;
  limit: number;
}

/**
 * One page more one row of a table ordered by (`sortColumn`, id). The rows are found and sorted first and their
 * documents read after: a sort that carries documents along takes a hundred times as long.
 */
export function pageRows(database: Database, list: PagedList): Row[] {
  const { table, tag, after, limit } = list;
  const [order, beyond] = list.descending ? ["DESC", "<"] : ["ASC", ">"];
  const [sort, id] = tag === undefined ? [list.sortColumn, "id"] : ["t.sort", "t.id"];
  // CROSS: the planner, who has no statistics, would rather read the whole table and look each row's tag up.
  const from = tag === undefined ? table : `tags t CROSS JOIN ${table} ON ${table}.id = t.id`;
  const where = createWhere();
  if (tag !== undefined) where.add("t.kind = ? AND t.value = ?", tag.kind, tag.value);
  for (const part of list.where.parts) where.add(part);
  where.values.push(...list.where.values);
  if (after !== null) where.add(`(${sort}, ${id}) ${beyond} (?, ?)`, after.sort, after.id);
  const condition = where.parts.length === 0 ? "" : `WHERE ${where.parts.join(" AND ")}`;
  const found = `SELECT row FROM ${from} ${condition} ORDER BY ${sort} ${order}, ${id} ${order} LIMIT ?`;
  return database
    .prepare(
      `SELECT id, doc FROM ${table} WHERE row IN (${found}) ORDER BY ${list.sortColumn} ${order}, id ${order}`,
    )
    .all(...where.values, limit + 1);
}

/** An FTS5 expression for documents with all of the words, quoted so that no word is an operator. */
export function matchAll(words: readonly string[], { prefix = false } = {}): string {
  return words.map((word) => `"${word}"${prefix ? "*" : ""}`).join(" ");
}
