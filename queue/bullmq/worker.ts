import { DelayedError, UnrecoverableError, WaitingError, Worker as BullWorker } from "bullmq";
import type { Redis } from "ioredis";
import { Bug } from "../../model/errors.ts";
import type { JobName } from "../../model/jobs.ts";
import type { Job, Outcome, WorkOptions, Worker } from "../queue.ts";
import { parsePayload, type Served } from "../registry.ts";
import { decide, defaultRetrySettings } from "../retry-policy.ts";
import { type CarriedJob, failureText, type JobData, RetryLater } from "./job-form.ts";

export interface BullWorkerOptions {
  /** Patient connection; BullMQ makes its own blocking one from it. */
  redis: Redis;
  prefix: string;
  served: readonly Served[];
  options: WorkOptions;
  now: () => number;
  random: () => number;
  leaseMs: number;
  maxCrashes: number;
  onSettled: () => void;
}

/** One BullMQ worker for every job name served. */
export function startBullWorkers({
  redis,
  prefix,
  served,
  options,
  now,
  random,
  leaseMs,
  maxCrashes,
  onSettled,
}: BullWorkerOptions): Worker {
  const retry = { ...defaultRetrySettings, ...options.retry };
  const inHand = new Map<CarriedJob, AbortController>();
  const report = (error: unknown) => options.onError?.(error);
  let closing: Promise<void> | undefined;

  /** Ends with the outcome, or with null when the job was taken out of the handler's hands. */
  const tryOnce = async (carried: CarriedJob, handler: Served["handler"], abort: AbortController) => {
    const { key, payload } = carried.data;
    const attempt = carried.attemptsMade + 1;
    const taken = new Promise<null>((resolve) => {
      abort.signal.addEventListener("abort", () => resolve(null));
    });
    const job = {
      id: carried.id ?? "",
      name: carried.name,
      key,
      attempt,
      priority: carried.priority,
      signal: abort.signal,
    };
    const work = async (): Promise<{ job: Job | null; outcome: Outcome }> => {
      let checked: Job | null = null;
      try {
        const crashes = carried.stalledCounter - carried.data.forgivenCrashes;
        if (crashes > maxCrashes) throw crashed(maxCrashes);
        checked = { ...job, payload: parsePayload(job.name, payload) };
        await handler(checked);
        return { job: checked, outcome: { kind: "done" } };
      } catch (error) {
        const waits = carried.attemptsStarted - attempt;
        const decision = decide({ error, attempt, waits, now: now(), random: random() }, retry);
        return { job: checked, outcome: { ...decision, error } };
      }
    };
    return Promise.race([work(), taken]);
  };

  /** Tells BullMQ what became of the job: by returning, or by what is thrown. */
  const process = async (carried: CarriedJob, token: string, handler: Served["handler"]) => {
    const abort = new AbortController();
    inHand.set(carried, abort);
    try {
      const ended = await tryOnce(carried, handler, abort);
      if (ended === null) {
        if (closing !== undefined) await carried.moveToWait(token);
        throw new WaitingError();
      }
      const { job, outcome } = ended;
      if (job !== null) tell(job, outcome);
      switch (outcome.kind) {
        case "done":
        case "ended":
          return;
        case "wait":
          await carried.moveToDelayed(Date.now() + outcome.delayMs, token);
          throw new DelayedError();
        case "retry":
          throw new RetryLater(outcome.delayMs, outcome.error);
        case "dead": {
          const { reason, stack } = failureText(outcome.error);
          throw Object.assign(new UnrecoverableError(reason), { stack });
        }
      }
    } finally {
      inHand.delete(carried);
      onSettled();
    }
  };

  const tell = (job: Job, outcome: Outcome) => {
    try {
      options.onDone?.(job, outcome);
    } catch (error) {
      report(error);
    }
  };

  const workers = served.map(({ name, handler, concurrency }) => {
    const worker = new BullWorker<JobData, void, JobName>(
      name,
      (carried, token) => process(carried, token ?? "", handler),
      {
        connection: redis,
        prefix,
        concurrency,
        lockDuration: leaseMs,
        // The shortest interval of all workers decides how soon a killed worker's jobs come back, so it is always the same.
        stalledInterval: stalledIntervalMs(leaseMs),
        maxStalledCount: Number.MAX_SAFE_INTEGER,
        // Pause after a command that failed while Redis was away; BullMQ's 15 s would keep jobs in hand for that long.
        runRetryDelay: 1_000,
        settings: {
          backoffStrategy: (_attempts, _type, error) => (error instanceof RetryLater ? error.delayMs : -1),
        },
      },
    );
    worker.on("error", report);
    worker.on("completed", onSettled).on("failed", onSettled);
    worker.on("lockRenewalFailed", (ids) => {
      for (const [{ id, data }, abort] of inHand) {
        if (id !== undefined && ids.includes(id))
          abort.abort(new Error(`the lease of job ${data.key} was lost`));
      }
    });
    return worker;
  });

  const finish = async (graceMs: number) => {
    const grace = setTimeout(() => {
      for (const abort of inHand.values()) abort.abort(new Error("the worker is closing"));
    }, graceMs);
    await Promise.all(workers.map((worker) => worker.close()));
    clearTimeout(grace);
  };
  return { close: (graceMs = 10_000) => (closing ??= finish(graceMs)) };
}

/** Whole milliseconds: Redis refuses others, and the check for stalled jobs would fail in silence. */
const stalledIntervalMs = (leaseMs: number) => Math.min(Math.max(Math.round(leaseMs / 6), 250), 5_000);

function crashed(maxCrashes: number): Bug {
  const error = new Bug(
    `the process died or lost its lease with this job in hand more than ${maxCrashes} times`,
  );
  error.name = "Crashed";
  return error;
}
