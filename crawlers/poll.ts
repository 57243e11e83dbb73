import { HabeasError, RateLimited } from "../model/errors.ts";
import type { Endpoint, Source } from "../model/source.ts";
import type { Discovery, EndpointState } from "../storage/store.ts";
import { discover, type DiscoverOptions } from "./discover/discover.ts";
import type { DiscoveredItem } from "./discover/entries.ts";
import { priorityOf } from "./discover/priority.ts";
import { HostBusy } from "./fetch/politeness.ts";
import { sourceRequest } from "./fetch/source-request.ts";
import type { Fetched, Fetcher, FetchRequest } from "./fetch/types.ts";

export interface PollOptions {
  source: Source;
  endpoint: Endpoint;
  /** null at the first poll. */
  state: EndpointState | null;
  fetcher: Fetcher;
  /** Epoch milliseconds. */
  now: number;
  /** 0…1, for jitter and for probing past validators. Default `Math.random`. */
  random?: () => number;
  /** Topic filter of the source. */
  keep?: (item: DiscoveredItem) => boolean;
  /** For endpoints whose source does not say otherwise. Default 30 min. */
  intervalSeconds?: number;
  /** Items at most. Default 200. */
  limit?: number;
  /** See `FetchRequest`; a host that is busy for longer is thrown as `HostBusy` and changes no state. */
  maxWaitMs?: number;
  signal?: AbortSignal;
}

export interface Poll {
  /** What the endpoint announces, known or not; storing it is idempotent. */
  discoveries: Discovery[];
  /** To be stored after the discoveries; `lastNew` is 0 until the caller, who knows what was new, corrects it. */
  nextState: EndpointState;
  /** True when nothing has changed since the last poll. */
  unchanged: boolean;
  notes: string[];
  /** Why the poll failed; `nextState` has it as words and waits longer. */
  error: HabeasError | null;
}

const DEFAULT_INTERVAL_SECONDS = 1_800;
/** A failing endpoint is asked less and less often, but daily at least, so that its return is noticed. */
const MAX_BACKOFF_SECONDS = 24 * 3_600;
/** Spread of due times, so that endpoints do not move in step. */
const JITTER = 0.1;
/** Share of polls that ask without validators: some feeds answer 304 for ever. */
const PROBE_SHARE = 0.05;
/** Sitemaps of an index that are read at one poll. */
const MAX_CHILDREN = 3;
/** Longest wait between them: a host that wants more rest is left for the next poll. */
const CHILD_WAIT_MS = 30_000;

/**
 * Polls one endpoint: conditional request, parse, follow the newest sitemaps of an index, and say when to come back.
 * Everything that can go wrong with a site becomes part of the result; only `HostBusy`, the caller's abort and our own
 * bugs are thrown.
 */
export async function pollEndpoint(options: PollOptions): Promise<Poll> {
  try {
    return await poll(options);
  } catch (error) {
    if (error instanceof HostBusy || !(error instanceof HabeasError)) throw error;
    return {
      discoveries: [],
      nextState: stateAfterFailure(options, error),
      unchanged: false,
      notes: [],
      error,
    };
  }
}

async function poll(options: PollOptions): Promise<Poll> {
  const { endpoint, state, fetcher, random = Math.random } = options;
  const probing = random() < PROBE_SHARE;
  const validators = state && !probing ? { etag: state.etag, lastModified: state.lastModified } : null;
  const conditional = validators !== null && (validators.etag !== null || validators.lastModified !== null);
  const result = await fetcher.fetch({
    ...requestFor(options, endpoint.url),
    browser: options.source.needsBrowser && endpoint.kind === "listing",
    ...(conditional ? { validators } : {}),
  });
  if (result.notModified || result.hash === state?.bodyHash) {
    const kept = { items: state?.lastItems ?? 0, ttlSeconds: 0, fingerprint: fingerprintOf(state) };
    return {
      discoveries: [],
      nextState: stateAfterSuccess(options, kept),
      unchanged: true,
      notes: [],
      error: null,
    };
  }

  const found = await discover(endpoint, result, discoverOptions(options));
  const notes = [...movedNote(result), ...found.notes];
  const items = [...found.items, ...(await readChildren(options, found.children, notes))];
  const limit = options.limit ?? 200;
  const nextState = stateAfterSuccess(options, {
    items: items.length,
    ttlSeconds: found.ttlSeconds ?? 0,
    // Sitemaps of an index change without it, so the index alone never means "unchanged".
    fingerprint:
      found.children.length > 0 ? fingerprintOf(null) : { ...result.headers, bodyHash: result.hash },
  });
  const discoveries = items.slice(0, limit).map((item) => discoveryOf(options, item));
  return { discoveries, nextState, unchanged: false, notes, error: null };
}

