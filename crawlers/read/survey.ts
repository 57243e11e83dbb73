import type { Page, PageElement } from "./tree.ts";
import { attributeOf, textOf } from "./tree.ts";

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

/** What is gathered while looking; becomes a {@link Survey} at the end. */
interface Notes extends Survey {
  meta: Map<string, string>;
  weakDates: PageElement[];
  kinds: Map<string, LabelKind>;
}

export function surveyPage(page: Page): Survey {
  const notes: Notes = {
    meta: new Map(),
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
    weakDates: [],
    kinds: new Map(),
  };
  noteElements(notes, page.elements);
  const heading = notes.headings[0];
  if (heading !== undefined) {
    const index = page.elements.indexOf(heading);
    notes.nearHeading = page.elements.slice(Math.max(0, index - elementsBefore), index + elementsAfter);
  }
  const near = new Set(notes.nearHeading);
  notes.dates = [...notes.dates, ...notes.weakDates].toSorted(
    (a, b) => Number(near.has(b)) - Number(near.has(a)),
  );
  return notes;
}

// A loop of its own: V8 compiles a long loop while it runs, and would have to throw the code away on leaving it if more
// followed, which cost more than the work itself.
function noteElements(notes: Notes, elements: readonly PageElement[]): void {
  for (const element of elements) {
    if (noted.has(element.name)) noteName(notes, element);
    if (element.label !== "") noteLabel(notes, element);
    if (element.notable) noteProperty(notes, element);
  }
}

const noted = new Set("meta html title link h1 time".split(" "));

function noteName(notes: Notes, element: PageElement): void {
  const { name } = element;
  if (name === "meta") {
    noteMeta(notes, element);
  } else if (name === "html") {
    notes.lang ??= attributeOf(element, "lang") ?? attributeOf(element, "xml:lang") ?? null;
  } else if (name === "title") {
    notes.titleTag ??= textOf(element);
  } else if (name === "h1") {
    push(notes.headings, element);
  } else if (name === "time") {
    push(notes.dates, element);
  } else if (/(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, "rel") ?? "")) {
    notes.canonical ??= attributeOf(element, "href") ?? null;
  }
}

function noteMeta({ meta, metaAuthors }: Notes, element: PageElement): void {
  const key = (
    attributeOf(element, "property") ??
    attributeOf(element, "name") ??
    attributeOf(element, "itemprop") ??
    ""
  ).toLowerCase();
  const content = attributeOf(element, "content")?.slice(0, maxContentCharacters).trim() ?? "";
  if (key === "" || content === "") return;
  if (authorKeys.has(key)) metaAuthors.push(content);
  if (!meta.has(key)) meta.set(key, content);
}

function noteLabel(notes: Notes, element: PageElement): void {
  const { name, label } = element;
  let kind = notes.kinds.get(label);
  if (kind === undefined) {
    kind = kindOfLabel(label);
    notes.kinds.set(label, kind);
  }
  if (kind.date !== null && name !== "time") {
    push(kind.date === "strong" ? notes.dates : notes.weakDates, element);
  }
  if (kind.author && !wholePage.has(name)) push(notes.bylines, element);
}

function noteProperty(notes: Notes, element: PageElement): void {
  const itemprop = attributeOf(element, "itemprop");
  if (itemprop === "author" || attributeOf(element, "rel") === "author") push(notes.bylines, element);
  if (itemprop !== "datePublished" && itemprop !== "dateModified") return;
  const value = attributeOf(element, "content") ?? attributeOf(element, "datetime") ?? null;
  if (itemprop === "datePublished") notes.published ??= value;
  else notes.modified ??= value;
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
