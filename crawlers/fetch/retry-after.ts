/** Longest rest that a host may ask for; beyond it something is wrong and asking once more does no harm. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;
/** Rest after a 429 that does not say how long. */
export const DEFAULT_RETRY_AFTER_MS = 60_000;

/**
 * Reads `Retry-After`, as seconds or as an HTTP date (RFC 9110, 10.2.3).
 * @returns milliseconds from `now`, at least one second and at most {@link MAX_RETRY_AFTER_MS}; null when absent or unreadable.
 */
export function parseRetryAfterMs(value: string | null | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (text === "") return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1_000), MAX_RETRY_AFTER_MS);
}
