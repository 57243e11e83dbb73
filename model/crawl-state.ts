import { z } from "zod";

/** Whether a host is asked: `open` means that it is left alone, `half_open` that one request tries it. */
const breakerStates = ["closed", "open", "half_open"] as const;
export type BreakerState = (typeof breakerStates)[number];

/** What is remembered about a host that is, or lately was, in trouble. Natural key: `host` with its port. */
export const HostRecordSchema = z.strictObject({
  host: z.string(),
  breaker: z.enum(breakerStates),
  /** Failures in a row (no answer, 5xx, a wall for robots); each lengthens the rest. */
  failures: z.int().nonnegative(),
  /** Answers 429 in a row, which tell of our pace and not of the host's health. */
  throttles: z.int().nonnegative(),
  /** Epoch milliseconds until which the host asked to be left alone (`Retry-After`); 0 when it did not. */
  askedUntil: z.number().nonnegative(),
  /** Epoch milliseconds until which we leave it alone by our own choice. */
  restUntil: z.number().nonnegative(),
  /** Smoothed duration of a request; slow hosts are asked less often. */
  averageElapsedMs: z.number().nonnegative(),
  lastTrouble: z.string().nullable(),
  /** ISO time. */
  changedAt: z.string(),
});
export type HostRecord = z.infer<typeof HostRecordSchema>;

/** The robots.txt of one origin as it was read, for all workers. Natural key: `origin`. */
export const RobotsRecordSchema = z.strictObject({
  origin: z.string(),
  /** null: there is no rule file, everything is allowed. */
  text: z.string().nullable(),
  /** Epoch milliseconds of the last time that it could be read; null: never. */
  readAt: z.number().nullable(),
  /** Set while the file cannot be read. */
  failure: z.strictObject({ message: z.string(), retryAt: z.number() }).nullable(),
});
export type RobotsRecord = z.infer<typeof RobotsRecordSchema>;

/** What crawling has learned about one source's pages. Natural key: `sourceId`. */
export const SourceHabitSchema = z.strictObject({
  sourceId: z.string(),
  /** Pages in a row that were empty without JavaScript. */
  shells: z.int().nonnegative(),
  /** Rendered pages in a row that were no better for it. */
  vainRenders: z.int().nonnegative(),
  /** Pages that the browser fetched first since plain HTTP was last tried. */
  sinceHttp: z.int().nonnegative(),
  /** ISO time before which the browser is not tried, because it did not pay. */
  noBrowserUntil: z.string().nullable(),
});
export type SourceHabit = z.infer<typeof SourceHabitSchema>;
