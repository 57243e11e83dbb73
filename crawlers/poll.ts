import type { EndpointState } from "../model/endpoint-state.ts";
import { Gone, HabeasError, Permanent } from "../model/errors.ts";
import type { Endpoint, Source } from "../model/source.ts";
import type { Discovery } from "../storage/store.ts";
import { discover, type Discovered, type DiscoverOptions } from "./discover/discover.ts";
import type { DiscoveredItem } from "./discover/entries.ts";
import { feedsOf } from "./discover/html-instead.ts";
import { priorities, priorityOf } from "./discover/priority.ts";
import { afterFailure, afterSuccess, type Before, type Success } from "./endpoint-state.ts";
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
  /** Which of these addresses are known already: a listing is read page by page until it shows known ones. */
  known?: (urls: readonly string[]) => Promise<ReadonlySet<string>>;
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
  /** The state to store after the discoveries; the caller says which of them were new. Pure. */
  nextState: (isNew: (discovery: Discovery) => boolean) => EndpointState;
  /** True when nothing has changed since the last poll. */
  unchanged: boolean;
  notes: string[];
  /** Why the poll failed; the next state has it as words and waits longer. */
  error: HabeasError | null;
}

const defaultIntervalSeconds = 1_800;
/** Share of polls that ask without validators: some feeds answer 304 for ever. */
const probeShare = 0.05;
/** Sitemaps of an index that are read at one poll, and how deep indexes may stand in indexes. */
const maxChildren = 3;
const maxDepth = 3;
/** Pages of a listing that are read at one poll. */
const maxListingPages = 5;
/** Longest wait between them: a host that wants more rest is left for the next poll. */
const furtherWaitMs = 30_000;
/** What a sitemap told longer ago than this before the last poll is not looked at again. */
const sitemapOverlapMs = 3 * 24 * 3_600_000;

/**
 * Polls one endpoint: conditional request, parse, follow the newest sitemaps of an index or the pages of a listing, and
 * say when to come back. Everything that can go wrong with a site becomes part of the result; only `HostBusy`, the
 * caller's abort and our own bugs are thrown.
 */
export async function pollEndpoint(options: PollOptions): Promise<Poll> {
  try {
    return await poll(options);
  } catch (error) {
    if (error instanceof HostBusy || !(error instanceof HabeasError)) throw error;
    const proposals = await proposedFeeds(options, error);
    const state = afterFailure(beforeOf(options), error, proposals);
    return { discoveries: [], nextState: () => state, unchanged: false, notes: [], error };
  }
}

async function poll(options: PollOptions): Promise<Poll> {
  const { endpoint, source, state, fetcher, random = Math.random } = options;
  const mayAsk = state !== null && state.validatorLies < 2 && random() >= probeShare;
  const validators = mayAsk ? { etag: state.etag, lastModified: state.lastModified } : null;
  const conditional = validators !== null && (validators.etag !== null || validators.lastModified !== null);
  const result = await fetcher.fetch({
    ...requestFor(options, state?.movedTo ?? endpoint.url),
    browser: source.needsBrowser && endpoint.kind === "listing" ? "first" : "never",
    ...(conditional ? { validators } : {}),
  });
  const moved = { movedTo: movedForGood(result) ?? state?.movedTo ?? null };
  const advice = { adviceSeconds: result.headers.maxAgeSeconds ?? 0 };
  if (result.notModified || result.hash === state?.bodyHash) {
    return pollOf(options, [], {
      ...fingerprintOf(state),
      ...moved,
      ...advice,
      items: null,
      validatorsLied: null,
      notes: null,
    });
  }

  const found = await discover(endpoint, result, discoverOptions(options));
  const notes = [...movedNote(moved.movedTo, endpoint.url), ...found.notes];
  const further = await readFurther(options, result.url, found, notes);
  const items = [...new Map([...found.items, ...further].map((item) => [item.url, item])).values()];
  return pollOf(options, items, {
    ...moved,
    adviceSeconds: Math.max(advice.adviceSeconds, found.ttlSeconds ?? 0),
    items: items.length,
    // Sitemaps of an index change without it, so the index alone never means "unchanged".
    ...(found.children.length > 0 ? fingerprintOf(null) : { ...validatorsOf(result), bodyHash: result.hash }),
    validatorsLied: liedAbout(result, state),
    notes,
  });
}

function pollOf(options: PollOptions, items: DiscoveredItem[], success: Omit<Success, "fresh">): Poll {
  const discoveries = items.slice(0, options.limit ?? 200).map((item) => discoveryOf(options, item));
  return {
    discoveries,
    nextState: (isNew) => {
      const fresh = discoveries.filter(isNew).map(({ hint, priority }) => ({
        published: hint.published,
        isRelease: priority === priorities.release,
      }));
      return afterSuccess(beforeOf(options), { ...success, fresh });
    },
    unchanged: success.items === null,
    notes: [...(success.notes ?? [])],
    error: null,
  };
}

