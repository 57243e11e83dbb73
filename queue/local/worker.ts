import { describeError } from "../failure.ts";
import type { Job, Outcome, WorkOptions, Worker } from "../queue.ts";
import { parsePayload, type Served } from "../registry.ts";
import { decide, defaultRetrySettings } from "../retry-policy.ts";
import type { Claim, JobsTable } from "./jobs-table.ts";

export interface LocalWorkerOptions {
  table: JobsTable;
  served: readonly Served[];
  options: WorkOptions;
  now: () => number;
  random: () => number;
  leaseMs: number;
  /** Longest time after which jobs that another process added are noticed. */
  pollMs: number;
  /** Called after a job has left the worker's hands. */
  onSettled: () => void;
}

export interface LocalWorker extends Worker {
  /** There may be something to do: look soon. */
  wake(): void;
}

interface InHand {
  claim: Claim;
  abort: AbortController;
  finished: Promise<void>;
}

/**
 * Takes jobs from the table and runs them. It looks when woken, when a job ends, when the next delayed job or lease is
 * due, and at the latest after `pollMs`.
 */
export function startLocalWorker({
  table,
  served,
  options,
  now,
  random,
  leaseMs,
  pollMs,
  onSettled,
}: LocalWorkerOptions): LocalWorker {
  const retry = { ...defaultRetrySettings, ...options.retry };
  const inHand = new Set<InHand>();
  let recoverAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Immediate | undefined;
  let closing: Promise<void> | undefined;

  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      options.onError?.(error);
    }
  };

  const look = () => {
    soon = undefined;
    clearTimeout(timer);
    if (closing !== undefined) return;
    let waitMs = pollMs;
    guarded(() => {
      if (now() >= recoverAt) {
        table.recover();
        recoverAt = now() + pollMs;
      }
      for (const { name, handler, concurrency } of served) {
        const free = concurrency - [...inHand].filter(({ claim }) => claim.name === name).length;
        if (free > 0) for (const claim of table.claim(name, free)) start(claim, handler);
      }
      const next = table.nextAt();
      if (next !== null && next > now()) waitMs = Math.min(pollMs, next - now());
    });
    timer = setTimeout(look, waitMs);
  };
  const wake = () => {
    soon ??= setImmediate(look);
  };

  const start = (claim: Claim, handler: Served["handler"]) => {
    const entry: InHand = { claim, abort: new AbortController(), finished: Promise.resolve() };
    inHand.add(entry);
    entry.finished = run(entry, handler);
  };

  const run = async (entry: InHand, handler: Served["handler"]) => {
    const { claim, abort } = entry;
    const { name, key, priority } = claim;
    const job = {
      id: String(claim.id),
      name,
      key,
      priority,
      attempt: claim.attempts + 1,
      signal: abort.signal,
    };
    let payload: Job["payload"] | undefined;
    let outcome: Outcome;
    try {
      payload = parsePayload(name, JSON.parse(claim.payload));
      await handler({ ...job, payload });
      outcome = { kind: "done" };
    } catch (error) {
      const failure = { error, attempt: job.attempt, waits: claim.waits, now: now(), random: random() };
      outcome = { ...decide(failure, retry), error };
    }
    const settled = settle(entry, outcome);
    if (settled && payload !== undefined) guarded(() => options.onDone?.({ ...job, payload }, outcome));
    wake();
    onSettled();
  };

  /** A job that cannot be settled now (file locked for long) stays active without heartbeat and comes back by its lease. */
  const settle = (entry: InHand, outcome: Outcome): boolean => {
    const { claim } = entry;
    inHand.delete(entry);
    if (entry.abort.signal.aborted) return false;
    let settled = false;
    guarded(() => {
      if (outcome.kind === "done" || outcome.kind === "ended") settled = table.done(claim);
      else if (outcome.kind === "dead") settled = table.bury(claim, describeError(outcome.error));
      else settled = table[outcome.kind](claim, outcome.delayMs);
    });
    return settled;
  };

  const heartbeat = setInterval(
    () =>
      guarded(() => {
        if (inHand.size === 0) return;
        const lost = new Set(table.renew([...inHand].map(({ claim }) => claim)));
        for (const { claim, abort } of inHand) {
          if (lost.has(claim)) abort.abort(new Error(`the lease of job ${claim.key} was lost`));
        }
      }),
    leaseMs / 3,
  );

  const finish = async (graceMs: number) => {
    clearTimeout(timer);
    clearImmediate(soon);
    const grace = new AbortController();
    await Promise.race([
      Promise.all([...inHand].map(({ finished }) => finished)),
      new Promise((resolve) => {
        const ended = setTimeout(resolve, graceMs);
        grace.signal.addEventListener("abort", () => clearTimeout(ended));
      }),
    ]);
    grace.abort();
    clearInterval(heartbeat);
    for (const entry of inHand) {
      guarded(() => table.giveBack(entry.claim));
      entry.abort.abort(new Error("the worker is closing"));
      inHand.delete(entry);
    }
    clearImmediate(soon);
  };

  look();
  return {
    wake,
    close: (graceMs = 10_000) => (closing ??= finish(graceMs)),
  };
}
