// Resolves articles of a store that are given by id, in that order, and prints a line for each.
import { readFileSync } from "node:fs";
import { resolveArticle } from "../../dist/ledger/resolve.js";
import { openStore } from "../../dist/storage/index.js";

const { store: options, ids, sources, at } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const order = JSON.parse(process.argv[3]);
const store = await openStore(options);
// Short leases: who is killed while it holds a lock shall not keep the others waiting for long.
const hasty = { ...store, withLock: (key, work) => store.withLock(key, work, { leaseMs: 1_500, waitMs: 60_000 }) };
for (const index of order) {
  const id = ids[index];
  for (;;) {
    const record = await store.articles.get(id);
    const extraction = await store.extractions.latest(id);
    try {
      await resolveArticle(hasty, record, extraction, { at, sources: new Map(sources) });
      break;
    } catch (error) {
      // A lock that ran out under a busy machine: the work is simply done again.
      if (error.constructor.name !== "Retryable") throw error;
    }
  }
  process.stdout.write(`${id}\n`);
}
await store.close();
