import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foldName } from "../model/fold-name.ts";
import type { ActorEntry } from "../model/gazetteer.ts";
import { ConfigError } from "./config-error.ts";
import { readGazetteers } from "./gazetteer-files.ts";
import { gazetteersFolder, loadGazetteers } from "./load-gazetteers.ts";

const shipped = readGazetteers(gazetteersFolder());
const forms = (entry: { name: string; aliases: Record<string, string[]> }) => [
  entry.name,
  ...Object.values(entry.aliases).flat(),
];

describe("the gazetteers that come with Habeas", () => {
  it("hold the people, actors, prisons and terms that the project began with", () => {
    expect(shipped.people.length).toBeGreaterThanOrEqual(268);
    expect(shipped.actors.length).toBeGreaterThanOrEqual(199);
    expect(shipped.facilities.length).toBeGreaterThanOrEqual(145);
    expect(shipped.terms.conditions.length).toBe(23);
    expect(shipped.terms.legalArticles.length).toBe(62);
    expect(shipped.asOf).toMatch(/^\d{4}-\d{2}$/);
  });

  it("know a person with names, stems and what happened, in order of time", () => {
    const person = shipped.people.find(({ id }) => id === "kalesnikava-maria");
    expect(person).toMatchObject({
      name: "Maria Kalesnikava",
      heldIn: "BY",
      role: "former_prisoner",
      status: { value: "released", asOf: "2025-12-13", sure: true },
    });
    expect(person?.aliases.be).toContain("Марыя Калеснікава");
    expect(person?.stems.ru_surname).toEqual(["колесников*"]);
    expect(person?.events.map(({ type, date }) => `${type} ${date}`)).toEqual([
      "arrest 2020-09-07",
      "sentence 2021-09-06",
      "transfer 2022-01",
      "health 2022-11-28",
      "release 2025-12-13",
    ]);
  });

  it("tell namesakes apart by their ids and keep spouses two persons", () => {
    const ids = shipped.people.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["tsikhanouski-siarhei"]));
  });

  it("know who held an office when", () => {
    const office = shipped.actors.find(({ id }) => id === "us-president");
    expect(office?.holders.map(({ name, start, end }) => [name, start, end])).toEqual([
      ["Joe Biden", "2021-01-20", "2025-01-20"],
      ["Donald Trump", "2025-01-20", null],
    ]);
  });

  it("never let a holder leave an office before entering it", () => {
    for (const { id, holders } of shipped.actors)
      for (const { name, start, end } of holders)
        if (start !== null && end !== null) expect(start <= end, `${id} ${name}`).toBe(true);
  });

  it.each([
    ["icrc", "ngo"],
    ["holy-see", "state"],
    ["mm-junta", "state"],
    ["af-taliban", "armed_group"],
    ["us-state", "state_body"],
    ["us-white-house", "state_body"],
    ["qa-mfa", "state_body"],
    ["coe-cm", "igo"],
    ["coe-ecthr", "igo"],
    ["by-office-st", "party"],
    ["reuters", "media"],
    ["eu", "igo"],
  ])("class %s as %s, as the annotation guide does", (id, expected) => {
    expect(shipped.actors.find((actor) => actor.id === id)?.class).toBe(expected);
  });

  it("give no form to two actors, unless it needs another sign of the one that is meant", () => {
    const owners = new Map<string, ActorEntry>();
    const twice: string[] = [];
    for (const actor of shipped.actors) {
      for (const form of new Set(forms(actor))) {
        if (actor.needsContext.includes(form)) continue;
        const owner = owners.get(form);
        if (owner !== undefined) twice.push(`${form}: ${owner.id}, ${actor.id}`);
        owners.set(form, actor);
      }
    }
    expect(twice).toEqual([]);
  });

  it("leave the names of countries and their capitals to the countries", () => {
    const names = new Set(shipped.countries.flatMap((country) => [...forms(country), ...country.metonyms]));
    // The Vatican is a state of its own and an actor with office holders.
    const shared = shipped.actors
      .filter(({ id }) => id !== "holy-see")
      .flatMap((actor) => forms(actor).filter((form) => names.has(form)));
    expect(shared).toEqual([]);
  });

  it("ask for context only for forms that the entry has", () => {
    for (const entry of [...shipped.people, ...shipped.actors, ...shipped.facilities])
      for (const form of entry.needsContext) expect(forms(entry), entry.id).toContain(form);
  });

  it("know every country that people are held in or prisons stand in", () => {
    const countries = new Set(shipped.countries.map(({ id }) => id));
    for (const { id, heldIn } of shipped.people) if (heldIn !== null) expect(countries, id).toContain(heldIn);
    for (const { id, country } of shipped.facilities) expect(countries, id).toContain(country);
    expect(countries.size).toBe(198);
  });

  it("write no name of a country in lower case, which would match a plain word", () => {
    for (const country of shipped.countries)
      for (const form of [...forms(country), ...country.metonyms, ...country.demonyms])
        expect(form[0], country.id).not.toBe(form[0]?.toLowerCase());
  });

  it("write stems in lower case with ё folded, as the matching wants them", () => {
    for (const person of shipped.people)
      for (const stem of Object.values(person.stems).flat()) expect(foldName(stem), person.id).toBe(stem);
  });
});

