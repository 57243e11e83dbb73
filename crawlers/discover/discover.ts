import { Permanent } from "../../model/errors.ts";
import type { Endpoint } from "../../model/source.ts";
import { decodeText } from "../fetch/charset.ts";
import { gunzip, isGzip } from "../fetch/content-coding.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { type LooseDate, parseLooseDate } from "./dates.ts";
import type { DiscoveredItem, Entry, Parsed } from "./entries.ts";
import { parseAnyFeed } from "./feed.ts";
import { describeHtml } from "./html-instead.ts";
import { parseListing } from "./listing.ts";
import { plainText } from "./plain-text.ts";
import { parseSitemap } from "./sitemap.ts";

/** What an endpoint answered; a `Fetched` of the fetch folder fits. */
export interface EndpointAnswer {
  /** Address that answered, after redirects. */
  url: string;
  body: Uint8Array;
  headers: { contentType: string | null };
}

export interface DiscoverOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Items at most, newest first. Default 200. */
  limit?: number;
  /** Sitemaps of an index at most, newest first. Default 10. */
  maxChildren?: number;
  /** Unpacked bytes of a gzip file at most. Default 50 MB, the limit of the sitemap protocol. */
  maxUnpackedBytes?: number;
  /** Charset and zone known for the source. */
  charset?: string;
  timeZone?: string;
  /**
   * Epoch milliseconds of what a sitemap has told before: its older pages and child sitemaps are left alone. Feeds and
   * listings are short and are always read whole.
   */
  since?: number;
  /** Topic filter: items for which it says false are left out and counted in a note. */
  keep?: (item: DiscoveredItem) => boolean;
}

export interface Discovered {
  items: DiscoveredItem[];
  /** Other sitemaps to read, newest first. */
  children: string[];
  /** The following page of a listing. */
  next: string | null;
  /** What an operator should know: salvaged feeds, missing or future dates, items left out. */
  notes: string[];
  /** How long the feed asks to be left alone. */
  ttlSeconds?: number;
}

/** Clocks of newsrooms are off by hours, never by days. */
const FUTURE_TOLERANCE_MS = 24 * 3_600_000;

/**
 * Reads the articles that an endpoint announces. Feeds and sitemaps are told apart by their content, so that a sitemap
 * configured as a feed works; listings are read by their selectors.
 * @throws {Permanent} when the body is neither; the message says what it is and which feeds the page names
 * @throws {Permanent} when a packed sitemap is too large
 */
export async function discover(
  endpoint: Pick<Endpoint, "kind" | "url" | "lang" | "selectors" | "linkPattern" | "excludePattern">,
  answer: EndpointAnswer,
  options: DiscoverOptions,
): Promise<Discovered> {
  const bytes = isGzip(answer.body)
    ? await gunzip(answer.body, options.maxUnpackedBytes ?? 50_000_000)
    : answer.body;
  const { text } = decodeText(bytes, {
    contentType: answer.headers.contentType,
    charset: options.charset ?? null,
  });
  const parsed = parse(endpoint, text, answer.url);
  const notes = [...parsed.notes];
  const { maxChildren = 10, since = Number.NEGATIVE_INFINITY } = options;
  const isSitemap = endpoint.kind !== "listing" && (parsed.children.length > 0 || endpoint.kind !== "feed");
  const items = select(
    endpoint,
    parsed.entries,
    answer.url,
    { ...options, since: isSitemap ? since : 0 },
    notes,
  );
  const children = parsed.children
    .filter(({ changedAt }) => changedAt === null || changedAt >= since)
    .map(({ url }) => canonicalUrl(url, answer.url))
    .filter((url) => url !== null);
  if (children.length > maxChildren) {
    notes.push(`the ${maxChildren} newest of ${children.length} sitemaps are read`);
  }
  return {
    items,
    children: [...new Set(children)].slice(0, maxChildren),
    next: parsed.next === null ? null : canonicalUrl(parsed.next, answer.url),
    notes,
    ...(parsed.ttlSeconds === null ? {} : { ttlSeconds: parsed.ttlSeconds }),
  };
}

