import type { BreakerState } from "../../model/crawl-state.ts";
import { RateLimited } from "../../model/errors.ts";

/** It is our own politeness, not the host, that asks to come back later. */
export class HostBusy extends RateLimited {}

/** How hard one host may be worked. */
export interface HostLimits {
  /** Requests that may run at the same time. */
  concurrency: number;
  /** Milliseconds between the starts of two requests. */
  delayMs: number;
  /** Milliseconds after which a slot whose holder died frees itself. */
  leaseMs: number;
  /** Failures in a row after which the host is left alone, and for how long at first. Default 5 and a minute. */
  breakerFailures?: number;
  breakerRestMs?: number;
}

/**
 * What a request told about its host: it wants fewer requests (429), it is not well (5xx, time-out, no connection), or it
 * shows walls in place of pages.
 */
export type HostTrouble = "throttled" | "failed" | "refused";

/** How a request ended, told when its slot is given back. */
export interface SlotOutcome {
  /** null when it does not tell how fast the host is, as with a page whose scripts were waited for. */
  elapsedMs: number | null;
  /** The host asked for this much rest (`Retry-After`). */
  retryAfterMs?: number;
  trouble?: HostTrouble;
  /** The trouble in words, for operators. */
  reason?: string;
}

/** Leave to send one request to one host. */
export interface Slot {
  release(outcome: SlotOutcome): Promise<void>;
}

/**
 * Politeness per host, shared by everybody who fetches. `createLocalHostSlots` serves one process; an implementation
 * over a shared store needs only {@link tryAcquire} (one atomic script that does what {@link decide} and {@link settle}
 * do) and gets `acquire` from {@link acquireByTrying}.
 *
 * A queue's worker should not sleep in `acquire`: it asks with `tryAcquire`, and when told to wait puts its job back
 * with that delay and takes another host's. `createFetcher` does so for it when a request carries `maxWaitMs`: a longer
 * wait becomes a {@link HostBusy} error, which costs the job no attempt.
 */
export interface HostSlots {
  /** A slot now, or the milliseconds after which asking again makes sense. */
  tryAcquire(host: string, limits: HostLimits): Promise<{ slot: Slot } | { waitMs: number }>;
  /** Waits for a slot. Rejects with the signal's reason when it is aborted. */
  acquire(host: string, limits: HostLimits, signal?: AbortSignal): Promise<Slot>;
}

/** What is remembered about one host. Times are epoch milliseconds. */
export interface HostState {
  /** Ends of the leases of the slots that are out. */
  leases: readonly number[];
  /** The clock of our pace: when the next request may start. */
  nextStartAt: number;
  /** The host's own clock (`Retry-After`): no success and no shorter pause of ours moves it. */
  askedUntil: number;
  /** The clock of our caution after failures and throttling that came without a time. */
  restUntil: number;
  /** Smoothed duration of a request, for guessing when a slot comes back and for sparing slow hosts. */
  averageElapsedMs: number;
  failures: number;
  throttles: number;
  breaker: BreakerState;
  lastTrouble: string | null;
}

export const restedHost: HostState = {
  leases: [],
  nextStartAt: 0,
  askedUntil: 0,
  restUntil: 0,
  averageElapsedMs: 0,
  failures: 0,
  throttles: 0,
  breaker: "closed",
  lastTrouble: null,
};

/** First rest after a failure; doubled by each further one until the breaker opens. */
const FAILURE_REST_MS = 1_000;
const BREAKER_FAILURES = 5;
const BREAKER_REST_MS = 60_000;
/** First rest after a 429 without `Retry-After`. */
const THROTTLE_REST_MS = 30_000;
/** Longest rest of our own choosing: a host that is back is noticed within the hour. */
const MAX_REST_MS = 3_600_000;
/** Hosts that take longer than this for a page are spared: one request at a time, with as long a pause as it took. */
const SLOW_MS = 2_500;
/** A pause for slow hosts beyond this would starve their news. */
const MAX_SLOW_DELAY_MS = 20_000;
/** Bounds of the guess when a busy slot comes back: neither spin nor oversleep. */
const MIN_BUSY_WAIT_MS = 20;
const MAX_BUSY_WAIT_MS = 2_000;

