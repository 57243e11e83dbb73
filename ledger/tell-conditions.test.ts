import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConditionReport } from "../model/condition-report.ts";
import { conditionReport, event } from "../storage/conformance/samples.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import { tellConditions } from "./tell-conditions.ts";

let folder: string;
let store: Store;

const at = "2025-06-01T00:00:00.000Z";
const block = "custody|person|p1";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-conditions-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  await store.events.replaceBlock(block, [
    event("e1", { type: "sentence", blockKey: block, date: "2025-01-10" }),
  ]);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

let serial = 0;
const report = (day: string, change: Partial<ConditionReport> = {}) =>
  conditionReport(`r${serial++}`, { published: `${day}T09:00:00Z`, category: "torture", ...change });
const tell = async (...reports: ConditionReport[]) =>
  (await tellConditions(store, reports, at)).map(({ eventId, cause }) =>
    cause.kind === "condition" ? `${eventId} ${cause.category} ${cause.published.slice(0, 10)}` : "?",
  );

describe("what is reported of somebody who is held", () => {
  it("is told once in the history of the event by which they are held, until it was quiet for a month", async () => {
    expect(await tell(report("2025-05-01"), report("2025-05-02"))).toEqual(["e1 torture 2025-05-02"]);
    expect(await tell(report("2025-05-20"))).toEqual([]);
    expect(await tell(report("2025-05-20", { category: "ill_health" }))).toEqual([
      "e1 ill_health 2025-05-20",
    ]);
    expect(await tell(report("2025-06-15"))).toEqual(["e1 torture 2025-06-15"]);
    const history = await store.standingChanges.ofEvent("e1");
    expect(history.map(({ seq, before, after }) => [seq, before?.type, after?.type])).toEqual([
      [1, "sentence", "sentence"],
      [2, "sentence", "sentence"],
      [3, "sentence", "sentence"],
    ]);
  });

  it("is told once, however late older reports come", async () => {
    expect(await tell(report("2025-05-20"))).toHaveLength(1);
    expect(await tell(report("2025-05-02"))).toEqual([]);
  });

  it("is no news when it is denied or feared, of nobody by name, without a day, or of whom nothing else is known", async () => {
    const stranger = [{ id: "p9", name: "Somebody" }];
    expect(
      await tell(
        report("2025-05-01", { assertion: "negated" }),
        report("2025-05-01", { assertion: "uncertain" }),
        report("2025-05-01", { persons: [] }),
        report("2025-05-01", { published: null }),
        report("2025-05-01", { persons: stranger }),
      ),
    ).toEqual([]);
  });
});
