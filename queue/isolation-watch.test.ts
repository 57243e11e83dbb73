import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { event, mention } from "../storage/conformance/samples.ts";
import { openStore } from "../storage/index.ts";
import { createIsolationWatch } from "./isolation-watch.ts";

it("reads the clocks of all detainees, whatever happens to one of them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "habeas-clocks-"));
  const store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  try {
    for (const id of ["p1", "p2", "p3"]) {
      const role = id === "p3" ? "official" : "detainee";
      await store.persons.noteMentions(`a-${id}`, [mention(id, { role })]);
      const subjects = [{ id, name: `Somebody ${id}` }];
      const blockKey = `custody|person|${id}`;
      await store.events.replaceBlock(blockKey, [
        event(`e-${id}`, { type: "arrest", date: "2025-01-10", blockKey, subjects }),
      ]);
    }
    const errors: unknown[] = [];
    const list: typeof store.events.list = (filter, page) =>
      filter.personId === "p1"
        ? Promise.reject(new Error("p1 cannot be read"))
        : store.events.list(filter, page);
    const watch = createIsolationWatch({
      store: { ...store, events: { ...store.events, list } },
      thresholds: { isolationDays: 30, silenceDays: 90, contactDays: 60 },
      now: () => Date.parse("2025-06-01T00:00:00Z"),
      onError: (error) => errors.push(error),
    });
    expect(await watch.look()).toMatchObject([
      { eventId: "e-p2", cause: { kind: "clock", what: "news", since: "2025-01-10", days: 142 } },
    ]);
    expect(await watch.look()).toEqual([]);
    expect(errors).toHaveLength(2);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
