import type { Assertion, EventType } from "../model/extraction.ts";
import type { LedgerEvent, Standing } from "../model/ledger.ts";
import type { Page, PageRequest } from "./store.ts";

export const searchKinds = ["person", "event", "article"] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchQuery {
  kind: SearchKind;
  /** Words that all have to be there: as they sound, in whatever script, or with `exactScript` as they are written. */
  text?: string;
  exactScript?: boolean;
  type?: EventType;
  standing?: Standing;
  assertion?: Assertion;
  /** ISO 3166. */
  country?: string;
  lang?: string;
  sourceId?: string;
  personId?: string;
  /** Day on which an event was first told, `YYYY-MM-DD`. */
  told?: string;
  /** Partial dates, both inclusive; what has no date falls out as soon as one is given. */
  from?: string;
  to?: string;
  /** Left out, whatever else holds: these, and what names one of these persons. */
  except?: Naming;
  /** Nothing else than these, and what names one of these persons. */
  only?: Naming;
}
export interface Naming {
  ids: readonly string[];
  personIds: readonly string[];
}

/** What hits are counted by. */
export interface SearchFacets {
  type: EventType | null;
  standing: Standing | null;
  assertion: Assertion | null;
  countries: string[];
  langs: string[];
  sourceIds: string[];
  /** `YYYY-MM-DD` or coarser: of the event, or of the article's publication. */
  date: string | null;
  told: string | null;
  /** How many people an event is about, as far as it says so. */
  people: number;
}

/** What was first told on one day. */
export interface ToldDay {
  day: string;
  events: number;
  types: Record<string, number>;
  countries: Record<string, number>;
  sources: Record<string, number>;
  /** Releases that are asserted and not denied or retracted, and the people whom they are about. */
  releases: number;
  released: number;
}

/**
 * Full text over persons, events and articles. The other repositories keep it up to date with what they write.
 * Hits come newest first; persons by how much is written of them.
 */
export interface SearchRepository {
  find(query: SearchQuery, page: PageRequest): Promise<Page<string>>;
  /** Facets of the first hits, up to `most`. */
  facets(query: SearchQuery, most: number): Promise<SearchFacets[]>;
  /** How many hits there are, counting up to `most`. */
  count(query: SearchQuery, most: number): Promise<number>;
  /** The days from one to another, both inclusive, on which something was told, oldest first. */
  toldDays(from: string, to: string): Promise<ToldDay[]>;
  /** Makes the index anew from the documents that are there. @param onProgress told how many are done now and then */
  rebuild(onProgress?: (done: number) => void): Promise<number>;
}

/** Which countries something is about: of persons by where they are held, of events, of articles by their publisher. */
export type CountriesOf = (
  of: Pick<LedgerEvent, "subjects" | "agents" | "recipients" | "place" | "sourceIds">,
) => readonly string[];
