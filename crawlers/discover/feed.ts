import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { type Entry, type Parsed, parsed } from "./entries.ts";
import { salvageFeed } from "./salvage.ts";

/**
 * Reads RSS 0.9x–2.0, RDF, Atom 0.3–1.0 and JSON Feed. A feed that is not well formed is salvaged as far as it goes,
 * with a note.
 * @returns null when the text is no feed at all
 */
export function parseAnyFeed(text: string): Parsed | null {
  const whole = parseWellFormed(text);
  const found = whole ?? salvageFeed(text);
  if (!found) return null;
  const count = found.entries.length;
  const notes = whole
    ? found.notes
    : [`the feed is not well formed; ${count} ${count === 1 ? "item was" : "items were"} salvaged`];
  const hub = hubOf(text);
  if (hub !== null) notes.push(`it also announces through the hub ${hub}, which is not used`);
  // The parser knows no FeedBurner elements; the originals behind its redirects are read apart.
  const entries =
    whole && /feedburner:origLink/i.test(text) ? (salvageFeed(text)?.entries ?? []) : found.entries;
  return { ...found, entries, notes };
}

/** WebSub (W3C Recommendation 2018): a `link` of relation `hub` before the items. */
function hubOf(text: string): string | null {
  const head = text.slice(0, 20_000).split(/<(?:item|entry)\b/i, 1)[0] ?? "";
  const link = /<(?:\w+:)?link\b[^>]*\brel=["']hub["'][^>]*>/i.exec(head)?.[0];
  return link === undefined ? null : (/\bhref=["']([^"']+)["']/i.exec(link)?.[1] ?? null);
}

function parseWellFormed(text: string): Parsed | null {
  try {
    const { format, feed } = parseFeed(text);
    switch (format) {
      case "rss":
        return result(rssEntries(feed), ttlOfRss(feed));
      case "rdf":
        return result(rdfEntries(feed), ttlOfSyndication(feed.sy));
      case "atom":
        return result(atomEntries(feed), ttlOfSyndication(undefined));
      default:
        return result(jsonEntries(feed), null);
    }
  } catch {
    return null;
  }
}

function result(entries: (Entry | null)[], ttlSeconds: number | null): Parsed {
  const kept = entries.filter((entry): entry is Entry => entry !== null);
  const lost = entries.length - kept.length;
  const notes = lost > 0 ? [`${lost} ${lost === 1 ? "item has" : "items have"} no address`] : [];
  return parsed({ entries: kept, notes, ttlSeconds });
}

function rssEntries(feed: RssFeed.Feed<string>): (Entry | null)[] {
  return (feed.items ?? []).map((item) => {
    const guid = item.guid?.isPermaLink === false ? undefined : httpOnly(item.guid?.value);
    const link = item.link ?? alternateOf(item.atom?.links) ?? guid;
    if (link === undefined) return null;
    return {
      link,
      title: item.title ?? item.dc?.titles?.[0] ?? null,
      date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated ?? null,
      summary: item.description ?? item.atom?.summary?.value ?? null,
      lang: item.xml?.lang ?? item.dc?.languages?.[0] ?? feed.language ?? feed.xml?.lang ?? null,
      bases: chain(feed.xml?.base ?? httpOnly(feed.link), item.xml?.base),
    };
  });
}

function rdfEntries(feed: RdfFeed.Feed<string>): (Entry | null)[] {
  return (feed.items ?? []).map((item) => {
    const link = item.link ?? httpOnly(item.rdf?.about);
    if (link === undefined) return null;
    return {
      link,
      title: item.title ?? item.dc?.titles?.[0] ?? null,
      date: item.dc?.dates?.[0] ?? null,
      summary: item.description ?? item.dc?.descriptions?.[0] ?? null,
      lang: item.xml?.lang ?? item.dc?.languages?.[0] ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
      bases: chain(feed.xml?.base ?? httpOnly(feed.link), item.xml?.base),
    };
  });
}

function atomEntries(feed: AtomFeed.Feed<string>): (Entry | null)[] {
  return (feed.entries ?? []).map((entry) => {
    const link = alternateOf(entry.links) ?? httpOnly(entry.id);
    if (link === undefined) return null;
    return {
      link,
      title: entry.title?.value ?? null,
      date: entry.published ?? entry.updated ?? entry.dc?.dates?.[0] ?? null,
      summary: entry.summary?.value ?? null,
      lang: entry.xml?.lang ?? feed.xml?.lang ?? null,
      bases: chain(feed.xml?.base, entry.xml?.base),
    };
  });
}

function jsonEntries(feed: JsonFeed.Feed<string>): (Entry | null)[] {
  return (feed.items ?? []).map((item) => {
    const link = item.url ?? item.external_url ?? httpOnly(item.id);
    if (link === undefined) return null;
    return {
      link,
      title: item.title ?? null,
      date: item.date_published ?? item.date_modified ?? null,
      summary: item.summary ?? item.content_text?.slice(0, 500) ?? null,
      lang: item.language ?? feed.language ?? null,
      bases: chain(httpOnly(feed.home_page_url)),
    };
  });
}

function alternateOf(
  links: readonly { href?: string; rel?: string; type?: string }[] | undefined,
): string | undefined {
  const alternates = (links ?? []).filter((link) => link.href && (link.rel ?? "alternate") === "alternate");
  return (alternates.find((link) => link.type?.includes("html")) ?? alternates[0])?.href;
}

function chain(...bases: (string | undefined)[]): string[] {
  return bases.filter((base) => base !== undefined);
}

function httpOnly(address: string | undefined): string | undefined {
  return /^https?:\/\//i.test(address ?? "") ? address : undefined;
}

const PERIOD_SECONDS: ReadonlyMap<string, number> = new Map([
  ["hourly", 3_600],
  ["daily", 86_400],
  ["weekly", 604_800],
  ["monthly", 2_592_000],
  ["yearly", 31_536_000],
]);

function ttlOfRss(feed: RssFeed.Feed<string>): number | null {
  return feed.ttl && feed.ttl > 0 ? feed.ttl * 60 : ttlOfSyndication(feed.sy);
}

function ttlOfSyndication(
  sy: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | null {
  const period = PERIOD_SECONDS.get(sy?.updatePeriod?.trim().toLowerCase() ?? "");
  return period === undefined ? null : Math.round(period / Math.max(sy?.updateFrequency ?? 1, 1));
}
