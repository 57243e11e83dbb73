import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type OpenStoreOptions } from "../../storage/index.ts";
import { mongoForTests } from "../services/for-tests.ts";
import { contentsOf } from "./ledger-contents.ts";
import { resolveStories } from "./measure.ts";
import { loadOutlets, loadStories, type Story } from "./story.ts";

const mongo = await mongoForTests("that the order of articles does not matter, on MongoDB");
const outlets = loadOutlets();
const stories = loadStories();

let folder: string;
let stores = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-order-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const backends: readonly {
  name: string;
  runs: number;
  told: readonly Story[];
  options: () => OpenStoreOptions;
}[] = [
  {
    name: "embedded",
    runs: 6,
    told: stories,
    options: () => ({ dataFolder: join(folder, String(stores++)), mongodbDatabase: "unused" }),
  },
  {
    name: "on MongoDB",
    runs: 1,
    told: stories.filter((_, index) => index % 8 === 0),
    options: () => ({
      dataFolder: folder,
      mongodbUrl: mongo?.url ?? "",
      mongodbDatabase: `${mongo?.database}_${stores++}`,
    }),
  },
];

describe.each(backends.filter(({ name }) => name === "embedded" || mongo !== null))(
  "stories told all at once, $name",
  ({ runs, told, options }) => {
    /** The ledger after the articles came in an order, from several workers who take turns as they are ready. */
    async function ledger(workers: number, order: <T>(all: readonly T[]) => T[]) {
      const own = options();
      const open = await Promise.all(Array.from({ length: workers }, () => openStore(own)));
      try {
        await resolveStories(open, told, outlets, order);
        const [store] = open;
        if (store === undefined) throw new Error("no worker");
        return await contentsOf(store);
      } finally {
        for (const store of open) await store.close();
      }
    }

    it("end in one ledger, whatever came first and however many worked on it", async () => {
      const inOrder = await ledger(1, (all) => [...all]);
      expect(inOrder.events.length).toBeGreaterThan(told.length);
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.constantFrom(1, 2, 4), async (random, workers) => {
          const shuffled = await ledger(workers, (all) => {
            const weights = new Map(all.map((one) => [one, random.next().value]));
            return all.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
          });
          expect(shuffled).toEqual(inOrder);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    }, 120_000);
  },
);
