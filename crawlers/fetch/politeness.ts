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
}

/** How a request ended, told when its slot is given back. */
export interface SlotOutcome {
  elapsedMs: number;
  /** The host asked for this much rest (`Retry-After`). */
  retryAfterMs?: number;
  /** True when the host was in trouble: 5xx, 429, time-out, connection lost. */
  failed?: boolean;
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
  /** When the next request may start. */
  nextStartAt: number;
  /** Smoothed duration of a request, for guessing when a slot comes back. */
  averageElapsedMs: number;
  /** Failures in a row; each doubles the host's rest. */
  failures: number;
}

export const restedHost: HostState = { leases: [], nextStartAt: 0, averageElapsedMs: 0, failures: 0 };

/** First rest after a failure; doubled by each further one. */
const FAILURE_REST_MS = 1_000;
/** Longest rest of our own choosing: a host that is back is noticed within minutes. */
const MAX_FAILURE_REST_MS = 300_000;
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
  if (now < state.nextStartAt) return { granted: false, waitMs: state.nextStartAt - now };
  if (leases.length >= limits.concurrency) {
    return { granted: false, waitMs: clamp(state.averageElapsedMs, MIN_BUSY_WAIT_MS, MAX_BUSY_WAIT_MS) };
  }
  const leaseEnd = now + limits.leaseMs;
  return {
    granted: true,
    leaseEnd,
    state: { ...state, leases: [...leases, leaseEnd], nextStartAt: now + limits.delayMs },
  };
}

/** The host's state after a request has ended. Pure. */
export function settle(state: HostState, leaseEnd: number, outcome: SlotOutcome, now: number): HostState {
  const at = state.leases.indexOf(leaseEnd);
  const failures = outcome.failed ? state.failures + 1 : 0;
  const ownRestMs = outcome.failed ? Math.min(FAILURE_REST_MS * 2 ** (failures - 1), MAX_FAILURE_REST_MS) : 0;
  const restMs = Math.max(ownRestMs, outcome.retryAfterMs ?? 0);
  return {
    leases: at < 0 ? state.leases : state.leases.toSpliced(at, 1),
    nextStartAt: restMs > 0 ? Math.max(state.nextStartAt, now + restMs) : state.nextStartAt,
    averageElapsedMs:
      state.averageElapsedMs === 0
        ? outcome.elapsedMs
        : state.averageElapsedMs * 0.7 + outcome.elapsedMs * 0.3,
    failures,
  };
}

export interface LocalHostSlotsOptions {
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hosts remembered at most; the ones asked for longest ago and at rest are forgotten first. */
  maxHosts?: number;
}

/** Host slots of one process. */
export function createLocalHostSlots(options: LocalHostSlotsOptions = {}): HostSlots {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? sleepFor;
  const maxHosts = options.maxHosts ?? 5_000;
  const hosts = new Map<string, HostState>();
  const wakers = new Map<string, Set<() => void>>();

  const remember = (host: string, state: HostState) => {
    hosts.delete(host);
    hosts.set(host, state);
    if (hosts.size <= maxHosts) return;
    for (const [name, kept] of hosts) {
      if (kept.leases.length > 0 || kept.nextStartAt > now()) continue;
      hosts.delete(name);
      break;
    }
  };

  function tryNow(host: string, limits: HostLimits): { slot: Slot } | { waitMs: number } {
    const decision = decide(hosts.get(host) ?? restedHost, limits, now());
    if (!decision.granted) return { waitMs: decision.waitMs };
    remember(host, decision.state);
    let released = false;
    const release = (outcome: SlotOutcome) => {
      if (!released) {
        released = true;
        remember(host, settle(hosts.get(host) ?? restedHost, decision.leaseEnd, outcome, now()));
        for (const wake of wakers.get(host) ?? []) wake();
      }
      return Promise.resolve();
    };
    return { slot: { release } };
  }

  /** Sleeps until the time is over, somebody gives a slot of the host back, or the signal fires. */
  async function sleepUntilReleased(host: string, ms: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    const waiting = wakers.get(host) ?? new Set();
    wakers.set(host, waiting.add(wake));
    try {
      await sleep(ms, AbortSignal.any([signal, woken.signal]));
    } catch (error) {
      if (!woken.signal.aborted) throw error;
    } finally {
      waiting.delete(wake);
      if (waiting.size === 0) wakers.delete(host);
    }
  }

  return {
    tryAcquire: (host, limits) => Promise.resolve(tryNow(host, limits)),
    async acquire(host, limits, signal = new AbortController().signal) {
      for (;;) {
        signal.throwIfAborted();
        // Asked without a gap before the sleep, so that no release goes unheard.
        const answer = tryNow(host, limits);
        if ("slot" in answer) return answer.slot;
        await sleepUntilReleased(host, answer.waitMs, signal);
      }
    },
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
function sleepFor(ms: number, signal: AbortSignal): Promise<void> {
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
