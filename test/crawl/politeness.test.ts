import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadSettings } from "../../config/load-settings.ts";
import { SourceSchema } from "../../model/source.ts";
import { redisForTests } from "../services/for-tests.ts";

const redis = await redisForTests("politeness over several workers");
const child = fileURLToPath(new URL("crawl-child.mjs", import.meta.url));
const DELAY_MS = 120;
const CONCURRENCY = 2;
const REST_MS = 2_000;
const PAGES = 14;

/** A site that notes when requests start, how many run at once, and asks once to be left alone. */
async function startWatchfulSite() {
  const starts: { path: string; at: number }[] = [];
  let [running, most, asked] = [0, 0, 0];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    starts.push({ path, at: performance.now() });
    most = Math.max(most, ++running);
    response.once("close", () => running--);
    setTimeout(() => {
      const { port } = server.address() as AddressInfo;
      if (path === "/robots.txt") response.end("User-agent: *\nDisallow: /news/3\n");
      else if (path === "/sitemap.xml") {
        const urls = Array.from(
          { length: PAGES },
          (_, n) => `<url><loc>http://127.0.0.1:${port}/news/${n}</loc></url>`,
        );
        response
          .writeHead(200, { "content-type": "application/xml" })
          .end(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`);
      } else if (path === "/news/5" && asked === 0) {
        asked = performance.now();
        response.writeHead(429, { "retry-after": String(REST_MS / 1_000) }).end();
      } else {
        response
          .writeHead(200, { "content-type": "text/html" })
          .end(
            `<h1>Story ${path}</h1>${`<p>The hearing of case ${path} was put off until the next week, they said.</p>`.repeat(5)}`,
          );
      }
    }, 60);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    starts,
    most: () => most,
    askedAt: () => asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let folder: string;
let site: Awaited<ReturnType<typeof startWatchfulSite>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-polite-"));
});
afterEach(() => site.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function crawlBy(workers: number, servers: Record<string, string>): Promise<void> {
  site = await startWatchfulSite();
  const { settings } = loadSettings({
    cwd: folder,
    flags: {
      "data.folder": join(folder, `${workers}`),
      "crawl.perHostDelaySeconds": DELAY_MS / 1_000,
      "crawl.perHostConcurrency": CONCURRENCY,
      "crawl.allowPrivateHosts": new URL(site.origin).host,
      "browser.enabled": "off",
      "log.level": "silent",
      ...servers,
    },
  });
  const source = SourceSchema.parse({
    id: "watchful",
    name: "Watchful",
    homepage: `${site.origin}/`,
    kind: "online_news",
    tier: 2,
    langs: ["en"],
    endpoints: [{ kind: "sitemap", url: `${site.origin}/sitemap.xml` }],
  });
  const run = () =>
    new Promise<number | null>((resolve) => {
      const args = [child, JSON.stringify({ settings, sources: [source] })];
      spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] }).once("exit", resolve);
    });
  expect(await Promise.all(Array.from({ length: workers }, run))).toEqual(Array(workers).fill(0));
}

function expectPolite(): void {
  const pages = new Set(site.starts.map(({ path }) => path));
  expect(pages.has("/news/0")).toBe(true);
  expect(site.starts.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
  expect(pages.has("/news/3"), "what robots.txt forbids").toBe(false);
  expect(site.most()).toBeLessThanOrEqual(CONCURRENCY);
  const later = site.starts.filter(({ at }) => at > site.askedAt() + 100);
  expect(site.askedAt()).toBeGreaterThan(0);
  for (const { at, path } of later) expect(at - site.askedAt(), path).toBeGreaterThan(REST_MS - 200);
  // Requests reach the site a little later than they start, some more than others: the sum tells the pace.
  const [first, last] = [site.starts[0]?.at ?? 0, site.starts.at(-1)?.at ?? 0];
  expect(last - first).toBeGreaterThan((site.starts.length - 1) * DELAY_MS * 0.9);
}

describe("politeness, as a site sees it", () => {
  it("is kept by one worker: concurrency, pace, robots.txt and Retry-After", async () => {
    await crawlBy(1, {});
    expectPolite();
  }, 120_000);

  it.skipIf(redis === null)(
    "is kept by four workers together",
    async () => {
      await crawlBy(4, { "redis.url": redis?.url ?? "", "redis.prefix": redis?.prefix ?? "" });
      expectPolite();
    },
    240_000,
  );
});
