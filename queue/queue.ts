import type { JobName, JobPayload } from "../model/jobs.ts";
import type { RetrySettings } from "./retry-policy.ts";

/** How a job is put into the queue. */
export interface AddOptions {
  /**
   * Idempotence key: while a job with it waits, runs or sleeps, another is not added. Done or dropped, it may come
   * again. A dead one is replaced: there is a new reason to try.
   */
  key: string;
  /** 1 first … 10 last; {@link defaultPriority} when absent. */
  priority?: number;
  delayMs?: number;
  /** Leaves a dead job of this key with the dead letters instead of replacing it. For those who only mend, like the sweeper. */
  unlessDead?: boolean;
}

export const defaultPriority = 5;

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
  /** Aborted when the job is no longer ours (the worker closed without it, or its lease was lost): stop, write nothing. */
  signal: AbortSignal;
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
  retry?: Partial<RetrySettings>;
  /** Told about every finished try: for progress displays and logs. */
  onDone?: (job: Job, outcome: Outcome) => void;
  /** Told when the queue itself is in trouble (file locked, Redis lost); the worker goes on by itself. */
  onError?: (error: unknown) => void;
}

/** How one try ended. `retry` and `wait` say after how long the job comes back. */
export type Outcome =
  | { kind: "done" }
  | { kind: "retry"; delayMs: number; error: unknown }
  | { kind: "wait"; delayMs: number; error: unknown }
  | { kind: "dead"; error: unknown }
  | { kind: "ended"; error: unknown };

export interface Worker {
  /**
   * Stops taking jobs, waits for those in hand up to `graceMs` (10 s), then gives the rest back: they wait again, no
   * attempt spent. Calling it again waits for the same end.
   */
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
  /** Closes its workers, then its connections. */
  close(): Promise<void>;
}
