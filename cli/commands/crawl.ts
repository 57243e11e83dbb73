import { loadSources } from "../../config/load-sources.ts";
import { openPipeline, watchedSources } from "../../queue/pipeline.ts";
import type { Store } from "../../storage/store.ts";
import { numberOption } from "../arguments.ts";
import { type CrawlProgress, crawlOnce, createCrawlProgress, tallyTable } from "../crawl-once.ts";
import { eventTable } from "../event-view.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../explain.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";
import { printable, type Terminal } from "../terminal.ts";

interface CrawlOptions {
  limit: string;
  endpoint?: string;
  json?: true;
}

const shownEvents = 20;
const shownProblems = 10;

/** Reads sources once. Exit code 4 when no endpoint answered. */
export async function crawl({
  args,
  options,
  globals,
  terminal,
}: CommandContext<CrawlOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  if (args.length === 0) throw new UsageError("name the sources to crawl; habeas sources list shows them");
  const sources = sourcesNamed(args, loadSources({ userFolder: settings.sources.folder }));
  const limit = numberOption("limit", options.limit);
  if (
    options.endpoint !== undefined &&
    !sources.some(({ endpoints }) => endpoints.some(({ url }) => url === options.endpoint))
  )
    throw new UsageError(
      `${options.endpoint} is no endpoint of ${args.join(", ")}; habeas sources show SOURCE lists them`,
    );

  const progress = createCrawlProgress(terminal);
  const stop = new AbortController();
  onStop(() => {
    terminal.err("Stopping; what was found is kept, and habeas crawl goes on from here.");
    stop.abort();
  });
  const others = watchedSources(settings).filter(({ id }) => !sources.some((source) => source.id === id));
  const pipeline = await openPipeline({
    settings: { ...settings, crawl: { ...settings.crawl, maxItemsPerPoll: limit } },
    sources: [...sources, ...others],
    report: progress.report,
    onDone: (job, outcome) => {
      if (outcome.kind === "dead") terminal.err(`${job.key}: dead letter, see habeas queue status`);
    },
  });
  try {
    await crawlOnce(pipeline, sources, {
      signal: stop.signal,
      ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    }).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    terminal.status("");
    if (options.json) terminal.out(JSON.stringify(Object.fromEntries(progress.tallies), null, 2));
    else
      await summarise(
        progress,
        pipeline.store,
        sources.map(({ id }) => id),
        terminal,
      );
  } finally {
    await pipeline.close();
  }
  const tallies = [...progress.tallies.values()];
  return tallies.length > 0 && tallies.every(({ announced }) => announced === 0)
    ? exitCodes.unavailable
    : exitCodes.ok;
}

async function summarise(
  { tallies }: CrawlProgress,
  store: Store,
  sourceIds: readonly string[],
  terminal: Terminal,
): Promise<void> {
  for (const line of tallyTable(tallies)) terminal.out(line);
  const problems = [...tallies.values()].flatMap((tally) => tally.problems);
  for (const problem of problems.slice(0, shownProblems))
    terminal.out(terminal.colors.dim(`  ${printable(problem)}`));
  if (problems.length > shownProblems)
    terminal.out(terminal.colors.dim(`  … and ${problems.length - shownProblems} more`));
  const pages = await Promise.all(
    sourceIds.map((sourceId) => store.events.list({ sourceId }, { limit: shownEvents })),
  );
  const events = pages
    .flatMap(({ items }) => items)
    .toSorted((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  if (events.length === 0) return;
  terminal.out("");
  for (const line of eventTable(events.slice(0, shownEvents), terminal)) terminal.out(line);
  terminal.out("\nhabeas events show ID prints the evidence.");
}
