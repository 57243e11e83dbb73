/** What the caller knows about a page before it is read. */
export interface PageOptions {
  /** Address that the page was fetched from. */
  url: string;
  sourceName: string;
  /** What the feed or listing said about the article. */
  hint?: { title: string | null; published: string | null } | undefined;
  /** IANA zone of dates that come without one. */
  timeZone?: string | undefined;
  /** Language to assume when neither the page nor its text tells. */
  lang?: string | undefined;
}
