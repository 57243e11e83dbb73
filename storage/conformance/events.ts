import { describe, expect, it } from "vitest";
import type { EventFilter } from "../store.ts";
import type { Fixture } from "./index.ts";
import { allPages, contents, event, noon } from "./samples.ts";

const block = (...ids: string[]) => ids.map((id) => event(id, { blockKey: "b" }));
const party = (id: string) => ({ id, name: "Somebody" });

export function eventTests({ open }: Fixture): void {
  describe("events", () => {
    it("of a block become exactly those given, others stay", async () => {
      const store = await open();
      const { events } = store;
      await events.replaceBlock("b1", [event("e1", { blockKey: "b1" }), event("e2", { blockKey: "b1" })]);
      await events.replaceBlock("b2", [event("e3", { blockKey: "b2" })]);
      await events.replaceBlock("b1", [
        event("e2", { blockKey: "b1", place: "Minsk" }),
        event("e4", { blockKey: "b1" }),
      ]);
      expect(await events.get("e1")).toBeNull();
      expect(await events.get("e2")).toEqual(event("e2", { blockKey: "b1", place: "Minsk" }));
      expect((await events.list({}, { limit: 10 })).items.map(({ id }) => id).toSorted()).toEqual([
        "e2",
        "e3",
        "e4",
      ]);
      const before = await contents(store);
      await events.replaceBlock("b2", [event("e3", { blockKey: "b2" })]);
      expect(await contents(store)).toEqual(before);
      await events.replaceBlock("b2", []);
      await events.replaceBlock("none", []);
      expect(await events.get("e3")).toBeNull();
    });

    it("are listed by their day, newest first, undated ones by their first report", async () => {
      const { events } = await open();
      await events.replaceBlock("b", [
        event("old", { blockKey: "b", date: "2020-08" }),
        event("none", { blockKey: "b", date: null, firstPublished: null }),
        event("reported", { blockKey: "b", date: null, firstPublished: noon }),
        event("young", { blockKey: "b", date: "2025-12-14" }),
      ]);
      expect((await events.list({}, { limit: 10 })).items.map(({ id }) => id)).toEqual([
        "young",
        "reported",
        "old",
        "none",
      ]);
    });

    it("are found by type, assertion, persons in any part, source and dates", async () => {
      const { events } = await open();
      await events.replaceBlock("b", [
        event("e1", { blockKey: "b", date: "2025-11" }),
        event("e2", { blockKey: "b", type: "appeal", agents: [party("p2")], sourceIds: ["s1", "s2"] }),
        event("e3", {
          blockKey: "b",
          assertion: "negated",
          standing: "denied",
          recipients: [party("p2"), party("p3")],
          date: "2025-12-31",
        }),
        event("e4", { blockKey: "b", date: null }),
      ]);
      const find = async (filter: EventFilter) =>
        (await events.list(filter, { limit: 10 })).items.map(({ id }) => id).toSorted();
      expect(await find({ type: "appeal" })).toEqual(["e2"]);
      expect(await find({ assertion: "negated" })).toEqual(["e3"]);
      expect(await find({ standing: "denied" })).toEqual(["e3"]);
      expect(await find({ personId: "p2" })).toEqual(["e2", "e3"]);
      expect(await find({ personId: "p2", sourceId: "s2" })).toEqual(["e2"]);
      expect(await find({ personId: "none" })).toEqual([]);
      expect(await find({ from: "2025-12" })).toEqual(["e2", "e3"]);
      expect(await find({ to: "2025-11" })).toEqual(["e1"]);
      expect(await find({ from: "2025-12-13", to: "2025-12" })).toEqual(["e2", "e3"]);
      expect(await find({ to: "2025-12-13" })).toEqual(["e1", "e2"]);
    });

    it("that became part of others lead there, over several steps, until they are events again", async () => {
      const { events } = await open();
      await events.replaceBlock("b", block("e1", "e2", "e3"));
      expect((await events.inBlock("b")).map(({ id }) => id)).toEqual(["e1", "e2", "e3"]);
      await events.replaceBlock("b", block("e2", "e3"), { successions: [{ id: "e1", successorId: "e2" }] });
      await events.replaceBlock("b", block("e3"), { successions: [{ id: "e2", successorId: "e3" }] });
      expect([(await events.get("e1"))?.id, (await events.get("e2"))?.id]).toEqual(["e3", "e3"]);
      expect(await events.predecessors("e3")).toEqual(["e1", "e2"]);
      await events.replaceBlock("b", block("e1", "e3"));
      expect((await events.get("e1"))?.id).toBe("e1");
      expect(await events.predecessors("e3")).toEqual(["e2"]);
      await events.replaceBlock("b", [], { successions: [{ id: "e3", successorId: "e2" }] });
      expect([await events.get("e2"), await events.get("none")]).toEqual([null, null]);
      expect(await events.predecessors("none")).toEqual([]);
    });

    it("are found by their very ids", async () => {
      const { events } = await open();
      await events.replaceBlock("b", block("e1", "e2"));
      await events.replaceBlock("b", block("e2"), { successions: [{ id: "e1", successorId: "e2" }] });
      expect((await events.withIds(["e3", "e2", "e1"])).map(({ id }) => id)).toEqual(["e2"]);
      expect(await events.withIds([])).toEqual([]);
    });

    it("that somebody must not see are left out of lists and of their pages", async () => {
      const { events } = await open();
      await events.replaceBlock(
        "b",
        ["e1", "e2", "e3", "e4"].map((id, index) =>
          event(id, {
            blockKey: "b",
            subjects: [party(`p${index}`)],
            agents: index === 3 ? [party("p1")] : [],
          }),
        ),
      );
      const find = (filter: EventFilter) => allPages((page) => events.list(filter, page), 1);
      const ids = async (filter: EventFilter) => (await find(filter)).map(({ id }) => id).toSorted();
      expect(await ids({ except: { ids: [], personIds: [] } })).toEqual(["e1", "e2", "e3", "e4"]);
      expect(await ids({ except: { ids: ["e1"], personIds: ["p1"] } })).toEqual(["e3"]);
      expect(await ids({ personId: "p1", except: { ids: [], personIds: ["p1"] } })).toEqual([]);
    });

    it("no longer answer to what they were found by before a change", async () => {
      const { events } = await open();
      await events.replaceBlock("b", [
        event("e1", { blockKey: "b", subjects: [party("p1")], sourceIds: ["s1"] }),
      ]);
      await events.replaceBlock("b", [
        event("e1", { blockKey: "b", subjects: [party("p9")], sourceIds: ["s9"] }),
      ]);
      const count = async (filter: EventFilter) => (await events.list(filter, { limit: 10 })).items.length;
      expect([await count({ personId: "p1" }), await count({ sourceId: "s1" })]).toEqual([0, 0]);
      expect([await count({ personId: "p9" }), await count({ sourceId: "s9" })]).toEqual([1, 1]);
    });

    it("come page by page, complete under equal dates and with filters", async () => {
      const { events } = await open();
      const many = Array.from({ length: 25 }, (_, index) =>
        event(`e${index}`, {
          blockKey: "b",
          date: index % 4 === 0 ? null : "2025-12-13",
          sourceIds: [`s${index % 2}`],
        }),
      );
      await events.replaceBlock("b", many);
      for (const limit of [1, 4, 25]) {
        const all = await allPages((page) => events.list({ personId: "p1" }, page), limit);
        expect(all.map(({ id }) => id).toSorted()).toEqual(many.map(({ id }) => id).toSorted());
        const some = await allPages((page) => events.list({ sourceId: "s1" }, page), limit);
        expect(some).toHaveLength(12);
      }
    });
  });
}
