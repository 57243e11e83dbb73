import { jobNames } from "../../model/jobs.ts";
import type { Database } from "../../storage/sqlite/database.ts";
import type { Queue } from "../queue.ts";
import { checkJob, servedBy } from "../registry.ts";
import { createHolder } from "./holder.ts";
import { createJobsTable } from "./jobs-table.ts";
import { type LocalWorker, startLocalWorker } from "./worker.ts";

export interface LocalQueueOptions {
  /** Handle on the file that holds the jobs. It belongs to the queue from now on: `close` closes it. */
  database: Database;
  now?: () => number;
  random?: () => number;
  /** Time without a heartbeat after which a job is taken from its worker. */
  leaseMs?: number;
  pollMs?: number;
  maxCrashes?: number;
}

/**
 * The queue without a server: tables of the SQLite file. Durable, and safe for several processes on one file: a job is
 * taken in one statement under a lease, and whoever has lost the lease can no longer settle it.
 */
export function createLocalQueue({
  database,
  now = Date.now,
  random = Math.random,
  leaseMs = 30_000,
  pollMs = 500,
  maxCrashes = 10,
}: LocalQueueOptions): Queue {
  const table = createJobsTable({ database, holder: createHolder(), now, leaseMs, maxCrashes });
  const workers = new Set<LocalWorker>();
  const watchers = new Set<() => void>();
  let closing: Promise<void> | undefined;

  const wakeWorkers = () => {
    for (const worker of workers) worker.wake();
  };
  const tellWatchers = () => {
    for (const watcher of watchers) watcher();
  };
  /** Until a job of this handle ends, or long enough that another process may have done something. */
  const somethingChanges = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve) => {
      const stop = () => {
        clearTimeout(timer);
        watchers.delete(stop);
        signal?.removeEventListener("abort", stop);
        resolve();
      };
      const timer = setTimeout(stop, pollMs);
      watchers.add(stop);
      signal?.addEventListener("abort", stop);
    });
  const finish = async () => {
    await Promise.all([...workers].map((worker) => worker.close()));
    database.close();
  };

  return {
    backend: "local",
    async add(jobs) {
      const added = table.add(jobs.map(checkJob));
      if (added > 0) wakeWorkers();
      return added;
    },
    async work(handlers, options) {
      const served = servedBy(handlers, options);
      const worker = startLocalWorker({
        table,
        served,
        options,
        now,
        random,
        leaseMs,
        pollMs,
        onSettled: tellWatchers,
      });
      workers.add(worker);
      return {
        async close(graceMs) {
          await worker.close(graceMs);
          workers.delete(worker);
        },
      };
    },
    async pause(name) {
      table.pause(name === undefined ? jobNames : [name]);
    },
    async resume(name) {
      table.resume(name === undefined ? jobNames : [name]);
      wakeWorkers();
    },
    counts: async () => table.counts(),
    dead: {
      list: async (limit, name) => table.dead(limit, name ?? null),
      async replay(ids) {
        const replayed = table.replay(ids);
        if (replayed > 0) wakeWorkers();
        return replayed;
      },
      drop: async (ids) => table.drop(ids),
    },
    async idle({ horizonMs = Number.MAX_SAFE_INTEGER, signal } = {}) {
      for (;;) {
        signal?.throwIfAborted();
        if (!table.isBusy(Math.min(now() + horizonMs, Number.MAX_SAFE_INTEGER))) return;
        await somethingChanges(signal);
      }
    },
    close: () => (closing ??= finish()),
  };
}
