import { cleanAuthors } from "./authors.ts";
import { dateInUrl, findDate, parseDate } from "./dates.ts";
import type { LinkedArticle } from "./jsonld.ts";
import type { Survey } from "./survey.ts";
import { chooseTitle } from "./title.ts";
import { textOf } from "./tree.ts";

export interface MetadataOptions {
  url: string;
  sourceName: string;
  hint?: { title: string | null; published: string | null } | undefined;
  timeZone?: string | undefined;
  lang?: string | undefined;
}

export interface Metadata {
  url: string;
  title: string;
  authors: string[];
  published: string | null;
  modified: string | null;
  declaredLangs: (string | null | undefined)[];
  section: string | null;
  leadImage: string | null;
}

/** What the page says about its article outside the text: JSON-LD first, then meta elements, then what readers see. */
export function metadataOf(survey: Survey, linked: LinkedArticle | null, options: MetadataOptions): Metadata {
  const { meta } = survey;
  const published = publishedOf(survey, linked, options);
  return {
    url: canonicalUrl(survey, linked, options.url),
    title: chooseTitle({
      told: [
        ...first(meta, ["og:title"]),
        ...(linked?.headline ? [linked.headline] : []),
        ...first(meta, ["twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title"]),
      ],
      headings: survey.headings.map((heading) => textOf(heading)),
      titleTag: survey.titleTag,
      siteNames: siteNames(survey, linked, options),
      hint: options.hint?.title ?? null,
    }),
    authors: authorsOf(survey, linked),
    published,
    modified: modifiedOf(survey, linked, options),
    declaredLangs: [
      survey.lang,
      linked?.lang,
      meta.get("og:locale"),
      meta.get("content-language"),
      meta.get("language"),
      options.lang,
    ],
    section:
      first(meta, ["article:section", "parsely-section", "sailthru.section", "section"])[0] ??
      linked?.section ??
      null,
    leadImage: absolute(
      first(meta, [
        "og:image:secure_url",
        "og:image",
        "og:image:url",
        "twitter:image",
        "twitter:image:src",
      ])[0] ??
        linked?.image ??
        null,
      options.url,
    ),
  };
}

function first(meta: ReadonlyMap<string, string>, keys: readonly string[]): string[] {
  return keys.map((key) => meta.get(key)).filter((value) => value !== undefined);
}

function siteNames(
  { meta, titleTag }: Survey,
  linked: LinkedArticle | null,
  options: MetadataOptions,
): string[] {
  const names = new Set<string>([options.sourceName, ...first(meta, ["og:site_name", "application-name"])]);
  for (const name of [linked?.publisher, linked?.section, meta.get("article:section")])
    if (name) names.add(name);
  const host = URL.canParse(options.url) ? new URL(options.url).hostname.replace(/^www\./, "") : "";
  names.add(host).add(host.replace(/\.[a-z.]{2,6}$/, ""));
  // What follows the social title in the title element is the site's signature, whatever the site calls itself.
  const social = meta.get("og:title");
  if (social !== undefined && titleTag?.startsWith(social) === true && titleTag.length > social.length) {
    names.add(titleTag.slice(social.length).replace(/^[\s|–—•·»:-]+/u, ""));
  }
  return [...names].filter((name) => name !== "");
}

