import { Blocked, Bug, Gone, Permanent, RateLimited, Unavailable } from "../model/errors.ts";

export interface RetrySettings {
  /** Tries, the first included, after which a failing job goes to the dead letters. */
  maxAttempts: number;
  /** Pause after the first failure; doubled by each further one. */
  baseDelayMs: number;
  maxDelayMs: number;
  /** Longest wait that a host may ask for: a broken `Retry-After` must not bury a job for years. */
  maxWaitMs: number;
}

/** About half an hour of trouble is ridden out; what lasts longer is for an operator to see. */
export const defaultRetrySettings: RetrySettings = {
  maxAttempts: 6,
  baseDelayMs: 10_000,
  maxDelayMs: 15 * 60_000,
  maxWaitMs: 24 * 3_600_000,
};

/** What becomes of a job after its handler threw. */
export type Decision =
  /** Try again after a pause; the attempt is spent. */
  | { kind: "retry"; delayMs: number }
  /** Come back later; no attempt is spent. */
  | { kind: "wait"; delayMs: number }
  /** Keep it for an operator. */
  | { kind: "dead" }
  /** The handler has recorded the outcome; nothing is left to do. */
  | { kind: "ended" };

export interface Failure {
  error: unknown;
  /** Number of the try that failed, 1 for the first. */
  attempt: number;
  /** How often the job was already told to come back later. */
  waits: number;
  /** Epoch milliseconds. */
  now: number;
  /** Uniform in 0…1. */
  random: number;
}

/**
 * Decides by the class of the error. Pure.
 *
 * Pauses are exponential with "equal jitter": half of the pause is fixed, half is random, so that jobs that failed
 * together do not come back together and none comes back at once (M. Brooker, Exponential Backoff And Jitter, 2015).
 */
export function decide(failure: Failure, settings: RetrySettings = defaultRetrySettings): Decision {
  const { error, attempt } = failure;
  if (error instanceof RateLimited) return { kind: "wait", delayMs: waitFor(error.until, failure, settings) };
  if (error instanceof Unavailable) return { kind: "wait", delayMs: outageWait(failure, settings) };
  if (error instanceof Blocked || error instanceof Gone || error instanceof Permanent)
    return { kind: "ended" };
  if (error instanceof Bug || attempt >= settings.maxAttempts) return { kind: "dead" };
  const pause = Math.min(settings.baseDelayMs * 2 ** (attempt - 1), settings.maxDelayMs);
  return { kind: "retry", delayMs: Math.round(pause / 2 + (pause / 2) * failure.random) };
}

/** Longest pause before the next look whether our own store or queue is back. */
const MAX_OUTAGE_WAIT_MS = 60_000;

/** An outage of ours may last for hours and must not fill the dead letters; jobs look again, ever less often. */
function outageWait({ waits, random }: Failure, { baseDelayMs, maxWaitMs }: RetrySettings): number {
  const pause = Math.min(baseDelayMs * 2 ** Math.min(waits, 16), MAX_OUTAGE_WAIT_MS, maxWaitMs);
  return Math.round(pause / 2 + (pause / 2) * random);
}

/**
 * Many jobs may be waiting for the same busy host, and all are told the same time. Each further wait of a job is
 * spread over a longer stretch, up to eight times what was asked, so that a thousand of them do not come back as one.
 */
function waitFor(until: number, { now, waits, random }: Failure, settings: RetrySettings): number {
  const asked = Number.isFinite(until) ? Math.max(until - now, 0) : settings.baseDelayMs;
  return Math.round(Math.min(asked * (1 + random * Math.min(waits, 8)), settings.maxWaitMs));
}
