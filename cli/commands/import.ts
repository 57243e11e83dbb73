import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { loadSources } from "../../config/load-sources.ts";
import { differencesSince } from "../../ledger/difference.ts";
import { rowsOfEntities } from "../../ledger/import/follow-the-money.ts";
import { compareList, importRow, type ListDifference } from "../../ledger/import/import-list.ts";
import { knownMappings, type Mapping, MappingSchema } from "../../ledger/import/mapping.ts";
import { type ListRow, rowsOfCsv } from "../../ledger/import/rows.ts";
import type { SourceWeight } from "../../ledger/resolve.ts";
import { Permanent } from "../../model/errors.ts";
import { dateOption, numberOption } from "../arguments.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";

interface ImportListOptions {
  format: "viasna" | "cpj" | "csv" | "ftm";
  mapping?: string;
  source: string;
  name?: string;
  tier: string;
  asOf?: string;
  dryRun?: true;
  json?: true;
}

/** Brings a list of prisoners into the ledger, or shows what that would change. */
export async function importList({
  args,
  options,
  globals,
  terminal,
}: CommandContext<ImportListOptions>): Promise<undefined> {
  const [file = ""] = args;
  const { rows, warnings } = readRows(textOf(file), options);
  const known = loadSources({ userFolder: settingsOf(globals).settings.sources.folder });
  const source = sourceOf(options, known);
  const at = new Date().toISOString();
  const asOf = options.asOf === undefined ? at.slice(0, 10) : dateOption("as-of", options.asOf);
  const sources = new Map<string, SourceWeight>(known.map((one) => [one.id, one]));
  sources.set(source.id, source);
  await withStore(globals, async (store) => {
    const found = await compareList(store, source, rows, asOf);
    const cursor = await store.standingChanges.end();
    const wanted = found.changes.filter(({ what }) => what !== "same");
    if (!options.dryRun)
      for (const [index, { row }] of wanted.entries()) {
        await importRow(store, source, row, { asOf, at, sources });
        terminal.status(`${index + 1} of ${wanted.length} rows`);
      }
    terminal.status("");
    const events = options.dryRun ? [] : await differencesSince(store, cursor);
    if (options.json) {
      terminal.out(JSON.stringify({ source, asOf, ...found, warnings, events }, null, 2));
      return;
    }
    for (const warning of warnings) terminal.err(printable(warning));
    showList(found, options.dryRun ?? false, terminal);
    if (!options.dryRun) terminal.out(`${events.length} events came, went or changed.`);
  });
}

function showList({ changes, missing }: ListDifference, dryRun: boolean, terminal: Terminal): void {
  const count = (what: string) => changes.filter((change) => change.what === what).length;
  for (const { row, what, cells } of changes) {
    if (what === "same") continue;
    const told = row.events.map(({ type, date }) => `${type.replaceAll("_", " ")} ${date ?? "undated"}`);
    terminal.out(printable(`${what === "new" ? "+" : "~"} ${row.name}: ${told.join(", ") || "no event"}`));
    for (const cell of cells) terminal.out(printable(`    ${cell}`));
  }
  for (const { name } of missing)
    terminal.out(printable(`? ${name} is no longer in the list; left as it was`));
  terminal.out(
    `${count("new")} rows new, ${count("changed")} changed, ${count("same")} as before, ${missing.length} no longer there${dryRun ? "; nothing was written" : ""}.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    throw new Permanent(`cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

function readRows(
  text: string,
  { format, mapping }: ImportListOptions,
): { rows: ListRow[]; warnings: string[] } {
  if (format === "ftm") return rowsOfEntities(text);
  if (format !== "csv") return rowsOfCsv(text, knownMappings[format]);
  if (mapping === undefined)
    throw new UsageError("--format csv needs --mapping FILE: which columns mean what");
  return rowsOfCsv(text, mappingOf(mapping));
}

function mappingOf(file: string): Mapping {
  const mapping = MappingSchema.safeParse(parse(textOf(file)));
  if (!mapping.success) throw new Permanent(`${file} is no mapping:\n${z.prettifyError(mapping.error)}`);
  return mapping.data;
}

/** A source that is watched anyway keeps its weight; another is what the options say. */
function sourceOf(
  { source: id, name, tier }: ImportListOptions,
  known: readonly SourceWeight[],
): SourceWeight {
  const found = known.find((one) => one.id === id);
  if (found !== undefined) return found;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(`--source expects lower-case letters, digits and hyphens, found "${id}"`);
  const weight = numberOption("tier", tier);
  if (weight > 4) throw new UsageError(`--tier expects 1 to 4, found "${tier}"`);
  return { id, name: name ?? id, kind: "human_rights_ngo", tier: weight };
}
