import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { Permanent } from "../../model/errors.ts";
import { normaliseName } from "../identity.ts";
import { type ListField, listFields, type Mapping } from "./mapping.ts";
import { readDate, readTerm } from "./values.ts";

/** One line of a list: somebody, and what it says happened to them. */
export interface ListRow {
  /** Line in the file, from 1, for messages. */
  line: number;
  /** Names the row among those of its list, also after the list has been brought up to date. */
  key: string;
  name: string;
  aliases: string[];
  /** All cells that say something, by column, in the list's order. */
  cells: readonly (readonly [column: string, value: string])[];
  events: RowEvent[];
  /** What could not be read and was left out. */
  warnings: string[];
}

export interface RowEvent {
  type: "arrest" | "charge" | "sentence" | "release" | "death_in_custody" | "designation";
  date: string | null;
  term: string | null;
  charge: string | null;
  place: string | null;
  /** Column whose cell is the evidence. */
  column: string;
}

/** Rows with the same key; the first is taken. */
const duplicate = (key: string) => `another row has the key "${key}"; this one is left out`;

/**
 * Reads a list in CSV by a mapping. Rows without a name are left out with a warning; a date or term that cannot be read
 * leaves its event out, or the slot empty.
 *
 * @throws Permanent when it is no CSV or has no column for the name.
 */
export function rowsOfCsv(text: string, mapping: Mapping): { rows: ListRow[]; warnings: string[] } {
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (cause) {
    throw new Permanent(`the list is no CSV: ${(cause as Error).message}`, { cause });
  }
  const [header = [], ...lines] = records;
  const at = new Map(header.map((column, index) => [normaliseName(column), index]));
  const indexes = Object.fromEntries(
    listFields.map((field) => [
      field,
      (mapping.columns[field] ?? []).flatMap((column) => at.get(normaliseName(column)) ?? []),
    ]),
  ) as Record<ListField, number[]>;
  if (indexes.name.length === 0)
    throw new Permanent(
      `the list has no column for the name; expected one of ${(mapping.columns.name ?? []).join(", ")}, found ${header.join(", ")}`,
    );
  const warnings: string[] = [];
  const rows: ListRow[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of lines.entries()) {
    const line = index + 2;
    const row = rowOf(line, header, cells, indexes, mapping);
    if (row === null) warnings.push(`line ${line}: no name; left out`);
    else if (seen.has(row.key)) warnings.push(`line ${line}: ${duplicate(row.key)}`);
    else rows.push(row);
    if (row !== null) {
      seen.add(row.key);
      warnings.push(...row.warnings.map((warning) => `line ${line}: ${warning}`));
    }
  }
  return { rows, warnings };
}

function rowOf(
  line: number,
  header: readonly string[],
  cells: readonly string[],
  indexes: Record<ListField, readonly number[]>,
  { several, slashes }: Mapping,
): ListRow | null {
  const filled = (field: ListField) => indexes[field].filter((index) => (cells[index] ?? "") !== "");
  const cell = (field: ListField): string | null => {
    const values = filled(field).map((index) => cells[index] ?? "");
    return (several === "join" ? values.join(" ") : (values[0] ?? "")) || null;
  };
  const columnOf = (field: ListField) => header[filled(field)[0] ?? -1] ?? "";
  const name = cell("name");
  if (name === null) return null;
  const warnings: string[] = [];
  const events: RowEvent[] = [];
  const term = cell("term");
  const shared = { term: null, charge: cell("charge"), place: null };
  const add = (field: ListField, event: Omit<RowEvent, "date" | "column">, required = true) => {
    const value = cell(field);
    if (value === null) return;
    const date = readDate(value, slashes);
    if (date === null) warnings.push(`"${value}" in ${columnOf(field)} is no date that can be read`);
    if (date !== null || !required) events.push({ ...event, date, column: columnOf(field) });
  };
  add("arrested", { ...shared, type: "arrest" });
  add("charged", { ...shared, type: "charge" });
  const read = term === null ? null : readTerm(term);
  if (cell("sentenced") !== null) add("sentenced", { ...shared, type: "sentence", term: read });
  else if (read !== null)
    events.push({ ...shared, type: "sentence", term: read, date: null, column: columnOf("term") });
  add("released", { ...shared, charge: null, type: "release" });
  add("died", { ...shared, charge: null, type: "death_in_custody" });
  add("recognised", { ...shared, charge: null, type: "designation" });
  const id = cell("id");
  return {
    line,
    key: id ?? createHash("sha256").update(normaliseName(name)).digest("hex").slice(0, 16),
    name,
    aliases: filled("alias").map((index) => cells[index] ?? ""),
    cells: header.flatMap((column, index) => (cells[index] ? [[column, cells[index]] as const] : [])),
    events,
    warnings,
  };
}
