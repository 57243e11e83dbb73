import { relative } from "node:path";
import { z } from "zod";
import {
  ActorEntrySchema,
  CountryEntrySchema,
  FacilityEntrySchema,
  type Gazetteers,
  PersonEntrySchema,
  type Terms,
  TermsSchema,
} from "../model/gazetteer.ts";
import type { ConfigDocument } from "./document.ts";
import { readDocument } from "./document.ts";
import { createIssueList, entryIssue, isRecord, parseEntry, type RawEntry } from "./entries.ts";
import { dataFiles } from "./files.ts";

/** Given names as they are written in files: separated by blanks, by script and gender. */
const nameList = z.string().default("");
const GenderListsSchema = z.strictObject({ m: nameList, f: nameList, u: nameList });
export type GenderLists = z.infer<typeof GenderListsSchema>;

/** What the gazetteer files hold, checked; the form that the build compiles to. */
export interface GazetteerData extends Omit<Gazetteers, "givenNames"> {
  givenNames: GenderLists;
}

const empty: GazetteerData = {
  asOf: "",
  people: [],
  actors: [],
  facilities: [],
  countries: [],
  givenNames: { m: "", f: "", u: "" },
  terms: { conditions: [], regimes: [], legalArticles: [], lists: [], eventTriggers: [] },
};

/** Lists of entries by the key under which a file holds them, with what their entries are called by. */
const lists = {
  people: { schema: PersonEntrySchema, identifier: "id" },
  actors: { schema: ActorEntrySchema, identifier: "id" },
  prisons: { schema: FacilityEntrySchema, identifier: "id" },
  countries: { schema: CountryEntrySchema, identifier: "id" },
  conditions: { schema: TermsSchema.shape.conditions.element, identifier: "id" },
  regimes: { schema: TermsSchema.shape.regimes.element, identifier: "id" },
  legalArticles: { schema: TermsSchema.shape.legalArticles.element, identifier: "code" },
  lists: { schema: TermsSchema.shape.lists.element, identifier: "id" },
  eventTriggers: { schema: TermsSchema.shape.eventTriggers.element, identifier: "id" },
} as const;
type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as ListName[];
const scripts = ["latin", "cyrillic"] as const;
const topKeys = ["asOf", ...listNames, ...scripts];

type Entry = Record<string, unknown>;
type Tables = Record<ListName, Map<string, Entry>>;

function table(name: ListName, entries: readonly object[]): Map<string, Entry> {
  return new Map(
    entries.map((entry) => [(entry as Entry)[lists[name].identifier] as string, entry as Entry]),
  );
}

function tablesOf(data: GazetteerData): Tables {
  return {
    people: table("people", data.people),
    actors: table("actors", data.actors),
    prisons: table("prisons", data.facilities),
    countries: table("countries", data.countries),
    conditions: table("conditions", data.terms.conditions),
    regimes: table("regimes", data.terms.regimes),
    legalArticles: table("legalArticles", data.terms.legalArticles),
    lists: table("lists", data.terms.lists),
    eventTriggers: table("eventTriggers", data.terms.eventTriggers),
  };
}

/**
 * Reads the gazetteer files of a folder, on top of what is there already: an entry whose id is known changes that
 * entry (its keys replace those that it had), `remove: true` takes it away, others are added.
 * @throws ConfigError that names file, line and key of everything that is wrong.
 */
export function readGazetteers(folder: string, base: GazetteerData = empty): GazetteerData {
  const tables = tablesOf(base);
  const names: GenderLists = { ...base.givenNames };
  const issues = createIssueList();
  const seen = new Map<string, string>();
  let asOf = base.asOf;

  const readEntry = (name: ListName, entry: RawEntry) => {
    const { schema, identifier } = lists[name];
    const id = entry.value[identifier];
    if (typeof id !== "string") {
      issues.add(entryIssue(entry, identifier, null, "text"));
      return;
    }
    const twin = seen.get(`${name}/${id}`);
    if (twin !== undefined)
      issues.add(entryIssue(entry, identifier, `${id} twice`, `one entry; see ${twin} too`));
    seen.set(`${name}/${id}`, relative(folder, entry.document.file));
    const { remove, ...value } = entry.value;
    if (remove === true) {
      tables[name].delete(id);
      return;
    }
    const parsed = parseEntry<object>(
      schema,
      { ...entry, value: { ...tables[name].get(id), ...value } },
      Object.keys(schema.shape),
    );
    if (parsed.ok) tables[name].set(id, parsed.value as Entry);
    else issues.add(...parsed.issues);
  };

  const readNames = (document: ConfigDocument, script: (typeof scripts)[number], value: unknown) => {
    const parsed = parseEntry(GenderListsSchema, {
      value: isRecord(value) ? value : {},
      document,
      path: [script],
    });
    if (!parsed.ok) {
      issues.add(...parsed.issues);
      return;
    }
    for (const gender of ["m", "f", "u"] as const)
      names[gender] = `${names[gender]} ${parsed.value[gender]}`.trim();
  };

  for (const file of dataFiles(folder)) {
    const document = readDocument(file);
    if (!isRecord(document.value)) {
      issues.add({
        place: file,
        line: 1,
        key: "",
        found: "no keys",
        expected: `one of ${topKeys.join(", ")}`,
      });
      continue;
    }
    for (const [key, value] of Object.entries(document.value)) {
      const line = document.lineOf([key]);
      if (key === "asOf" && typeof value === "string") {
        if (value > asOf) asOf = value;
      } else if (scripts.some((script) => script === key)) {
        readNames(document, key as (typeof scripts)[number], value);
      } else if (!(key in lists)) {
        const expected = `one of ${topKeys.join(", ")}`;
        issues.add({ place: file, line, key, found: "an unknown key", expected });
      } else if (!Array.isArray(value) || !value.every(isRecord)) {
        issues.add({ place: file, line, key, found: "something else", expected: "a list of entries" });
      } else {
        for (const [index, entry] of value.entries())
          readEntry(key as ListName, { value: entry, document, path: [key, index] });
      }
    }
  }
  issues.throwIfAny();
  const all = (name: ListName) => [...tables[name].values()];
  return {
    asOf,
    people: all("people") as unknown as GazetteerData["people"],
    actors: all("actors") as unknown as GazetteerData["actors"],
    facilities: all("prisons") as unknown as GazetteerData["facilities"],
    countries: all("countries") as unknown as GazetteerData["countries"],
    givenNames: names,
    terms: {
      conditions: all("conditions"),
      regimes: all("regimes"),
      legalArticles: all("legalArticles"),
      lists: all("lists"),
      eventTriggers: all("eventTriggers"),
    } as unknown as Terms,
  };
}
