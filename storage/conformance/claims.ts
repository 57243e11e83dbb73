import { describe, expect, it } from "vitest";
import type { Fixture } from "./index.ts";
import { claim, contents } from "./samples.ts";

const ids = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);

export function claimTests({ open }: Fixture): void {
  describe("claims", () => {
    it("stand in blocks, in one or in several, ordered by id", async () => {
      const { claims } = await open();
      const [c1, c2] = [claim("c1"), claim("c2")];
      await claims.replaceInBlock("a1", "b1", [c2, c1]);
      await claims.replaceInBlock("a1", "b2", [c2]);
      await claims.replaceInBlock("a2", "b1", [claim("c0", { articleId: "a2" })]);
      expect(ids(await claims.inBlock("b1"))).toEqual(["c0", "c1", "c2"]);
      expect(await claims.inBlock("b2")).toEqual([c2]);
      expect(await claims.blocksOf("a1")).toEqual(["b1", "b2"]);
      expect(await claims.forArticle("a1")).toEqual([c1, c2]);
      expect(ids(await claims.get(["c2", "none", "c0", "c2"]))).toEqual(["c0", "c2"]);
      expect(await claims.get([])).toEqual([]);
    });

    it("of an article leave a block that they no longer stand in, and go when they stand in none", async () => {
      const { claims } = await open();
      await claims.replaceInBlock("a1", "b1", [claim("c1"), claim("c2")]);
      await claims.replaceInBlock("a1", "b2", [claim("c1")]);
      await claims.replaceInBlock("a2", "b1", [claim("c3", { articleId: "a2" })]);
      await claims.replaceInBlock("a1", "b1", []);
      expect(ids(await claims.inBlock("b1"))).toEqual(["c3"]);
      expect(ids(await claims.forArticle("a1"))).toEqual(["c1"]);
      expect(await claims.blocksOf("a1")).toEqual(["b2"]);
      await claims.replaceInBlock("a1", "b2", []);
      expect(await claims.forArticle("a1")).toEqual([]);
      expect(await claims.blocksOf("a1")).toEqual([]);
    });

    it("are renewed by what is said anew under the same key", async () => {
      const store = await open();
      await store.claims.replaceInBlock("a1", "b1", [claim("c1", { place: "Minsk" })]);
      await store.claims.replaceInBlock("a1", "b1", [claim("c1", { place: "Homel" })]);
      expect(await store.claims.inBlock("b1")).toMatchObject([{ place: "Homel" }]);
      const before = await contents(store);
      await store.claims.replaceInBlock("a1", "b1", [claim("c1", { place: "Homel" })]);
      expect(await contents(store)).toEqual(before);
    });

    it("that a later extraction no longer makes, or words differently, are superseded and never lost", async () => {
      const { claims } = await open();
      const first = [claim("c1", { place: "Minsk" }), claim("c2")];
      await claims.replaceInBlock("a1", "b1", first);
      await claims.replaceInBlock("a1", "b2", first.slice(1));
      const second = [claim("c1", { extractionId: "x2", place: "Homel" })];
      await claims.replaceInBlock("a1", "b1", second);
      expect(await claims.superseded("a1")).toEqual(first.slice(0, 1));
      await claims.replaceInBlock("a1", "b2", []);
      expect(await claims.superseded("a1")).toEqual(first);
      expect(await claims.forArticle("a1")).toEqual(second);
      await claims.replaceInBlock("a1", "b1", first);
      expect(await claims.superseded("a1")).toEqual(second);
      expect(await claims.superseded("none")).toEqual([]);
    });

    it("of several articles may be put into one block at once", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (index % 2 === 0 ? one : two).claims.replaceInBlock(`a${index}`, "b", [
            claim(`c${index}`, { articleId: `a${index}` }),
          ]),
        ),
      );
      expect(await one.claims.inBlock("b")).toHaveLength(12);
    });

    it("of unknown articles and blocks are none", async () => {
      const { claims } = await open();
      await claims.replaceInBlock("none", "none", []);
      expect(await claims.inBlock("none")).toEqual([]);
      expect(await claims.blocksOf("none")).toEqual([]);
      expect(await claims.forArticle("none")).toEqual([]);
    });
  });
}
