import { createHash } from "node:crypto";
import type { ArticleRecord } from "../model/article.ts";
import type { LedgerEvent, Party, Person } from "../model/ledger.ts";
import { eventPersonIds } from "./event-filter.ts";
import type { CountriesOf, SearchFacets, SearchKind, SearchQuery, ToldDay } from "./search.ts";
import { tokensOf } from "./sounds.ts";

/** What the index keeps of a document. */
export interface SearchEntry {
  kind: SearchKind;
  id: string;
  /** Hits come by it, the largest first: days, or for persons the size of the number of articles. */
  rank: number;
  tokens: string[];
  facets: SearchFacets;
}

const dayMs = 86_400_000;
/** Days are counted from the year 1600, so that every date has a positive number. */
const firstDay = Date.UTC(1600, 0, 1) / dayMs;

/** Number of a day, of the first day of a coarser date; 0 for none. */
function dayNumber(date: string | null): number {
  const at = Date.parse(date?.slice(0, 10) ?? "");
  return Number.isNaN(at) ? 0 : Math.max(1, Math.floor(at / dayMs) - firstDay);
}

/** Number of the day behind the last one of a date. */
function dayAfter(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return dayNumber(`${String(year + 1).padStart(4, "0")}-01-01`);
  const next = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return Math.floor(next / dayMs) - firstDay;
}

/** Ranks from … to, the latter exclusive, that a query takes in. */
export function ranksOf({ from, to }: SearchQuery): { from: number; to: number } {
  const dated = from !== undefined || to !== undefined;
  return {
    from: from === undefined ? (dated ? 1 : 0) : dayNumber(from),
    to: to === undefined ? 1_000_000 : dayAfter(to),
  };
}

/** A token for something that is not text; hashed, so that it has no letter that an index would split at. */
export const facetToken = (name: string, value: string): string =>
  `${name}:${createHash("sha256").update(value).digest("hex").slice(0, 12)}`;

/** Tokens of everything in a query that is not text, the rarest first. */
export function facetTokens(query: SearchQuery): string[] {
  const { kind, type, standing, assertion, country, lang, sourceId, personId, told } = query;
  const given = { person: personId, told, source: sourceId, type, country, standing, assertion, lang };
  return [
    ...Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [facetToken(name, value)],
    ),
    facetToken("kind", kind),
  ];
}

const many = (name: string, values: readonly (string | null)[]) =>
  values.flatMap((value) => (value === null ? [] : [facetToken(name, value)]));

function entryOf(
  kind: SearchKind,
  id: string,
  {
    rank,
    texts,
    facets,
    personIds = [],
  }: { rank: number; texts: (string | null)[]; facets: SearchFacets; personIds?: string[] },
): SearchEntry {
  const { type, standing, assertion, told, sourceIds, countries, langs } = facets;
  const tokens = [
    ...tokensOf(texts.filter((text) => text !== null).join("\n")),
    ...many("kind", [kind]),
    ...many("type", [type]),
    ...many("standing", [standing]),
    ...many("assertion", [assertion]),
    ...many("told", [told]),
    ...many("source", sourceIds),
    ...many("country", countries),
    ...many("lang", langs),
    ...many("person", personIds),
  ];
  return { kind, id, rank, tokens, facets };
}

const noFacets: SearchFacets = {
  type: null,
  standing: null,
  assertion: null,
  countries: [],
  langs: [],
  sourceIds: [],
  date: null,
  told: null,
  people: 0,
};
const noParties = { subjects: [], agents: [], recipients: [], place: null, sourceIds: [] };
const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join(", ");

/** @param langs of the claims that tell it */
export function eventEntry(
  event: LedgerEvent,
  langs: readonly string[],
  countriesOf: CountriesOf,
): SearchEntry {
  const { id, type, standing, assertion, subjects, agents, recipients, group, sourceIds } = event;
  const date = event.date ?? event.firstPublished?.slice(0, 10) ?? null;
  return entryOf("event", id, {
    rank: dayNumber(date),
    texts: [
      type.replaceAll("_", " "),
      ...[subjects, agents, recipients].map(names),
      group?.label ?? null,
      event.place,
      event.term,
      event.charge,
    ],
    facets: {
      type,
      standing,
      assertion,
      countries: [...new Set(countriesOf(event))],
      langs: [...new Set(langs)],
      sourceIds,
      date,
      told: event.firstPublished?.slice(0, 10) ?? null,
      people: Math.max(group?.count ?? 0, subjects.length, 1),
    },
    personIds: eventPersonIds(event),
  });
}

export function articleEntry(
  { id, sourceId, article, hint }: ArticleRecord,
  countriesOf: CountriesOf,
): SearchEntry {
  const date = (article?.published ?? hint.published)?.slice(0, 10) ?? null;
  return entryOf("article", id, {
    rank: dayNumber(date),
    texts: [article?.text ?? hint.title],
    facets: {
      ...noFacets,
      countries: [...countriesOf({ ...noParties, sourceIds: [sourceId] })],
      langs: article === null ? [] : [article.lang],
      sourceIds: [sourceId],
      date,
    },
  });
}

export function personEntry(
  { id, name, names: forms, articleIds }: Person,
  countriesOf: CountriesOf,
): SearchEntry {
  return entryOf("person", id, {
    rank: Math.floor(Math.log2(articleIds.length + 1)),
    texts: [name, ...forms],
    facets: { ...noFacets, countries: [...countriesOf({ ...noParties, subjects: [{ id, name }] })] },
    personIds: [id],
  });
}

const holds = new Set(["claimed", "corroborated", "confirmed", "disputed"]);

function add(to: Record<string, number>, key: string): void {
  to[key] = (to[key] ?? 0) + 1;
}

/** Counts the events of one day. */
export function countDay(day: string, entries: Iterable<SearchFacets>): ToldDay {
  const counted: ToldDay = {
    day,
    events: 0,
    types: {},
    countries: {},
    sources: {},
    releases: 0,
    released: 0,
  };
  for (const { type, standing, assertion, countries, sourceIds, people } of entries) {
    counted.events++;
    if (type !== null) add(counted.types, type);
    for (const country of countries) add(counted.countries, country);
    for (const source of sourceIds) add(counted.sources, source);
    if (type !== "release" || assertion !== "asserted" || !holds.has(standing ?? "")) continue;
    counted.releases++;
    counted.released += people;
  }
  return counted;
}
