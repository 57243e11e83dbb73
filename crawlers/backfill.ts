import { type Backfill, backfillId, type BackfillStep } from "../model/backfill.ts";
import { HabeasError, RateLimited, Retryable } from "../model/errors.ts";
import type { Endpoint, Source } from "../model/source.ts";
import type { Discovery } from "../storage/store.ts";
import { discover, type Discovered } from "./discover/discover.ts";
import type { DiscoveredItem } from "./discover/entries.ts";
import { priorityOf } from "./discover/priority.ts";
import { sourceRequest } from "./fetch/source-request.ts";
import type { Fetcher } from "./fetch/types.ts";
import { dateInUrl } from "./read/dates.ts";

/** Pages of one listing or feed, and levels of sitemaps, that are followed at most. */
const maxPages = 2_000;
const maxLevels = 4;
const maxSeen = 20_000;
const maxNotes = 20;
const maxItemsPerStep = 50_000;

/**
 * A backfill that has not begun: its steps are the source's sitemaps, its listings, and its feeds where their system
 * serves older items page by page.
 * @param sitemaps others that robots.txt names.
 * @param from first day, bare ISO date; `to` is the last one.
 */
export function newBackfill(
  source: Source,
  { from, to, sitemaps = [] }: { from: string; to: string; sitemaps?: readonly string[] },
): Backfill {
  const step = ({ kind, url }: Pick<Endpoint, "kind" | "url">): BackfillStep[] => {
    const common = { url, endpointUrl: url, depth: 0 };
    if (kind === "listing") return [{ kind, ...common }];
    if (kind === "feed") return source.cms === "wordpress" ? [{ kind, ...common }] : [];
    return [{ kind: "sitemap", ...common }];
  };
  const enabled = source.endpoints.filter((endpoint) => endpoint.enabled && endpoint.role === undefined);
  const named = sitemaps.map((url) => ({ kind: "sitemap" as const, url }));
  const pending = [...enabled, ...named]
    .flatMap(step)
    .filter(({ url }, index, all) => all.findIndex((other) => other.url === url) === index);
  return {
    id: backfillId(source.id, from, to),
    sourceId: source.id,
    from,
    to,
    pending,
    seen: pending.map(({ url }) => url),
    steps: 0,
    found: 0,
    added: 0,
    undated: 0,
    notes: [],
  };
}

export interface StepOptions {
  source: Source;
  fetcher: Fetcher;
  /** Epoch milliseconds. */
  now: number;
  keep?: (item: DiscoveredItem) => boolean;
  signal?: AbortSignal;
}

export interface StepResult {
  /** What the step found within the range; to be stored before the state. */
  discoveries: Discovery[];
  next: Backfill;
}

/**
 * Looks at the next address of a backfill. The state that comes back is to be stored after the discoveries: interrupted
 * in between, the step is done again, which adds nothing twice. What a site refuses is noted and passed over.
 * @throws RateLimited, Retryable when the host has trouble: the step stays the next one.
 */
