import { describe, expect, it } from "vitest";
import type { RelationClaim } from "../../model/relation-claim.ts";
import type { Fixture } from "./index.ts";
import { allPages, conditionReport, contents } from "./samples.ts";

const day = (n: number) => `2025-12-0${n}T00:00:00Z`;
const ids = (reports: readonly { id: string }[]) => reports.map(({ id }) => id);

const named = (id: string) => ({ id, name: `Name of ${id}` });
function relation(id: string, change: Partial<RelationClaim> = {}): RelationClaim {
  const {
    category: _category,
    persons: _persons,
    assertion: _as,
    attributedTo: _by,
    ...told
  } = conditionReport(id);
  const relative = { kind: "spouse", words: "wife", person: named("p1"), of: named("p2") } as const;
  return { ...told, ...relative, ruleId: "relation.possessive", ...change };
}

export function reportTests({ open }: Fixture): void {
  describe("condition reports", () => {
    it("of an article become exactly those given, others stay", async () => {
      const { conditionReports } = await open();
      await conditionReports.replaceForArticle("a1", [conditionReport("r1"), conditionReport("r2")]);
      await conditionReports.replaceForArticle("a2", [conditionReport("r3", { articleId: "a2" })]);
      const reworded = conditionReport("r2", { quote: "Cell \ud800", persons: [{ id: "p2", name: "Ales" }] });
      await conditionReports.replaceForArticle("a1", [reworded]);
      expect(await conditionReports.forArticle("a1")).toEqual([{ ...reworded, quote: "Cell \ufffd" }]);
      expect(ids((await conditionReports.list({ personId: "p1" }, { limit: 5 })).items)).toEqual(["r3"]);
      expect(ids((await conditionReports.list({ personId: "p2" }, { limit: 5 })).items)).toEqual(["r2"]);
      await conditionReports.replaceForArticle("a1", []);
      expect(await conditionReports.forArticle("a1")).toEqual([]);
      expect(ids(await conditionReports.forArticle("a2"))).toEqual(["r3"]);
    });

    it("change nothing when an article says the same again", async () => {
      const store = await open();
      const reports = [conditionReport("r1"), conditionReport("r2", { persons: [] })];
      await store.conditionReports.replaceForArticle("a1", reports);
      const before = await contents(store);
      await store.conditionReports.replaceForArticle("a1", reports.toReversed());
      expect(await contents(store)).toEqual(before);
    });

    it("are listed from the newest, those without a date last, page by page", async () => {
      const { conditionReports } = await open();
      const party = { id: "p1", name: "Alena Sample" };
      await conditionReports.replaceForArticle("a1", [
        conditionReport("r1", { published: day(1), persons: [party, party] }),
        conditionReport("r2", { published: null }),
        conditionReport("r3", { published: day(3) }),
        conditionReport("r4", { published: day(3), persons: [] }),
      ]);
      for (const limit of [1, 2, 9]) {
        const own = await allPages((page) => conditionReports.list({ personId: "p1" }, page), limit);
        expect(ids(own)).toEqual(["r3", "r1", "r2"]);
        const all = await allPages((page) => conditionReports.list({}, page), limit);
        expect(ids(all)).toEqual(["r4", "r3", "r1", "r2"]);
      }
    });
  });

  describe("relation claims", () => {
    it("are found by both persons, the newest first", async () => {
      const { relationClaims } = await open();
      await relationClaims.replaceForArticle("a1", [relation("c1", { published: day(1) })]);
      await relationClaims.replaceForArticle("a2", [
        relation("c2", { articleId: "a2", published: day(2) }),
        relation("c3", { articleId: "a2", published: day(3), person: named("p2"), of: named("p3") }),
      ]);
      const of = async (personId: string) =>
        ids((await relationClaims.list({ personId }, { limit: 5 })).items);
      expect(await of("p1")).toEqual(["c2", "c1"]);
      expect(await of("p2")).toEqual(["c3", "c2", "c1"]);
      expect(await of("p3")).toEqual(["c3"]);
    });

    it("of an article become exactly those given, beside its other reports", async () => {
      const { relationClaims, conditionReports } = await open();
      await conditionReports.replaceForArticle("a1", [conditionReport("r1")]);
      await relationClaims.replaceForArticle("a1", [relation("r1"), relation("c2")]);
      const changed = relation("c2", { person: named("p4") });
      await relationClaims.replaceForArticle("a1", [changed]);
      expect(await relationClaims.forArticle("a1")).toEqual([changed]);
      expect((await relationClaims.list({ personId: "p1" }, { limit: 5 })).items).toEqual([]);
      expect(ids((await conditionReports.list({ personId: "p1" }, { limit: 5 })).items)).toEqual(["r1"]);
    });
  });
}