/** May a request to this host start now? Pure. */
export function decide(
  state: HostState,
  limits: HostLimits,
  now: number,
): { granted: true; state: HostState; leaseEnd: number } | { granted: false; waitMs: number } {
  const leases = state.leases.filter((end) => end > now);
  const startAt = Math.max(state.nextStartAt, state.askedUntil, state.restUntil);
  if (now < startAt) return { granted: false, waitMs: startAt - now };
  const isSlow = state.averageElapsedMs > SLOW_MS;
  // After a rest of the breaker one request tries whether the host is back; the others wait for what it finds.
  const isProbe = state.breaker !== "closed";
  if (leases.length >= (isProbe || isSlow ? 1 : limits.concurrency)) {
    return { granted: false, waitMs: clamp(state.averageElapsedMs, MIN_BUSY_WAIT_MS, MAX_BUSY_WAIT_MS) };
  }
  const delayMs = isSlow
    ? Math.max(limits.delayMs, Math.min(state.averageElapsedMs, MAX_SLOW_DELAY_MS))
    : limits.delayMs;
  const leaseEnd = now + limits.leaseMs;
  return {
    granted: true,
    leaseEnd,
    state: {
      ...state,
      leases: [...leases, leaseEnd],
      nextStartAt: now + delayMs,
      breaker: isProbe ? "half_open" : "closed",
    },
  };
}

/** The host's state after a request has ended. Pure. */
export function settle(
  state: HostState,
  leaseEnd: number,
  outcome: SlotOutcome,
  now: number,
  limits: Pick<HostLimits, "breakerFailures" | "breakerRestMs"> = {},
): HostState {
  const at = state.leases.indexOf(leaseEnd);
  const { elapsedMs, retryAfterMs = 0 } = outcome;
  return {
    ...state,
    ...afterTrouble(state, outcome, now, limits),
    leases: at < 0 ? state.leases : state.leases.toSpliced(at, 1),
    askedUntil: Math.max(state.askedUntil, retryAfterMs > 0 ? now + retryAfterMs : 0),
    averageElapsedMs:
      elapsedMs === null || state.averageElapsedMs === 0
        ? (elapsedMs ?? state.averageElapsedMs)
        : state.averageElapsedMs * 0.7 + elapsedMs * 0.3,
  };
}

type Health = Pick<HostState, "failures" | "throttles" | "breaker" | "restUntil" | "lastTrouble">;

function afterTrouble(
  state: HostState,
  { trouble, reason = "", retryAfterMs }: SlotOutcome,
  now: number,
  { breakerFailures = BREAKER_FAILURES, breakerRestMs = BREAKER_REST_MS }: Partial<HostLimits>,
): Health {
  const { failures, throttles, restUntil, lastTrouble } = state;
  const restFor = (ms: number) => Math.max(restUntil, now + Math.min(ms, MAX_REST_MS));
  if (trouble === undefined) {
    const wasOpen = state.breaker !== "closed";
    return {
      failures: 0,
      // One answer does not prove that the pace is right again.
      throttles: Math.max(throttles - 1, 0),
      breaker: "closed",
      restUntil: wasOpen ? 0 : restUntil,
      lastTrouble,
    };
  }
  if (trouble === "throttled") {
    return {
      failures,
      throttles: throttles + 1,
      breaker: "closed",
      restUntil: retryAfterMs === undefined ? restFor(THROTTLE_REST_MS * 2 ** throttles) : restUntil,
      lastTrouble: reason,
    };
  }
  // Requests that were under way when the breaker opened tell nothing new.
  if (state.breaker === "open") return { failures, throttles, breaker: "open", restUntil, lastTrouble };
  const opens = failures + 1 >= breakerFailures;
  const restMs = opens
    ? breakerRestMs * 2 ** Math.min(failures + 1 - breakerFailures, 10)
    : FAILURE_REST_MS * 2 ** failures;
  return {
    failures: failures + 1,
    throttles,
    breaker: opens ? "open" : "closed",
    restUntil: restFor(restMs),
    lastTrouble: reason,
  };
}

/** `acquire` by means of `tryAcquire`: asks, sleeps as long as told, asks again. */
export async function acquireByTrying(
  tryOnce: () => Promise<{ slot: Slot } | { waitMs: number }>,
  sleep: (ms: number, signal: AbortSignal) => Promise<void> = sleepFor,
  signal: AbortSignal = new AbortController().signal,
): Promise<Slot> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await tryOnce();
    if ("slot" in answer) return answer.slot;
    await sleep(answer.waitMs, signal);
  }
}

/** Sleeps; rejects with the signal's reason when it is aborted. */
export function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", wake);
      resolve();
    }, ms);
    if (signal.aborted) wake();
    else signal.addEventListener("abort", wake, { once: true });
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
