import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadExpected } from "../../cli/demo/expected.ts";
import { createDemoSite, type DemoSite } from "../../cli/demo/site.ts";
import { findBrowser } from "../../crawlers/fetch/find-browser.ts";
import { articleId, type ArticleRecord } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import { mongoForTests, redisForTests } from "../services/for-tests.ts";
import { crawlThen } from "./crawl-demo.ts";
import { settingsForCrawl } from "./demo-settings.ts";
import { ledgerOf } from "./ledger-of.ts";

const mongodb = await mongoForTests("the main job on MongoDB");
const redis = await redisForTests("the main job on Redis");
const servers = mongodb === null || redis === null ? null : { mongodb, redis };
const expected = loadExpected(new URL("../../cli/demo/expected.yaml", import.meta.url));

let folder: string;
let site: DemoSite;
let embedded: Record<string, unknown[]>;
let records: Map<string, ArticleRecord>;
let extractions: Map<string, Extraction>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-crawl-"));
  site = await createDemoSite({ browser: (await findBrowser()).found });
  records = new Map();
  extractions = new Map();
  embedded = await crawlThen(settingsForCrawl(folder, site.sources, null), site.sources, async (store) => {
    for (const { id } of site.articles) {
      const record = await store.articles.get(articleId(site.urlOf(id)));
      const extraction = await store.extractions.latest(articleId(site.urlOf(id)));
      if (record !== null) records.set(id, record);
      if (extraction !== null) extractions.set(id, extraction);
    }
    return ledgerOf(store);
  });
}, 120_000);

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a crawl of the demo site", () => {
  it("brings every article to its end: resolved, or closed with the reason", () => {
    const listed = new Set(site.sources.map(({ id }) => id));
    for (const { id, source } of site.articles) {
      if (!listed.has(source)) continue;
      const record = records.get(id);
      const blocked = expected.get(id)?.outcome === "blocked";
      expect(record?.stage, id).toBe(blocked ? "closed" : "resolved");
      expect(record?.outcome?.kind, id).toBe(blocked ? "blocked" : "ok");
    }
  });

  it("never asks for what robots.txt forbids, and says who asks", () => {
    const forbidden = site.articles.filter(({ id }) => expected.get(id)?.outcome === "blocked");
    expect(forbidden.length).toBeGreaterThan(0);
    for (const { path, source } of forbidden)
      expect(site.requests.filter((request) => request.sourceId === source && request.path === path)).toEqual(
        [],
      );
    expect(site.requests.every(({ userAgent }) => userAgent?.startsWith("Habeas/") === true)).toBe(true);
  });

  it("links copies to the story that they copy, and no others", () => {
    for (const [id, record] of records) {
      const original = expected.get(id)?.copyOf;
      expect(record.copyOf?.articleId ?? null, id).toBe(
        original === undefined ? null : articleId(site.urlOf(original)),
      );
    }
  });

  it("asserts nothing that an article does not assert", () => {
    const wrong = [...extractions].flatMap(([id, extraction]) =>
      (expected.get(id)?.never ?? []).flatMap((never) =>
        extraction.events
          .filter((event) => event.assertion === "asserted" && event.type === never.type)
          .filter(
            ({ subjects }) =>
              never.subjects.length === 0 || never.subjects.some((name) => subjects.includes(name)),
          )
          .map((event) => `${id}: ${event.type} of ${event.subjects.join(", ")} by ${event.ruleId}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.skipIf(servers === null)(
    "gives the same persons, events and claims on Redis and MongoDB",
    async () => {
      const settings = settingsForCrawl(folder, site.sources, servers);
      const onServers = await crawlThen(settings, site.sources, ledgerOf);
      expect(Object.keys(onServers).toSorted()).toEqual(Object.keys(embedded).toSorted());
      for (const [collection, documents] of Object.entries(embedded))
        expect(onServers[collection], collection).toEqual(documents);
    },
    120_000,
  );
});
