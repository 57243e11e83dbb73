import type { ReviewStore } from "../../storage/review-store.ts";
import { isoTime } from "./time.ts";

export interface ThrottleOptions {
  review: ReviewStore;
  now: () => number;
  /** Failures that cost nothing. */
  free: number;
  /** Lock after the first failure too many; it doubles with every further one. */
  firstLockSeconds: number;
  maxLockSeconds: number;
  /** Failures are forgotten after this long without one. */
  forgetAfterHours: number;
}

export interface Throttle {
  /** Seconds that a key still has to wait; 0 when it may try. */
  waitSeconds(key: string): Promise<number>;
  failed(key: string): Promise<void>;
  succeeded(key: string): Promise<void>;
}

/** Slows guessing down: after some failures a key is locked, longer every time. Kept in the store, for all processes. */
export function createThrottle(options: ThrottleOptions): Throttle {
  const { review, now, free, firstLockSeconds, maxLockSeconds, forgetAfterHours } = options;
  return {
    async waitSeconds(key) {
      const known = await review.throttles.get(key);
      const until = known?.lockedUntil;
      return until ? Math.max(0, Math.ceil((Date.parse(until) - now()) / 1000)) : 0;
    },
    async failed(key) {
      const forgetBefore = now() - forgetAfterHours * 3_600_000;
      await review.throttles.removeBefore(isoTime(forgetBefore));
      await review.throttles.update(key, (known) => {
        const failures = (known?.failures ?? 0) + 1;
        const lockSeconds =
          failures <= free ? 0 : Math.min(maxLockSeconds, firstLockSeconds * 2 ** (failures - free - 1));
        return {
          id: key,
          failures,
          lastAt: isoTime(now()),
          lockedUntil: lockSeconds === 0 ? null : isoTime(now() + lockSeconds * 1000),
        };
      });
    },
    succeeded: (key) => review.throttles.remove(key),
  };
}
