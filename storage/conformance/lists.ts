import { describe, expect, it } from "vitest";
import { articleId } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { Fixture } from "./index.ts";
import { allPages, article, discovery, manyDiscoveries, minutesLater, noon } from "./samples.ts";

/** Three read articles, and a search that gives the last letters of the addresses that it finds. */
async function searchable(open: Fixture["open"]) {
  const { articles } = await open();
  const texts: Record<string, [title: string, body: string]> = {
    "https://news.example/0": ["Łukasz O'Neil zwolniony", "Café in Homel. Emoji 😀 here."],
    "https://news.example/1": ["Марыя Калеснікава на волі", "Сергей Тихановский тоже. Ёлка."],
    "https://news.example/2": ["Released", "Maria Kalesnikava and Siarhei, prisoner no. 42."],
  };
  await articles.discover(manyDiscoveries(3));
  for (const [url, [title, body]] of Object.entries(texts))
    await articles.advance(articleId(url), {
      stage: "fetched",
      at: noon,
      article: article(url, title, body),
    });
  const find = async (text: string) =>
    (await articles.list({ text }, { limit: 10 })).items.map((record) => record.url.slice(-1)).toSorted();
  return { articles, find };
}

export function listTests({ open }: Fixture): void {
  describe("lists of articles", () => {
    it("give every article exactly once, newest first, whatever the page's length and however many have equal times", async () => {
      const { articles } = await open();
      await articles.discover(manyDiscoveries(23, (index) => ({ discoveredAt: minutesLater(index % 3) })));
      for (const limit of [1, 2, 7, 23, 100]) {
        const all = await allPages((page) => articles.list({}, page), limit);
        expect(all).toHaveLength(23);
        expect(new Set(all.map((record) => record.id)).size).toBe(23);
        const times = all.map((record) => record.discoveredAt);
        expect(times).toEqual(times.toSorted().toReversed());
      }
    });

    it("say that nothing follows when the last page is full", async () => {
      const { articles } = await open();
      await articles.discover(manyDiscoveries(4));
      const { next } = await articles.list({}, { limit: 2 });
      expect(next).not.toBeNull();
      expect((await articles.list({}, { limit: 2, after: next ?? "" })).next).toBeNull();
    });

    it("are not disturbed by articles that come in while somebody pages", async () => {
      const { articles } = await open();
      await articles.discover(manyDiscoveries(4));
      const first = await articles.list({}, { limit: 2 });
      await articles.discover([
        discovery({ url: "https://news.example/new", discoveredAt: minutesLater(60) }),
      ]);
      const second = await articles.list({}, { limit: 2, after: first.next ?? "" });
      expect(new Set([...first.items, ...second.items].map((record) => record.id)).size).toBe(4);
    });

    it("refuse a page of no length and a cursor that is not one", async () => {
      const { articles } = await open();
      for (const limit of [0, -1, 1.5, Number.NaN, 1e9])
        await expect(articles.list({}, { limit })).rejects.toThrow(Permanent);
      for (const after of ["", "x", "bnVsbA", Buffer.from("[1,2]").toString("base64url")])
        await expect(articles.list({}, { limit: 5, after })).rejects.toThrow(/not the "next"/);
    });

    it("are filtered by source, stage and language together", async () => {
      const { articles } = await open();
      const [a = "", b = "", c = ""] = await articles.discover(
        manyDiscoveries(3, (index) => ({ sourceId: index === 2 ? "other" : "news" })),
      );
      for (const [which, lang] of [
        [a, "en"],
        [b, "ru"],
        [c, "ru"],
      ] as const)
        await articles.advance(which, {
          stage: "fetched",
          at: noon,
          article: article(`https://news.example/${which}`, "T", "B", { lang }),
        });
      const ids = async (filter: Parameters<typeof articles.list>[0]) =>
        (await articles.list(filter, { limit: 10 })).items.map((record) => record.id);
      expect(await ids({ lang: "ru", sourceId: "news" })).toEqual([b]);
      expect(await ids({ stage: "fetched", sourceId: "other" })).toEqual([c]);
      expect(await ids({ stage: "closed" })).toEqual([]);
    });
  });

  describe("the search over articles", () => {
    it("finds all words, whatever their order, case and diacritics", async () => {
      const { find } = await searchable(open);
      expect(await find("lukasz")).toEqual(["0"]);
      expect(await find("HOMEL cafe")).toEqual(["0"]);
      expect(await find("калеснікава марыя")).toEqual(["1"]);
      expect(await find("елка")).toEqual(["1"]);
      expect(await find("42 prisoner")).toEqual(["2"]);
      expect(await find("maria lukasz")).toEqual([]);
      expect(await find("kalesnik")).toEqual([]);
    });

    it("takes operators and quotes for what a reader typed", async () => {
      const { find } = await searchable(open);
      expect(await find('"o\'neil"')).toEqual(["0"]);
      expect(await find("released AND maria")).toEqual(["2"]);
      expect(await find("NOT maria OR lukasz")).toEqual([]);
      expect(await find("title:released")).toEqual([]);
      expect(await find("released*")).toEqual(["2"]);
      for (const odd of [
        "(",
        '"',
        "*",
        "^",
        "NEAR(a b)",
        "\0",
        "😀",
        "a\ud800",
        "$where",
        "--",
        "'); DROP TABLE articles",
      ])
        expect(await find(odd)).toEqual([]);
    });

    it("finds the announced title before an article is read, and only the new words after it changed", async () => {
      const { articles, find } = await searchable(open);
      await articles.discover([
        discovery({ url: "https://news.example/9", hint: { title: "Swap rumours", published: null } }),
      ]);
      expect(await find("rumours")).toEqual(["9"]);
      const url = "https://news.example/2";
      await articles.advance(articleId(url), {
        stage: "fetched",
        at: noon,
        article: article(url, "Corrected", "None."),
      });
      expect(await find("kalesnikava")).toEqual([]);
      expect(await find("corrected")).toEqual(["2"]);
    });

    it("is no filter when there is no query", async () => {
      const { find } = await searchable(open);
      expect(await find("  ")).toHaveLength(3);
    });
  });
}
