import { eventTypes } from "../../model/extraction.ts";
import { standings } from "../../model/ledger.ts";
import { createReading, type Found } from "../../review/reading.ts";
import { nothingHidden } from "../../review/access/hidden.ts";
import { searchKinds, type SearchQuery } from "../../storage/search.ts";
import { choiceOption, dateOption, numberOption } from "../arguments.ts";
import { eventTable } from "../event-view.ts";
import type { CommandContext } from "../program.ts";
import { table, type Terminal } from "../terminal.ts";
import { withLedger, withStore } from "../with-store.ts";

interface SearchOptions {
  kind: string;
  exact?: true;
  type?: string;
  standing?: string;
  country?: string;
  lang?: string;
  source?: string;
  from?: string;
  to?: string;
  limit: string;
  json?: true;
}

/** Full text over the ledger: of the review app at `HABEAS_URL` when that is set, else of the store. */
export async function search({
  args,
  options,
  globals,
  terminal,
}: CommandContext<SearchOptions>): Promise<undefined> {
  const query = queryOf(args.join(" "), options);
  const limit = numberOption("limit", options.limit);
  await withLedger(globals, async (ledger) => {
    const reading = "backend" in ledger ? createReading(ledger, async () => nothingHidden) : ledger;
    const { items, next } = await reading.search(query, { limit });
    if (options.json) {
      for (const item of items) terminal.out(JSON.stringify(item));
      return;
    }
    if (items.length === 0)
      terminal.out("Nothing is known that fits. `habeas reindex` indexes data of older versions.");
    for (const line of linesOf(items, terminal)) terminal.out(line);
    if (next !== null) terminal.err(`The first ${limit}; --limit shows more.`);
  });
}

function queryOf(text: string, options: SearchOptions): SearchQuery {
  const { kind, exact, type, standing, country, lang, source, from, to } = options;
  const given = {
    text: text === "" ? undefined : text,
    type: type === undefined ? undefined : choiceOption("type", type, eventTypes),
    standing: standing === undefined ? undefined : choiceOption("standing", standing, standings),
    country: country?.toUpperCase(),
    lang,
    sourceId: source,
    from: from === undefined ? undefined : dateOption("from", from),
    to: to === undefined ? undefined : dateOption("to", to),
  };
  return {
    kind: choiceOption("kind", kind, searchKinds),
    exactScript: exact ?? false,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function linesOf(items: readonly Found[], terminal: Terminal): string[] {
  const events = items.flatMap((item) => (item.kind === "event" ? item.event : []));
  if (events.length > 0) return eventTable(events, terminal);
  const rows = items.flatMap((item) => {
    if (item.kind === "person")
      return [[item.person.id, item.person.name, String(item.person.articleIds.length)]];
    if (item.kind === "event") return [];
    const { id, article, hint, url } = item.article;
    const day = (article?.published ?? hint.published ?? "").slice(0, 10);
    return [[id, article?.title ?? hint.title ?? url, day]];
  });
  if (rows.length === 0) return [];
  const isPerson = items[0]?.kind === "person";
  return table(
    isPerson ? ["person", "name", "articles"] : ["article", "title", "published"],
    rows,
    terminal.columns,
  );
}

const everyDocuments = 5000;

/** Makes the search index anew: after an upgrade, or when sources and gazetteers place events in other countries. */
export async function reindex({ globals, terminal }: CommandContext<object>): Promise<undefined> {
  await withStore(globals, async (store) => {
    let told = 0;
    const done = await store.search.rebuild((count) => {
      if (count - told < everyDocuments) return;
      told = count;
      terminal.err(`${count} documents …`);
    });
    terminal.out(`${done} documents are in the search index.`);
  });
}
