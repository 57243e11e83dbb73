import type { Expectation } from "./media-type.ts";

export interface PageLook {
  status: number;
  /** Address that was asked for and the one that answered. */
  requestedUrl: string;
  url: string;
  header(name: string): string | null;
  html: string;
  /** Feeds and listings have no running text, so its absence says nothing there. */
  expected: Expectation;
}

/** A page with this many characters of running text is an article, whatever else is on it. */
export const ARTICLE_CHARS = 1_200;
/** A teaser before a wall; more text than this is worth reading. */
export const TEASER_CHARS = 700;

/** The page's title, blanks folded. */
export function titleOf(html: string): string {
  const inner = /<title\b[^<>]*>([^<]{0,300})/i.exec(html)?.[1] ?? "";
  return inner.replaceAll(/\s+/g, " ").trim();
}

const CODE_OR_TAG =
  /<(script|style|noscript|template|svg|head)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?[a-z][a-z0-9]*)[^<>]*>/gi;
const BLOCK = /^\/?(?:p|div|li|article|section|main|br|td|h[1-6])$/i;
/** Shorter blocks are labels and links, not sentences. */
const MIN_SENTENCE_CHARS = 60;

/**
 * The page's visible text, and how many characters of it stand in blocks that are long enough to be sentences. Stops as
 * soon as there is enough for an article, which on most pages is near the top.
 */
export function survey(html: string): { text: string; paragraphChars: number } {
  let text = "";
  let block = "";
  let paragraphChars = 0;
  const body = html.slice(Math.max(html.search(/<body\b/i), 0));
  let last = 0;
  const endBlock = () => {
    const words = block.replaceAll(/(?:&nbsp;|\s)+/g, " ").trim();
    if (words.length >= MIN_SENTENCE_CHARS) paragraphChars += words.length;
    if (words !== "") text += ` ${words}`;
    block = "";
  };
  for (const match of body.matchAll(CODE_OR_TAG)) {
    block += body.slice(last, match.index);
    last = match.index + match[0].length;
    const tag = match[2];
    if (tag === undefined || !BLOCK.test(tag)) {
      block += " ";
      continue;
    }
    endBlock();
    if (paragraphChars >= ARTICLE_CHARS) return { text, paragraphChars };
  }
  block += body.slice(last);
  endBlock();
  return { text: text.trim(), paragraphChars };
}
