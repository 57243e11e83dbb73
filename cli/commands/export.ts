import { userInfo } from "node:os";
import { csvHeader, csvRow } from "../../ledger/export/csv.ts";
import { icsCalendar, rssFeed } from "../../ledger/export/feeds.ts";
import { ftmEntities } from "../../ledger/export/follow-the-money.ts";
import { huridocsRecord } from "../../ledger/export/huridocs.ts";
import type { ExportedEvent } from "../../ledger/export/record.ts";
import { Permanent } from "../../model/errors.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { createHiddenLookup, nothingHidden } from "../../review/access/hidden.ts";
import { createReading, type Reading } from "../../review/reading.ts";
import type { Store } from "../../storage/store.ts";
import { UsageError } from "../explain.ts";
import { settingsOf } from "../settings.ts";
import type { CommandContext } from "../program.ts";
import type { Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";
import { type EventOptions, eventFilter } from "./events.ts";

interface ExportOptions extends EventOptions {
  format: "jsonl" | "csv" | "ftm" | "huridocs" | "ics" | "rss";
  bom?: true;
  restricted?: true;
  as?: string;
}

const pageSize = 500;
const byteOrderMark = "\ufeff";

/** Writes events to standard output as they are read, and notes in the audit log who took what. */
export async function exportEvents({
  options,
  globals,
  terminal,
}: CommandContext<ExportOptions>): Promise<undefined> {
  const filter = eventFilter(options);
  if (options.bom && options.format !== "csv") throw new UsageError("--bom goes with --format csv");
  await withStore(globals, async (store) => {
    const reading = await readingFor(store, options);
    const link = settingsOf(globals).settings.crawl.contactUrl ?? "http://localhost/";
    const write = writerOf(options, reading, terminal, link);
    let count = 0;
    for (let after: string | null | undefined; after !== null; ) {
      const page = await reading.events(filter, {
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      });
      for (const event of page.items) await write.event(event);
      count += page.items.length;
      after = page.next;
    }
    write.end();
    await store.review.audit.append({
      at: new Date().toISOString(),
      actor: options.as ?? userInfo().username,
      via: "cli",
      address: null,
      action: "export.events",
      target: null,
      detail: {
        format: options.format,
        filter: JSON.stringify(filter),
        count,
        restricted: options.restricted ?? false,
      },
    });
  });
}

/** What is restricted is left out, unless somebody who may see it asks for it by name. */
async function readingFor(store: Store, { restricted, as }: ExportOptions): Promise<Reading> {
  if (!restricted) return createReading(store, createHiddenLookup(store, Date.now));
  if (as === undefined) throw new UsageError("--restricted needs --as LOGIN: who takes it is noted");
  const user = await store.review.users.get(as);
  if (user === null || !user.active || !user.seesRestricted)
    throw new Permanent(`${as} may not see what is restricted`);
  return createReading(store, async () => nothingHidden);
}

interface EventWriter {
  event(event: LedgerEvent): Promise<void>;
  end(): void;
}

const nothing = () => undefined;

function writerOf(
  { format, bom }: ExportOptions,
  reading: Reading,
  terminal: Terminal,
  link: string,
): EventWriter {
  const out = (line: string) => terminal.out(line);
  const full = (event: LedgerEvent) => exportedEvent(reading, event);
  switch (format) {
    case "jsonl":
      return { event: async (event) => out(JSON.stringify(event)), end: nothing };
    case "csv":
      out(`${bom ? byteOrderMark : ""}${csvHeader()}`);
      return { event: async (event) => out(csvRow(event)), end: nothing };
    case "ftm": {
      const written = new Set<string>();
      return {
        async event(event) {
          for (const entity of ftmEntities(await full(event))) {
            if (written.has(entity.id)) continue;
            written.add(entity.id);
            out(JSON.stringify(entity));
          }
        },
        end: nothing,
      };
    }
    case "huridocs":
      return { event: async (event) => out(JSON.stringify(huridocsRecord(await full(event)))), end: nothing };
    default: {
      const all: ExportedEvent[] = [];
      return {
        event: async (event) => void all.push(await full(event)),
        end: () => out(format === "ics" ? icsCalendar(all, new Date()) : rssFeed(all, link, new Date())),
      };
    }
  }
}

async function exportedEvent(reading: Reading, event: LedgerEvent): Promise<ExportedEvent> {
  const claims = await reading.claims(event.claimIds);
  const ids = [...new Set(claims.map(({ articleId }) => articleId))];
  const records = await Promise.all(ids.map((id) => reading.article(id)));
  const articles = new Map(
    records.flatMap((record) => (record === null ? [] : [[record.id, record] as const])),
  );
  return { event, claims, articles };
}
