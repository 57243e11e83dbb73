import type { Source } from "../model/source.ts";
import type { Pipeline } from "../queue/pipeline.ts";
import type { StageReport } from "../queue/stages/context.ts";
import { pollJob } from "../queue/stages/jobs.ts";
import { printable, table, type Terminal } from "./terminal.ts";

/** What one source gave in a crawl. */
export interface SourceTally {
  announced: number;
  added: number;
  read: number;
  /** Other addresses of articles that were there already. */
  same: number;
  blocked: number;
  gone: number;
  unreadable: number;
  offTopic: number;
  events: number;
  problems: string[];
}

/** Counts what a pipeline reports and shows it while it goes on. */
export interface CrawlProgress {
  report: (report: StageReport) => void;
  /** By source id. */
  readonly tallies: ReadonlyMap<string, SourceTally>;
}

const emptyTally = (): SourceTally => ({
  announced: 0,
  added: 0,
  read: 0,
  same: 0,
  blocked: 0,
  gone: 0,
  unreadable: 0,
  offTopic: 0,
  events: 0,
  problems: [],
});

export function createCrawlProgress(terminal: Terminal): CrawlProgress {
  const tallies = new Map<string, SourceTally>();
  const total = { polled: 0, found: 0, fetched: 0, extracted: 0, resolved: 0 };
  const tallyOf = (source: Source) => {
    const known = tallies.get(source.id) ?? emptyTally();
    tallies.set(source.id, known);
    return known;
  };
  const show = (last: string) => {
    const { polled, found, fetched, extracted, resolved } = total;
    terminal.status(
      `${polled} endpoints · ${found} new · ${fetched} fetched · ${extracted} extracted · ${resolved} resolved  ${printable(last)}`,
    );
  };
  return {
    tallies,
    report(report) {
      if (report.stage === "poll") {
        const tally = tallyOf(report.source);
        tally.announced += report.items;
        tally.added += report.added;
        total.polled++;
        total.found += report.added;
        if (report.error !== null) {
          tally.problems.push(`${report.url}: ${report.error}`);
          terminal.err(terminal.colors.red(printable(`${report.source.id}: ${report.error}`)));
        }
        show(report.source.name);
      } else if (report.stage === "fetch") {
        const tally = tallyOf(report.source);
        total.fetched++;
        if ("reason" in report) {
          tally[report.outcome]++;
          tally.problems.push(`${report.outcome}: ${report.reason}`);
          show(report.url);
        } else {
          const counter = { ok: "read", same: "same", off_topic: "offTopic" } as const;
          tally[counter[report.outcome]]++;
          show(report.title ?? report.url);
        }
      } else if (report.stage === "extract") {
        total.extracted++;
        if (report.source !== null) tallyOf(report.source).events += report.extraction.events.length;
        show(report.title);
      } else if (report.stage === "resolve") {
        total.resolved++;
        show("");
      }
    },
  };
}

/** One line for each source. */
export function tallyTable(tallies: ReadonlyMap<string, SourceTally>): string[] {
  const rows = [...tallies].map(([id, tally]) => [
    id,
    ...[
      tally.announced,
      tally.added,
      tally.read,
      tally.blocked,
      tally.gone + tally.unreadable,
      tally.offTopic,
      tally.events,
    ].map(String),
  ]);
  return table(
    ["SOURCE", "ANNOUNCED", "NEW", "READ", "BLOCKED", "LOST", "OFF TOPIC", "EVENTS"],
    rows,
    Infinity,
  );
}

/** Jobs that come back within this time are waited for; a host that asks for an hour is not. */
const horizonMs = 30_000;

/** Polls all endpoints of the sources now and works until nothing is left to do. Interrupting it loses nothing. */
export async function crawlOnce(
  pipeline: Pipeline,
  sources: readonly Source[],
  options: { endpoint?: string; signal?: AbortSignal } = {},
): Promise<void> {
  const { endpoint: only, signal } = options;
  const endpoints = sources.flatMap((source) => source.endpoints.map((endpoint) => ({ source, endpoint })));
  await pipeline.recover();
  await pipeline.queue.add(
    endpoints
      .filter(({ endpoint }) => (only === undefined ? endpoint.enabled : endpoint.url === only))
      .map(({ source, endpoint }) => pollJob(source.id, endpoint.url, 1)),
  );
  const worker = await pipeline.work();
  try {
    await pipeline.queue.idle({ horizonMs, ...(signal === undefined ? {} : { signal }) });
  } finally {
    await worker.close();
  }
}
