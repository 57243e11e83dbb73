import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RelationKind } from "../model/extraction.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import { decidePersons } from "./persons/decide-persons.ts";
import { nobodyKnown } from "./persons/known-people.ts";
import { tellArticle } from "./persons/testing/told.ts";
import { relationsOf } from "./relations.ts";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-relations-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** An article by which the first is this to the second. */
const tell = (id: string, person: string, kind: RelationKind, words: string, of: string) =>
  tellArticle(
    store,
    {
      id,
      persons: [{ name: person, role: "relative" }, { name: of }],
      relations: [{ kind, words, person, of }],
      events: [{ type: "arrest", subjects: [of], date: "2026-03-01" }],
    },
    nobodyKnown,
  );
const idOf = async (name: string) =>
  (await store.persons.list({ text: name }, { limit: 1 })).items[0]?.id ?? "";
const told = async (name: string) =>
  (await relationsOf(store, await idOf(name))).map(
    ({ kind, other, words, originIds }) => `${kind} ${other.name} (${words.join()}) by ${originIds.length}`,
  );

describe("what people are to each other", () => {
  it("is read from both sides, with how many tell it", async () => {
    await tell("one", "Nina Karpovich", "spouse", "wife", "Ihar Karpovich");
    await tell("two", "Ihar Karpovich", "spouse", "husband", "Nina Karpovich");
    await tell("three", "Vera Lis", "lawyer", "former lawyer", "Ihar Karpovich");
    expect(await told("Ihar Karpovich")).toEqual([
      "spouse Nina Karpovich (wife) by 2",
      "lawyer Vera Lis (former lawyer) by 1",
    ]);
    expect(await told("Vera Lis")).toEqual(["client Ihar Karpovich () by 1"]);
  });

  it("stays a claim of the one who tells it, and makes nobody a person of the other", async () => {
    await tell("one", "Oleg Sidorov", "spouse", "husband", "Anna Mironova");
    await tell("two", "Pavel Kotov", "spouse", "husband", "Anna Mironova");
    expect(await told("Anna Mironova")).toEqual([
      "spouse Oleg Sidorov (husband) by 1",
      "spouse Pavel Kotov (husband) by 1",
    ]);
    const [relation] = await relationsOf(store, await idOf("Oleg Sidorov"));
    expect(relation?.sourceIds).toEqual(["one"]);
    expect(await idOf("Oleg Sidorov")).not.toBe(await idOf("Anna Mironova"));
  });

  it("goes when the article no longer says it, and follows who is who", async () => {
    await tell("one", "Nina Karpovich", "spouse", "wife", "Ihar Karpovich");
    await tell("two", "N. Karpovich-Lis", "spouse", "wife", "Ihar Karpovich");
    expect(await told("Ihar Karpovich")).toHaveLength(2);
    const [into, from] = [await idOf("Nina Karpovich"), await idOf("N. Karpovich-Lis")];
    const deciding = { by: "ann", at: "2026-03-04T00:00:00.000Z" };
    await decidePersons(store, { kind: "merge", personIds: [into, from] }, deciding);
    const relations = await relationsOf(store, await idOf("Ihar Karpovich"));
    expect(relations.map(({ other, originIds }) => [other.id, originIds.length])).toEqual([[into, 2]]);
    await tellArticle(store, { id: "two", persons: [{ name: "Ihar Karpovich" }], events: [] }, nobodyKnown);
    expect(await told("Ihar Karpovich")).toEqual(["spouse Nina Karpovich (wife) by 1"]);
  });
});