function absolute(address: string | null | undefined, base: string): string | null {
  if (address === null || address === undefined || address === "" || !URL.canParse(address, base))
    return null;
  const url = new URL(address, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

/** The canonical address if it is on the same site and not a mere section or front page, else the one fetched. */
function canonicalUrl({ canonical, meta }: Survey, linked: LinkedArticle | null, fetched: string): string {
  if (!URL.canParse(fetched))
    return absolute(canonical ?? meta.get("og:url") ?? linked?.url, fetched) ?? fetched;
  const own = new URL(fetched);
  for (const candidate of [canonical, meta.get("og:url")]) {
    const href = absolute(candidate, fetched);
    if (href === null) continue;
    const url = new URL(href);
    url.hash = "";
    const sameSite = siteOf(url.hostname) === siteOf(own.hostname);
    const isFront = url.pathname === "/" && url.search === "" && (own.pathname !== "/" || own.search !== "");
    const isParent =
      own.pathname.startsWith(url.pathname.replace(/\/?$/, "/")) &&
      own.pathname.replace(/\/$/, "") !== url.pathname.replace(/\/$/, "") &&
      depthOf(url) < 2;
    if (sameSite && !isFront && !isParent) return url.href;
  }
  own.hash = "";
  return own.href;
}

const depthOf = (url: URL): number => url.pathname.split("/").filter((part) => part !== "").length;
const siteOf = (host: string): string => host.replace(/^(?:www|m|mobile|amp)\./, "");

function authorsOf(survey: Survey, linked: LinkedArticle | null): string[] {
  const fromLinked = cleanAuthors(linked?.authors ?? []);
  if (fromLinked.length > 0) return fromLinked;
  const { meta } = survey;
  const told = cleanAuthors([
    ...survey.metaAuthors,
    ...(survey.metaAuthors.length > 0
      ? []
      : first(meta, [
          "sailthru.author",
          "byl",
          "cxenseparse:author",
          "dcterms.creator",
          "twitter:data1",
        ]).slice(0, 1)),
  ]);
  if (told.length > 0) return told;
  for (const byline of survey.bylines) {
    const text = textOf(byline, 300);
    if (text.length > 120) continue;
    const names = cleanAuthors([text]).filter((name) => /^\p{Lu}|^[^\p{Ll}\p{Lu}]/u.test(name));
    if (names.length > 0) return names;
  }
  return [];
}

const publishedKeys = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "citation_date",
  "publish-date",
  "publish_date",
  "publication_date",
  "published_time",
  "pubdate",
  "date",
  "og:published_time",
];
const modifiedKeys = [
  "article:modified_time",
  "og:article:modified_time",
  "og:updated_time",
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "lastmod",
  "revision_date",
];

const hasTime = (date: string): boolean => date.length > 10;

/** The first date, or, when it lacks its time, a later one of the same day that has it. */
function bestDate(
  candidates: readonly (string | null | undefined)[],
  options: MetadataOptions,
): string | null {
  const dates = candidates
    .filter((raw) => raw !== null && raw !== undefined)
    .map((raw) => parseDate(raw, { timeZone: options.timeZone }))
    .filter((date) => date !== null);
  const [top] = dates;
  if (top === undefined || hasTime(top)) return top ?? null;
  return dates.find((date) => hasTime(date) && date.startsWith(top)) ?? top;
}

function publishedOf(survey: Survey, linked: LinkedArticle | null, options: MetadataOptions): string | null {
  const machine = bestDate(
    [linked?.published, ...first(survey.meta, publishedKeys), survey.published],
    options,
  );
  if (machine !== null) return machine;
  return visibleDate(survey, options) ?? hintedDate(options) ?? dateInUrl(options.url);
}

function hintedDate({ hint, timeZone }: MetadataOptions): string | null {
  return hint?.published ? parseDate(hint.published, { timeZone }) : null;
}

function modifiedOf(survey: Survey, linked: LinkedArticle | null, options: MetadataOptions): string | null {
  return bestDate([linked?.modified, ...first(survey.meta, modifiedKeys), survey.modified], options);
}

function visibleDate(survey: Survey, options: MetadataOptions): string | null {
  const lang = survey.lang?.toLowerCase() ?? options.lang ?? "";
  const dateOptions = {
    timeZone: options.timeZone,
    monthFirst: /^en(?:[-_]us)?$/.test(lang),
  };
  for (const element of survey.dates) {
    const datetime = element.attribs["datetime"] ?? element.attribs["content"] ?? element.attribs["title"];
    const date =
      (datetime === undefined ? null : parseDate(datetime, dateOptions)) ??
      findDate(textOf(element, 200), dateOptions);
    if (date !== null) return date;
  }
  return null;
}
