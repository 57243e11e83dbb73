import { z } from "zod";

/** An address that a backfill has still to look at. */
export const BackfillStepSchema = z.strictObject({
  kind: z.enum(["sitemap", "listing", "feed"]),
  url: z.string(),
  /** Endpoint that it belongs to. */
  endpointUrl: z.string(),
  /** Pages or levels that lie before it. */
  depth: z.int().nonnegative(),
});
export type BackfillStep = z.infer<typeof BackfillStepSchema>;

/** How far the search for a source's older articles has come. Natural key: source and range. */
export const BackfillSchema = z.strictObject({
  /** {@link backfillId}. */
  id: z.string(),
  sourceId: z.string(),
  /** Bare days, both inclusive. */
  from: z.string(),
  to: z.string(),
  pending: z.array(BackfillStepSchema),
  /** Addresses that were looked at, or put into `pending`. */
  seen: z.array(z.string()),
  /** Addresses looked at, articles within the range that they list, and those that were new. */
  steps: z.int().nonnegative(),
  found: z.int().nonnegative(),
  added: z.int().nonnegative(),
  /** Listed articles whose date nothing tells; they are left alone. */
  undated: z.int().nonnegative(),
  notes: z.array(z.string()),
});
export type Backfill = z.infer<typeof BackfillSchema>;

export const backfillId = (sourceId: string, from: string, to: string): string => `${sourceId} ${from} ${to}`;
