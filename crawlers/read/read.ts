import { type Article, articleId, composeText, type Zone } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { ArticleSelectors } from "../../model/source.ts";
import { cleanAuthors } from "./authors.ts";
import { type Block, blocksOf, blocksOfText } from "./blocks.ts";
import { cleanBlocks } from "./clean.ts";
import { findContainer, findLead } from "./container.ts";
import { correctionsIn } from "./corrections.ts";
import { parseDate } from "./dates.ts";
import { findLinkedArticle, type LinkedArticle } from "./jsonld.ts";
import { languageOf } from "./language.ts";
import { entryTime, stampBlocks } from "./liveblog.ts";
import { markPage } from "./marks.ts";
import { metadataOf } from "./metadata.ts";
import type { PageOptions } from "./options.ts";
import { applySelectors, type Selected } from "./selectors.ts";
import { surveyPage } from "./survey.ts";
import { type Page, type PageElement, PageTooLarge, parsePage } from "./tree.ts";
import { fold } from "./words.ts";
import { zoneParagraphs } from "./zones.ts";

export interface ReadOptions extends PageOptions {
  sourceId: string;
  /** SHA-256 of the capture; null when the page was not captured. */
  captureHash?: string | null | undefined;
  selectors?: ArticleSelectors | undefined;
}

/**
 * Reads an article out of a page. JSON-LD and meta elements are believed first, then the source's selectors, then the
 * page's structure; selectors, where given, have the last word.
 *
 * @throws Permanent when there is no text to read, or the page is larger than a news page can be
 *   ({@link maxPageCharacters}, {@link maxPageElements}).
 */
export function readPage(html: string, options: ReadOptions): Article {
  const fail = (reason: string, cause?: unknown): Permanent =>
    new Permanent(`nothing to read at ${options.url}: ${reason}`, {
      url: options.url,
      sourceId: options.sourceId,
      cause,
    });
  const page = parse(html, fail);
  const linked = findLinkedArticle(page.jsonLd);
  const metadata = metadataOf(surveyPage(page), linked, options);
  const selected = select(page, options.selectors, fail);
  const title = selected?.title ?? metadata.title;
  const selectedAuthors = cleanAuthors(selected?.authors ?? []);
  const authors = selectedAuthors.length > 0 ? selectedAuthors : metadata.authors;
  const selectedDate = selected?.published ? parseDate(selected.published, options) : null;
  const published = selectedDate ?? metadata.published;

  markPage(page);
  const blocks = cap(cleanBlocks(contentOf(page, selected, linked), title));
  if (!blocks.some((block) => block.mark === null)) throw fail("the page has no text");
  const zoned = zoneParagraphs(blocks, { published, authors });
  const { url } = metadata;
  const corrections = correctionsIn(zoned.map(({ text }) => text));
  return {
    id: articleId(url),
    url,
    sourceId: options.sourceId,
    sourceName: options.sourceName,
    captureHash: options.captureHash ?? null,
    title,
    authors,
    published,
    modified: metadata.modified,
    lang: languageOf(zoned.map(({ text }) => text).join("\n"), metadata.langs),
    section: metadata.section,
    leadImage: metadata.leadImage,
    ...composeText(title, zoned),
    ...(corrections.length === 0 ? {} : { corrections }),
  };
}

/** What is longer is no article but a list or a data dump; the rest is left out, so that extraction ends. */
export const maxArticleCharacters = 400_000;

function cap<B extends { text: string }>(blocks: readonly B[]): B[] {
  let length = 0;
  return blocks.filter(({ text }) => {
    length += text.length;
    return length <= maxArticleCharacters;
  });
}

type Fail = (reason: string, cause?: unknown) => Permanent;

function parse(html: string, fail: Fail): Page {
  try {
    return parsePage(html);
  } catch (error) {
    if (error instanceof PageTooLarge) throw fail(error.message, error);
    throw error;
  }
}

function select(page: Page, selectors: ArticleSelectors | undefined, fail: Fail): Selected | null {
  if (selectors === undefined) return null;
  try {
    return applySelectors(page, selectors);
  } catch (error) {
    throw fail(`a selector of the source is not valid CSS (${(error as Error).message})`, error);
  }
}

/**
 * The blocks of the article: of the elements that the source's selector names, or of the page's container with its lead.
 * Where the page holds far less than JSON-LD gives (a teaser before a paywall, text filled in by a script), JSON-LD's
 * text is taken.
 */
function contentOf(page: Page, selected: Selected | null, linked: LinkedArticle | null): Block[] {
  const { body = [], summary = [] } = selected ?? {};
  const found =
    body.length > 0 ? body.flatMap((element) => blocksOf(element, { timeOf: entryTime })) : foundBlocks(page);
  const blocks = withLead(summary, found);
  const stamped = linked === null ? blocks : stampBlocks(blocks, linked.updates);
  if (linked?.body && linked.body.length > minLinkedCharacters) {
    const shown = stamped.reduce((sum, { mark, text }) => sum + (mark === null ? text.length : 0), 0);
    if (shown < 0.35 * linked.body.length) return blocksOfText(linked.body);
  }
  return stamped;
}

const minLinkedCharacters = 300;

function foundBlocks(page: Page): Block[] {
  const container = findContainer(page);
  const body = blocksOf(container, { timeOf: entryTime });
  return withLead(findLead(container), body);
}

/** Puts summaries before the text, unless it holds them already. */
function withLead(summaries: readonly PageElement[], body: Block[]): Block[] {
  const lead = summaries
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
