import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import type { SourceWeight } from "../resolve.ts";
import { rowsOfEntities } from "./follow-the-money.ts";
import { compareList, importRow } from "./import-list.ts";
import { knownMappings, MappingSchema } from "./mapping.ts";
import { type ListRow, rowsOfCsv } from "./rows.ts";
import { readDate, readTerm } from "./values.ts";

describe("dates of lists", () => {
  it.each([
    ["2021-07-06", "2021-07-06"],
    ["2021-7", "2021-07"],
    ["2021", "2021"],
    ["06.07.2021", "2021-07-06"],
    ["6 July 2021", "2021-07-06"],
    ["July 6, 2021", "2021-07-06"],
    ["6 июля 2021 г.", "2021-07-06"],
    ["6 ліпеня 2021", "2021-07-06"],
    ["March 2022", "2022-03"],
  ])("%s is %s", (text, date) => expect(readDate(text)).toBe(date));

  it("are never guessed", () => {
    for (const text of ["31.02.2021", "13/14/2021", "07/06/2021", "soon", "2021-13", "6 Smarch 2021", ""])
      expect(readDate(text)).toBeNull();
    expect(readDate("07/06/2021", "mdy")).toBe("2021-07-06");
    expect(readDate("07/06/2021", "dmy")).toBe("2021-06-07");
  });
});

describe("terms of lists", () => {
  it.each([
    ["10 лет лишения свободы", "10 years"],
    ["2 гады 6 месяцаў", "2 years and 6 months"],
    ["1 year", "1 year"],
    ["15 суток", "15 days"],
    ["пожизненно", "life"],
    ["domestic chemistry", null],
  ])("%s is %s", (text, term) => expect(readTerm(text)).toBe(term));
});

const viasna = [
  "\ufeffИмя,Имя латиницей,Дата задержания,Статья,Дата приговора,Приговор,Место содержания,Дата освобождения",
  'Иван Пробный,Ivan Probny,06.07.2021,"342, 361",01.02.2022,5 лет,ИК-2,',
  "Анна Образцова,,весной,342,,,,13.12.2025",
  ",,01.01.2022,,,,,",
].join("\n");

describe("the list of Viasna", () => {
  it("gives persons with what happened to them, each from its cell, and says what it cannot read", () => {
    const { rows, warnings } = rowsOfCsv(viasna, knownMappings.viasna);
    expect(
      rows.map(({ name, aliases, events }) => [name, aliases, events.map(({ type, date }) => [type, date])]),
    ).toEqual([
      [
        "Иван Пробный",
        ["Ivan Probny"],
        [
          ["arrest", "2021-07-06"],
          ["sentence", "2022-02-01"],
        ],
      ],
      ["Анна Образцова", [], [["release", "2025-12-13"]]],
    ]);
    expect(rows[0]?.events[1]).toMatchObject({
      term: "5 years",
      charge: "342, 361",
      column: "Дата приговора",
    });
    expect(warnings).toEqual([
      'line 3: "весной" in Дата задержания is no date that can be read',
      "line 4: no name; left out",
    ]);
  });

  it("is refused when it has no names, with the columns that were expected and found", () => {
    expect(() => rowsOfCsv("a,b\n1,2", knownMappings.viasna)).toThrow(/no column for the name.*found a, b/);
    expect(() => rowsOfCsv('a,"b\n1', knownMappings.viasna)).toThrow(/no CSV/);
  });
});

describe("other lists", () => {
  it("of the CPJ's form read American dates", () => {
    const text = "Name,Date Imprisoned,Charges,Sentence\nJo Sample,06/25/2020,Anti-State,15 years";
    expect(rowsOfCsv(text, knownMappings.cpj).rows[0]?.events).toMatchObject([
      { type: "arrest", date: "2020-06-25", charge: "Anti-State" },
      { type: "sentence", date: null, term: "15 years" },
    ]);
  });

  it("in CSV go by a mapping of their own, which must name the name", () => {
    const mapping = MappingSchema.parse({ columns: { name: ["First", "Last"], arrested: "Taken" } });
    expect(rowsOfCsv("First,Last,Taken\nJo,Sample,2020", mapping).rows).toMatchObject([
      { name: "Jo Sample", events: [{ type: "arrest", date: "2020" }] },
    ]);
    expect(MappingSchema.safeParse({ columns: { arrested: "Taken" } }).success).toBe(false);
  });

  it("of FollowTheMoney entities give persons and the events that involve them", () => {
    const lines = [
      { id: "p1", schema: "Person", properties: { name: ["Jo Sample"], alias: ["J. Sample"] } },
      { id: "c1", schema: "Company", properties: { name: ["Acme"] } },
      {
        id: "e1",
        schema: "Event",
        properties: { name: ["Arrest"], keywords: ["arrest"], date: ["2020-06"], involved: ["p1", "none"] },
      },
      { id: "e2", schema: "Event", properties: { name: ["Party"], involved: ["p1"] } },
    ];
    const { rows, warnings } = rowsOfEntities([...lines.map((line) => JSON.stringify(line)), "{"].join("\n"));
    expect(rows).toMatchObject([
      { key: "p1", name: "Jo Sample", aliases: ["J. Sample"], events: [{ type: "arrest", date: "2020-06" }] },
    ]);
    expect(warnings).toHaveLength(2);
  });
});

describe("an imported list", () => {
  const source: SourceWeight = { id: "list", name: "The List", kind: "human_rights_ngo", tier: 2 };
  const options = {
    asOf: "2026-01-01",
    at: "2026-01-02T00:00:00.000Z",
    sources: new Map([["list", source]]),
  };
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-import-"));
    store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const importAll = async (rows: readonly ListRow[]) => {
    for (const row of rows) await importRow(store, source, row, options);
  };
  const events = async () => (await store.events.list({}, { limit: 20 })).items;

  it("is one source whose claims lead back to the very cell, and importing it twice changes nothing", async () => {
    const { rows } = rowsOfCsv(viasna, knownMappings.viasna);
    await importAll(rows);
    const before = await events();
    expect(before.map(({ type, sourceIds, standing }) => [type, sourceIds, standing])).toEqual([
      ["release", ["list"], "claimed"],
      ["sentence", ["list"], "claimed"],
      ["arrest", ["list"], "claimed"],
    ]);
    const [claim] = await store.claims.get(before[2]?.claimIds ?? []);
    expect(claim?.quote).toBe("Дата задержания: 06.07.2021");
    await importAll(rows);
    expect(await events()).toEqual(before);
  });

  it("is compared with the last import: new rows, changed cells, rows that are gone", async () => {
    await importAll(rowsOfCsv(viasna, knownMappings.viasna).rows);
    const later = rowsOfCsv(
      [
        "Имя,Дата задержания,Дата освобождения",
        "Иван Пробный,06.07.2021,01.01.2026",
        "Пётр Новый,2024,",
      ].join("\n"),
      knownMappings.viasna,
    );
    const { changes, missing } = await compareList(store, source, later.rows, "2026-02-01");
    expect(changes.map(({ what }) => what)).toEqual(["changed", "new"]);
    expect(changes[0]?.cells).toContain("+ Дата освобождения: 01.01.2026");
    expect(missing.map(({ name }) => name)).toEqual(["Анна Образцова"]);
    expect(await events()).toHaveLength(3);
  });
});
