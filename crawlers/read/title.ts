import { findDate } from "./dates.ts";
import { fold, squeeze } from "./words.ts";

export interface TitleSources {
  /** og:title, JSON-LD headline, twitter:title and the like, in the order of trust. */
  told: readonly string[];
  /** Text of the page's `<h1>` elements. */
  headings: readonly string[];
  titleTag: string | null;
  /** Names under which the site may sign its titles. */
  siteNames: readonly string[];
  /** Title that the feed or listing gave. */
  hint: string | null;
}

/**
 * The article's title without the site's signature. What the publisher gives to others comes first: headings carry
 * kickers without punctuation between, or name the section; but they stand in for a title that was cut.
 */
export function chooseTitle({ told, headings, titleTag, siteNames, hint }: TitleSources): string {
  const shown = headings.map(squeeze).filter((heading) => heading !== "");
  const candidates = [...told, ...shown, titleTag ?? "", hint ?? ""]
    .map(squeeze)
    .filter((title) => title !== "");
  const first = candidates[0];
  if (first === undefined) return "";
  const title = unsign(withoutRest(first, candidates), siteNames);
  const cut = /^(.{20,}?)\s*(?:…|\.\.\.)$/u.exec(title)?.[1];
  if (cut === undefined) return title;
  return (
    candidates.find((other) => other.length > title.length && fold(other).startsWith(fold(cut))) ?? title
  );
}

/** "Title * Site * by Author" is "Title" when another source gives just that. */
function withoutRest(title: string, others: readonly string[]): string {
  const bare = others.find(
    (other) =>
      other.length > 20 &&
      title.length > other.length &&
      title.startsWith(other) &&
      /^\s*(?:[|–—•·»*:：]|-\s)\s*.{2,80}$/u.test(title.slice(other.length)),
  );
  return bare ?? title;
}

/** Takes the site's name off either end: "Title | Site", "Title - Section - Site", "Title – Site – 13.06.2023". */
function unsign(title: string, siteNames: readonly string[]): string {
  const names = new Set(siteNames.map(fold).filter((name) => name.length > 1));
  const isSignature = (part: string): boolean =>
    names.has(fold(part)) || (part.length < 20 && findDate(part) !== null);
  let rest = title;
  for (let end = lastPart.exec(rest); end !== null && isSignature(end[2] ?? ""); end = lastPart.exec(rest)) {
    rest = (end[1] as string).trim();
  }
  const front = firstPart.exec(rest);
  return front !== null && isSignature(front[1] ?? "") ? (front[2] as string).trim() : rest;
}

const lastPart = /^(.{8,})(?:\s*[|–—•·»：]|\s-)\s*([^|–—•·»：]{2,60})$/u;
const firstPart = /^([^|–—•·»：]{2,60}?)\s*(?:[|–—•·»：]|\s-\s)\s*(.{8,})$/u;
