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
}

const authorKeys = new Set(["author", "article:author", "parsely-author", "citation_author", "dc.creator"]);
const dateLabel =
  /(?:^|[\s-])(?:date|datum|fecha|time|timestamp|dateline|publish(?:ed)?|posted|pub-date|pubdate|entry-meta|post-meta|meta|byline|info|data|czas)(?=$|[\s-])/;
const strongDateLabel =
  /(?:^|[\s-])(?:date|datum|fecha|timestamp|publish(?:ed)?|posted|pub-?date)(?=$|[\s-])/;
const bylineLabel =
  /(?:^|[\s-])(?:by-?lines?|authors?(?:-?names?)?|autor(?:en|es)?|auteurs?|entry-author|post-author|article-author|c-byline|writer)(?=$|[\s-])/;
const notByline = /comment|bio|social|image|photo|avatar|share|follow|related|list-item/;

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
  };
  const weakDates: PageElement[] = [];
  for (const element of page.elements) {
    const { name, attribs, label } = element;
    switch (name) {
      case "meta": {
        const key = (attribs["property"] ?? attribs["name"] ?? attribs["itemprop"] ?? "").toLowerCase();
        const content = attribs["content"]?.trim() ?? "";
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
        survey.headings.push(element);
        break;
      case "time":
        survey.dates.push(element);
        break;
      default:
        if (label !== "" && survey.dates.length < 50) {
          if (strongDateLabel.test(label)) survey.dates.push(element);
          else if (weakDates.length < 50 && dateLabel.test(label)) weakDates.push(element);
        }
    }
    const itemprop = attribs["itemprop"];
    if (itemprop !== undefined) {
      const value = attribs["content"] ?? attribs["datetime"] ?? null;
      if (itemprop === "datePublished") survey.published ??= value;
      else if (itemprop === "dateModified") survey.modified ??= value;
    }
    if (survey.bylines.length < 12 && namesAuthor(element)) survey.bylines.push(element);
  }
  survey.dates.push(...weakDates);
  return survey;
}

function namesAuthor({ name, attribs, label, parent }: PageElement): boolean {
  if (name === "meta" || name === "link" || name === "body" || name === "html" || parent === null)
    return false;
  if (/(?:^|\s)author(?:\s|$)/.test(`${attribs["rel"] ?? ""} ${attribs["itemprop"] ?? ""}`)) return true;
  return label !== "" && bylineLabel.test(label) && !notByline.test(label);
}
