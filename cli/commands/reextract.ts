import { loadSources } from "../../config/load-sources.ts";
import { type Difference, differencesSince } from "../../ledger/difference.ts";
import { openPipeline } from "../../queue/pipeline.ts";
import { currentExtractor, sendBackForExtraction } from "../../queue/reextract.ts";
import { dateOption } from "../arguments.ts";
import { exitCodes } from "../exit-codes.ts";
import { differences } from "../history-view.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";
import { printable, type Terminal } from "../terminal.ts";

interface ReextractOptions {
  since?: string;
  source?: string[];
  again?: true;
  diff?: true;
  json?: true;
}

const horizonMs = 30_000;

/** Extracts kept articles anew and brings the ledger in line. */
export async function reextract({
  options,
  globals,
  terminal,
}: CommandContext<ReextractOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  const sources = loadSources({ userFolder: settings.sources.folder });
  const version = currentExtractor(settings);
  const stop = new AbortController();
  onStop(() => {
    terminal.err("Stopping; habeas reextract goes on from here, and so do running workers.");
    stop.abort();
  });
  let done = 0;
  let failed = 0;
  const pipeline = await openPipeline({
    settings,
    sources,
    report: (report) => {
      if (report.stage !== "resolve") return;
      terminal.status(`${++done} articles resolved anew`);
    },
    onDone: (job, outcome) => {
      if (outcome.kind !== "dead") return;
      failed++;
      terminal.err(`${job.key}: dead letter, see habeas queue status`);
    },
  });
  try {
    const { store, queue } = pipeline;
    const cursor = await store.standingChanges.end();
    const { articleIds, upToDate } = await sendBackForExtraction(pipeline, {
      version,
      now: Date.now,
      again: options.again ?? false,
      ...(options.since === undefined ? {} : { since: dateOption("since", options.since) }),
      ...(options.source === undefined
        ? {}
        : { sourceIds: sourcesNamed(options.source, sources).map(({ id }) => id) }),
    });
    const worker = await pipeline.work(["extract", "resolve"]);
    await queue.idle({ horizonMs, signal: stop.signal }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    await worker.close();
    terminal.status("");
    const found = await differencesSince(store, cursor);
    show(found, { version, articles: articleIds.length, upToDate, failed }, options, terminal);
  } finally {
    await pipeline.close();
  }
  return failed === 0 ? exitCodes.ok : exitCodes.unavailable;
}

interface Counts {
  version: string;
  articles: number;
  upToDate: number;
  failed: number;
}

function show(
  found: readonly Difference[],
  counts: Counts,
  options: ReextractOptions,
  terminal: Terminal,
): void {
  const added = found.filter(({ before }) => before === null);
  const gone = found.filter(({ after }) => after === null);
  const changed = found.filter(({ before, after }) => before !== null && after !== null);
  if (options.json) {
    terminal.out(JSON.stringify({ ...counts, added, gone, changed }, null, 2));
    return;
  }
  terminal.out(
    `${counts.articles} articles extracted anew by ${counts.version}, ${counts.upToDate} were up to date; events: ${added.length} added, ${gone.length} gone, ${changed.length} changed.`,
  );
  if (!options.diff) return;
  for (const [mark, list] of [
    ["+", added],
    ["-", gone],
    ["~", changed],
  ] as const)
    for (const { eventId, before, after, joined } of list) {
      const told = differences(before, after).join("; ");
      const what = after === null ? differences(null, before).join("; ") : told;
      terminal.out(
        printable(`${mark} ${eventId}  ${what}${joined === null ? "" : ` (now part of ${joined})`}`),
      );
    }
}
