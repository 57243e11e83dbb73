import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { Permanent, RateLimited, Retryable } from "../model/errors.ts";
import { type Endpoint, EndpointSchema, type Source, SourceSchema } from "../model/source.ts";
import { answer, type LocalSite, redirect, startLocalSite } from "../test/local-site.ts";
import { createFetcher } from "./fetch/fetcher.ts";
import { HostBusy } from "./fetch/politeness.ts";
import type { Fetcher } from "./fetch/types.ts";
import { type Poll, type PollOptions, pollEndpoint } from "./poll.ts";

const now = Date.parse("2026-02-02T12:00:00Z");
/** A poll whose items were all unknown before. */
const settled = ({ nextState, ...poll }: Poll) => ({ ...poll, nextState: nextState(() => true) });
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

const rss = (...items: [path: string, title: string, date: string][]) =>
  `<rss version="2.0"><channel><title>T</title>${items
    .map(
      ([path, title, date]) =>
        `<item><title>${title}</title><link>${path}</link><pubDate>${date}</pubDate></item>`,
    )
    .join("")}</channel></rss>`;
const feed = rss(
  ["/1", "Teacher freed", "Mon, 02 Feb 2026 10:00:00 GMT"],
  ["/2", "Bread prices rise", "Mon, 02 Feb 2026 09:00:00 GMT"],
);

function source(site: LocalSite, more: Record<string, unknown> = {}): Source {
  return SourceSchema.parse({
    id: "courier",
    name: "Courier",
    homepage: site.origin,
    kind: "newspaper",
    tier: 2,
    langs: ["en"],
    ...more,
  });
}
function endpoint(url: string, more: Record<string, unknown> = {}): Endpoint {
  return EndpointSchema.parse({ kind: "feed", url, ...more });
}

async function setUp(answers: Parameters<typeof startLocalSite>[0] = {}) {
  const site = await startLocalSite(answers);
  const fetcher = createFetcher({
    userAgent: "Habeas/0.1 (+x)",
    allowHosts: [site.host],
    delayMs: 0,
    browser: null,
    now: () => now,
  });
  open.push(site, fetcher);
  const options: PollOptions = {
    source: source(site),
    endpoint: endpoint(`${site.origin}/feed`),
    state: null,
    fetcher,
    now,
    random: () => 0.5,
  };
  return {
    site,
    options,
    poll: async (more: Partial<PollOptions> = {}) => settled(await pollEndpoint({ ...options, ...more })),
  };
}

const failing = (error: Error): Fetcher => ({
  async fetch() {
    throw error;
  },
  async close() {},
});
const minutesFromNow = (iso: string) => (Date.parse(iso) - now) / 60_000;

