import type { Source } from "../model/source.ts";
import type { Store } from "../storage/store.ts";
import { every, type Repeating } from "./every.ts";
import type { NewJob, Queue } from "./queue.ts";
import { dueEndpoints } from "./scheduler.ts";
import { nextJobOf, pollJob } from "./stages/jobs.ts";

export interface SweeperOptions {
  store: Pick<Store, "articles" | "endpoints">;
  queue: Pick<Queue, "add" | "counts">;
  /** Sources whose due endpoints are swept as well; none for a process that only works on articles. */
  sources?: readonly Source[];
  now?: () => number;
  /** How long an article may stand in a stage before it is looked for. */
  graceMs?: number;
  /** Articles looked at per stage and round: an emptied queue is filled again in portions. */
  batch?: number;
  intervalMs?: number;
  onSweep?: (report: SweepReport) => void;
  onError?: (error: unknown) => void;
}

/** Jobs that were missing and have been added, by name. */
export type SweepReport = Record<"poll" | "fetch" | "extract" | "resolve", number>;

export interface Sweeper {
  sweep(): Promise<SweepReport>;
  /** Sweeps at once and then from time to time. */
  start(): Repeating;
}

/** From the last stage to the first, so that an article that moves on meanwhile is not met twice. */
const swept = [
  { stage: "extracted", name: "resolve" },
  { stage: "fetched", name: "extract" },
  { stage: "discovered", name: "fetch" },
] as const;

/**
 * Brings back what the queue has lost (an emptied Redis, a process killed between a write and the job that follows it):
 * the store knows the stage of every article, so the missing job is known too. What is in the queue already, or among
 * its dead letters, stays as it is.
 */
export function createSweeper({
  store,
  queue,
  sources = [],
  now = Date.now,
  graceMs = 120_000,
  batch = 1_000,
  intervalMs = 60_000,
  onSweep = () => undefined,
  onError = () => undefined,
}: SweeperOptions): Sweeper {
  const add = (jobs: readonly NewJob[]) => queue.add(jobs.map((job) => ({ ...job, unlessDead: true })));

  const sweep = async () => {
    const report: SweepReport = { poll: 0, fetch: 0, extract: 0, resolve: 0 };
    const before = new Date(now() - graceMs).toISOString();
    const counts = await queue.counts();
    for (const { stage, name } of swept) {
      // Articles of dead jobs stand still and would fill the oldest places for ever.
      const found = await store.articles.behind(stage, before, batch + counts[name].dead);
      report[name] = await add(found.map(nextJobOf).filter((job) => job !== null));
    }
    if (sources.length > 0) {
      const due = dueEndpoints(sources, await store.endpoints.list(), now() - graceMs);
      report.poll = await add(due.map(({ source, endpoint }) => pollJob(source.id, endpoint.url)));
    }
    onSweep(report);
    return report;
  };
  return { sweep, start: () => every(intervalMs, sweep, onError) };
}
