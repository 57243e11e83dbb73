import { nobodyKnown } from "../../ledger/persons/known-people.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fetcher } from "../../crawlers/fetch/types.ts";
import { readPage } from "../../crawlers/read/read.ts";
import { articleId } from "../../model/article.ts";
import { Gone, type HabeasError, RateLimited, Retryable } from "../../model/errors.ts";
import { type Source, SourceSchema } from "../../model/source.ts";
import { extraction } from "../../storage/conformance/samples.ts";
import { createSqliteStore } from "../../storage/sqlite/index.ts";
import type { Store } from "../../storage/store.ts";
import type { Job, Queue } from "../queue.ts";
import type { StageContext } from "./context.ts";
import { createExtractHandler } from "./extract.ts";
import { createFetchHandler } from "./fetch.ts";

const url = "https://news.example/2026/02/02/freed";
const id = articleId(url);
const source: Source = SourceSchema.parse({
  id: "news",
  name: "The News",
  homepage: "https://news.example/",
  kind: "newspaper",
  tier: 2,
  langs: ["en"],
});
const hour = 3_600_000;
const sentence = "The court in Minsk set the teacher free on Monday after four hundred days behind bars.";
const html = (title: string, ...paragraphs: string[]) =>
  `<html><head><title>${title}</title><meta property="article:published_time" content="2026-02-02T10:00:00Z"></head>
   <body><article><h1>${title}</h1>${[sentence, ...paragraphs].map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;
const long = `Her lawyer says that she was taken to the border at night, and that ${"nobody had told her where she was going, ".repeat(4)}until dawn.`;

describe("a second visit", () => {
  let folder: string;
  let store: Store;
  let now: number;
  let page: string | HabeasError;
  let fetches: number;
  let context: StageContext;
  beforeEach(async () => {
    now = Date.parse("2026-02-02T12:00:00Z");
    page = html("Teacher freed", long);
    fetches = 0;
    folder = await mkdtemp(join(tmpdir(), "habeas-"));
    store = await createSqliteStore({ folder });
    const fetcher: Fetcher = {
      async fetch(request) {
        fetches++;
        if (typeof page !== "string") throw page;
        const body = Buffer.from(page);
        const hash = createHash("sha256").update(body).digest("hex");
        const fetchedAt = new Date(now).toISOString();
        return {
          requestedUrl: request.url,
          url: request.url,
          redirects: [],
          status: 200,
          headers: {
            etag: null,
            lastModified: null,
            contentType: "text/html",
            contentLanguage: null,
            maxAgeSeconds: null,
            mementoAt: null,
          },
          robots: "absent",
          elapsedMs: 1,
          notModified: false,
          body,
          text: page,
          charset: "utf-8",
          hash,
          neededBrowser: false,
          capture: {
            hash,
            url: request.url,
            fetchedAt,
            status: 200,
            contentType: "text/html",
            charset: "utf-8",
            bytes: body.length,
            via: "http",
            robots: "absent",
          },
        };
      },
      async close() {},
    };
    context = {
      store,
      queue: { add: async () => 0 } as unknown as Queue,
      fetcher,
      archive: null,
      alerts: {} as StageContext["alerts"],
      tasks: {
        read: async ({ html: text, options }) => readPage(text, options),
        extract: async ({ captureHash }) => ({
          ...extraction(id, captureHash ?? ""),
          id: `${id}-${captureHash}`,
          captureHash,
          conditions: [{} as never],
        }),
      },
      sources: new Map([[source.id, source]]),
      topicFilters: new Map(),
      knownPeople: nobodyKnown,
      now: () => now,
      maxItemsPerPoll: 10,
      pollIntervalSeconds: 60,
    };
    await store.articles.discover([
      {
        url,
        sourceId: "news",
        endpointUrl: null,
        discoveredAt: new Date(now).toISOString(),
        hint: { title: null, published: null },
        priority: 5,
      },
    ]);
    await wholeWay();
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const job = () => ({ payload: { articleId: id }, signal: new AbortController().signal });
  const fetchPage = () => createFetchHandler(context)(job() as Job<"fetch">);
  async function wholeWay() {
    await fetchPage();
    // The extraction's made-up condition does not fit the schema; only its being there counts.
    const put = store.extractions.put.bind(store.extractions);
    store.extractions.put = async (made) => put({ ...made, conditions: [] });
    await createExtractHandler(context)(job() as Job<"extract">);
    if ((await record()).stage === "extracted")
      await store.articles.advance(id, { stage: "resolved", at: new Date(now).toISOString() });
  }
  const record = async () => {
    const found = await store.articles.get(id);
    if (found === null) throw new Error("no article");
    return found;
  };
  const later = (hours: number) => {
    now += hours * hour;
  };

  it("comes an hour after the first one, not earlier, and then more and more rarely, five times", async () => {
    const pauses: number[] = [];
    for (let visit = 0; visit < 6; visit++) {
      const { revisit } = await record();
      if (revisit === null) break;
      pauses.push((Date.parse(revisit.dueAt) - now) / hour);
      now = Date.parse(revisit.dueAt) - 1;
      await fetchPage();
      expect(fetches).toBe(visit + 1);
      now += 1;
      await fetchPage();
      expect(fetches).toBe(visit + 2);
    }
    expect(pauses).toEqual([1, 5, 18, 48, 96]);
    expect(await record()).toMatchObject({ stage: "resolved", revisions: 0, revisit: null });
  });

  it("keeps the earlier version and sends the new one the whole way again", async () => {
    const before = (await record()).article;
    later(1);
    page = html(
      "Teacher freed after appeal",
      long,
      "Correction: an earlier version gave a wrong number of days.",
    );
    await fetchPage();
    expect(await record()).toMatchObject({
      stage: "fetched",
      revisions: 1,
      article: {
        title: "Teacher freed after appeal",
        corrections: ["Correction: an earlier version gave a wrong number of days."],
      },
    });
    const [revision] = await store.revisions.list({ prefix: id });
    expect(revision).toMatchObject({ number: 1, articleId: id, article: before });
    await wholeWay();
    expect(await record()).toMatchObject({ stage: "resolved", revisit: { visits: 1 } });
    expect((await store.extractions.latest(id))?.captureHash).toBe((await record()).article?.captureHash);
  });

  it("is not impressed by what changes around the text", async () => {
    later(1);
    page = `${html("Teacher freed", long)}<footer><p>${"Other stories of the day. ".repeat(20)}</p></footer>`;
    await fetchPage();
    expect(await record()).toMatchObject({ stage: "resolved", revisions: 0, revisit: { visits: 1 } });
  });

  it("does not take a remnant before a wall for a correction", async () => {
    later(1);
    page = html("Teacher freed");
    await fetchPage();
    expect(await record()).toMatchObject({ stage: "resolved", revisions: 0 });
  });

  it("notes that the page is gone, and keeps what it said", async () => {
    later(1);
    page = new Gone(`${url} answered 404`);
    await fetchPage();
    expect(await record()).toMatchObject({
      stage: "resolved",
      outcome: { kind: "gone" },
      article: { title: "Teacher freed" },
      revisit: { visits: 1 },
    });
    later(5);
    page = new Gone(`${url} answered 410`, { forGood: true });
    await fetchPage();
    expect((await record()).revisit).toBeNull();
  });

  it("comes to nothing when the site has trouble, and waits for a host that is busy", async () => {
    later(1);
    page = new Retryable("down");
    await fetchPage();
    expect(await record()).toMatchObject({ outcome: { kind: "ok" }, revisit: { visits: 1 } });
    later(5);
    page = new RateLimited("busy", now + 1_000);
    await expect(fetchPage()).rejects.toThrow("busy");
    expect(await record()).toMatchObject({ revisit: { visits: 1 } });
  });
});
