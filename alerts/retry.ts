import type { TargetState } from "../model/alert.ts";

/** Waits before the second, third, … try: an alert is worth nothing next week, but a weekend's outage must not lose it. */
const waitsMinutes = [0.5, 2, 10, 30, 120, 360, 720, 1440, 1440];
/** Failures in a row after which a target is left alone. */
const breakerFailures = 5;
const breakerMinutes = [1, 5, 15, 60];

/**
 * Time until the next try after so many failed ones; null when it is given up.
 *
 * @param random 0 to 1: tries that failed together must not come back together
 */
export function nextTryMs(failed: number, random: number): number | null {
  const minutes = waitsMinutes[failed - 1];
  return minutes === undefined ? null : minutes * 60_000 * (0.8 + 0.4 * random);
}

/** A target's state after a try, with the breaker opened, closed or held. */
export function afterTry(
  state: TargetState | null,
  { id, ok, error, at }: { id: string; ok: boolean; error: string | null; at: number },
): TargetState {
  const changedAt = new Date(at).toISOString();
  if (ok) return { id, consecutiveFailures: 0, closedUntil: null, lastError: null, changedAt };
  const consecutiveFailures = (state?.consecutiveFailures ?? 0) + 1;
  const over = consecutiveFailures - breakerFailures;
  const minutes = breakerMinutes[Math.min(over, breakerMinutes.length - 1)];
  return {
    id,
    consecutiveFailures,
    closedUntil: over < 0 || minutes === undefined ? null : new Date(at + minutes * 60_000).toISOString(),
    lastError: error,
    changedAt,
  };
}

/** Epoch milliseconds from which the target may be tried; the past when nothing stands against it. */
export const opensAt = (state: TargetState | null): number =>
  state?.closedUntil == null ? 0 : Date.parse(state.closedUntil);
