import type { Position } from "../paging.ts";
import { checkDocument, type CollectionName, type StoredDocument } from "../documents.ts";
import type { Database, Row, SqlValue } from "./database.ts";

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

/**
 * One page more one row of a table ordered by (`sortColumn`, id). The rows are found and sorted first and their
 * documents read after: a sort that carries documents along takes a hundred times as long.
 */
export function pageRows(
  database: Database,
  list: {
    table: string;
    sortColumn: string;
    descending: boolean;
    where: Where;
    after: Position | null;
    limit: number;
  },
): Row[] {
  const { table, sortColumn, descending, where, after, limit } = list;
  const order = descending ? "DESC" : "ASC";
  const parts = [...where.parts];
  const values = [...where.values];
  if (after !== null) {
    parts.push(`(${sortColumn}, id) ${descending ? "<" : ">"} (?, ?)`);
    values.push(after.sort, after.id);
  }
  const condition = parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`;
  const ordering = `ORDER BY ${sortColumn} ${order}, id ${order}`;
  return database
    .prepare(
      `SELECT id, doc FROM ${table}
       WHERE row IN (SELECT row FROM ${table} ${condition} ${ordering} LIMIT ?) ${ordering}`,
    )
    .all(...values, limit + 1);
}

/** An FTS5 expression for documents with all of the words, quoted so that no word is an operator. */
export function matchAll(words: readonly string[], { prefix = false } = {}): string {
  return words.map((word) => `"${word}"${prefix ? "*" : ""}`).join(" ");
}
