import { z } from "zod";
import { assertions, eventTypes, PartialDateSchema } from "../model/extraction.ts";
import { standings } from "../model/ledger.ts";
import { searchKinds, type SearchFacets, type SearchQuery } from "../storage/search.ts";

/** What a search can be narrowed by in an address, on its page and in the API alike. */
export const searchQuery = {
  text: z.string().max(300).optional(),
  script: z.enum(["any", "exact"]).default("any"),
  kind: z.enum(searchKinds).default("event"),
  type: z.enum(eventTypes).optional(),
  standing: z.enum(standings).optional(),
  assertion: z.enum(assertions).optional(),
  country: z.string().max(2).optional(),
  lang: z.string().max(20).optional(),
  source: z.string().max(200).optional(),
  person: z.string().max(300).optional(),
  told: z.iso.date().optional(),
  from: PartialDateSchema.optional(),
  to: PartialDateSchema.optional(),
};
export const SearchQuerySchema = z.object(searchQuery);

const forEvents = ["type", "standing", "assertion", "person", "told"] as const;

/** The index's query; what only events have is left out of a search for others. */
export function searchQueryOf(query: z.infer<typeof SearchQuerySchema>): SearchQuery {
  const { kind, text, script, type, standing, assertion, country, lang, source, person, told, from, to } =
    query;
  const asked = {
    text,
    type,
    standing,
    assertion,
    country,
    lang,
    sourceId: source,
    personId: person,
    told,
    from,
    to,
  };
  const left = new Set<string>(
    kind === "event" ? [] : forEvents.map((name) => (name === "person" ? "personId" : name)),
  );
  if (kind === "person") for (const name of ["lang", "sourceId", "from", "to"]) left.add(name);
  const given = Object.entries(asked).filter(([name, value]) => value !== undefined && !left.has(name));
  return { kind, exactScript: script === "exact", ...Object.fromEntries(given) };
}

/** Hits are counted up to so many; beyond it the counts are those of the first ones. */
export const facetLimit = 1000;

export interface FacetCounts {
  /** How many hits were looked at. */
  counted: number;
  /** There are more than were looked at. */
  more: boolean;
  type: [value: string, count: number][];
  standing: [value: string, count: number][];
  country: [value: string, count: number][];
  lang: [value: string, count: number][];
  source: [value: string, count: number][];
  /** Hits by day, month or year, from the first to the last without a gap; those without a date are not in it. */
  dates: { unit: "day" | "month" | "year"; bins: [start: string, count: number][] };
}

/** Counts hits by everything that they can be narrowed by, most first. */
export function countFacets(hits: readonly SearchFacets[]): FacetCounts {
  const counted = hits.slice(0, facetLimit);
  const by = (values: (hit: SearchFacets) => readonly (string | null)[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const hit of counted)
      for (const value of values(hit)) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  };
  return {
    counted: counted.length,
    more: hits.length > facetLimit,
    type: by(({ type }) => [type]),
    standing: by(({ standing }) => [standing]),
    country: by(({ countries }) => countries),
    lang: by(({ langs }) => langs),
    source: by(({ sourceIds }) => sourceIds),
    dates: histogram(counted.flatMap(({ date }) => date ?? [])),
  };
}

const maxBins = 40;

function histogram(dates: readonly string[]): FacetCounts["dates"] {
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { unit: "day", bins: [] };
  const units = [
    ["day", 10],
    ["month", 7],
    ["year", 4],
  ] as const;
  const whole = sorted.every((date) => date.length === 10);
  const fits = units.find(
    ([unit, length]) =>
      (whole || length <= 7) &&
      binsBetween(first.slice(0, length), last.slice(0, length), unit).length <= maxBins,
  );
  const [unit, length] = fits ?? ["year", 4];
  const counts = new Map<string, number>();
  for (const date of sorted) {
    const bin = unit === "month" && date.length === 4 ? `${date}-01` : date.slice(0, length);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const bins = [...counts.keys()].toSorted();
  const all = binsBetween(bins[0] ?? first, bins.at(-1) ?? last, unit).slice(-2 * maxBins);
  return { unit, bins: all.map((bin) => [bin, counts.get(bin) ?? 0]) };
}

/** Starts of the days, months or years from one to another, at most a hundred and one. */
function binsBetween(from: string, to: string, unit: "day" | "month" | "year"): string[] {
  const bins: string[] = [];
  const length = { day: 10, month: 7, year: 4 }[unit];
  const at = new Date(from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from);
  for (;;) {
    const bin = at.toISOString().slice(0, length);
    if (bin > to || bins.length > 100) return bins;
    bins.push(bin);
    if (unit === "day") at.setUTCDate(at.getUTCDate() + 1);
    else if (unit === "month") at.setUTCMonth(at.getUTCMonth() + 1);
    else at.setUTCFullYear(at.getUTCFullYear() + 1);
  }
}