/** Tells the maintainer of a source when its endpoint has moved for good. */
function movedNote({ redirects, requestedUrl, url }: Fetched): string[] {
  const forGood = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  return forGood ? [`${requestedUrl} has moved for good to ${url}`] : [];
}

/** Reads the sitemaps of an index, one level deep. One that fails is noted and does not spoil the others. */
async function readChildren(options: PollOptions, children: readonly string[], notes: string[]) {
  const items = new Map<string, DiscoveredItem>();
  for (const url of children) {
    try {
      const result = await options.fetcher.fetch({
        ...requestFor(options, url),
        maxWaitMs: Math.max(options.maxWaitMs ?? 0, CHILD_WAIT_MS),
      });
      if (result.notModified) continue;
      const found = await discover(options.endpoint, result, discoverOptions(options));
      notes.push(...found.notes.map((note) => `${url}: ${note}`));
      for (const item of found.items) items.set(item.url, item);
    } catch (error) {
      if (!(error instanceof HabeasError)) throw error;
      notes.push(`${url}: ${error.message}`);
    }
  }
  return items.values();
}

function requestFor({ source, endpoint, maxWaitMs, signal }: PollOptions, url: string): FetchRequest {
  return {
    ...sourceRequest(source),
    url,
    expect: endpoint.kind === "listing" ? "listing" : "feed",
    ...(maxWaitMs === undefined ? {} : { maxWaitMs }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function discoverOptions({ source, now, limit, keep }: PollOptions): DiscoverOptions {
  return {
    now,
    maxChildren: MAX_CHILDREN,
    ...(limit === undefined ? {} : { limit }),
    ...(keep === undefined ? {} : { keep }),
    ...(source.charset === undefined ? {} : { charset: source.charset }),
    ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
  };
}

function discoveryOf({ source, endpoint, state, now }: PollOptions, item: DiscoveredItem): Discovery {
  return {
    url: item.url,
    sourceId: source.id,
    endpointUrl: endpoint.url,
    discoveredAt: new Date(now).toISOString(),
    hint: { title: item.title, published: item.published },
    // What the first poll finds was there before us; news is what comes later.
    priority: priorityOf(item, { backfill: state === null && isOld(item, now) }),
  };
}

/** Older than two days: nobody waits for an alert about it. */
function isOld({ published }: DiscoveredItem, now: number): boolean {
  return published !== null && Date.parse(published) < now - 2 * 24 * 3_600_000;
}

function intervalSeconds({ source, endpoint, intervalSeconds: fallback }: PollOptions): number {
  return endpoint.intervalSeconds ?? source.intervalSeconds ?? fallback ?? DEFAULT_INTERVAL_SECONDS;
}

function dueAt({ now, random = Math.random }: PollOptions, seconds: number): string {
  const spread = 1 + JITTER * (2 * random() - 1);
  return new Date(now + seconds * spread * 1_000).toISOString();
}

type Fingerprint = Pick<EndpointState, "etag" | "lastModified" | "bodyHash">;

function fingerprintOf(state: EndpointState | null): Fingerprint {
  return {
    etag: state?.etag ?? null,
    lastModified: state?.lastModified ?? null,
    bodyHash: state?.bodyHash ?? null,
  };
}

function stateAfterSuccess(
  options: PollOptions,
  outcome: { items: number; ttlSeconds: number; fingerprint: Fingerprint },
): EndpointState {
  const interval = intervalSeconds(options);
  // A feed that wants to be left alone for longer gets up to double the interval: news must not wait for its advice.
  const seconds = Math.max(interval, Math.min(outcome.ttlSeconds, interval * 2));
  const { etag, lastModified, bodyHash } = outcome.fingerprint;
  return {
    url: options.endpoint.url,
    sourceId: options.source.id,
    etag,
    lastModified,
    bodyHash,
    polledAt: new Date(options.now).toISOString(),
    dueAt: dueAt(options, seconds),
    lastError: null,
    consecutiveFailures: 0,
    lastItems: outcome.items,
    lastNew: 0,
  };
}

function stateAfterFailure(options: PollOptions, error: HabeasError): EndpointState {
  const { state, now } = options;
  const failures = (state?.consecutiveFailures ?? 0) + 1;
  const seconds = Math.min(intervalSeconds(options) * 2 ** Math.min(failures - 1, 10), MAX_BACKOFF_SECONDS);
  const due = dueAt(options, seconds);
  const asked = error instanceof RateLimited ? new Date(error.until).toISOString() : due;
  return {
    url: options.endpoint.url,
    sourceId: options.source.id,
    ...fingerprintOf(state),
    polledAt: new Date(now).toISOString(),
    dueAt: asked > due ? asked : due,
    lastError: error.message,
    consecutiveFailures: failures,
    lastItems: state?.lastItems ?? 0,
    lastNew: 0,
  };
}
