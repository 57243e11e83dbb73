import { Model } from "@opensanctions/followthemoney";
import defaultModel from "@opensanctions/followthemoney/dist/defaultModel.json" with { type: "json" };
import { parse } from "csv-parse/sync";
import { parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { article, claim, event } from "../../storage/conformance/samples.ts";
import { csvHeader, csvRow } from "./csv.ts";
import { icsCalendar, rssFeed } from "./feeds.ts";
import { ftmEntities } from "./follow-the-money.ts";
import { huridocsRecord } from "./huridocs.ts";
import type { ExportedEvent } from "./record.ts";

const url = "https://news.example/1";
const now = new Date("2026-01-01T00:00:00Z");

function exported(change: Partial<ExportedEvent["event"]> = {}): ExportedEvent {
  const told = event("e1", {
    subjects: [{ id: "candidate:ales sample", name: "Ales Sample", kind: "detainee" }],
    agents: [{ id: "by-kgb", name: "State Security; Committee, \\ <b>", kind: "state_body" }],
    place: "Minsk",
    ...change,
  });
  const record = { url, article: article(url, "T", "B") };
  return { event: told, claims: [claim("c1")], articles: new Map([["a1", record as never]]) };
}

describe("FollowTheMoney entities", () => {
  it("fit the model's own schema: known schemata and properties, all that is required, references to entities", () => {
    const model = new Model(defaultModel);
    const entities = ftmEntities(exported());
    const ids = new Set(entities.map(({ id }) => id));
    for (const { id, schema: name, properties } of entities) {
      expect(id).toMatch(/^[a-zA-Z0-9.-]+$/);
      const schema = model.getSchema(name);
      const known = schema.getProperties();
      for (const required of schema.required ?? []) expect(properties[required]?.length).toBeGreaterThan(0);
      for (const [property, values] of Object.entries(properties)) {
        const definition = known.get(property);
        expect(definition, `${name}.${property}`).toBeDefined();
        if (definition?.type.name === "entity") for (const value of values) expect(ids).toContain(value);
        if (definition?.type.name === "date") expect(values.join()).toMatch(/^\d{4}(-\d\d){0,2}$/);
      }
    }
    expect(entities.map(({ schema }) => schema)).toEqual(["Person", "LegalEntity", "Event"]);
  });

  it("have no property without a value", () => {
    const own = ftmEntities(exported({ date: null, place: null, agents: [] })).at(-1);
    expect(Object.keys(own?.properties ?? {})).not.toContain("date");
    expect(Object.values(own?.properties ?? {}).every((values) => values.length > 0)).toBe(true);
  });
});

describe("CSV", () => {
  it("has one cell for each column, whatever names contain, and none that a spreadsheet would run", () => {
    const name = '=HYPERLINK("http://evil.example"),\n"x"';
    const line = csvRow(exported({ subjects: [{ id: "p", name }] }).event);
    const [header, cells] = parse(`${csvHeader()}\n${line}`) as [string[], string[]];
    expect(cells).toHaveLength(header.length);
    expect(cells[header.indexOf("subjects")]).toBe(`'${name}`);
  });
});

describe("the calendar", () => {
  it("has whole days, escaped texts, folded lines, and no event without a day", () => {
    const calendar = icsCalendar([exported(), exported({ id: "e2", date: "2025-12" })], now);
    const unfolded = calendar.replace(/\r?\n[ \t]/g, "");
    expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(unfolded).toContain("DTSTART;VALUE=DATE:20251213");
    expect(unfolded).toContain("SUMMARY:Release of Ales Sample");
    for (const line of calendar.split(/\r?\n/)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe("the feed", () => {
  it("is read back by a feed parser, with standing and an article", () => {
    const feed = parseRssFeed(rssFeed([exported()], "https://habeas.example/", now));
    expect(feed.items).toMatchObject([
      {
        title: "Release of Ales Sample",
        link: url,
        guid: { value: "e1" },
        categories: [{ name: "release" }, { name: "claimed" }],
      },
    ]);
  });
});

describe("HURIDOCS-style records", () => {
  it("tell event, act, victims, who was involved, and the information with its sources", () => {
    expect(huridocsRecord(exported())).toMatchObject({
      event: { event_record_number: "e1", initial_date: "2025-12-13" },
      acts: [{ type_of_act: "release", exact_date: true, victims: [{ person_name: "Ales Sample" }] }],
      involvements: [{ involvement: "acting" }],
      information: [{ source_address: url, comments: "Free", status_of_information: "asserted" }],
    });
  });
});
