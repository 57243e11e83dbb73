import { type Article, articleId, composeText, type Zone } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { ArticleSelectors } from "../../model/source.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { cleanBlocks } from "./clean.ts";
import { findContainer, findLead } from "./container.ts";
import { findLinkedArticle } from "./jsonld.ts";
import { languageOf } from "./language.ts";
import { markPage } from "./marks.ts";
import { metadataOf } from "./metadata.ts";
import { surveyPage } from "./survey.ts";
import { type Page, PageTooLarge, parsePage } from "./tree.ts";
import { fold } from "./words.ts";
import { zoneParagraphs } from "./zones.ts";

export interface ReadOptions {
  /** Address that the page was fetched from. */
  url: string;
  sourceId: string;
  sourceName: string;
  /** SHA-256 of the capture; null when the page was not captured. */
  captureHash?: string | null;
  /** What the feed or listing said about the article. */
  hint?: { title: string | null; published: string | null };
  selectors?: ArticleSelectors;
  /** IANA zone of dates that come without one. */
  timeZone?: string;
  /** Language to assume when neither the page nor its text tells. */
  lang?: string;
}

/**
 * Reads an article out of a page. JSON-LD and meta elements are believed first, then the source's selectors, then the
 * page's structure.
 *
 * @throws Permanent when there is no text to read, or the page is larger than a news page can be.
 */
export function readPage(html: string, options: ReadOptions): Article {
  const fail = (reason: string): Permanent =>
    new Permanent(`nothing to read at ${options.url}: ${reason}`, {
      url: options.url,
      sourceId: options.sourceId,
    });
  const page = parse(html, fail);
  const linked = findLinkedArticle(page.jsonLd);
  const metadata = metadataOf(surveyPage(page), linked, options);
  markPage(page);
  const blocks = cleanBlocks(contentOf(page), metadata.title);
  if (!blocks.some((block) => block.mark === null)) throw fail("the page has no text");

  const zoned = zoneParagraphs(blocks, { published: metadata.published });
  const { title, authors, published, modified, section, leadImage, url } = metadata;
  const body = zoned.map(({ text }) => text).join("\n");
  return {
    id: articleId(url),
    url,
    sourceId: options.sourceId,
    sourceName: options.sourceName,
    captureHash: options.captureHash ?? null,
    title,
    authors,
    published,
    modified,
    lang: languageOf(body, metadata.declaredLangs),
    section,
    leadImage,
    ...composeText(title, zoned),
  };
}

function parse(html: string, fail: (reason: string) => Permanent): Page {
  try {
    return parsePage(html);
  } catch (error) {
    if (error instanceof PageTooLarge) throw fail(error.message);
    throw error;
  }
}

function contentOf(page: Page): Block[] {
  const container = findContainer(page);
  const body = blocksOf(container);
  const lead = findLead(container)
    .flatMap((element) => blocksOf(element, { hint: "lead" }))
    .filter((block) => block.words >= 6);
  if (lead.length === 0) return body;
  const known = fold(body.map(({ text }) => text).join(" "));
  return [...lead.filter((block) => !known.includes(fold(block.text))), ...body];
}

/** Zones that are not the article's own text. */
const foreignZones: ReadonlySet<Zone> = new Set(["headline", "caption", "teaser", "newsletter", "bio"]);

/** The article's own words, a line for each paragraph: without the title, captions, teasers, newsletter and bio lines. */
export function bodyText({ text, paragraphs }: Pick<Article, "text" | "paragraphs">): string {
  return paragraphs
    .filter(({ zone }) => !foreignZones.has(zone))
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
}
