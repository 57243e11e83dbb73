import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { createKnownPeople } from "./known-people.ts";
import { groupsOf, type Told, tellArticle } from "./testing/told.ts";

const known = createKnownPeople(loadGazetteers());
const folders: string[] = [];
const stores: Store[] = [];

async function open(): Promise<Store> {
  const dataFolder = await mkdtemp(join(tmpdir(), "habeas-persons-"));
  folders.push(dataFolder);
  const store = await openStore({ dataFolder, mongodbDatabase: "unused" });
  stores.push(store);
  return store;
}
let store: Store;
beforeEach(async () => {
  store = await open();
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((one) => one.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

const tell = async (...told: Told[]) => {
  for (const one of told) await tellArticle(store, one, known);
};
const freed = (id: string, name: string, more: Partial<Told> = {}): Told => ({
  id,
  persons: [{ name }],
  events: [{ type: "release", subjects: [name], date: "2026-03-01" }],
  ...more,
});

describe("persons of the ledger", () => {
  it("are one across spellings and scripts, with one release that several sources tell", async () => {
    await tell(
      freed("a1", "Uladzislau Karaleuski"),
      freed("a2", "Владислав Королевский"),
      freed("a3", "Уладзіслаў Каралеўскі"),
    );
    expect(await groupsOf(store)).toEqual([
      ["Uladzislau Karaleuski", "Владислав Королевский", "Уладзіслаў Каралеўскі"],
    ]);
    const events = (await store.events.list({}, { limit: 10 })).items;
    expect(events.map(({ type, standing }) => [type, standing])).toEqual([["release", "corroborated"]]);
    expect(events[0]?.originIds).toHaveLength(3);
  });

  it("are those of the gazetteer whom a new spelling names", async () => {
    await tell(freed("a1", "Maryja Kalesnikawa"));
    const [person] = (await store.persons.list({}, { limit: 10 })).items;
    expect(person?.id).toBe("kalesnikava-maria");
  });

  it("stay two when they are spouses, siblings or bear a surname only", async () => {
    await tell(
      freed("a1", "Siarhei Karaleuski"),
      freed("a2", "Sviatlana Karaleuskaya"),
      freed("a3", "Сергей Королевский"),
      freed("a4", "Королевский"),
      freed("a5", "Королевский"),
    );
    expect(await groupsOf(store)).toEqual([
      ["Siarhei Karaleuski", "Сергей Королевский"],
      ["Sviatlana Karaleuskaya"],
      ["Королевский"],
      ["Королевский"],
    ]);
  });

  it("are never joined by a name without patronymic that two with different ones may bear", async () => {
    await tell(
      freed("a1", "Юрий Алексеевич Королевский"),
      freed("a2", "Юрий Петрович Королевский"),
      freed("a3", "Юрий Королевский"),
    );
    expect(await groupsOf(store)).toEqual([
      ["Юрий Алексеевич Королевский"],
      ["Юрий Королевский"],
      ["Юрий Петрович Королевский"],
    ]);
    const tasks = (await store.reviewTasks.list({ kind: "identity", status: "open" }, { limit: 10 })).items;
    expect(tasks).toHaveLength(2);
  });

  it("are a question for an analyst when two countries hold people of one name", async () => {
    const held = (id: string, place: string): Told => ({
      id,
      persons: [{ name: "Karim Haddadi", role: "detainee" }],
      events: [{ type: "arrest", subjects: ["Karim Haddadi"], place, date: "2026-01-05" }],
    });
    await tell(held("a1", "Iran"), held("a2", "Belarus"));
    expect(await groupsOf(store)).toHaveLength(2);
    const [task] = (await store.reviewTasks.list({ kind: "identity" }, { limit: 10 })).items;
    expect(task).toMatchObject({ status: "open", priority: 3 });
    expect(task?.reason).toContain("IR");
  });

  it("merge late when a form that joins them comes, and what was told of both is one event that keeps its id", async () => {
    await tell(freed("a1", "Юрий Королевский"), freed("a2", "Yury Karaleuski"));
    const [before] = (await store.events.list({}, { limit: 10 })).items;
    await tell(freed("a3", "Yuri Korolevsky"));
    const events = (await store.events.list({}, { limit: 10 })).items;
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ id: before?.id, standing: "corroborated" });
  });

  it("are forgotten when a new extraction no longer names them", async () => {
    await tell(freed("a1", "Юрий Королевский"), freed("a1", "Игорь Вереницын"));
    expect(await groupsOf(store)).toEqual([["Игорь Вереницын"]]);
    expect((await store.candidates.get(["candidate:юрии королевскии"])).length).toBe(0);
  });

  it("are the same sets whatever the order of articles", async () => {
    const names = [
      "Юрий Королевский",
      "Yury Karaleuski",
      "Юрий Петрович Королевский",
      "Yuri Alekseevich Korolevsky",
      "Юлия Королевская",
      "Ю. Королевский",
      "Maryja Kalesnikawa",
      "Мария Колесникова",
      "Maryna Kalesnikava",
    ];
    const articles = fc.array(
      fc.record({
        name: fc.constantFrom(...names),
        place: fc.constantFrom(null, "Iran", "Belarus"),
        role: fc.constantFrom("detainee" as const, "official" as const),
      }),
      { minLength: 2, maxLength: 7 },
    );
    await fc.assert(
      fc.asyncProperty(articles, fc.infiniteStream(fc.nat()), async (all, random) => {
        const told = all.map(
          ({ name, place, role }, index): Told => ({
            id: `a${index}`,
            persons: [{ name, role }],
            events:
              role === "official" ? [] : [{ type: "arrest", subjects: [name], place, date: "2026-01-05" }],
          }),
        );
        const shuffled = told
          .map((one) => ({ one, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [first, second] = await Promise.all([open(), open()]);
        for (const one of told) await tellArticle(first, one, known);
        for (const one of shuffled) await tellArticle(second, one, known);
        expect(await groupsOf(second, "candidates")).toEqual(await groupsOf(first, "candidates"));
        const standings = async (of: Store) =>
          (await of.events.list({}, { limit: 50 })).items
            .map(({ type, standing, claimIds }) => `${type} ${standing} ${claimIds.join()}`)
            .toSorted();
        expect(await standings(second)).toEqual(await standings(first));
      }),
      { numRuns: 25 },
    );
  });

  it("are one when several workers tell of them at once", async () => {
    const names = ["Юрий Королевский", "Yury Karaleuski", "Yuri Korolevsky", "Юрый Каралеўскі"];
    await Promise.all(names.map((name, index) => tellArticle(store, freed(`a${index}`, name), known)));
    expect(await groupsOf(store)).toEqual([names.toSorted()]);
    const events = (await store.events.list({}, { limit: 10 })).items;
    expect(events.map(({ originIds }) => originIds.length)).toEqual([4]);
  });
});
