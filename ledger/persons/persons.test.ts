import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { articleId } from "../../model/article.ts";
import type { DecisionRequest } from "../decide.ts";
import { decidePersons, findPerson } from "./decide-persons.ts";
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

describe("decisions on persons", () => {
  const deciding = (day: string) => ({ by: "ada", at: `2026-03-${day}T00:00:00.000Z` });
  const decide = (request: DecisionRequest, day: string) =>
    decidePersons(store, request, deciding(day), { known });
  const both = [freed("a1", "Юрий Королевский"), freed("a2", "Georgi Karalau")];

  it("merge two, join what is told of both, survive a new extraction and are undone", async () => {
    await tell(...both);
    const [first = "", second = ""] = (await store.persons.list({}, { limit: 5 })).items.map(({ id }) => id);
    const merge = await decide({ kind: "merge", personIds: [first, second] }, "03");
    expect(await groupsOf(store)).toEqual([["Georgi Karalau", "Юрий Королевский"]]);
    expect((await store.persons.list({}, { limit: 5 })).items[0]?.id).toBe(first);
    expect((await findPerson(store, second))?.id).toBe(first);
    const events = async () =>
      (await store.events.list({}, { limit: 5 })).items.map(({ standing, subjects }) => [
        standing,
        subjects[0]?.id,
      ]);
    expect(await events()).toEqual([["corroborated", first]]);
    await tell({
      ...both[1],
      events: [{ type: "release", subjects: ["Georgi Karalau"], date: "2026-03-02" }],
    } as Told);
    expect(await events()).toEqual([["corroborated", first]]);
    await decide({ kind: "undo", decisionId: merge.id }, "04");
    expect(await groupsOf(store)).toEqual([["Georgi Karalau"], ["Юрий Королевский"]]);
    expect((await events()).map(([standing]) => standing)).toEqual(["claimed", "claimed"]);
  });

  it("keep two apart who look the same, and answer the question about them", async () => {
    await tell(freed("a1", "Юрий Королевский"));
    const [one] = (await store.persons.list({}, { limit: 5 })).items;
    await tell(freed("a2", "Ю. Королевский"));
    const [task] = (await store.reviewTasks.list({ kind: "identity", status: "open" }, { limit: 5 })).items;
    const ids = task?.target.kind === "persons" ? task.target.ids : [];
    expect(ids).toContain(one?.id);
    await decide({ kind: "not_same", personIds: ids }, "03");
    expect((await store.reviewTasks.list({ kind: "identity", status: "open" }, { limit: 5 })).items).toEqual(
      [],
    );
    expect(await groupsOf(store)).toHaveLength(2);
  });

  it("split off what some articles say, now and when they are read again", async () => {
    await tell(freed("a1", "Юрий Королевский"), freed("a2", "Yury Karaleuski"));
    const [person] = (await store.persons.list({}, { limit: 5 })).items;
    const articleIds = [articleId("https://example.org/a2")];
    const split = await decide(
      { kind: "split", personId: person?.id ?? "", articleIds, names: [], into: null },
      "03",
    );
    const apart = [["Yury Karaleuski"], ["Юрий Королевский"]];
    expect(await groupsOf(store)).toEqual(apart);
    await tell(freed("a2", "Yury Karaleuski"), freed("a3", "Yuri Korolevsky"));
    expect(await groupsOf(store)).toEqual([["Yuri Korolevsky", "Юрий Королевский"], ["Yury Karaleuski"]]);
    await decide({ kind: "undo", decisionId: split.id }, "04");
    expect(await groupsOf(store)).toEqual([["Yuri Korolevsky", "Yury Karaleuski", "Юрий Королевский"]]);
  });
});
