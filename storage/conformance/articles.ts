import { describe, expect, it } from "vitest";
import { articleId } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { Fixture } from "./index.ts";
import {
  article,
  contents,
  discovery,
  endpoint,
  extraction,
  manyDiscoveries,
  minutesLater,
  noon,
} from "./samples.ts";

const url = "https://news.example/1";
const id = articleId(url);
const visit = (minutes: number) => ({
  dueAt: minutesLater(minutes),
  visits: 1,
});

export function articleTests({ open }: Fixture): void {
  describe("endpoints", () => {
    it("are kept by address, put anew as a whole and listed by source", async () => {
      const { endpoints } = await open();
      await endpoints.put(endpoint());
      await endpoints.put(endpoint({ url: "https://other.example/feed", sourceId: "other" }));
      await endpoints.put(endpoint({ etag: null, consecutiveFailures: 2 }));
      expect(await endpoints.get(endpoint().url)).toEqual(endpoint({ etag: null, consecutiveFailures: 2 }));
      expect(await endpoints.get("https://nowhere.example/")).toBeNull();
      expect((await endpoints.list()).map((state) => state.sourceId)).toEqual(["news", "other"]);
      expect((await endpoints.list("other")).map((state) => state.url)).toEqual([
        "https://other.example/feed",
      ]);
    });
  });

  describe("discovered articles", () => {
    it("are inserted once and stay untouched when they are announced again", async () => {
      const { articles } = await open();
      const other = "https://news.example/2";
      expect(
        await articles.discover([discovery(), discovery({ priority: 1 }), discovery({ url: other })]),
      ).toEqual([id, articleId(other)]);
      expect(await articles.discover([discovery({ priority: 1, sourceId: "else" })])).toEqual([]);
      expect(await articles.get(id)).toEqual({
        ...discovery(),
        id,
        stage: "discovered",
        stageAt: noon,
        outcome: null,
        article: null,
        revisit: null,
        revisions: 0,
        copyKeys: [],
        copyOf: null,
      });
      expect(await articles.discover([])).toEqual([]);
    });

    it("are new for exactly one of several processes that discover them at once", async () => {
      const [one, two, three] = await Promise.all([open(), open(), open()]);
      const found = manyDiscoveries(40);
      const claimed = await Promise.all(
        [one, two, three].map((store, index) =>
          store.articles.discover(index % 2 === 0 ? found : found.toReversed()),
        ),
      );
      expect(claimed.flat().toSorted()).toEqual(found.map((each) => articleId(each.url)).toSorted());
      expect((await one.articles.countByStage()).discovered).toBe(40);
    });
  });

  describe("an article's stage", () => {
    const outcome = { kind: "ok", reason: null, at: minutesLater(1) } as const;
    const read = article(url, "Released", "She is free.");

    it("moves forward with what comes along, and keeps what does not", async () => {
      const { articles } = await open();
      await articles.discover([discovery()]);
      await articles.advance(id, {
        stage: "fetched",
        at: minutesLater(1),
        outcome,
        article: read,
        copyKeys: ["k2", "k1"],
      });
      await articles.advance(id, { stage: "extracted", at: minutesLater(2) });
      expect(await articles.get(id)).toMatchObject({
        stage: "extracted",
        stageAt: minutesLater(2),
        outcome,
        article: read,
        copyKeys: ["k1", "k2"],
      });
    });

    it("never moves backwards, unless forced", async () => {
      const { articles } = await open();
      await articles.discover([discovery()]);
      await articles.advance(id, { stage: "resolved", at: minutesLater(3), article: read });
      await articles.advance(id, {
        stage: "fetched",
        at: minutesLater(9),
        article: article(url, "Late", "Other."),
      });
      expect(await articles.get(id)).toMatchObject({ stage: "resolved", article: { title: "Released" } });
      await articles.advance(id, { stage: "fetched", at: minutesLater(10), force: true });
      expect(await articles.get(id)).toMatchObject({ stage: "fetched", stageAt: minutesLater(10) });
    });

    it("is the same after the same step was taken twice", async () => {
      const store = await open();
      await store.articles.discover([discovery()]);
      const step = {
        stage: "fetched",
        at: minutesLater(1),
        outcome,
        article: read,
        copyKeys: ["k"],
      } as const;
      await store.articles.advance(id, { ...step, copyKeys: ["k"] });
      const before = await contents(store);
      await store.articles.advance(id, { ...step, copyKeys: ["k"], at: minutesLater(5) });
      expect(await contents(store)).toEqual(before);
    });

    it("loses nothing when several processes change the article at once", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      await one.articles.discover([discovery()]);
      await Promise.all([
        one.articles.advance(id, { stage: "fetched", at: minutesLater(1), article: read }),
        two.articles.setCopyOf(id, { articleId: "origin", similarity: 0.9 }),
        two.articles.advance(id, { stage: "extracted", at: minutesLater(2) }),
        one.articles.advance(id, { stage: "fetched", at: minutesLater(1), copyKeys: ["k"] }),
      ]);
      expect(await two.articles.get(id)).toMatchObject({
        stage: "extracted",
        copyOf: { articleId: "origin", similarity: 0.9 },
      });
    });

    it("of an unknown article cannot be changed", async () => {
      const { articles } = await open();
      await expect(articles.advance("none", { stage: "fetched", at: noon })).rejects.toThrow(Permanent);
      await expect(articles.setCopyOf("none", null)).rejects.toThrow(/no article none/);
      expect(await articles.get("none")).toBeNull();
    });

    it("is counted, stages without articles too", async () => {
      const { articles } = await open();
      await articles.discover(manyDiscoveries(3));
      await articles.advance(id, { stage: "closed", at: noon });
      expect(await articles.countByStage()).toEqual({
        discovered: 2,
        fetched: 0,
        extracted: 0,
        resolved: 0,
        closed: 1,
      });
    });
  });

  describe("articles that are behind", () => {
    it("are those that have stood in the stage since before the given time, oldest first", async () => {
      const { articles } = await open();
      await articles.discover(manyDiscoveries(5, (index) => ({ discoveredAt: minutesLater(10 - index) })));
      await articles.advance(articleId("https://news.example/3"), { stage: "fetched", at: minutesLater(1) });
      const urls = async (before: string, limit: number) =>
        (await articles.behind("discovered", before, limit)).map((record) => record.url.at(-1));
      expect(await urls(minutesLater(10), 10)).toEqual(["4", "2", "1"]);
      expect(await urls(minutesLater(10), 2)).toEqual(["4", "2"]);
      expect(await urls(noon, 10)).toEqual([]);
    });
  });

  describe("articles that are to be visited again", () => {
    it("are those whose visit was due before the given time, longest due first", async () => {
      const { articles } = await open();
      const ids = await articles.discover(manyDiscoveries(4));
      for (const [index, one] of ids.slice(0, 3).entries())
        await articles.advance(one, { stage: "fetched", at: noon, revisit: visit(30 - 10 * index) });
      const due = async (before: string, limit = 10) =>
        (await articles.dueForRevisit(before, limit)).map((record) => record.id);
      expect(await due(minutesLater(30))).toEqual([ids[2], ids[1]]);
      expect(await due(minutesLater(40), 1)).toEqual([ids[2]]);
      await articles.advance(ids[2] ?? "", { stage: "fetched", at: noon, revisit: null, revisions: 2 });
      expect(await due(minutesLater(40))).toEqual([ids[1], ids[0]]);
      expect(await articles.get(ids[2] ?? "")).toMatchObject({ revisit: null, revisions: 2 });
      expect(await articles.get(ids[1] ?? "")).toMatchObject({ revisit: visit(20), revisions: 0 });
    });
  });

  describe("copies", () => {
    it("are found by any shared key, until the keys change", async () => {
      const { articles } = await open();
      const [a = "", b = "", c = ""] = await articles.discover(manyDiscoveries(3));
      await articles.advance(a, { stage: "fetched", at: noon, copyKeys: ["x", "y"] });
      await articles.advance(b, { stage: "fetched", at: noon, copyKeys: ["y", "z"] });
      await articles.advance(c, { stage: "fetched", at: noon, copyKeys: ["w"] });
      const sharing = async (keys: string[]) =>
        (await articles.sharingCopyKeys(a, keys)).map((one) => one.id);
      expect(await sharing(["x", "y"])).toEqual([b]);
      expect(await sharing(["w", "z"])).toEqual([b, c].toSorted());
      expect(await sharing([])).toEqual([]);
      await articles.advance(b, { stage: "fetched", at: noon, copyKeys: [] });
      expect(await sharing(["y", "z"])).toEqual([]);
    });
  });

  describe("extractions", () => {
    it("are kept by their key; the latest of an article is the one put last", async () => {
      const { extractions } = await open();
      const [old, young] = [extraction("a1", "1"), extraction("a1", "2")];
      await extractions.put(old);
      await extractions.put(young);
      await extractions.put(extraction("a2", "9"));
      expect(await extractions.get(old.id)).toEqual(old);
      expect(await extractions.latest("a1")).toEqual(young);
      await extractions.put(old);
      expect(await extractions.latest("a1")).toEqual(old);
      expect(await extractions.get("none")).toBeNull();
      expect(await extractions.latest("none")).toBeNull();
    });
  });
}
