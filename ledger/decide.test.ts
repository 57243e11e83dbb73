import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claim, event, mention, minutesLater, noon } from "../storage/conformance/samples.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import { decisionsOf, recordDecision } from "./decide.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-decide-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  await store.claims.replaceInBlock("a1", "release|person|p1", [claim("c1")]);
  await store.events.replaceBlock("release|person|p1", [event("e1")]);
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
    await store.events.replaceBlock("release|person|p1", [event("e2")], [{ id: "e1", successorId: "e2" }]);
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
