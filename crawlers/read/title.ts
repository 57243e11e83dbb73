import { fold, squeeze } from "./words.ts";

export interface TitleSources {
  /** Text of the page's `<h1>` elements. */
  headings: readonly string[];
  /** JSON-LD headline. */
  headline: string | null;
  /** og:title, twitter:title and the like, in the order of trust. */
  social: readonly string[];
  titleTag: string | null;
  /** Names under which the site may sign its titles. */
  siteNames: readonly string[];
  hint: string | null;
}

/**
 * The article's title: what machines are told, in the form that readers see. Social titles are often signed with the
 * site's name, or written anew; the heading that says the same is preferred.
 */
export function chooseTitle({ headings, headline, social, titleTag, siteNames, hint }: TitleSources): string {
  const told = [headline, ...social, titleTag, hint]
    .filter((title) => title !== null && title !== undefined)
    .map((title) => unsign(squeeze(title), siteNames))
    .filter((title) => title !== "");
  const shown = headings.map((heading) => unsign(squeeze(heading), siteNames)).filter((text) => text !== "");
  const first = told[0];
  if (first === undefined) return shown[0] ?? "";
  const same = shown.find((heading) => told.some((title) => sameTitle(heading, title)));
  return same ?? first;
}

/** Equal but for punctuation, or one is the beginning of the other (a cut headline, a heading with its kicker). */
function sameTitle(heading: string, title: string): boolean {
  const [a, b] = [fold(heading), fold(title)];
  if (a === "" || b === "") return false;
  return a === b || (a.length > 20 && b.startsWith(a)) || (b.length > 20 && a.startsWith(b));
}

/** Takes the site's name off the end or the beginning: "Title | Site", "Title - Section - Site". */
function unsign(title: string, siteNames: readonly string[]): string {
  let rest = title;
  for (const name of siteNames) {
    const folded = fold(name);
    if (folded.length < 2) continue;
    for (;;) {
      const cut = /^(.{8,}?)\s*(?:[|–—•·»:]|\s-\s|\s-|-\s)\s*([^|–—•·»]{2,60})$/u.exec(rest);
      if (cut === null || fold(cut[2] as string) !== folded) break;
      rest = cut[1] as string;
    }
    const front = /^([^|–—•·»]{2,60}?)\s*(?:[|–—•·»]|\s-\s)\s*(.{8,})$/u.exec(rest);
    if (front !== null && fold(front[1] as string) === folded) rest = front[2] as string;
  }
  return rest.trim();
}
