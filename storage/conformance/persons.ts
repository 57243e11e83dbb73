import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personRoles } from "../../model/extraction.ts";
import type { PersonFilter } from "../store.ts";
import type { Fixture } from "./index.ts";
import { allPages, contents, mention } from "./samples.ts";

export function personTests({ open }: Fixture): void {
  describe("persons", () => {
    it("who must not be seen are left out of lists and searches", async () => {
      const { persons } = await open();
      await persons.noteMentions("a1", [
        mention("p1", { name: "Alena One" }),
        mention("p2", { name: "Alena Two" }),
      ]);
      const listed = async (exceptIds: string[]) =>
        (await persons.list({ text: "alena", exceptIds }, { limit: 10 })).items.map(({ id }) => id);
      expect(await listed([])).toEqual(["p1", "p2"]);
      expect(await listed(["p1"])).toEqual(["p2"]);
    });

    it("are what the notes of all articles say together", async () => {
      const { persons } = await open();
      await persons.noteMentions("a1", [mention("p", { name: "Alena Sample", names: ["Sample"] })]);
      await persons.noteMentions("a2", [
        mention("p", { name: "Алена Сэмпл", names: ["Алена"], role: "journalist" }),
      ]);
      await persons.noteMentions("a3", [mention("p", { name: "Alena Sample", names: ["Alena Sample"] })]);
      expect(await persons.get("p")).toEqual({
        id: "p",
        name: "Alena Sample",
        names: ["Alena Sample", "Sample", "Алена", "Алена Сэмпл"],
        curated: false,
        roles: { detainee: 2, journalist: 1 },
        articleIds: ["a1", "a2", "a3"],
      });
      expect(await persons.get("none")).toBeNull();
    });

    it("change nothing when an article says the same again", async () => {
      const store = await open();
      await store.persons.noteMentions("a1", [mention("p"), mention("q")]);
      const before = await contents(store);
      await store.persons.noteMentions("a1", [mention("q"), mention("p")]);
      expect(await contents(store)).toEqual(before);
    });

    it("follow an article that says it differently the second time", async () => {
      const { persons } = await open();
      await persons.noteMentions("a1", [mention("p", { role: "detainee", names: ["Old"] }), mention("gone")]);
      await persons.noteMentions("a2", [mention("gone", { role: "lawyer" })]);
      await persons.noteMentions("a1", [mention("p", { role: "lawyer", names: ["New"] })]);
      expect(await persons.get("p")).toMatchObject({ roles: { lawyer: 1 }, names: ["Alena Sample", "New"] });
      expect(await persons.get("gone")).toMatchObject({ articleIds: ["a2"], roles: { lawyer: 1 } });
      await persons.noteMentions("a2", []);
      expect(await persons.get("gone")).toBeNull();
      expect((await persons.list({ text: "alena" }, { limit: 5 })).items.map(({ id }) => id)).toEqual(["p"]);
    });

    it("are put together from several mentions in one article", async () => {
      const { persons } = await open();
      await persons.noteMentions("a1", [
        mention("p", { name: "Sample", names: [], role: "detainee" }),
        mention("p", { name: "Alena Sample", names: ["A. Sample"], role: "journalist" }),
      ]);
      expect(await persons.get("p")).toMatchObject({
        name: "Alena Sample",
        names: ["A. Sample", "Alena Sample", "Sample"],
        roles: { detainee: 1, journalist: 1 },
      });
    });

    it("are called by their curated name as soon as there is one", async () => {
      const { persons } = await open();
      for (const id of ["a1", "a2"]) await persons.noteMentions(id, [mention("p", { name: "Kolesnikova" })]);
      await persons.noteMentions("a3", [mention("p", { name: "Maria Kalesnikava", curated: true })]);
      expect(await persons.get("p")).toMatchObject({ name: "Maria Kalesnikava", curated: true });
    });

    it("do not depend on the order in which articles came, nor on who noted them", async () => {
      const notes = fc.array(
        fc.record({
          article: fc.constantFrom("a1", "a2", "a3"),
          person: fc.constantFrom("p", "q"),
          name: fc.constantFrom("Ada", "Ada B.", "Bob"),
          role: fc.constantFrom(...personRoles),
          curated: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      );
      const [one, two] = await Promise.all([open(), open()]);
      await fc.assert(
        fc.asyncProperty(notes, async (all) => {
          const byArticle = ["a1", "a2", "a3"].map((id) => ({
            id,
            mentions: all
              .filter((note) => note.article === id)
              .map(({ person, ...rest }) => mention(person, { ...rest, names: [] })),
          }));
          for (const { id, mentions } of byArticle) await one.persons.noteMentions(id, mentions);
          const inOrder = await contents(one);
          await Promise.all(
            byArticle
              .toReversed()
              .map(({ id, mentions }, index) =>
                (index % 2 === 0 ? one : two).persons.noteMentions(id, mentions.toReversed()),
              ),
          );
          expect(await contents(two)).toEqual(inOrder);
        }),
        { numRuns: 10 },
      );
    });

    it("are complete when several processes note many articles at once", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      const ids = Array.from({ length: 16 }, (_, index) => `a${String(index).padStart(2, "0")}`);
      await Promise.all(
        ids.map((id, index) => (index % 2 === 0 ? one : two).persons.noteMentions(id, [mention("p")])),
      );
      expect(await one.persons.get("p")).toMatchObject({ articleIds: ids, roles: { detainee: 16 } });
    });

    it("are listed by name and found by the beginnings of words of any name", async () => {
      const { persons } = await open();
      await persons.noteMentions("a1", [
        mention("k", { name: "Maria Kalesnikava", names: ["Калеснікава"], curated: true }),
        mention("l", { name: "Łukasz Ždan", names: [] }),
        mention("s", { name: "Ales Bialiatski", names: ["Алесь"] }),
      ]);
      const find = async (filter: PersonFilter) =>
        (await persons.list(filter, { limit: 10 })).items.map(({ id }) => id);
      expect(await find({})).toEqual(["s", "l", "k"]);
      expect(await find({ text: "KALES" })).toEqual(["k"]);
      expect(await find({ text: "mar kal" })).toEqual(["k"]);
      expect(await find({ text: "калес" })).toEqual(["k"]);
      expect(await find({ text: "lukasz zd" })).toEqual(["l"]);
      expect(await find({ text: "esnik" })).toEqual([]);
      expect(await find({ text: ".*" })).toEqual([]);
      expect(await find({ curated: true })).toEqual(["k"]);
      expect(await find({ curated: false, text: "al" })).toEqual(["s"]);
    });

    it("come page by page, complete under equal names", async () => {
      const { persons } = await open();
      const ids = Array.from({ length: 11 }, (_, index) => `p${index}`);
      await persons.noteMentions(
        "a1",
        ids.map((id) => mention(id)),
      );
      for (const limit of [1, 3, 11]) {
        const all = await allPages((page) => persons.list({}, page), limit);
        expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      }
    });
  });
}