function beforeOf({
  source,
  endpoint,
  state,
  now,
  random = Math.random,
  intervalSeconds,
}: PollOptions): Before {
  const baseSeconds =
    endpoint.intervalSeconds ?? source.intervalSeconds ?? intervalSeconds ?? defaultIntervalSeconds;
  return { url: endpoint.url, sourceId: source.id, state, now, random, baseSeconds };
}

/** Where the whole chain of redirects leads, when every one of them is permanent. */
function movedForGood({ redirects, url }: Pick<Fetched, "redirects" | "url">): string | null {
  const forGood = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  return forGood ? url : null;
}

/** Tells the maintainer of a source that its file is out of date. */
function movedNote(movedTo: string | null, url: string): string[] {
  return movedTo === null ? [] : [`${url} has moved for good to ${movedTo}`];
}

/** True when a body came that is new although its validators say that it is the old one; null when nothing shows. */
function liedAbout({ headers }: Fetched, state: EndpointState | null): boolean | null {
  if (state === null || state.bodyHash === null) return null;
  const { etag, lastModified } = state;
  if (etag === null && lastModified === null) return null;
  return headers.etag === etag && headers.lastModified === lastModified;
}

/** What stands behind the first answer: child sitemaps, or older pages of the listing while all of a page is unknown. */
async function readFurther(options: PollOptions, url: string, first: Discovered, notes: string[]) {
  const items: DiscoveredItem[] = [];
  const seen = new Set([url]);
  const read = async (address: string): Promise<Discovered | null> => {
    seen.add(address);
    const found = await readOne(options, address, notes);
    items.push(...(found?.items ?? []));
    return found;
  };
  if (options.endpoint.kind !== "listing") {
    let level = first.children;
    for (let depth = 1; level.length > 0 && depth <= maxDepth; depth++) {
      const below: string[] = [];
      for (const child of level.filter((address) => !seen.has(address)).slice(0, maxChildren))
        below.push(...((await read(child))?.children ?? []));
      level = below;
    }
    return items;
  }
  // At the first poll everything is unknown, and the first page is enough to begin with.
  if (options.state?.readAt == null || options.known === undefined) return items;
  let page: Discovered | null = first;
  for (let pages = 1; page?.next != null && !seen.has(page.next) && pages < maxListingPages; pages++) {
    if (page.items.length === 0) break;
    if ((await options.known(page.items.map((item) => item.url))).size > 0) break;
    page = await read(page.next);
  }
  return items;
}

/** One that fails is noted and does not spoil the others. */
async function readOne(options: PollOptions, url: string, notes: string[]): Promise<Discovered | null> {
  try {
    const request = requestFor(options, url);
    const result = await options.fetcher.fetch({
      ...request,
      maxWaitMs: Math.max(request.maxWaitMs ?? 0, furtherWaitMs),
    });
    if (result.notModified) return null;
    const found = await discover(options.endpoint, result, discoverOptions(options));
    notes.push(...found.notes.map((note) => `${url}: ${note}`));
    return found;
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    notes.push(`${url}: ${error.message}`);
    return null;
  }
}

/**
 * Feeds that the homepage names, when a feed is gone or shows something else, as it seems for good: at its third failure
 * in a row and then more and more rarely. Null when it was not the time to look. A proposal changes nothing by itself.
 */
async function proposedFeeds(options: PollOptions, error: HabeasError): Promise<string[] | null> {
  const { source, endpoint, state } = options;
  const failures = (state?.consecutiveFailures ?? 0) + 1;
  const looks = failures >= 3 && Number.isInteger(Math.log2(failures / 3));
  if (endpoint.kind === "listing" || !looks || !(error instanceof Gone || error instanceof Permanent))
    return null;
  try {
    const page = await options.fetcher.fetch({ ...requestFor(options, source.homepage), expect: "listing" });
    if (page.notModified) return null;
    const known = new Set(source.endpoints.map(({ url }) => url));
    return feedsOf(page.text, page.url).filter((url) => !known.has(url));
  } catch (trouble) {
    if (!(trouble instanceof HabeasError)) throw trouble;
    return null;
  }
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

function discoverOptions({ source, state, now, limit, keep }: PollOptions): DiscoverOptions {
  return {
    now,
    maxChildren,
    ...(state?.readAt == null ? {} : { since: Date.parse(state.readAt) - sitemapOverlapMs }),
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
    priority: priorityOf(item, { backfill: state?.readAt == null && isOld(item, now) }),
  };
}

/** Older than two days: nobody waits for an alert about it. */
function isOld({ published }: DiscoveredItem, now: number): boolean {
  return published !== null && Date.parse(published) < now - 2 * 24 * 3_600_000;
}

type Fingerprint = Pick<EndpointState, "etag" | "lastModified" | "bodyHash">;

const validatorsOf = ({ headers: { etag, lastModified } }: Fetched) => ({ etag, lastModified });

function fingerprintOf(state: EndpointState | null): Fingerprint {
  return {
    etag: state?.etag ?? null,
    lastModified: state?.lastModified ?? null,
    bodyHash: state?.bodyHash ?? null,
  };
}
