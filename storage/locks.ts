import { randomUUID } from "node:crypto";
import { Retryable } from "../model/errors.ts";
import type { Store } from "./store.ts";

/** Time as locks see it; handed in so that tests need not wait. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The rows behind the locks. Every operation is atomic; times are epoch milliseconds. */
export interface LeaseRows {
  /** Takes the key if nobody holds it or its lease has run out at `now`; says whether it was taken. */
  take(key: string, holder: string, now: number, expiresAt: number): Promise<boolean>;
  /** Says whether `holder` still had the key. */
  extend(key: string, holder: string, expiresAt: number): Promise<boolean>;
  /** Says whether `holder` still had the key. */
  release(key: string, holder: string): Promise<boolean>;
}

const firstDelayMs = 4;
const maxDelayMs = 100;

/**
 * Mutual exclusion by leases: a row with its holder and the time until which it is theirs, extended every third of
 * the lease while the work goes on. Holders on several machines need one clock, that of their server.
 */
export function createLocks(rows: LeaseRows, clock: Clock = systemClock): Store["withLock"] {
  return async (key, work, { leaseMs = 8_000, waitMs = 30_000 } = {}) => {
    const holder = randomUUID();
    const deadline = clock.now() + waitMs;
    for (let delayMs = firstDelayMs; ; delayMs = Math.min(delayMs * 2, maxDelayMs)) {
      const now = clock.now();
      if (await rows.take(key, holder, now, now + leaseMs)) break;
      if (now >= deadline) throw new Retryable(`the lock "${key}" was not free within ${waitMs} ms`);
      await clock.sleep(Math.min(delayMs * (0.5 + Math.random() / 2), Math.max(1, deadline - now)));
    }
    const renewal = setInterval(() => {
      // A round that fails is made up for by the next one; what was lost is seen at the release.
      rows.extend(key, holder, clock.now() + leaseMs).catch(() => undefined);
    }, leaseMs / 3);
    renewal.unref();
    let result: Awaited<ReturnType<typeof work>>;
    try {
      result = await work();
    } catch (error) {
      clearInterval(renewal);
      await rows.release(key, holder).catch(() => undefined);
      throw error;
    }
    clearInterval(renewal);
    if (!(await rows.release(key, holder)))
      throw new Retryable(`the lock "${key}" ran out while it was used: the work took longer than its lease`);
    return result;
  };
}