describe("a poll", () => {
  it("gives what the endpoint announces, with hints and priority", async () => {
    const { site, poll } = await setUp({
      "/feed": answer(feed, { "content-type": "text/xml", etag: '"1"' }),
    });
    const { discoveries, nextState, error, unchanged } = await poll();
    expect({ error, unchanged }).toEqual({ error: null, unchanged: false });
    expect(discoveries).toEqual([
      {
        url: `${site.origin}/1`,
        sourceId: "courier",
        endpointUrl: `${site.origin}/feed`,
        discoveredAt: "2026-02-02T12:00:00.000Z",
        hint: { title: "Teacher freed", published: "2026-02-02T10:00:00Z" },
        priority: 1,
      },
      expect.objectContaining({ url: `${site.origin}/2`, priority: 5 }),
    ]);
    expect(nextState).toMatchObject({
      etag: '"1"',
      lastItems: 2,
      consecutiveFailures: 0,
      lastError: null,
      polledAt: "2026-02-02T12:00:00.000Z",
    });
    expect(nextState.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(minutesFromNow(nextState.dueAt)).toBe(30);
  });

  it("asks with the validators of the last one and is content with “not modified”", async () => {
    const { site, poll } = await setUp({
      "/feed": (request, response) => {
        if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
        else answer(feed, { "content-type": "text/xml", etag: '"1"' })(request, response);
      },
    });
    const first = await poll();
    const second = await poll({ state: first.nextState });
    expect(second).toMatchObject({ unchanged: true, discoveries: [], error: null });
    const { rhythm: _, lastNew, ...state } = second.nextState;
    expect(first.nextState).toMatchObject(state);
    expect(lastNew).toBe(0);
    expect(site.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/feed", "/feed"]);
  });

  it("asks without validators now and then, because some feeds answer 304 for ever", async () => {
    const { poll } = await setUp({
      "/feed": (request, response) => {
        if (request.headers["if-none-match"]) response.writeHead(304).end();
        else answer(feed, { "content-type": "text/xml", etag: '"1"' })(request, response);
      },
    });
    const { nextState } = await poll();
    const stale = { ...nextState, bodyHash: "0".repeat(64) };
    expect((await poll({ state: stale, random: () => 0.5 })).discoveries).toHaveLength(0);
    expect((await poll({ state: stale, random: () => 0.01 })).discoveries).toHaveLength(2);
  });

  it("stops asking with validators that lied twice in a row, until they are true again", async () => {
    const page = (n: number) => rss([`/${n}`, `Story ${n}`, "Mon, 02 Feb 2026 10:00:00 GMT"]);
    let body = page(1);
    let etag = '"same"';
    const { site, poll } = await setUp({
      "/feed": (request, response) => {
        if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
        else answer(body, { "content-type": "text/xml", etag })(request, response);
      },
    });
    const probing = () => 0.01;
    let { nextState: state } = await poll();
    for (const n of [2, 3]) {
      body = page(n);
      ({ nextState: state } = await poll({ state, random: probing }));
    }
    expect(state.validatorLies).toBe(2);
    body = page(4);
    site.requests.length = 0;
    ({ nextState: state } = await poll({ state }));
    expect(site.requests[0]?.headers["if-none-match"]).toBeUndefined();
    [body, etag] = [page(5), '"other"'];
    expect((await poll({ state })).nextState.validatorLies).toBe(0);
  });

  it("knows an unchanged body by its hash", async () => {
    const { poll } = await setUp({ "/feed": answer(feed, { "content-type": "text/xml" }) });
    const first = await poll();
    expect(await poll({ state: first.nextState })).toMatchObject({ unchanged: true, discoveries: [] });
  });

  it("notes that the endpoint has moved for good, but not that it is away for a while", async () => {
    const body = answer(feed, { "content-type": "text/xml" });
    const { site, poll } = await setUp({
      "/feed": redirect("/rss", 301),
      "/away": redirect("/rss", 302),
      "/rss": body,
    });
    expect((await poll()).notes).toEqual([`${site.origin}/feed has moved for good to ${site.origin}/rss`]);
    expect((await poll({ endpoint: endpoint(`${site.origin}/away`) })).notes).toEqual([]);
  });

  it("asks at the new address from then on, and at the old one when that fails", async () => {
    const body = answer(feed, { "content-type": "text/xml" });
    const { site, poll } = await setUp({ "/feed": redirect("/rss", 301), "/rss": body });
    const { nextState: moved } = await poll();
    expect(moved.movedTo).toBe(`${site.origin}/rss`);
    site.requests.length = 0;
    expect((await poll({ state: moved })).nextState.movedTo).toBe(`${site.origin}/rss`);
    expect(site.requests.map(({ path }) => path)).toEqual(["/rss"]);
    site.on("/rss", answer("no", {}, 404));
    site.on("/feed", body);
    const { nextState: failed } = await poll({ state: moved });
    expect(failed).toMatchObject({ movedTo: null, retiredAt: null, consecutiveFailures: 1 });
    expect((await poll({ state: failed })).nextState).toMatchObject({ lastError: null, movedTo: null });
  });

  it("retires an endpoint that says that it is gone for good", async () => {
    const { poll } = await setUp({ "/feed": answer("gone", {}, 410) });
    expect((await poll()).nextState.retiredAt).toBe("2026-02-02T12:00:00.000Z");
    const missing = await setUp({ "/feed": answer("?", {}, 404) });
    expect((await missing.poll()).nextState.retiredAt).toBeNull();
  });

  it("proposes feeds of the homepage for one that is lost, at the third failure, without switching to them", async () => {
    const { site, poll } = await setUp({
      "/": answer(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/new/rss"></head></html>',
      ),
    });
    let { nextState: state } = await poll();
    ({ nextState: state } = await poll({ state }));
    expect(state.proposals).toEqual([]);
    ({ nextState: state } = await poll({ state }));
    expect(state.proposals).toEqual([`${site.origin}/new/rss`]);
    site.on("/feed", answer(feed, { "content-type": "text/xml" }));
    expect((await poll({ state })).nextState).toMatchObject({ proposals: [], consecutiveFailures: 0 });
  });

  it("turns the pages of a listing until it meets known articles", async () => {
    const page = (n: number) =>
      answer(
        `<html><body><main>${[1, 2]
          .map(
            (i) => `<article><a href="/story-${n}-${i}">A story with a long headline ${n}.${i}</a></article>`,
          )
          .join("")}</main><div class="pagination"><a href="/news/${n + 1}">Next »</a></div></body></html>`,
      );
    const { site, poll } = await setUp(Object.fromEntries([1, 2, 3, 4].map((n) => [`/news/${n}`, page(n)])));
    const listing = endpoint(`${site.origin}/news/1`, { kind: "listing" });
    const known = async (urls: readonly string[]) => new Set(urls.filter((url) => url.endsWith("-3-1")));
    const { nextState: first, discoveries } = await poll({ endpoint: listing, known });
    expect(discoveries).toHaveLength(2);
    const state = { ...first, bodyHash: null };
    const later = await poll({ endpoint: listing, known, state });
    expect(later.discoveries.map(({ url }) => new URL(url).pathname)).toEqual(
      [1, 2, 3].flatMap((n) => [`/story-${n}-1`, `/story-${n}-2`]),
    );
  });

  it("leaves alone what a sitemap told long ago", async () => {
    const page = (path: string, date: string) => `<url><loc>${path}</loc><lastmod>${date}</lastmod></url>`;
    const { poll, site } = await setUp({
      "/map": answer(
        `<urlset>${page("/new", "2026-02-02")}${page("/recent", "2026-01-31")}${page("/old", "2025-01-01")}</urlset>`,
        { "content-type": "text/xml" },
      ),
    });
    const map = endpoint(`${site.origin}/map`, { kind: "sitemap" });
    const { nextState, discoveries } = await poll({ endpoint: map });
    expect(discoveries).toHaveLength(3);
    const later = await poll({ endpoint: map, state: { ...nextState, bodyHash: null } });
    expect(later.discoveries.map(({ url }) => new URL(url).pathname)).toEqual(["/new", "/recent"]);
  });

  it("keeps to the topic filter and the limit", async () => {
    const { site, poll } = await setUp({ "/feed": answer(feed, { "content-type": "text/xml" }) });
    const filtered = await poll({ keep: ({ title }) => title?.includes("Bread") ?? false });
    expect(filtered.discoveries.map(({ url }) => url)).toEqual([`${site.origin}/2`]);
    expect(filtered.notes).toEqual(["1 left out by the topic filter"]);
    expect((await poll({ limit: 1 })).discoveries).toHaveLength(1);
  });

  it("lets old articles of the first poll wait, except for releases", async () => {
    const old = rss(
      ["/1", "Teacher freed", "Mon, 05 Jan 2026 10:00:00 GMT"],
      ["/2", "Teacher jailed", "Mon, 05 Jan 2026 09:00:00 GMT"],
      ["/3", "Teacher jailed again", "Mon, 02 Feb 2026 09:00:00 GMT"],
    );
    const { poll, options } = await setUp({ "/feed": answer(old, { "content-type": "text/xml" }) });
    const first = await poll();
    const priorities = Object.fromEntries(
      first.discoveries.map(({ url, priority }) => [new URL(url).pathname, priority]),
    );
    expect(priorities).toEqual({ "/1": 1, "/2": 8, "/3": 3 });
    const later = await pollEndpoint({ ...options, state: { ...first.nextState, bodyHash: null } });
    expect(later.discoveries.map(({ priority }) => priority).toSorted((a, b) => a - b)).toEqual([1, 3, 3]);
  });

  it("reads the newest sitemaps of an index every time, and survives a broken one", async () => {
    const child = (path: string, date: string) =>
      `<urlset><url><loc>${path}</loc><lastmod>${date}</lastmod></url></urlset>`;
    const { site, poll } = await setUp({
      "/index": answer(
        "<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>/a.xml.gz</loc><lastmod>2026-02-02</lastmod></sitemap><sitemap><loc>/broken.xml</loc><lastmod>2026-02-01</lastmod></sitemap><sitemap><loc>/b.xml</loc><lastmod>2026-01-31</lastmod></sitemap></sitemapindex>",
        { "content-type": "text/xml", etag: '"i"' },
      ),
      "/a.xml.gz": answer(gzipSync(child("/a1", "2026-02-02T08:00:00Z")), {
        "content-type": "application/gzip",
      }),
      "/b.xml": answer(child("/b1", "2026-01-31"), { "content-type": "text/xml" }),
      "/broken.xml": answer("no", {}, 404),
    });
    const index = endpoint(`${site.origin}/index`, { kind: "sitemap" });
    const { discoveries, notes, nextState } = await poll({ endpoint: index });
    expect(discoveries.map(({ url }) => new URL(url).pathname)).toEqual(["/a1", "/b1"]);
    expect(notes.some((note) => note.includes("/broken.xml") && note.includes("404"))).toBe(true);
    expect(nextState).toMatchObject({ etag: null, bodyHash: null, lastItems: 2 });
    expect(site.requests.some(({ path }) => path === "/old.xml")).toBe(false);
  });
});

describe("when to come back", () => {
  it("is said by the endpoint, else by the source, else by the settings, with some spread", async () => {
    const { site, poll } = await setUp({ "/feed": answer(feed, { "content-type": "text/xml" }) });
    const slow = source(site, { intervalSeconds: 7_200 });
    const due = async (more: Partial<PollOptions>) => minutesFromNow((await poll(more)).nextState.dueAt);
    expect(await due({ intervalSeconds: 600 })).toBe(10);
    expect(await due({ intervalSeconds: 600, source: slow })).toBe(120);
    expect(
      await due({ source: slow, endpoint: endpoint(`${site.origin}/feed`, { intervalSeconds: 300 }) }),
    ).toBe(5);
    expect(await due({ random: () => 0.06 })).toBeCloseTo(27.4, 1);
    expect(await due({ random: () => 0.999 })).toBeCloseTo(33, 1);
  });

  it("follows a feed that asks for longer, up to double", async () => {
    const { poll } = await setUp({
      "/feed": answer(feed.replace("<title>T</title>", "<title>T</title><ttl>45</ttl>"), {
        "content-type": "text/xml",
      }),
    });
    expect(minutesFromNow((await poll()).nextState.dueAt)).toBe(45);
    expect(minutesFromNow((await poll({ intervalSeconds: 600 })).nextState.dueAt)).toBe(20);
  });

  it("moves away with every failure, a day at most, and keeps what was known", async () => {
    const { poll, options } = await setUp({ "/feed": answer("oops", {}, 500) });
    let state = { ...(await poll()).nextState, etag: '"1"', lastItems: 7 };
    expect(state).toMatchObject({ consecutiveFailures: 1 });
    expect(state.lastError).toContain("answered 500");
    const dues: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      const { nextState, error } = settled(
        await pollEndpoint({ ...options, state, fetcher: failing(new Retryable("down")) }),
      );
      expect(error).toBeInstanceOf(Retryable);
      dues.push(minutesFromNow(nextState.dueAt));
      state = { ...nextState, etag: nextState.etag ?? "", lastItems: nextState.lastItems };
    }
    expect(dues).toEqual([60, 120, 240, 480, 960, 1_440, 1_440, 1_440]);
    expect(state).toMatchObject({ etag: '"1"', lastItems: 7, consecutiveFailures: 9 });
  });

  it("is not before the host wants to be asked again", async () => {
    const { poll } = await setUp();
    const until = now + 5 * 3_600_000;
    const { nextState, error } = await poll({ fetcher: failing(new RateLimited("slow down", until)) });
    expect(error).toBeInstanceOf(RateLimited);
    expect(Date.parse(nextState.dueAt)).toBe(until);
  });
});

describe("a poll that fails", () => {
  it("because a page stands in place of the feed says so", async () => {
    const { poll } = await setUp({ "/feed": answer("<html><title>Welcome</title><p>hi</html>") });
    const { error, nextState } = await poll();
    expect(error).toBeInstanceOf(Permanent);
    expect(nextState.lastError).toContain("it is the HTML page “Welcome”");
  });

  it("because the host is busy, or for a reason that is not the site's, is thrown", async () => {
    const { poll } = await setUp();
    await expect(poll({ fetcher: failing(new HostBusy("busy", now + 1_000)) })).rejects.toThrow(HostBusy);
    await expect(poll({ fetcher: failing(new TypeError("our bug")) })).rejects.toThrow(TypeError);
  });
});

describe("the request of a poll", () => {
  it("carries what the source says about crawling it", async () => {
    const { site, options } = await setUp();
    const asked: unknown[] = [];
    const fetcher: Fetcher = {
      async fetch(request) {
        asked.push(request);
        throw new Retryable("enough");
      },
      async close() {},
    };
    const crawl = {
      concurrency: 1,
      delaySeconds: 5,
      timeoutSeconds: 9,
      ignoreRobotsReason: "agreed with the editors",
    };
    await pollEndpoint({
      ...options,
      fetcher,
      source: source(site, { crawl, needsBrowser: true }),
      maxWaitMs: 100,
      endpoint: endpoint(`${site.origin}/news`, { kind: "listing" }),
    });
    expect(asked).toEqual([
      {
        url: `${site.origin}/news`,
        expect: "listing",
        langs: ["en"],
        browser: "first",
        concurrency: 1,
        delayMs: 5_000,
        timeoutMs: 9_000,
        ignoreRobotsReason: "agreed with the editors",
        maxWaitMs: 100,
      },
    ]);
  });
});
