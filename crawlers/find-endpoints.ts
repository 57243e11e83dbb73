import { HabeasError } from "../model/errors.ts";
import { type Endpoint, EndpointSchema, type Source } from "../model/source.ts";
import { canonicalUrl } from "./discover/canonical-url.ts";
import { feedsOf } from "./discover/html-instead.ts";
import type { Fetched, Fetcher } from "./fetch/types.ts";
import { type Poll, pollEndpoint } from "./poll.ts";
import { surveyPage } from "./read/survey.ts";
import { parsePage } from "./read/tree.ts";

/** What a site says about itself and where it announces articles, found by asking it. */
export interface FoundSite {
  homepage: string;
  name: string;
  lang: string | null;
  /** Endpoints that answered with articles, best first. */
  endpoints: { endpoint: Endpoint; items: number; newest: string | null }[];
  /** What was tried in vain, and why it was not taken. */
  refused: { url: string; reason: string }[];
}

/** Where feeds and sitemaps stand on sites that do not name them. */
const usualFeeds = ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];
const usualSitemaps = ["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml", "/sitemap_index.xml"];
const enough = 3;

/**
 * Looks for the endpoints of a site: feeds that its homepage names, sitemaps that robots.txt names, the usual addresses
 * of both, and when there is no feed the homepage itself as a listing. Each is polled once to see that it gives articles.
 * @throws HabeasError when the homepage cannot be fetched.
 */
export async function findEndpoints(address: string, fetcher: Fetcher, now: number): Promise<FoundSite> {
  const page = await fetcher.fetch({ url: address, expect: "listing", browser: "fallback" });
  if (page.notModified) throw new TypeError("an unconditional request was answered 304");
  const survey = surveyPage(parsePage(page.text));
  const lang = /^[a-z]{2}/i.exec(survey.lang ?? "")?.[0].toLowerCase() ?? null;
  const found: FoundSite = {
    homepage: page.url,
    name: survey.meta.get("og:site_name") ?? survey.titleTag ?? new URL(page.url).hostname,
    lang,
    endpoints: [],
    refused: [],
  };
  const tryOne = async (kind: Endpoint["kind"], url: string, more: Partial<Endpoint> = {}) => {
    const known = [
      ...found.endpoints.map(({ endpoint }) => endpoint.url),
      ...found.refused.map((one) => one.url),
    ];
    if (known.includes(url)) return false;
    const endpoint = EndpointSchema.parse({ kind, url, ...(lang === null ? {} : { lang }), ...more });
    const poll = await pollEndpoint({ source: probe(found), endpoint, state: null, fetcher, now });
    if (poll.error !== null || poll.discoveries.length < enough) {
      found.refused.push({
        url,
        reason: poll.error?.message ?? `announces ${poll.discoveries.length} articles`,
      });
      return false;
    }
    found.endpoints.push({ endpoint, items: poll.discoveries.length, newest: newestOf(poll) });
    return true;
  };
  for (const url of feedsOf(page.text, page.url).filter((feed) => !/comments?\b/i.test(feed)))
    await tryOne("feed", url);
  if (found.endpoints.length === 0)
    for (const path of usualFeeds) if (await tryOne("feed", new URL(path, page.url).href)) break;
  const named = await sitemapsInRobots(page.url, fetcher);
  for (const url of named.filter((one) => /news/i.test(one)).slice(0, 2)) await tryOne("news_sitemap", url);
  if (found.endpoints.length === 0)
    for (const url of [...named.slice(0, 3), ...usualSitemaps.map((path) => new URL(path, page.url).href)])
      if (await tryOne("sitemap", url)) break;
  if (!found.endpoints.some(({ endpoint }) => endpoint.kind === "feed")) {
    const linkPattern = await usualShape(page, found, fetcher, now);
    await tryOne("listing", page.url, linkPattern === null ? {} : { linkPattern });
  }
  return found;
}

/** Enough of a source for polling. */
function probe({ homepage, name, lang }: FoundSite): Source {
  return {
    id: "probe",
    name,
    homepage,
    kind: "online_news",
    tier: 3,
    countries: [],
    langs: [lang ?? "en"],
    enabled: true,
    endpoints: [],
    needsBrowser: false,
  };
}

const newestOf = ({ discoveries }: Poll): string | null =>
  discoveries
    .flatMap(({ hint }) => hint.published ?? [])
    .toSorted()
    .at(-1) ?? null;

/** What the `Sitemap:` lines of a site's robots.txt name; nothing when it cannot be read. */
export async function sitemapsInRobots(site: string, fetcher: Fetcher): Promise<string[]> {
  try {
    const robots = await fetcher.fetch({ url: new URL("/robots.txt", site).href, expect: "feed" });
    if (robots.notModified) return [];
    const text = new TextDecoder().decode(robots.body);
    const lines = [...text.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].map(([, url]) => canonicalUrl(url ?? ""));
    return [...new Set(lines.filter((url) => url !== null))];
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    return [];
  }
}

const minLinks = 4;

/** The commonest form of the addresses that look like articles, as a pattern; null when no form stands out. */
async function usualShape(
  page: Fetched,
  found: FoundSite,
  fetcher: Fetcher,
  now: number,
): Promise<string | null> {
  const endpoint = EndpointSchema.parse({ kind: "listing", url: page.url });
  const { discoveries } = await pollEndpoint({ source: probe(found), endpoint, state: null, fetcher, now });
  const counts = new Map<string, number>();
  for (const { url } of discoveries) {
    const shape = shapeOf(url);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best !== undefined && best[1] >= minLinks && best[1] > discoveries.length / 3 ? best[0] : null;
}

/** Sections stay as they are; numbers, dates and slugs become what they are examples of. */
export function shapeOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const parts = pathname.split("/").filter((part) => part !== "");
  const shapes = parts.map((part) => {
    if (/^(?:19|20)\d\d$/.test(part)) return String.raw`\d{4}`;
    if (/^\d{1,2}$/.test(part)) return String.raw`\d{1,2}`;
    if (/^\d+$/.test(part)) return String.raw`\d+`;
    return part.length >= 12 || /\d/.test(part) ? "[^/]+" : escaped(part);
  });
  return `^${escaped(origin)}/${shapes.join("/")}/?$`;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
