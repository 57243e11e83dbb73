import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFetcher } from "../crawlers/fetch/fetcher.ts";
import type { Fetcher } from "../crawlers/fetch/types.ts";
import { Retryable } from "../model/errors.ts";
import { type Source, SourceSchema } from "../model/source.ts";
import { createSqliteStore } from "../storage/sqlite/index.ts";
import type { Store } from "../storage/store.ts";
import { answer, type LocalSite, startLocalSite } from "../test/local-site.ts";
import type { NewJob, Queue } from "./queue.ts";
import { runBackfill, type RunBackfillOptions } from "./run-backfill.ts";

const xml = { "content-type": "text/xml" };
const map = (path: string) =>
  answer(`<urlset><url><loc>${path}</loc><lastmod>2025-12-01</lastmod></url></urlset>`, xml);

describe("running a backfill", () => {
  let folder: string;
  let store: Store;
  let site: LocalSite;
  let fetcher: Fetcher;
  let source: Source;
  let jobs: NewJob[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-"));
    store = await createSqliteStore({ folder });
    site = await startLocalSite({
      "/index.xml": answer(
        `<sitemapindex>${[1, 2, 3].map((n) => `<sitemap><loc>/map${n}.xml</loc></sitemap>`).join("")}</sitemapindex>`,
        xml,
      ),
      "/map1.xml": map("/a1"),
      "/map2.xml": map("/a2"),
      "/map3.xml": map("/a3"),
    });
    fetcher = createFetcher({
      userAgent: "Habeas/0.1 (+x)",
      allowHosts: [site.host],
      delayMs: 0,
      browser: null,
    });
    source = SourceSchema.parse({
      id: "courier",
      name: "Courier",
      homepage: `${site.origin}/`,
      kind: "newspaper",
      tier: 2,
      langs: ["en"],
      endpoints: [{ kind: "sitemap", url: `${site.origin}/index.xml` }],
    });
    jobs = [];
  });
  afterEach(async () => {
    await Promise.all([fetcher.close(), site.close(), store.close()]);
    await rm(folder, { recursive: true });
  });
  const run = (more: Partial<RunBackfillOptions> = {}, through: Fetcher = fetcher) => {
    const queue = {
      async add(added: readonly NewJob[]) {
        jobs.push(...added);
        return added.length;
      },
    } as unknown as Queue;
    return runBackfill({ store, queue, fetcher: through, topicFilters: new Map() }, source, {
      from: "2025-11-01",
      to: "2025-12-31",
      limit: 100,
      restart: false,
      signal: new AbortController().signal,
      sleep: async () => undefined,
      ...more,
    });
  };

  it("puts what is new into the queue, behind everything else", async () => {
    expect(await run()).toMatchObject({ found: 3, added: 3, pending: [] });
    expect(jobs.map(({ name, priority }) => [name, priority])).toEqual([
      ["fetch", 8],
      ["fetch", 8],
      ["fetch", 8],
    ]);
  });

  it("goes on where it was interrupted, and has nothing to do once it is done", async () => {
    const stop = new AbortController();
    const first = await run({
      signal: stop.signal,
      onStep: ({ steps }) => {
        if (steps === 2) stop.abort();
      },
    });
    expect(first.pending.length).toBeGreaterThan(0);
    const asked = site.requests.length;
    expect(await run()).toMatchObject({ found: 3, pending: [] });
    expect(site.requests.slice(asked).some(({ path }) => path === "/index.xml")).toBe(false);
    const all = site.requests.length;
    await run();
    expect(site.requests.length).toBe(all);
    expect((await run({ restart: true })).added).toBe(0);
    expect(jobs).toHaveLength(3);
  });

  it("passes over a page that fails again and again, and waits before each try", async () => {
    const waits: number[] = [];
    const failing: Fetcher = {
      async fetch(request) {
        if (request.url.endsWith("/map2.xml")) throw new Retryable("down");
        return fetcher.fetch(request);
      },
      async close() {},
    };
    const sleep = async (ms: number) => void waits.push(ms);
    const state = await run({ sleep }, failing);
    expect(state).toMatchObject({ found: 2, notes: [`${site.origin}/map2.xml: down`] });
    expect(waits).toEqual([30_000, 30_000, 30_000, 30_000]);
  });

  it("ends at its limit", async () => {
    expect((await run({ limit: 1 })).added).toBe(1);
  });
});