describe("given names", () => {
  const { givenNames } = loadGazetteers();

  it("are many, in both scripts", () => {
    const latin = [...givenNames.keys()].filter((name) => /^[a-z'-]+$/.test(name));
    expect(latin.length).toBeGreaterThan(1500);
    expect(givenNames.size - latin.length).toBeGreaterThan(250);
  });

  it("are found under their folded form", () => {
    for (const name of givenNames.keys()) expect(foldName(name)).toBe(name);
  });

  it.each([
    ["maria", "f"],
    ["siarhei", "m"],
    ["sviatlana", "f"],
    ["łukasz", "m"],
    ["nazanin", "f"],
    ["evan", "m"],
    ["tendai", "u"],
    ["georgia", "f"],
    ["сяргей", "m"],
    ["алёна", "f"],
    ["саша", "u"],
  ])("%s is %s", (name, gender) => {
    expect(givenNames.get(foldName(name))).toBe(gender);
  });

  it("leave out words that begin sentences, months, countries and nations", () => {
    for (const word of ["will", "may", "april", "said", "or", "than", "german", "islam"])
      expect(givenNames.has(word), word).toBe(false);
  });
});

describe("gazetteers of the user", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "habeas-gazetteers-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  const failure = (): string[] => {
    try {
      readGazetteers(folder, shipped);
    } catch (error) {
      if (error instanceof ConfigError) return error.message.split("\n");
      throw error;
    }
    throw new Error("nothing was thrown");
  };

  it("add entries, change those with a known id, and take away", () => {
    write(
      "anything.yaml",
      `asOf: "2026-09"
people:
  - { id: doe-jane, name: Jane Doe, heldIn: null, role: prisoner, events: [] }
  - { id: kalesnikava-maria, aliases: { latn: [Masha K] } }
  - { id: znak-maksim, remove: true }
latin:
  f: Xyzzy
`,
    );
    write(
      "prisons.json",
      '{"prisons": [{"id": "new-prison", "name": "New Prison", "country": "BY", "place": null, "kind": "prison"}]}',
    );
    const mine = loadGazetteers({ userFolder: folder });
    const find = (id: string) => mine.people.find((person) => person.id === id);
    expect(find("doe-jane")).toMatchObject({ name: "Jane Doe", aliases: {}, sure: true });
    expect(find("kalesnikava-maria")).toMatchObject({
      name: "Maria Kalesnikava",
      aliases: { latn: ["Masha K"] },
    });
    expect(find("znak-maksim")).toBeUndefined();
    expect(mine.facilities.some(({ id }) => id === "new-prison")).toBe(true);
    expect(mine.givenNames.get("xyzzy")).toBe("f");
    expect(mine.asOf).toBe("2026-09");
    expect(mine.actors.length).toBe(shipped.actors.length);
  });

  it("fail with file, line, key, what was found and what was expected", () => {
    write(
      "people.yaml",
      "people:\n  - id: doe-jane\n    name: Jane Doe\n    heldIn: null\n    rol: prisoner\n    events:\n      - {type: arest, date: 2024-1}\n",
    );
    const file = join(folder, "people.yaml");
    expect(failure()).toEqual([
      `${file}:2: people.0.role: found nothing, expected one of prisoner, former_prisoner, deceased_prisoner, counterparty, relative`,
      expect.stringContaining(
        `${file}:7: people.0.events.0.type: found "arest", expected one of arrest, charge`,
      ),
      expect.stringContaining(`${file}:7: people.0.events.0.date: found "2024-1"`),
      `${file}:5: people.0.rol: found an unknown key, expected a known key; did you mean role?`,
    ]);
  });

  it("fail for an unknown list, an entry without id, the same entry twice and an empty file", () => {
    write("a.yaml", "peple: []\n");
    write("b.yaml", "actors: [{ name: X }]\n");
    write("c.yaml", "people: [{ id: znak-maksim }, { id: znak-maksim }]\n");
    write("d.yaml", "people: nobody\n");
    write("e.yaml", "");
    const messages = failure();
    expect(messages[0]).toContain("a.yaml:1: peple: found an unknown key, expected one of asOf, people");
    expect(messages[1]).toContain("b.yaml:1: actors.0.id: found nothing, expected text");
    expect(messages[2]).toContain("c.yaml:1: people.1.id: found znak-maksim twice");
    expect(messages[3]).toContain("d.yaml:1: people: found something else, expected a list of entries");
    expect(messages[4]).toContain("e.yaml:1: found no keys");
  });

  it("leave the base as it was", () => {
    const before = JSON.stringify(shipped);
    write("a.yaml", "people: [{ id: znak-maksim, remove: true }]\nlatin: { m: Foo }\n");
    readGazetteers(folder, shipped);
    expect(JSON.stringify(shipped)).toBe(before);
  });
});
