import { loadSources } from "../../config/load-sources.ts";
import { runBackfill } from "../../queue/run-backfill.ts";
import { openPipeline, watchedSources } from "../../queue/pipeline.ts";
import { numberOption } from "../arguments.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../explain.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";
import { printable } from "../terminal.ts";

interface BackfillOptions {
  from: string;
  to?: string;
  limit: string;
  restart?: true;
  json?: true;
}

/** Looks for a source's articles between two days and puts them into the queue. Goes on where it was interrupted. */
export async function backfill({
  args,
  options,
  globals,
  terminal,
}: CommandContext<BackfillOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  const from = dayOption("from", options.from);
  const to = dayOption("to", options.to ?? new Date().toISOString().slice(0, 10));
  if (from > to) throw new UsageError(`--from ${from} is later than --to ${to}`);
  const limit = numberOption("limit", options.limit);
  const sources = sourcesNamed(args, loadSources({ userFolder: settings.sources.folder }));
  const stop = new AbortController();
  onStop(() => {
    terminal.err("Stopping; the same command goes on from here.");
    stop.abort();
  });
  const others = watchedSources(settings).filter(({ id }) => !sources.some((source) => source.id === id));
  const pipeline = await openPipeline({ settings, sources: [...sources, ...others] });
  try {
    for (const source of sources) {
      if (stop.signal.aborted) break;
      const state = await runBackfill(pipeline, source, {
        from,
        to,
        limit,
        restart: options.restart ?? false,
        signal: stop.signal,
        onStep: ({ steps, pending, found, added }, url) => {
          terminal.status(
            `${source.id}: ${steps} pages looked at, ${pending.length} to go · ${found} articles, ${added} new  ${printable(url)}`,
          );
        },
      });
      terminal.status("");
      const { steps, pending, found, added, undated, notes } = state;
      if (options.json)
        terminal.out(
          JSON.stringify({
            source: source.id,
            from,
            to,
            steps,
            pending: pending.length,
            found,
            added,
            undated,
            notes,
          }),
        );
      else {
        terminal.out(
          `${source.id}: ${found} articles from ${from} to ${to} on ${steps} pages, ${added} of them new`,
        );
        if (undated > 0) terminal.out(terminal.colors.dim(`  ${undated} without a date were left alone`));
        for (const note of notes) terminal.out(terminal.colors.dim(`  ${printable(note)}`));
        if (pending.length > 0) terminal.out(`  not finished: ${pending.length} pages to go; run it again`);
      }
    }
    terminal.err("habeas run (or habeas work) reads them, after everything that is news.");
    return exitCodes.ok;
  } finally {
    await pipeline.close();
  }
}

function dayOption(name: string, value: string): string {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (isDay) return value;
  throw new UsageError(`--${name} expects a day as YYYY-MM-DD, found "${value}"`);
}
