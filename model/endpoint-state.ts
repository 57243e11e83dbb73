import { z } from "zod";

/** How an endpoint has behaved so far: what its polling interval and its staleness are learned from. */
export const RhythmSchema = z.strictObject({
  /** Polls that were answered with something readable, counted up to what the averages look back on. */
  polls: z.int().nonnegative(),
  /** Smoothed share of polls that brought something new, 0…1. */
  newShare: z.number().min(0).max(1),
  /** Smoothed share of new items whose titles tell of a release, 0…1. */
  releaseShare: z.number().min(0).max(1),
  /** Seconds between one item and the next, the latest of them last. */
  gapsSeconds: z.array(z.number().nonnegative()),
  /** Publication of the newest item, or when it was found if it was undated; ISO time. */
  newestAt: z.string().nullable(),
  /** Smoothed number of items that a poll lists. */
  yield: z.number().nonnegative(),
});
export type Rhythm = z.infer<typeof RhythmSchema>;

export const emptyRhythm: Rhythm = {
  polls: 0,
  newShare: 0,
  releaseShare: 0,
  gapsSeconds: [],
  newestAt: null,
  yield: 0,
};

/** What is remembered about one endpoint between polls. Natural key: `url`. */
export const EndpointStateSchema = z.strictObject({
  url: z.string(),
  sourceId: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  bodyHash: z.string().nullable(),
  /** ISO time of the last poll that was answered, whatever the answer. */
  polledAt: z.string().nullable(),
  /** ISO time of the last poll that could be read. */
  readAt: z.string().nullable().default(null),
  /** ISO time from which the endpoint may be polled again. */
  dueAt: z.string(),
  lastError: z.string().nullable(),
  consecutiveFailures: z.int().nonnegative(),
  /** Items seen in the last successful poll, and how many of them were new. */
  lastItems: z.int().nonnegative(),
  lastNew: z.int().nonnegative(),
  /** Where it has moved for good; asked instead of `url` as long as it answers. */
  movedTo: z.string().nullable().default(null),
  /** Set when it answered 410: it is polled no more until its source's file says something else. */
  retiredAt: z.string().nullable().default(null),
  /** Feeds that the publisher's homepage names while this endpoint fails: proposals for a human. */
  proposals: z.array(z.string()).default([]),
  /** Times in a row that "not modified" turned out to be untrue; such an endpoint is asked without validators. */
  validatorLies: z.int().nonnegative().default(0),
  /** What the last poll that was read found worth telling. */
  notes: z.array(z.string()).default([]),
  rhythm: RhythmSchema.default(emptyRhythm),
});
export type EndpointState = z.infer<typeof EndpointStateSchema>;

/** The state of an endpoint that was never polled. */
export function newEndpointState(url: string, sourceId: string, dueAt: string): EndpointState {
  return {
    url,
    sourceId,
    etag: null,
    lastModified: null,
    bodyHash: null,
    polledAt: null,
    readAt: null,
    dueAt,
    lastError: null,
    consecutiveFailures: 0,
    lastItems: 0,
    lastNew: 0,
    movedTo: null,
    retiredAt: null,
    proposals: [],
    validatorLies: 0,
    notes: [],
    rhythm: emptyRhythm,
  };
}
