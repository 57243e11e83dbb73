import { createHash } from "node:crypto";
import type { Job as BullJob, JobsOptions } from "bullmq";
import type { JobName } from "../../model/jobs.ts";
import { describeError } from "../failure.ts";
import type { DeadJob } from "../queue.ts";
import type { CheckedJob } from "../registry.ts";

/** What BullMQ carries for us. */
export interface JobData {
  key: string;
  payload: unknown;
  /** Crashes that were forgiven by a replay; BullMQ's own counter cannot be set back. */
  forgivenCrashes: number;
}

export type CarriedJob = BullJob<JobData, void, JobName>;

/**
 * Identifier of the job with this key. As long as BullMQ knows the identifier, it drops another job with it; since
 * finished jobs are removed at once, that is the rule of {@link AddOptions.key}. BullMQ refuses colons and whole
 * numbers, so keys that are not plain are hashed.
 */
export function jobIdOf(key: string): string {
  if (/^[a-z]+\|[\w.-]{1,64}$/.test(key)) return key;
  return `sha256-${createHash("sha256").update(key).digest("hex")}`;
}

/** Dead letters kept for each job name; the oldest are let go. */
const MAX_DEAD = 10_000;

export function bulkJob({ name, key, payload, priority, delayMs }: CheckedJob) {
  const opts: JobsOptions = {
    jobId: jobIdOf(key),
    priority,
    delay: delayMs,
    // The retry policy decides alone how often a job is tried; BullMQ must not give up by itself.
    attempts: Number.MAX_SAFE_INTEGER,
    backoff: { type: "policy" },
    removeOnComplete: true,
    removeOnFail: { count: MAX_DEAD },
    stackTraceLimit: 1,
  };
  const data: JobData = { key, payload, forgivenCrashes: 0 };
  return { name, data, opts };
}

/** Makes BullMQ put the job to sleep for the time that the policy gave. */
export class RetryLater extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, cause: unknown) {
    const { class: className, message } = describeError(cause);
    super(`${className}: ${message}`, { cause });
    this.delayMs = delayMs;
  }
}

/** The reason and stack of a failed job, in the form that {@link deadJob} reads back and any BullMQ tool shows. */
export function failureText(error: unknown): { reason: string; stack: string } {
  const { class: className, message, stack } = describeError(error);
  return { reason: `${className}: ${message}`, stack: stack ?? "" };
}

export function deadJob(job: CarriedJob): DeadJob {
  const reason = job.failedReason ?? "";
  const [, className, message] = /^(\w+): (.*)$/s.exec(reason) ?? [null, "unknown", reason];
  return {
    id: `${job.name}/${job.id ?? ""}`,
    name: job.name,
    key: job.data.key,
    payload: job.data.payload,
    attempts: job.attemptsMade,
    error: {
      class: className ?? "unknown",
      message: message ?? reason,
      stack: job.stacktrace?.at(-1) || null,
    },
    failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
  };
}
