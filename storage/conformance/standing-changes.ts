import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import type { StandingChange } from "../../model/standing-change.ts";
import type { Store } from "../store.ts";
import type { Fixture } from "./index.ts";
import { contents, standingChange } from "./samples.ts";

/** Midnight of a day of January 2025. */
const day = (number: number) => new Date(Date.UTC(2025, 0, number)).toISOString();
const ids = (changes: readonly StandingChange[]) => changes.map(({ id }) => id);

/** Reads on from a cursor until nothing is left. */
async function readOn({ standingChanges }: Store, from: string | null, limit: number) {
  const items: StandingChange[] = [];
  for (let cursor = from; ; ) {
    const page = await standingChanges.after(cursor, limit);
    if (page.items.length === 0) return { items, cursor };
    items.push(...page.items);
    cursor = page.cursor;
  }
}

export function standingChangeTests({ open }: Fixture): void {
  describe("standing changes", () => {
    it("are kept once under event and seq, whatever a repetition says", async () => {
      const store = await open();
      const { standingChanges } = store;
      const [first, second] = [standingChange("e1", 1), standingChange("e1", 2)];
      expect(await standingChanges.append([first])).toEqual([first]);
      const again = standingChange("e1", 1, { cause: { kind: "joined", eventId: "e9" } });
      expect(await standingChanges.append([again, second])).toEqual([second]);
      expect(await standingChanges.ofEvent("e1")).toEqual([first, second]);
      const before = await contents(store);
      expect(await standingChanges.append([first, second])).toEqual([]);
      expect(await contents(store)).toEqual(before);
    });

    it("tell each event's last entry", async () => {
      const { standingChanges } = await open();
      await standingChanges.append([
        standingChange("e1", 1),
        standingChange("e2", 1),
        standingChange("e1", 2, { after: null }),
      ]);
      const latest = await standingChanges.latest(["e1", "e2", "e3"]);
      expect([...latest.keys()].toSorted()).toEqual(["e1", "e2"]);
      expect(latest.get("e1")).toMatchObject({ seq: 2, after: null });
      expect(await standingChanges.latest([])).toEqual(new Map());
      expect(await standingChanges.ofEvent("e3")).toEqual([]);
    });

    it("are read from a time on", async () => {
      const store = await open();
      const { standingChanges } = store;
      expect(await standingChanges.before("2025-12-14T00:00:00.000Z")).toBeNull();
      const all = Array.from({ length: 40 }, (_, index) =>
        standingChange("e1", index + 1, { at: day(index + 1) }),
      );
      await standingChanges.append(all);
      for (const [from, left] of [
        [1, 40],
        [2, 39],
        [25, 16],
        [40, 1],
        [99, 0],
      ] as const) {
        const { items } = await readOn(store, await standingChanges.before(day(from)), 7);
        expect(items).toHaveLength(left);
      }
    });

    it("are read in the order in which they were added, from any cursor on", async () => {
      const store = await open();
      const { standingChanges } = store;
      expect(await standingChanges.end()).toBeNull();
      expect(await standingChanges.after(null, 5)).toEqual({ items: [], cursor: null });
      await standingChanges.append([
        standingChange("e2", 1),
        standingChange("e1", 1),
        standingChange("e1", 2),
      ]);
      const { items, cursor } = await readOn(store, null, 2);
      expect(ids(items)).toEqual(["e2-00001", "e1-00001", "e1-00002"]);
      expect(await standingChanges.end()).toBe(cursor);
      expect(await standingChanges.after(cursor, 5)).toEqual({ items: [], cursor });
      await standingChanges.append([standingChange("e0", 1)]);
      expect(ids((await readOn(store, cursor, 5)).items)).toEqual(["e0-00001"]);
      await expect(standingChanges.after("x'", 1)).rejects.toThrow(Permanent);
    });

    it("are never skipped by a reader who follows while several write", async () => {
      const writers = await Promise.all([open(), open(), open()]);
      const reader = await open();
      const each = 25;
      let writing = true;
      const written = Promise.all(
        writers.map(async (store, writer) => {
          for (let seq = 1; seq <= each; seq++)
            await store.standingChanges.append([standingChange(`e${writer}`, seq)]);
        }),
      ).finally(() => {
        writing = false;
      });
      const seen: StandingChange[] = [];
      let cursor: string | null = null;
      for (let last = false; ; ) {
        const page: { items: StandingChange[]; cursor: string | null } = await reader.standingChanges.after(
          cursor,
          7,
        );
        seen.push(...page.items);
        cursor = page.cursor;
        if (page.items.length > 0) continue;
        if (last) break;
        last = !writing;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await written;
      expect(seen).toHaveLength(writers.length * each);
      for (const [writer] of writers.entries())
        expect(seen.filter(({ eventId }) => eventId === `e${writer}`).map(({ seq }) => seq)).toEqual(
          Array.from({ length: each }, (_, index) => index + 1),
        );
    });

    it("that two add at the same time are there once", async () => {
      const stores = await Promise.all([open(), open()]);
      const entries = Array.from({ length: 10 }, (_, index) => standingChange("e1", index + 1));
      const added = await Promise.all(stores.map((store) => store.standingChanges.append(entries)));
      expect(added.flat()).toHaveLength(entries.length);
      expect((await readOn(stores[0], null, 100)).items).toHaveLength(entries.length);
    });
  });
}