function parse(endpoint: Parameters<typeof discover>[0], text: string, url: string): Parsed {
  if (endpoint.kind === "listing") return parseListing(text, url, endpoint.selectors);
  const parsers = endpoint.kind === "feed" ? [parseAnyFeed, parseSitemap] : [parseSitemap, parseAnyFeed];
  for (const parser of parsers) {
    const parsed = parser(text);
    if (parsed) return parsed;
  }
  const wanted = endpoint.kind === "feed" ? "feed" : "sitemap";
  throw new Permanent(`${url} is no ${wanted}: ${describeHtml(text, url)}`, { url });
}

interface Candidate {
  item: DiscoveredItem;
  date: LooseDate | null;
}

function select(
  endpoint: Parameters<typeof discover>[0],
  entries: readonly Entry[],
  url: string,
  options: DiscoverOptions & { since: number },
  notes: string[],
): DiscoveredItem[] {
  const wanted = endpoint.linkPattern === undefined ? null : new RegExp(endpoint.linkPattern, "u");
  const unwanted = endpoint.excludePattern === undefined ? null : new RegExp(endpoint.excludePattern, "u");
  const hints = {
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(endpoint.selectors?.dateFormat === undefined ? {} : { format: endpoint.selectors.dateFormat }),
  };
  const byUrl = new Map<string, Candidate>();
  const count = { unusable: 0, undated: 0, future: 0, offTopic: 0, unmatched: 0 };

  for (const entry of entries) {
    const address = addressOf(entry, url);
    if (address === null || address === canonicalUrl(url)) count.unusable += 1;
    else if ((wanted && !wanted.test(address)) || unwanted?.test(address)) count.unmatched += 1;
    else if (!byUrl.has(address)) {
      const date = parseLooseDate(entry.date, hints);
      const item = {
        url: address,
        title: plainText(entry.title),
        published: date?.iso ?? null,
        summary: plainText(entry.summary),
        lang: entry.lang?.trim().toLowerCase() || (endpoint.lang ?? null),
      };
      if (date !== null && date.epochMs < options.since) continue;
      if (!date) count.undated += 1;
      else if (date.epochMs > options.now + FUTURE_TOLERANCE_MS) count.future += 1;
      if (options.keep?.(item) ?? true) byUrl.set(address, { item, date });
      else count.offTopic += 1;
    }
  }

  const ordered = newestFirst([...byUrl.values()]);
  const limit = options.limit ?? 200;
  if (count.unusable > 0) notes.push(`${count.unusable} without a usable address`);
  if (count.undated > 0) notes.push(`${count.undated} without a readable date`);
  if (count.future > 0) notes.push(`${count.future} dated in the future`);
  if (count.unmatched > 0) notes.push(`${count.unmatched} left out by the endpoint's link patterns`);
  if (count.offTopic > 0) notes.push(`${count.offTopic} left out by the topic filter`);
  if (ordered.length > limit) notes.push(`the ${limit} newest of ${ordered.length} are taken`);
  return ordered.slice(0, limit);
}

/** Newest first; an item without a date stays beside the one that it follows. */
function newestFirst(candidates: readonly Candidate[]): DiscoveredItem[] {
  let last = Number.POSITIVE_INFINITY;
  const aged = candidates.map(({ item, date }) => {
    last = date?.epochMs ?? last;
    return { item, age: last };
  });
  return aged.toSorted((a, b) => (a.age === b.age ? 0 : b.age - a.age)).map(({ item }) => item);
}

function addressOf(entry: Entry, url: string): string | null {
  const base = entry.bases.reduce(
    (outer, inner) => (URL.canParse(inner, outer) ? new URL(inner, outer).href : outer),
    url,
  );
  return canonicalUrl(entry.link, base);
}
