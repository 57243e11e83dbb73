import type { JobName, JobPayload } from "../model/jobs.ts";

/** How a job is put into the queue. */
export interface AddOptions {
  /** Idempotence key: while a job with it waits, runs or sleeps, another is not added. Done or dropped, it may come again. */
  key: string;
  /** 1 first … 10 last. */
  priority?: number;
  delayMs?: number;
}

export interface NewJob<N extends JobName = JobName> extends AddOptions {
  name: N;
  payload: JobPayload<N>;
}

/** A job in a worker's hands. */
export interface Job<N extends JobName = JobName> {
  id: string;
  name: N;
  key: string;
  payload: JobPayload<N>;
  /** 1 for the first try. */
  attempt: number;
  priority: number;
}

/**
 * Does one stage for one job. What it throws decides what follows, by the class of the error (`model/errors.ts`):
 * Retryable waits and tries again until the attempts are spent, RateLimited waits until its time and spends none,
 * Blocked, Gone and Permanent have been recorded by the handler and end the job, Bug and everything unknown go to the
 * dead letters (an unknown error after the retries).
 */
export type Handler<N extends JobName> = (job: Job<N>) => Promise<void>;

/** Exactly one handler for every job name that a worker serves. */
export type Handlers = { [N in JobName]: Handler<N> };

export interface DeadJob {
  id: string;
  name: JobName;
  key: string;
  payload: unknown;
  attempts: number;
  error: { class: string; message: string; stack: string | null };
  failedAt: string;
}

export interface Counts {
  waiting: number;
  active: number;
  delayed: number;
  dead: number;
  paused: boolean;
}

export interface WorkOptions {
  /** Jobs of each name that run at once. */
  concurrency: Partial<Record<JobName, number>>;
  /** Told about every finished try: for progress displays and logs. */
  onDone?: (
    job: Job,
    outcome: { kind: "done" | "retry" | "wait" | "dead" | "ended"; error?: unknown },
  ) => void;
}

export interface Worker {
  /** Stops taking jobs, waits for those in hand up to `graceMs`, then gives the rest back. */
  close(graceMs?: number): Promise<void>;
}

/** The transport of jobs. The store is the truth: a queue that is flushed loses nothing that the sweeper cannot bring back. */
export interface Queue {
  readonly backend: "local" | "bullmq";
  /** Adds jobs that are not there yet; returns how many were added. Payloads are checked against their schema. */
  add(jobs: readonly NewJob[]): Promise<number>;
  work(handlers: Partial<Handlers>, options: WorkOptions): Promise<Worker>;
  pause(name?: JobName): Promise<void>;
  resume(name?: JobName): Promise<void>;
  counts(): Promise<Record<JobName, Counts>>;
  dead: {
    list(limit: number, name?: JobName): Promise<DeadJob[]>;
    /** Puts dead jobs back with their attempts reset; returns how many. */
    replay(ids: readonly string[]): Promise<number>;
    drop(ids: readonly string[]): Promise<number>;
  };
  /** Resolves when nothing waits, runs or sleeps for less than `horizonMs`; for one-shot crawls and tests. */
  idle(options?: { horizonMs?: number; signal?: AbortSignal }): Promise<void>;
  close(): Promise<void>;
}
