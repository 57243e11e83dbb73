import { Parser } from "htmlparser2";
import { parseLooseDate } from "./dates.ts";
import { type ChildSitemap, type Entry, type Parsed, parsed } from "./entries.ts";

interface Draft {
  kind: "url" | "sitemap";
  loc: string | null;
  lastmod: string | null;
  title: string | null;
  published: string | null;
  lang: string | null;
}

/** Elements by the local names of their parents: `image:loc` below `image:image` is not the page's address. */
const FIELDS: Readonly<Record<string, keyof Omit<Draft, "kind">>> = {
  "url/loc": "loc",
  "sitemap/loc": "loc",
  "url/lastmod": "lastmod",
  "sitemap/lastmod": "lastmod",
  "news/title": "title",
  "news/publication_date": "published",
  "publication/language": "lang",
};

/**
 * Reads a sitemap, a news sitemap (sitemaps.org 0.9, Google's news 0.9) or a sitemap index, cut off or badly prefixed
 * as it may be, and plain lists of addresses.
 * @returns null when the text is none of these
 */
export function parseSitemap(text: string): Parsed | null {
  const list = parseAddressList(text);
  if (list) return list;
  const path: string[] = [];
  const entries: Entry[] = [];
  const children: { url: string; lastmod: string | null }[] = [];
  let isSitemap = false;
  let draft: Draft | null = null;
  let field: keyof Omit<Draft, "kind"> | undefined;
  let value = "";

  const parser = new Parser(
    {
      onopentag(tag) {
        const name = localName(tag);
        if (name === "urlset" || name === "sitemapindex") isSitemap = true;
        if (name === "url" || name === "sitemap") {
          draft = { kind: name, loc: null, lastmod: null, title: null, published: null, lang: null };
        }
        field = FIELDS[`${path.at(-1)}/${name}`];
        value = "";
        path.push(name);
      },
      ontext(piece) {
        value += piece;
      },
      onclosetag(tag, isImplied) {
        const name = localName(tag);
        path.pop();
        if (draft && field && !isImplied) draft[field] = value.trim() || null;
        field = undefined;
        value = "";
        if (!draft || name !== draft.kind) return;
        if (draft.loc !== null && draft.kind === "sitemap")
          children.push({ url: draft.loc, lastmod: draft.lastmod });
        else if (draft.loc !== null) entries.push(entryOf(draft, draft.loc));
        draft = null;
      },
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.end(text);
  if (!isSitemap) return null;
  const lying = sameDateThroughout(entries);
  return parsed({
    entries: lying ? entries.map((entry) => ({ ...entry, date: null })) : entries,
    children: newestFirst(children),
    notes: lying ? ["all pages of the sitemap claim the same date; it is not believed"] : [],
  });
}

/** Some generators write the time of their own run as every page's `lastmod`. */
function sameDateThroughout(entries: readonly Entry[]): boolean {
  const [first] = entries;
  return (
    entries.length >= 10 &&
    first !== undefined &&
    first.date !== null &&
    entries.every(({ date, title }) => title === null && date === first.date)
  );
}

function entryOf(draft: Draft, link: string): Entry {
  return {
    link,
    title: draft.title,
    date: draft.published ?? draft.lastmod,
    summary: null,
    lang: draft.lang,
    bases: [],
  };
}

/** Newest children first: by `lastmod`, else by the date that many names carry (`sitemap-2025-12.xml`). */
function newestFirst(children: readonly { url: string; lastmod: string | null }[]): ChildSitemap[] {
  const aged = children.map(({ url, lastmod }) => {
    const changedAt = parseLooseDate(lastmod)?.epochMs ?? null;
    return { url, changedAt, age: changedAt ?? dateInName(url) };
  });
  return aged.toSorted((a, b) => b.age - a.age).map(({ url, changedAt }) => ({ url, changedAt }));
}

function dateInName(url: string): number {
  const [, year, month, day] = /(20\d{2})[-_/]?(0[1-9]|1[0-2])?[-_/]?(0[1-9]|[12]\d|3[01])?/.exec(url) ?? [];
  return year === undefined ? 0 : Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
}

function parseAddressList(text: string): Parsed | null {
  const lines = text.trim().split(/\s*\n\s*/);
  if (!lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return null;
  const entries = lines.map((link) => ({
    link,
    title: null,
    date: null,
    summary: null,
    lang: null,
    bases: [],
  }));
  return parsed({ entries });
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}
