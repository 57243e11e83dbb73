import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { mongoForTests } from "../services/for-tests.ts";

export interface TestStore {
  store: Store;
  remove(): Promise<void>;
}

/** A store of its own in a temporary folder. */
export async function sqliteForTest(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), "habeas-review-"));
  const store = await openStore({ dataFolder: folder, mongodbDatabase: "" });
  return {
    store,
    async remove() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Both backends as far as they can be had, for `describe.each`. */
export async function backendsForTests(
  what: string,
): Promise<[name: string, open: () => Promise<TestStore>][]> {
  const mongo = await mongoForTests(what);
  const all: [string, () => Promise<TestStore>][] = [["SQLite", sqliteForTest]];
  if (mongo === null) return all;
  let serial = 0;
  const open = async () => {
    const database = `${mongo.database}_${serial++}`;
    const store = await openStore({ dataFolder: "", mongodbUrl: mongo.url, mongodbDatabase: database });
    return { store, remove: () => store.close() };
  };
  return [...all, ["MongoDB", open]];
}
