import type { Page, PageElement } from "./tree.ts";
import { textOf } from "./tree.ts";

/** Everything on a page that may say something about the article, found in one look over its elements. */
export interface Survey {
  /** First content of every `<meta>`, by its lower-case property, name or itemprop. */
  meta: ReadonlyMap<string, string>;
  /** Contents of `<meta>` that may stand several times, in order. */
  metaAuthors: string[];
  lang: string | null;
  titleTag: string | null;
  canonical: string | null;
  headings: PageElement[];
  /** `<time>` elements and those with `itemprop` or class names of a date, likeliest first. */
  dates: PageElement[];
  published: string | null;
  modified: string | null;
  /** Elements that name the author: `rel=author`, `itemprop=author`, class names of a by-line. */
  bylines: PageElement[];
  /** The elements around the first heading, in document order: by-lines and dates without a telling name stand there. */
  nearHeading: PageElement[];
}

const authorKeys = new Set(["author", "article:author", "parsely-author", "citation_author", "dc.creator"]);
const dateLabel =
  /(?:^|[\s-])(?:date|datum|fecha|tarih|data|time|timestamp|dateline|publish(?:ed)?|posted|pub-date|pubdate|entry-meta|post-meta|meta|byline|info|czas)(?=$|[\s-])/;
const strongDateLabel =
  /(?:^|[\s-])(?:date|datum|fecha|tarih|timestamp|publish(?:ed)?|posted|pub-?date)(?=$|[\s-])/;
const bylineLabel =
  /(?:^|[\s-])(?:by-?lines?|authors?(?:-?names?)?|autor(?:en|es)?|auteurs?|entry-author|post-author|article-author|c-byline|writer)(?=$|[\s-])/;
const notByline = /comment|bio|social|image|photo|avatar|share|follow|related|list-item/;

const maxContentCharacters = 2000;
const elementsBefore = 15;
const elementsAfter = 80;

export function surveyPage(page: Page): Survey {
  const meta = new Map<string, string>();
  const survey: Survey = {
    meta,
    metaAuthors: [],
    lang: null,
    titleTag: null,
    canonical: null,
    headings: [],
    dates: [],
    published: null,
    modified: null,
    bylines: [],
    nearHeading: [],
  };
  const weakDates: PageElement[] = [];
  const kinds = new Map<string, LabelKind>();
  for (const element of page.elements) {
    const { name, attribs, label } = element;
    switch (name) {
      case "meta": {
        const key = (attribs["property"] ?? attribs["name"] ?? attribs["itemprop"] ?? "").toLowerCase();
        const content = attribs["content"]?.slice(0, maxContentCharacters).trim() ?? "";
        if (key === "" || content === "") break;
        if (authorKeys.has(key)) survey.metaAuthors.push(content);
        if (!meta.has(key)) meta.set(key, content);
        break;
      }
      case "html":
        survey.lang ??= attribs["lang"] ?? attribs["xml:lang"] ?? null;
        break;
      case "title":
        survey.titleTag ??= textOf(element);
        break;
      case "link":
        if (/(?:^|\s)canonical(?:\s|$)/i.test(attribs["rel"] ?? ""))
          survey.canonical ??= attribs["href"] ?? null;
        break;
      case "h1":
        push(survey.headings, element);
        break;
      case "time":
        push(survey.dates, element);
        break;
    }
    if (label !== "") {
      let kind = kinds.get(label);
      if (kind === undefined) {
        kind = kindOfLabel(label);
        kinds.set(label, kind);
      }
      if (kind.date === "strong" && name !== "time") push(survey.dates, element);
      else if (kind.date === "weak" && name !== "time") push(weakDates, element);
      if (kind.author && !wholePage.has(name)) push(survey.bylines, element);
    }
    const { itemprop, rel } = attribs;
    if (itemprop === "author" || rel === "author") push(survey.bylines, element);
    if (itemprop !== undefined) {
      const value = attribs["content"] ?? attribs["datetime"] ?? null;
      if (itemprop === "datePublished") survey.published ??= value;
      else if (itemprop === "dateModified") survey.modified ??= value;
    }
  }
  const heading = survey.headings[0];
  if (heading !== undefined) {
    const index = page.elements.indexOf(heading);
    survey.nearHeading = page.elements.slice(Math.max(0, index - elementsBefore), index + elementsAfter);
  }
  const near = new Set(survey.nearHeading);
  survey.dates = [...survey.dates, ...weakDates].toSorted(
    (a, b) => Number(near.has(b)) - Number(near.has(a)),
  );
  return survey;
}

const wholePage = new Set(["meta", "link", "html", "body"]);

interface LabelKind {
  date: "strong" | "weak" | null;
  author: boolean;
}

function kindOfLabel(label: string): LabelKind {
  return {
    date: strongDateLabel.test(label) ? "strong" : dateLabel.test(label) ? "weak" : null,
    author: bylineLabel.test(label) && !notByline.test(label),
  };
}

const maxCandidates = 50;

/** Pages with long lists have thousands of dates; the article's is among the first. */
function push(candidates: PageElement[], element: PageElement): void {
  if (candidates.length < maxCandidates) candidates.push(element);
}

/** Contents of the meta elements of these names, as far as they are there. */
export function firstOf(meta: ReadonlyMap<string, string>, keys: readonly string[]): string[] {
  return keys.map((key) => meta.get(key)).filter((value) => value !== undefined);
}
