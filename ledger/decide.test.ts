import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claim, event, mention, minutesLater, noon } from "../storage/conformance/samples.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import type { Claim } from "../model/ledger.ts";
import { decide, decisionsOf, recordDecision } from "./decide.ts";
import { rebuildBlock } from "./rebuild-block.ts";

const block = "custody|person|p1";
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-decide-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  await store.claims.replaceInBlock("a1", block, [claim("c1")]);
  await store.events.replaceBlock(block, [event("e1", { blockKey: block })]);
  await store.persons.noteMentions("a1", [mention("p1"), mention("p2")]);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a recorded decision", () => {
  it("remembers the evidence of the event that it is about", async () => {
    const decision = await recordDecision(
      store,
      { kind: "confirm", eventId: "e1" },
      { by: "ada", at: noon, reason: "Her sister called." },
    );
    expect(decision).toMatchObject({
      reason: "Her sister called.",
      target: { id: "e1", claims: [{ id: "c1", articleId: "a1", quote: "Free" }] },
    });
    expect(await decisionsOf(store, event("e1"))).toEqual([decision]);
    expect(await store.decisions.about(["p1"])).toEqual([decision]);
  });

  it("is found with its undoing, also under what its event became", async () => {
    const confirmed = await recordDecision(
      store,
      { kind: "confirm", eventId: "e1" },
      { by: "ada", at: noon },
    );
    const undone = await recordDecision(
      store,
      { kind: "undo", decisionId: confirmed.id },
      { by: "ben", at: minutesLater(1) },
    );
    await store.events.replaceBlock(block, [event("e2")], { successions: [{ id: "e1", successorId: "e2" }] });
    expect(await decisionsOf(store, event("e2"))).toEqual([confirmed, undone]);
  });

  it("is refused when it is about nothing or says nothing", async () => {
    const by = { by: "ada", at: noon };
    const refused = [
      { kind: "confirm", eventId: "none" },
      { kind: "edit", eventId: "e1", changes: {} },
      { kind: "add", changes: { type: "release" } },
      { kind: "merge", personIds: ["p1", "p1"] },
      { kind: "merge", personIds: ["p1", "none"] },
      { kind: "undo", decisionId: "none" },
    ] as const;
    for (const request of refused) await expect(recordDecision(store, request, by)).rejects.toThrow();
    expect((await store.decisions.list({}, { limit: 9 })).items).toEqual([]);
  });
});

describe("what analysts decide", () => {
  /** Says all over again what the block's claims are. */
  async function retell(claims: readonly Claim[]): Promise<void> {
    const leaving = await store.claims.inBlock(block);
    const cause = { kind: "article" as const, articleId: "a1" };
    await rebuildBlock(store, block, { claims, leaving, at: minutesLater(5), cause });
    for (const articleId of new Set([...leaving, ...claims].map((one) => one.articleId)))
      await store.claims.replaceInBlock(
        articleId,
        block,
        claims.filter((one) => one.articleId === articleId),
      );
  }
  const events = () => store.events.inBlock(block);
  const tasks = async () => (await store.reviewTasks.list({ status: "open" }, { limit: 9 })).items;
  const by = { by: "ada", at: minutesLater(1) };
  beforeEach(() => retell([claim("c1")]));

  it("stands above what the claims say, until it is undone, and the history tells both", async () => {
    const rejected = await decide(store, { kind: "reject", eventId: "e1" }, by);
    expect(await events()).toMatchObject([{ id: "e1", standing: "denied", decisionIds: [rejected.id] }]);
    await decide(store, { kind: "undo", decisionId: rejected.id }, { by: "ben", at: minutesLater(2) });
    expect(await events()).toMatchObject([{ id: "e1", standing: "claimed", decisionIds: [] }]);
    const told = (await store.standingChanges.ofEvent("e1")).slice(-2);
    expect(told.map(({ cause, after }) => [cause.kind, after?.standing])).toEqual([
      ["decision", "denied"],
      ["decision", "claimed"],
    ]);
  });

  it("changes single slots and leaves the others to the claims", async () => {
    await decide(store, { kind: "edit", eventId: "e1", changes: { place: "Homel", date: null } }, by);
    expect(await events()).toMatchObject([{ place: "Homel", date: null, standing: "claimed" }]);
  });

  it("survives a new extraction by the words that it was about, then by content, else somebody has to look", async () => {
    await decide(store, { kind: "confirm", eventId: "e1" }, by);
    await retell([claim("c9", { quote: "Free at last" })]);
    expect(await events()).toMatchObject([{ id: "e1", standing: "confirmed" }]);
    await retell([claim("c10", { articleId: "a7", quote: "Out" })]);
    expect(await events()).toMatchObject([{ standing: "confirmed" }]);
    await retell([claim("c11", { articleId: "a8", quote: "Out", date: "2024-01-01" })]);
    expect(await events()).toMatchObject([{ standing: "claimed", decisionIds: [] }]);
    expect(await tasks()).toMatchObject([{ kind: "reattach", target: { kind: "decision" } }]);
  });

  it("adds events that no article told, which may be edited and rejected like others", async () => {
    const added = await decide(
      store,
      {
        kind: "add",
        changes: { type: "visit", subjects: [{ id: "p1", name: "Alena" }], date: "2025-12-01" },
      },
      by,
    );
    const eventId = added.target.kind === "event" ? added.target.id : "";
    expect(await store.events.get(eventId)).toMatchObject({ type: "visit", standing: "confirmed" });
    await decide(store, { kind: "reject", eventId }, { ...by, at: minutesLater(2) });
    expect(await store.events.get(eventId)).toMatchObject({ standing: "denied" });
    await decide(store, { kind: "undo", decisionId: added.id }, { ...by, at: minutesLater(3) });
    expect(await store.events.get(eventId)).toBeNull();
  });

  it("is asked for where a release is disputed", async () => {
    await retell([claim("c1"), claim("c2", { articleId: "a2", sourceId: "other", assertion: "negated" })]);
    expect(await tasks()).toMatchObject([{ kind: "dispute", target: { id: "e1" }, priority: 1 }]);
  });
});
