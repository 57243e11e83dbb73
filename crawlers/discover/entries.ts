/** An article as an endpoint announces it. */
export interface DiscoveredItem {
  /** Canonical address. */
  url: string;
  title: string | null;
  /** ISO 8601 with the offset as written, a bare date, or null. */
  published: string | null;
  summary: string | null;
  lang: string | null;
}

/** An announcement before its parts have been resolved and cleaned; every parser of this folder gives these. */
export interface Entry {
  link: string;
  title: string | null;
  date: string | null;
  summary: string | null;
  lang: string | null;
  /** Bases against which `link` is resolved, outermost first, each relative to the one before; then the endpoint's own. */
  bases: readonly string[];
}

/** What a parser found in a body. */
export interface Parsed {
  entries: Entry[];
  /** Other sitemaps that this one lists, newest first. */
  children: ChildSitemap[];
  /** Address of the following page of a listing, as it is written. */
  next: string | null;
  notes: string[];
  ttlSeconds: number | null;
}

/** A sitemap that an index lists. */
export interface ChildSitemap {
  url: string;
  /** Epoch milliseconds of its last change; null when the index does not tell. */
  changedAt: number | null;
}

/** What a parser found, with what most parsers do not find left out. */
export function parsed(found: Partial<Parsed> & Pick<Parsed, "entries">): Parsed {
  return { children: [], next: null, notes: [], ttlSeconds: null, ...found };
}
