import { describe, expect, it } from "vitest";
import type { Candidate, CandidateMention } from "../../model/candidate.ts";
import type { Fixture } from "./index.ts";

function candidate(id: string, change: Partial<Candidate> = {}): Candidate {
  return {
    id,
    name: "Alena Sample",
    names: [],
    keys: [`key of ${id}`],
    country: null,
    side: null,
    curator: null,
    needsContext: [],
    personId: id,
    contested: false,
    splitIds: [],
    ...change,
  };
}
const told = (candidateId: string, articleId: string, facts: string[] = []): CandidateMention => ({
  candidateId,
  articleId,
  facts,
});
const ids = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id);

export function candidateTests({ open }: Fixture): void {
  describe("candidates", () => {
    it("are found by id, by any of their keys, and by the person whom they mean", async () => {
      const { candidates } = await open();
      await candidates.put([
        candidate("b", { keys: ["k1", "k2"], personId: "p" }),
        candidate("a", { keys: ["k2", "k3"], personId: "p" }),
        candidate("c", { keys: ["Ключ 'х'"], personId: "q" }),
      ]);
      expect(ids(await candidates.get(["b", "a", "none"]))).toEqual(["a", "b"]);
      expect(ids(await candidates.withKeys(["k1"]))).toEqual(["b"]);
      expect(ids(await candidates.withKeys(["k1", "k2", "k3"]))).toEqual(["a", "b"]);
      expect(ids(await candidates.withKeys(["Ключ 'х'"]))).toEqual(["c"]);
      expect(await candidates.withKeys([])).toEqual([]);
      expect(ids(await candidates.ofPersons(["p"]))).toEqual(["a", "b"]);
      expect(ids(await candidates.ofPersons(["p", "q"]))).toEqual(["a", "b", "c"]);
    });

    it("are replaced as a whole, keys and person included, and removed without a trace", async () => {
      const { candidates } = await open();
      await candidates.put([candidate("a", { keys: ["old"], personId: "p" })]);
      const changed = candidate("a", { keys: ["new"], personId: "q", contested: true, splitIds: ["d"] });
      await candidates.put([changed]);
      expect(await candidates.get(["a"])).toEqual([changed]);
      expect(await candidates.withKeys(["old"])).toEqual([]);
      expect(await candidates.ofPersons(["p"])).toEqual([]);
      await candidates.remove(["a", "none"]);
      expect(await candidates.get(["a"])).toEqual([]);
      expect(await candidates.withKeys(["new"])).toEqual([]);
    });

    it("are named by articles, each with what it tells of them", async () => {
      const { candidates } = await open();
      await candidates.noteMentions("a1", [told("c2", "a1", ["release 2026-01-02"]), told("c1", "a1")]);
      await candidates.noteMentions("a2", [told("c1", "a2", ["beside q"])]);
      expect(await candidates.mentions(["c1", "c2", "none"])).toEqual([
        told("c1", "a1"),
        told("c1", "a2", ["beside q"]),
        told("c2", "a1", ["release 2026-01-02"]),
      ]);
      expect(await candidates.namedIn("a1")).toEqual(["c1", "c2"]);
      await candidates.noteMentions("a1", [told("c2", "a1")]);
      expect(await candidates.namedIn("a1")).toEqual(["c2"]);
      expect(await candidates.mentions(["c1", "c2"])).toEqual([
        told("c1", "a2", ["beside q"]),
        told("c2", "a1"),
      ]);
    });
  });
}
