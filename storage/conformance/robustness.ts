import { describe, expect, it } from "vitest";
import { articleId } from "../../model/article.ts";
import { Bug } from "../../model/errors.ts";
import type { Store } from "../store.ts";
import { revisionId } from "../../model/revision.ts";
import type { Fixture } from "./index.ts";
import {
  article,
  capture,
  claim,
  contents,
  discovery,
  endpoint,
  event,
  extraction,
  host,
  mention,
  noon,
  notice,
  only,
  robotsFile,
} from "./samples.ts";

/** Strings that break what is not careful; the second form is how they are kept. */
const hostile: readonly [given: string, kept: string][] = [
  [`'; DROP TABLE articles; --"`, `'; DROP TABLE articles; --"`],
  ["a\0b", "a\ufffdb"],
  ["lone \ud800 high", "lone \ufffd high"],
  ["lone \udc00 low", "lone \ufffd low"],
  ["\ud800", "\ufffd"],
  ["\\u0000 and \\ud800 as text", "\\u0000 and \\ud800 as text"],
  ["👩‍👩‍👧 😀", "👩‍👩‍👧 😀"],
  ["e\u0301 и\u0306 \u202e rtl", "e\u0301 и\u0306 \u202e rtl"],
  ["$where", "$where"],
  ["a.b.$c", "a.b.$c"],
  ["constructor", "constructor"],
  ["%_*?[]{}", "%_*?[]{}"],
  ["line\nbreak\ttab", "line\nbreak\ttab"],
];

/** One document of every kind. */
async function fill(store: Store): Promise<void> {
  const url = "https://news.example/1";
  const page = Buffer.from("page");
  await store.endpoints.put(endpoint());
  await store.hosts.put(host());
  await store.robots.put(robotsFile());
  await store.sourceHabits.put({
    sourceId: "news",
    shells: 0,
    vainRenders: 0,
    sinceHttp: 0,
    noBrowserUntil: null,
  });
  const lamp = { colour: "green" as const, reason: "", since: noon, pending: null };
  await store.sourceHealth.put({
    sourceId: "news",
    at: noon,
    lamps: { transport: lamp, discovery: lamp, extraction: lamp },
    reading: { recent: [], count: 0, noTitle: 0, noDate: 0, noBody: 0, seenUntil: null },
    told: [],
    notices: [],
  });
  await store.sourceNotices.put(notice());
  await store.backfills.put({
    id: "news 2025-01-01 2025-01-31",
    sourceId: "news",
    from: "2025-01-01",
    to: "2025-01-31",
    pending: [
      { kind: "sitemap", url: "https://news.example/map", endpointUrl: "https://news.example/map", depth: 0 },
    ],
    seen: ["https://news.example/map"],
    steps: 1,
    found: 2,
    added: 1,
    undated: 0,
    notes: [],
  });
  const id = only(await store.articles.discover([discovery({ url })]));
  await store.revisions.put({
    id: revisionId(id, 1),
    articleId: id,
    number: 1,
    article: article(url, "Title", "Body as it was"),
    replacedAt: noon,
  });
  await store.captures.put(capture(page), page);
  await store.articles.advance(id, {
    stage: "fetched",
    at: noon,
    article: article(url, "Title", "Body"),
    copyKeys: ["k"],
  });
  await store.extractions.put(extraction(id, "1"));
  await store.claims.replaceInBlock(id, "b2", [claim("c1", { articleId: id })]);
  await store.claims.replaceInBlock(id, "b1", [claim("c1", { articleId: id })]);
  await store.events.replaceBlock("b1", [event("e1", { blockKey: "b1" })]);
  await store.persons.noteMentions(id, [mention("p1")]);
}

