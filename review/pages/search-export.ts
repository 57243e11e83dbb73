import { z } from "zod";
import { csvCells, csvHeader, csvRow } from "../../ledger/export/csv.ts";
import { icsCalendar, rssFeed } from "../../ledger/export/feeds.ts";
import type { ExportedEvent } from "../../ledger/export/record.ts";
import { mainRole } from "../../model/ledger.ts";
import type { SearchKind } from "../../storage/search.ts";
import { audit, type ReviewContext } from "../http/context.ts";
import { HttpFault } from "../http/fault.ts";
import { queryOf } from "../http/form.ts";
import type { Found, Reading } from "../reading.ts";
import { searchQuery, searchQueryOf } from "../search-query.ts";

const formats = ["csv", "jsonl", "ics", "rss"] as const;
type Format = (typeof formats)[number];

export const searchExportQuery = { ...searchQuery, format: z.enum(formats).default("csv") };
const ExportSchema = z.object(searchExportQuery);

const types: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
};
/** Lines of a table, and of what has to be made in one piece. */
const [mostLines, mostInOnePiece] = [50_000, 1000];
const batch = 200;
/** Spreadsheets take a file for another encoding without it. */
const byteOrderMark = "\ufeff";

/**
 * The result of a search as a file. What is restricted is left out, whoever asks: a file has no access rule. Who took
 * what is noted before the first line goes out.
 */
export async function exportSearch(c: ReviewContext): Promise<Response> {
  const { format, ...query } = queryOf(c, ExportSchema);
  const asked = searchQueryOf(query);
  const inOnePiece = format === "ics" || format === "rss";
  if (inOnePiece && asked.kind !== "event")
    throw new HttpFault(400, "Calendars and feeds are made of events only.");
  const reading = c.var.openReading();
  const most = inOnePiece ? mostInOnePiece : mostLines;
  const count = await reading.searchCount(asked, most + 1);
  await audit(c, "export.search", null, {
    format,
    query: JSON.stringify(asked),
    count: Math.min(count, most),
    whole: count <= most,
  });
  const found = eachFound(reading, asked, most);
  const name = `habeas-${asked.kind}s-${new Date(c.var.services.now()).toISOString().slice(0, 10)}.${format}`;
  const headers = { "content-type": types[format], "content-disposition": `attachment; filename="${name}"` };
  if (inOnePiece) return c.body(await onePiece(c, reading, format, found), 200, headers);
  return c.body(streamOf(linesOf(format, asked.kind, found)), 200, headers);
}

async function* eachFound(
  reading: Reading,
  query: ReturnType<typeof searchQueryOf>,
  most: number,
): AsyncGenerator<Found> {
  let left = most;
  for (let after: string | null | undefined; after !== null && left > 0; ) {
    const request = { limit: Math.min(batch, left), ...(after === undefined ? {} : { after }) };
    const { items, next } = await reading.search(query, request);
    yield* items;
    left -= items.length;
    after = next;
  }
}

async function* linesOf(format: "csv" | "jsonl", kind: SearchKind, found: AsyncIterable<Found>) {
  if (format === "csv") yield byteOrderMark + headers[kind];
  for await (const item of found) yield format === "csv" ? cellsOf(item) : JSON.stringify(contentOf(item));
}

const headers: Record<SearchKind, string> = {
  event: csvHeader(),
  person: csvCells(["id", "name", "names", "known", "role", "articles"]),
  article: csvCells(["id", "title", "source", "published", "language", "address"]),
};

function cellsOf(item: Found): string {
  if (item.kind === "event") return csvRow(item.event);
  if (item.kind === "person") {
    const { id, name, names, curated, articleIds } = item.person;
    return csvCells([
      id,
      name,
      names.join("; "),
      curated ? "yes" : "no",
      mainRole(item.person),
      articleIds.length,
    ]);
  }
  const { id, article, hint, sourceId, url } = item.article;
  const published = article?.published ?? hint.published;
  return csvCells([id, article?.title ?? hint.title, sourceId, published, article?.lang ?? null, url]);
}

const contentOf = (item: Found) =>
  item.kind === "event" ? item.event : item.kind === "person" ? item.person : item.article;

async function onePiece(
  c: ReviewContext,
  reading: Reading,
  format: "ics" | "rss",
  found: AsyncIterable<Found>,
) {
  const events: ExportedEvent[] = [];
  for await (const item of found) {
    if (item.kind !== "event") continue;
    const claims = await reading.claims(item.event.claimIds);
    const ids = [...new Set(claims.map(({ articleId }) => articleId))];
    const records = await Promise.all(ids.map((id) => reading.article(id)));
    const articles = new Map(
      records.flatMap((record) => (record === null ? [] : [[record.id, record] as const])),
    );
    events.push({ event: item.event, claims, articles });
  }
  const now = new Date(c.var.services.now());
  const origin = c.var.services.publicOrigin ?? new URL(c.req.url).origin;
  return format === "ics" ? icsCalendar(events, now) : rssFeed(events, origin, now);
}

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
