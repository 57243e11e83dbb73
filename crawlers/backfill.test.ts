import { afterEach, describe, expect, it } from "vitest";
import type { Backfill } from "../model/backfill.ts";
import { Retryable } from "../model/errors.ts";
import { type Source, SourceSchema } from "../model/source.ts";
import { answer, type LocalSite, startLocalSite } from "../test/local-site.ts";
import { backfillStep, newBackfill } from "./backfill.ts";
import { createFetcher } from "./fetch/fetcher.ts";
import type { Fetcher } from "./fetch/types.ts";

const now = Date.parse("2026-02-02T12:00:00Z");
const range = { from: "2025-11-10", to: "2025-12-20" };
const xml = { "content-type": "text/xml" };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

const map = (...pages: [path: string, day: string | null][]) =>
  answer(
    `<urlset>${pages
      .map(([path, day]) => `<url><loc>${path}</loc>${day === null ? "" : `<lastmod>${day}</lastmod>`}</url>`)
      .join("")}</urlset>`,
    xml,
  );

async function setUp(answers: Parameters<typeof startLocalSite>[0]) {
  const site = await startLocalSite(answers);
  const fetcher = createFetcher({
    userAgent: "Habeas/0.1 (+x)",
    allowHosts: [site.host],
    delayMs: 0,
    browser: null,
    now: () => now,
  });
  open.push(site, fetcher);
  const source = (endpoints: { kind: string; path: string }[], more: object = {}): Source =>
    SourceSchema.parse({
      id: "courier",
      name: "Courier",
      homepage: site.origin,
      kind: "newspaper",
      tier: 2,
      langs: ["en"],
      endpoints: endpoints.map(({ kind, path }) => ({ kind, url: `${site.origin}${path}` })),
      ...more,
    });
  return { site, fetcher, source };
}

/** All steps to the end, with the state passed through JSON each time, as through a store. */
async function walk(source: Source, fetcher: Fetcher, site: LocalSite, begin?: Backfill) {
  let state = begin ?? newBackfill(source, range);
  const urls: string[] = [];
  const priorities: number[] = [];
  while (state.pending.length > 0) {
    const { discoveries, next } = await backfillStep(state, { source, fetcher, now });
    urls.push(...discoveries.map(({ url }) => url.slice(site.origin.length)));
    priorities.push(...discoveries.map(({ priority }) => priority));
    state = JSON.parse(JSON.stringify(next)) as Backfill;
  }
  return { urls, priorities, state };
}

describe("a backfill", () => {
  it("walks the sitemaps that can hold the range, and takes what lies within it", async () => {
    const { site, fetcher, source } = await setUp({
      "/index.xml": answer(
        `<sitemapindex>${["2025-10", "2025-11", "2025-12", "2026-01"].map((m) => `<sitemap><loc>/map-${m}.xml</loc></sitemap>`).join("")}<sitemap><loc>/broken.xml</loc></sitemap></sitemapindex>`,
        xml,
      ),
      "/map-2025-11.xml": map(["/a", "2025-11-09"], ["/b", "2025-11-10"], ["/2025/11/12/c", null]),
      "/map-2025-12.xml": map(["/d", "2025-12-20T23:00:00Z"], ["/e", "2025-12-21"], ["/f", null]),
    });
    const { urls, state, priorities } = await walk(
      source([{ kind: "sitemap", path: "/index.xml" }]),
      fetcher,
      site,
    );
    expect(urls.toSorted()).toEqual(["/2025/11/12/c", "/b", "/d"]);
    expect(priorities).toEqual([8, 8, 8]);
    expect(state).toMatchObject({ found: 3, undated: 1, steps: 4, pending: [] });
    expect(state.notes).toEqual([expect.stringContaining("/broken.xml")]);
    expect(site.requests.some(({ path }) => path.includes("2026-01"))).toBe(false);
  });

  it("turns the pages of a listing until they are older than the range", async () => {
    const page = (n: number, day: string) =>
      answer(
        `<html><body><main><article><a href="/s${n}">A story with a headline that is long ${n}</a><time datetime="${day}"></time></article></main><a rel="next" href="/news/${n + 1}">older</a></body></html>`,
      );
    const { site, fetcher, source } = await setUp({
      "/news/1": page(1, "2026-01-05"),
      "/news/2": page(2, "2025-12-15"),
      "/news/3": page(3, "2025-11-11"),
      "/news/4": page(4, "2025-10-01"),
      "/news/5": page(5, "2025-09-01"),
    });
    const { urls } = await walk(source([{ kind: "listing", path: "/news/1" }]), fetcher, site);
    expect(urls).toEqual(["/s2", "/s3"]);
    expect(site.requests.some(({ path }) => path === "/news/5")).toBe(false);
  });

  it("asks WordPress for older pages of its feed, and ends where they end", async () => {
    const feed = (request: { url?: string | undefined }) => {
      const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("paged") ?? 1);
      const month = ["", "Jan 2026", "Dec 2025", "Nov 2025"][page];
      return month === undefined
        ? null
        : `<rss version="2.0"><channel><item><title>Teacher freed</title><link>/p${page}</link><pubDate>Mon, 15 ${month} 10:00:00 GMT</pubDate></item></channel></rss>`;
    };
    const { site, fetcher, source } = await setUp({
      "/feed/": (request, response) => {
        const body = feed(request);
        response.writeHead(body === null ? 404 : 200, xml).end(body ?? "no");
      },
    });
    const { urls, state, priorities } = await walk(
      source([{ kind: "feed", path: "/feed/" }], { cms: "wordpress" }),
      fetcher,
      site,
    );
    expect(urls).toEqual(["/p2", "/p3"]);
    // Releases go first also when they are old.
    expect(priorities).toEqual([1, 1]);
    expect(state.notes).toEqual([]);
    expect(newBackfill(source([{ kind: "feed", path: "/feed/" }]), range).pending).toEqual([]);
  });

  it("stays at its step while the host has trouble", async () => {
    const { site, fetcher, source } = await setUp({ "/map.xml": map(["/a", "2025-12-01"]) });
    const courier = source([{ kind: "sitemap", path: "/map.xml" }]);
    const begin = newBackfill(courier, range);
    const down: Fetcher = {
      async fetch() {
        throw new Retryable("down");
      },
      async close() {},
    };
    await expect(backfillStep(begin, { source: courier, fetcher: down, now })).rejects.toThrow("down");
    expect((await walk(courier, fetcher, site, begin)).urls).toEqual(["/a"]);
  });
});
