import { describe, expect, it } from "vitest";
import type { Decision } from "../../model/decision.ts";
import type { Fixture } from "./index.ts";
import { allPages, contents, decision, minutesLater } from "./samples.ts";

const ids = (decisions: readonly Decision[]) => decisions.map(({ id }) => id);

export function decisionTests({ open }: Fixture): void {
  describe("decisions", () => {
    it("are kept as they are, also when somebody tries to change one", async () => {
      const store = await open();
      await store.decisions.add(decision("d1", { reason: "Seen at home." }));
      const before = await contents(store);
      await store.decisions.add(decision("d1", { reason: "Never mind.", by: "eve" }));
      expect(await contents(store)).toEqual(before);
      expect(await store.decisions.get("d1")).toEqual(decision("d1", { reason: "Seen at home." }));
      expect(await store.decisions.get("none")).toBeNull();
    });

    it("are found by anything that they are about, oldest first, each once", async () => {
      const { decisions } = await open();
      await decisions.add(decision("d2", { at: minutesLater(2), about: ["e1", "p1"] }));
      await decisions.add(decision("d1", { at: minutesLater(1), about: ["e1", "p2"] }));
      await decisions.add(decision("d3", { at: minutesLater(2), about: ["e2", "p2"] }));
      expect(ids(await decisions.about(["e1", "p2"]))).toEqual(["d1", "d2", "d3"]);
      expect(ids(await decisions.about(["p1"]))).toEqual(["d2"]);
      expect(await decisions.about(["none"])).toEqual([]);
      expect(await decisions.about([])).toEqual([]);
    });

    it("are listed newest first, page by page, by who made them and what they are", async () => {
      const { decisions } = await open();
      for (let index = 0; index < 7; index++)
        await decisions.add(
          decision(`d${index}`, { at: minutesLater(index >> 1), by: index % 2 === 0 ? "ada" : "ben" }),
        );
      const all = await allPages((page) => decisions.list({}, page), 2);
      expect(ids(all)).toEqual(["d6", "d5", "d4", "d3", "d2", "d1", "d0"]);
      expect(ids((await decisions.list({ by: "ben" }, { limit: 9 })).items)).toEqual(["d5", "d3", "d1"]);
      expect((await decisions.list({ kind: "merge" }, { limit: 9 })).items).toEqual([]);
      expect((await decisions.list({ kind: "confirm" }, { limit: 9 })).items).toHaveLength(7);
    });
  });
}