export function robustnessTests(fixture: Fixture): void {
  const { open } = fixture;
  describe("the whole store", () => {
    it("is there again after it was closed and opened", async () => {
      const first = await open();
      await fill(first);
      const before = await contents(first);
      await first.close();
      await first.close();
      const second = await open();
      expect(await contents(second)).toEqual(before);
      expect(
        Buffer.from((await second.captures.body(capture(Buffer.from("page")).hash)) ?? []).toString(),
      ).toBe("page");
    });

    it("dumps every collection, in the order of ids, with the blocks of claims", async () => {
      const store = await open();
      await fill(store);
      await store.articles.discover(
        ["b", "a", "Я", "😀"].map((name) => discovery({ url: `https://x.example/${name}` })),
      );
      const entries = await contents(store);
      expect([...new Set(entries.map((entry) => entry.collection))]).toEqual([
        "endpoints",
        "hosts",
        "robots",
        "sourceHabits",
        "sourceHealth",
        "sourceNotices",
        "backfills",
        "articles",
        "revisions",
        "captures",
        "extractions",
        "claims",
        "events",
        "persons",
        "personNotes",
      ]);
      const ids = entries.filter((entry) => entry.collection === "articles").map((entry) => entry.id);
      expect(ids).toHaveLength(5);
      expect(ids).toEqual(ids.toSorted());
      expect(entries.find((entry) => entry.collection === "claims")?.document).toMatchObject({
        blocks: ["b1", "b2"],
      });
    });

    it("opens in several processes at once although it is new", async () => {
      const stores = await Promise.all(Array.from({ length: 5 }, () => open()));
      await Promise.all(stores.map((store) => store.endpoints.put(endpoint())));
      expect(await stores[0]?.endpoints.list()).toHaveLength(1);
    });

    it("says which document does not fit its schema, and where", async () => {
      const store = await open();
      await fill(store);
      const id = articleId("https://news.example/1");
      const record = await store.articles.get(id);
      await fixture.place.spoil("articles", id, { ...record, article: { ...record?.article, authors: [7] } });
      const complaint = new RegExp(`articles/${id} .* at article\\.authors\\.0`);
      await expect(store.articles.get(id)).rejects.toThrow(Bug);
      await expect(store.articles.get(id)).rejects.toThrow(complaint);
      await expect(store.articles.list({}, { limit: 5 })).rejects.toThrow(complaint);
      await fixture.place.spoil("events", "e1", { ...event("e1"), colour: "red" });
      await expect(store.events.list({}, { limit: 5 })).rejects.toThrow(/events\/e1 /);
    });

    it("takes an article of several megabytes", async () => {
      const store = await open();
      const id = only(await store.articles.discover([discovery()]));
      const long = article(discovery().url, "Long", "слова и words ".repeat(200_000));
      await store.articles.advance(id, { stage: "fetched", at: noon, article: long });
      expect((await store.articles.get(id))?.article?.text).toBe(long.text);
      expect((await store.articles.list({ text: "слова" }, { limit: 5 })).items).toHaveLength(1);
    });

    it("refuses to be used after it was closed", async () => {
      const store = await open();
      await store.close();
      await expect(store.articles.get("a")).rejects.toThrow();
    });
  });

  describe("hostile strings", () => {
    it.each(hostile)("%j is kept and found again", async (given, kept) => {
      const store = await open();
      const url = `https://news.example/${given}`;
      const id = only(
        await store.articles.discover([
          discovery({ url, sourceId: given, hint: { title: given, published: null } }),
        ]),
      );
      expect(await store.articles.discover([discovery({ url })])).toEqual([]);
      await store.articles.advance(id, {
        stage: "fetched",
        at: noon,
        article: article(url, given, given),
        copyKeys: [given],
      });
      const record = await store.articles.get(id);
      expect(record).toMatchObject({
        sourceId: kept,
        hint: { title: kept },
        copyKeys: [kept],
        article: { title: kept },
      });
      expect(record?.article?.text.length).toBe(article(url, given, given).text.length);
      expect((await store.articles.list({ sourceId: given }, { limit: 5 })).items).toHaveLength(1);
      expect(await store.articles.sharingCopyKeys("other", [given])).toHaveLength(1);

      await store.endpoints.put(endpoint({ url, lastError: given }));
      expect(await store.endpoints.get(url)).toMatchObject({ lastError: kept });
      await store.captures.put(capture(Buffer.from("p"), { url }), Buffer.from("p"));
      expect(await store.captures.notes(capture(Buffer.from("p")).hash)).toHaveLength(1);

      const parts = { value: 1, parts: { [given]: 1 } };
      await store.claims.replaceInBlock(given, given, [
        claim(given, { articleId: given, quote: given, confidence: parts }),
      ]);
      expect(await store.claims.inBlock(given)).toEqual(await store.claims.get([given]));
      expect(await store.claims.forArticle(given)).toMatchObject([{ id: kept, quote: kept }]);
      expect(Object.keys(only(await store.claims.forArticle(given)).confidence.parts)).toEqual([kept]);
      expect(await store.claims.blocksOf(given)).toEqual([kept]);

      await store.events.replaceBlock(given, [
        event(given, { blockKey: given, subjects: [{ id: given, name: given }] }),
      ]);
      expect(await store.events.get(given)).toMatchObject({ id: kept });
      expect((await store.events.list({ personId: given }, { limit: 5 })).items).toHaveLength(1);
      await store.persons.noteMentions(given, [mention(given, { name: given, names: [given] })]);
      expect(await store.persons.get(given)).toMatchObject({ id: kept, name: kept, articleIds: [kept] });
      expect(await store.withLock(given, async () => "held")).toBe("held");

      await store.claims.replaceInBlock(given, given, []);
      await store.events.replaceBlock(given, []);
      await store.persons.noteMentions(given, []);
      expect(await store.claims.forArticle(given)).toEqual([]);
      expect(await store.events.get(given)).toBeNull();
      expect(await store.persons.get(given)).toBeNull();
    });
  });
}
