import { describe, expect, it } from "vitest";
import type { SearchQuery } from "../search.ts";
import type { Fixture } from "./index.ts";
import { allPages, article, claim, discovery, event, mention, noon } from "./samples.ts";

const party = (id: string, name: string) => ({ id, name });

export function searchTests({ open }: Fixture): void {
  const filled = async () => {
    const store = await open();
    await store.claims.replaceInBlock("a1", "b", [claim("c1", { lang: "be" })]);
    await store.events.replaceBlock("b", [
      event("e1", { blockKey: "b", subjects: [party("p1", "Марыя Калеснікава")], place: "Гомель" }),
      event("e2", {
        blockKey: "b",
        type: "arrest",
        subjects: [party("p2", "Liu Xiaobo")],
        date: "2025-11-02",
        claimIds: [],
        sourceIds: ["s2"],
        standing: "corroborated",
        firstPublished: "2025-11-03T08:00:00Z",
      }),
      event("e3", {
        blockKey: "b",
        subjects: [party("p3", "محمد")],
        date: null,
        firstPublished: null,
        claimIds: [],
      }),
    ]);
    const find = async (query: Omit<SearchQuery, "kind"> & { kind?: SearchQuery["kind"] }) => {
      const whole = { kind: "event" as const, ...query };
      const found = await allPages((page) => store.search.find(whole, page), 1);
      expect(await store.search.facets(whole, 10)).toHaveLength(found.length);
      expect(await store.search.count(whole, 2)).toBe(Math.min(2, found.length));
      return found.join(" ");
    };
    return { store, find };
  };
  describe("the search index", () => {
    it("finds names in whatever script, in other cases too, unless the script is to be the same", async () => {
      const { find } = await filled();
      for (const text of ["Kolesnikova", "kalesnikava", "Колесниковой", "Maria Kolesnikova", "КАЛЕСНІКАВА"])
        expect(await find({ text }), text).toBe("e1");
      expect(await find({ text: "Kolesnikova", exactScript: true })).toBe("");
      expect(await find({ text: "калеснікава", exactScript: true })).toBe("e1");
      for (const text of ["刘晓波", "xiaobo"]) expect(await find({ text }), text).toBe("e2");
      expect(await find({ text: "Mohammed" })).toBe("e3");
      for (const text of ["Kolesnikova Xiaobo", "person", '"', "w:x OR y", "kind*", "\0"])
        expect(await find({ text }), text).toBe("");
    });

    it("is narrowed by everything, together too, newest first and what has no date last", async () => {
      const { find } = await filled();
      expect(await find({})).toBe("e1 e2 e3");
      expect(await find({ type: "release" })).toBe("e1 e3");
      expect(await find({ type: "release", personId: "p3" })).toBe("e3");
      expect(await find({ sourceId: "s2" })).toBe("e2");
      expect(await find({ standing: "corroborated", assertion: "asserted" })).toBe("e2");
      expect(await find({ lang: "be" })).toBe("e1");
      expect(await find({ told: "2025-11-03" })).toBe("e2");
      expect(await find({ from: "2025-11" })).toBe("e1 e2");
      expect(await find({ from: "2025-12" })).toBe("e1");
      expect(await find({ to: "2025-11" })).toBe("e2");
      expect(await find({ to: "2025-11-01" })).toBe("");
      expect(await find({ from: "2025", to: "2025" })).toBe("e1 e2");
      expect(await find({ except: { ids: ["e2"], personIds: ["p3", "p9"] } })).toBe("e1");
      expect(await find({ only: { ids: ["e2"], personIds: ["p3"] } })).toBe("e2 e3");
      expect(await find({ only: { ids: [], personIds: [] } })).toBe("");
      expect(await find({ text: "gomel", type: "release" })).toBe("e1");
    });

    it("goes with what is written: events, persons and articles come, change and go", async () => {
      const { store, find } = await filled();
      await store.events.replaceBlock("b", [
        event("e1", { blockKey: "b", subjects: [party("p4", "Ann Lee")] }),
      ]);
      expect(await find({})).toBe("e1");
      expect([await find({ text: "Kolesnikova" }), await find({ text: "ann lee" })]).toEqual(["", "e1"]);

      await store.persons.noteMentions("a1", [
        mention("p1", { name: "Марыя Калеснікава", names: [] }),
        mention("p2"),
      ]);
      await store.persons.noteMentions("a2", [mention("p2")]);
      expect(await find({ kind: "person", text: "Kolesnikova" })).toBe("p1");
      expect(await find({ kind: "person" })).toMatch(/^p2 p1|p1 p2$/);
      await store.persons.noteMentions("a1", []);
      expect(await find({ kind: "person" })).toBe("p2");

      const url = "https://news.example/1";
      const [id = ""] = await store.articles.discover([
        discovery({ url, hint: { title: "Annonce", published: null } }),
      ]);
      expect(await find({ kind: "article", text: "annonce" })).toBe(id);
      await store.articles.advance(id, {
        stage: "fetched",
        at: noon,
        article: article(url, "Вызваленне", "Калеснікаву вызвалілі.", { lang: "be" }),
      });
      expect(await find({ kind: "article", text: "annonce" })).toBe("");
      expect(await find({ kind: "article", text: "Kolesnikova", lang: "be", sourceId: "news" })).toBe(id);
    });

    it("knows the languages of claims that are written after their event", async () => {
      const store = await open();
      const langs = new Map([["c9", "ru"]]);
      await store.events.replaceBlock("b", [event("e9", { blockKey: "b", claimIds: ["c9"] })], { langs });
      expect((await store.search.facets({ kind: "event", lang: "ru" }, 9)).map((one) => one.langs)).toEqual([
        ["ru"],
      ]);
    });

    it("counts what was told day by day, also after changes", async () => {
      const { store } = await filled();
      const days = () => store.search.toldDays("2025-11-01", "2025-12-31");
      const first = await days();
      expect(first.map(({ day, events }) => [day, events])).toEqual([
        ["2025-11-03", 1],
        ["2025-12-13", 1],
      ]);
      expect(first[1]).toMatchObject({
        types: { release: 1 },
        sources: { news: 1 },
        releases: 1,
        released: 1,
      });
      expect(await days()).toEqual(first);
      await store.events.replaceBlock("b", [
        event("e1", { blockKey: "b", standing: "denied", firstPublished: "2025-11-03T00:00:00Z" }),
      ]);
      expect(await days()).toMatchObject([{ day: "2025-11-03", events: 1, releases: 0, released: 0 }]);
    });

    it("is made anew from what is there", async () => {
      const { store, find } = await filled();
      await store.persons.noteMentions("a1", [mention("p1")]);
      const days = await store.search.toldDays("2025-01-01", "2025-12-31");
      const done: number[] = [];
      expect(await store.search.rebuild((count) => done.push(count))).toBe(4);
      expect(done.at(-1)).toBe(4);
      expect(await find({ text: "Kolesnikova", lang: "be" })).toBe("e1");
      expect(await find({ kind: "person" })).toBe("p1");
      expect(await store.search.toldDays("2025-01-01", "2025-12-31")).toEqual(days);
    });
  });
}