export async function backfillStep(state: Backfill, options: StepOptions): Promise<StepResult> {
  const [step, ...pending] = state.pending;
  if (step === undefined) return { discoveries: [], next: state };
  const { source, fetcher, now, signal } = options;
  const endpoint = endpointOf(source, step);
  const done = { ...state, pending, steps: state.steps + 1 };
  let found: Discovered;
  try {
    const answer = await fetcher.fetch({
      ...sourceRequest(source),
      url: step.url,
      expect: step.kind === "listing" ? "listing" : "feed",
      browser: source.needsBrowser && step.kind === "listing" ? "first" : "never",
      ...(signal === undefined ? {} : { signal }),
    });
    if (answer.notModified) return { discoveries: [], next: done };
    found = await discover(endpoint, answer, {
      now,
      limit: maxItemsPerStep,
      maxChildren: maxSeen,
      ...(options.keep === undefined ? {} : { keep: options.keep }),
      ...(source.charset === undefined ? {} : { charset: source.charset }),
      ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
    });
  } catch (error) {
    if (!(error instanceof HabeasError) || error instanceof RateLimited || error instanceof Retryable)
      throw error;
    const isEnd = step.depth > 0 && step.kind !== "sitemap";
    const notes = isEnd ? state.notes : [...state.notes, `${step.url}: ${error.message}`].slice(-maxNotes);
    return { discoveries: [], next: { ...done, notes } };
  }
  const dated = found.items.map((item) => ({ item, day: dayOf(item) }));
  const within = dated.filter(({ day }) => day !== null && day >= state.from && day <= state.to);
  const seen = new Set(state.seen);
  const further = followers(
    step,
    found,
    dated.map(({ day }) => day),
    state,
  ).filter(({ url }) => !seen.has(url));
  return {
    discoveries: within.map(({ item }) => ({
      url: item.url,
      sourceId: source.id,
      endpointUrl: step.endpointUrl,
      discoveredAt: new Date(now).toISOString(),
      hint: { title: item.title, published: item.published },
      priority: priorityOf(item, { backfill: true }),
    })),
    next: {
      ...done,
      // Depth first, so that a listing is finished before the next one begins and the list of steps stays short.
      pending: [...further, ...pending],
      seen: [...state.seen, ...further.map(({ url }) => url)].slice(-maxSeen),
      found: state.found + within.length,
      undated: state.undated + dated.filter(({ day }) => day === null).length,
    },
  };
}

function endpointOf(source: Source, { kind, endpointUrl }: BackfillStep): Endpoint {
  const own = source.endpoints.find(({ url }) => url === endpointUrl);
  // A sitemap of robots.txt has no patterns of its own; those of the source's other sitemaps are as good.
  const like = source.endpoints.find(
    (endpoint) => endpoint.kind !== "listing" && endpoint.linkPattern !== undefined,
  );
  return (
    own ?? { ...like, kind: kind === "listing" ? "listing" : "sitemap", url: endpointUrl, enabled: true }
  );
}

const dayOf = ({ url, published }: DiscoveredItem): string | null =>
  published?.slice(0, 10) ?? dateInUrl(url)?.slice(0, 10) ?? null;

/** Where to go from here: child sitemaps that can hold the range, or the page with older items. */
function followers(
  step: BackfillStep,
  found: Discovered,
  days: readonly (string | null)[],
  { from, to }: Pick<Backfill, "from" | "to">,
): BackfillStep[] {
  const { kind, endpointUrl } = step;
  const depth = step.depth + 1;
  if (kind === "sitemap") {
    if (depth > maxLevels) return [];
    return found.children
      .filter((url) => mayHold(url, from, to))
      .map((url) => ({ kind, url, endpointUrl, depth }));
  }
  const known = days.filter((day) => day !== null);
  const isPast = known.length > 0 && known.every((day) => day < from);
  if (found.items.length === 0 || isPast || depth > maxPages) return [];
  const url = kind === "listing" ? found.next : pagedFeed(endpointUrl, depth + 1);
  return url === null ? [] : [{ kind, url, endpointUrl, depth }];
}

/** WordPress serves the older items of every feed under `paged`. */
function pagedFeed(feed: string, page: number): string {
  const url = new URL(feed);
  url.searchParams.set("paged", String(page));
  return url.href;
}

/** False for a sitemap whose name carries a month or day outside of the range (`sitemap-2025-12.xml`). */
function mayHold(url: string, from: string, to: string): boolean {
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d{2})[-_/]?(0[1-9]|1[0-2])?[-_/]?(0[1-9]|[12]\d|3[01])?(?!\d)/.exec(
      new URL(url).pathname,
    ) ?? [];
  if (year === undefined) return true;
  const span = [year, month, day].filter((part) => part !== undefined).join("-");
  return span >= from.slice(0, span.length) && span <= to.slice(0, span.length);
}
