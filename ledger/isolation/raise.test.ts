import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LedgerEvent } from "../../model/ledger.ts";
import { conditionReport, event, mention } from "../../storage/conformance/samples.ts";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { raiseThresholds } from "./raise.ts";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-clock-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  await store.persons.noteMentions("a1", [mention("p1")]);
  await store.conditionReports.replaceForArticle("a1", [cell]);
  await hold([sentence]);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const block = "custody|person|p1";
const sentence = event("e1", { type: "sentence", blockKey: block, date: "2025-01-10" });
const cell = conditionReport("r1", {
  published: "2025-03-01T09:00:00Z",
  quote: "She has been in the cell for 40 days.",
});
const thresholds = { isolationDays: 30, silenceDays: 90, contactDays: 60 };
const hold = (events: LedgerEvent[]) => store.events.replaceBlock(block, events);
const raise = (day: string) => raiseThresholds(store, "p1", { thresholds, at: `${day}T00:00:00.000Z` });
const whats = async (day: string) =>
  (await raise(day)).map(({ cause }) => (cause.kind === "clock" ? `${cause.what} ${cause.days}` : "?"));

describe("thresholds of the isolation clock", () => {
  it("are told once in the history of the event by which somebody is held, and asked of the analysts", async () => {
    expect(await whats("2025-03-02")).toEqual(["isolation 40"]);
    expect(await raise("2025-03-05")).toEqual([]);
    const [task] = (await store.reviewTasks.list({ kind: "silence" }, { limit: 5 })).items;
    expect(task?.target).toEqual({ kind: "persons", ids: ["p1"] });
    expect(task?.reason).toMatch(/^Alena Sample, who is held, is in isolation since 2025-01-21/);
    expect((await store.standingChanges.ofEvent("e1")).map(({ seq }) => seq)).toEqual([1]);
  });

  it("are told anew for a silence that began anew", async () => {
    expect(await whats("2025-06-01")).toEqual(["news 92"]);
    const transfer = event("e2", { type: "transfer", blockKey: block, date: "2025-06-10" });
    await hold([sentence, transfer]);
    expect(await whats("2025-06-12")).toEqual([]);
    expect(await whats("2025-10-01")).toEqual(["news 113"]);
  });

  it("are told once by any number of lookers", async () => {
    const other = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
    const at = "2025-03-02T00:00:00.000Z";
    const looks = [store, other, store, other].map((one) => raiseThresholds(one, "p1", { thresholds, at }));
    expect((await Promise.all(looks)).flat()).toHaveLength(1);
    await other.close();
  });

  it("say nothing of who was freed", async () => {
    await hold([sentence, event("e3", { type: "release", blockKey: block, date: "2025-02-20" })]);
    expect(await raise("2025-12-01")).toEqual([]);
    expect((await store.reviewTasks.list({}, { limit: 5 })).items).toEqual([]);
  });
});
