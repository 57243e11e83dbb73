import { dateInUrl, findDate, parseDate } from "./dates.ts";
import type { LinkedArticle } from "./jsonld.ts";
import type { PageOptions } from "./options.ts";
import { firstOf, type Survey } from "./survey.ts";
import { attributeOf, type PageElement, textOf } from "./tree.ts";

const publishedKeys =
  `article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date
  cxenseparse:recs:publishtime cxenseparse:publishtime dc.date.issued dcterms.issued dcterms.created dc.date.created
  dc.date dcterms.date citation_publication_date citation_date publish-date publish_date publication_date
  published_time pubdate date og:published_time`.split(/\s+/);
const modifiedKeys =
  `article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified
  dc.date.modified last-modified lastmod revision_date`.split(/\s+/);

/**
 * When the article was published: JSON-LD, meta elements and microdata first; then what stands visibly in `<time>` and
 * elements named for dates; then what the feed said; then a date in the address.
 */
export function publishedOf(
  survey: Survey,
  linked: LinkedArticle | null,
  options: PageOptions,
): string | null {
  return (
    bestDate([linked?.published, ...firstOf(survey.meta, publishedKeys), survey.published], options) ??
    dateInTitle(survey) ??
    visibleDate(survey, options) ??
    (options.hint?.published ? parseDate(options.hint.published, options) : null) ??
    dateInUrl(options.url)
  );
}

export function modifiedOf(
  survey: Survey,
  linked: LinkedArticle | null,
  options: PageOptions,
): string | null {
  return bestDate([linked?.modified, ...firstOf(survey.meta, modifiedKeys), survey.modified], options);
}

const hasTime = (date: string): boolean => date.length > 10;

/** The first date; when it lacks its time or zone, a later one of the same day that has them. */
function bestDate(
  candidates: readonly (string | null | undefined)[],
  { timeZone }: PageOptions,
): string | null {
  const dates: string[] = [];
  for (const raw of candidates) {
    const date = raw ? parseDate(raw, { timeZone }) : null;
    if (date !== null) dates.push(date);
    if (date !== null && hasTime(date) && dates.length === 1) return date;
  }
  const [first] = dates;
  return (
    dates.find((date) => hasTime(date) && first !== undefined && date.startsWith(first)) ?? first ?? null
  );
}

function visibleDate(survey: Survey, { lang, timeZone }: PageOptions): string | null {
  const dateOptions = { timeZone, monthFirst: /^en(?:[-_]us)?$/i.test(survey.lang ?? lang ?? "") };
  for (const element of survey.dates) {
    const written = ["datetime", "content", "title"]
      .map((name) => attributeOf(element, name))
      .find((value) => value !== undefined);
    const date =
      (written === undefined ? null : parseDate(written, dateOptions)) ??
      findDate(textOf(element, 200), dateOptions);
    if (date !== null) return date;
  }
  for (const element of survey.nearHeading) {
    const text = shortText(element);
    const date = text === null ? null : findDate(text, { ...dateOptions, shortYears: true });
    if (date !== null) return date;
  }
  return null;
}

/** "Title | Site | 28.04.2023" */
function dateInTitle({ titleTag }: Survey): string | null {
  const end = /[|–—-]\s*([^|–—]{6,24})$/u.exec(titleTag ?? "")?.[1];
  return end === undefined ? null : findDate(end);
}

const maxDateLine = 120;

/** The text of an element that holds a line, not a paragraph; null for others. */
function shortText(element: PageElement): string | null {
  if (element.ownWords === 0 || element.ownWords > 15) return null;
  const text = textOf(element, maxDateLine + 1);
  return text.length <= maxDateLine ? text : null;
}

/** Clocks of newsrooms and their zones are off by hours; what lies further ahead is another date than that of publication. */
const aheadMs = 24 * 3_600_000;

/**
 * The first date that a page fetched `now` (epoch milliseconds) can have been published at: what is a little ahead of us
 * was published at the latest now, what is far ahead is no date of publication.
 */
export function notInFuture(dates: readonly (string | null)[], now: number): string | null {
  for (const date of dates) {
    if (date === null || Number.isNaN(Date.parse(date))) continue;
    const ahead = Date.parse(date) - now;
    if (ahead <= 0) return date;
    if (ahead <= aheadMs) {
      const at = new Date(now).toISOString();
      return hasTime(date) ? at.replace(/\.\d+Z$/, "Z") : at.slice(0, 10);
    }
  }
  return null;
}
