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

/** What a page shows: its text, and how many characters of it stand in blocks long enough to be sentences. */
export interface Survey {
  /** Cut off where there was enough for an article. */
  text: string;
  paragraphChars: number;
}

/** Elements without text for readers. */
const UNSEEN = new Set(["script", "style", "noscript", "template", "svg", "head"]);
const BLOCKS = new Set(
  ["p", "div", "li", "article", "section", "main", "br", "td"].concat(
    [1, 2, 3, 4, 5, 6].map((level) => `h${level}`),
  ),
);
/** Shorter blocks are labels and links, not sentences. */
const MIN_SENTENCE_CHARS = 60;

const surveys = new WeakMap<PageLook, Survey>();

/** Looks a page over once, however many ask. */
export function survey(page: PageLook): Survey {
  const known = surveys.get(page);
  if (known) return known;
  const made = surveyOf(page.html);
  surveys.set(page, made);
  return made;
}

/**
 * One pass over the tags, which stops as soon as there is enough for an article; on most pages that is near the top.
 * Every search goes forward only, so that hostile markup costs no more than its length.
 */
function surveyOf(html: string): Survey {
  const texts: string[] = [];
  let block = "";
  let paragraphChars = 0;
  /** Says whether there is enough. */
  const endBlock = (): boolean => {
    if (block.length === 0) return false;
    const words = fold(block);
    if (words.length >= MIN_SENTENCE_CHARS) paragraphChars += words.length;
    if (words !== "") texts.push(words);
    block = "";
    return paragraphChars >= ARTICLE_CHARS;
  };
  let at = Math.max(html.search(/<body\b/i), 0);
  for (let open = html.indexOf("<", at); open >= 0; open = html.indexOf("<", at)) {
    if (open > at) block += html.slice(at, open);
    const { end, name, isClosing } = tagAt(html, open);
    at = end;
    if (name === "") {
      if (html.charCodeAt(open + 1) !== BANG) block += html.slice(open, end);
    } else if (BLOCKS.has(name)) {
      if (endBlock()) return { text: texts.join(" "), paragraphChars };
    } else {
      if (UNSEEN.has(name) && !isClosing) at = endOfElement(html, at, name);
      block += " ";
    }
  }
  block += html.slice(at);
  endBlock();
  return { text: texts.join(" "), paragraphChars };
}

const BANG = 33;
const TAG_NAME = /\/?([a-z][a-z0-9]*)/iy;

/** The tag or comment that begins at `open`; a bare `<` has no name and ends behind itself. */
function tagAt(html: string, open: number): { end: number; name: string; isClosing: boolean } {
  if (html.charCodeAt(open + 1) === BANG) {
    const [mark, length] = html.startsWith("<!--", open) ? ["-->", 3] : [">", 1];
    const end = html.indexOf(mark, open);
    return { end: end < 0 ? html.length : end + length, name: "", isClosing: false };
  }
  TAG_NAME.lastIndex = open + 1;
  const name = TAG_NAME.exec(html)?.[1];
  if (name === undefined) return { end: open + 1, name: "", isClosing: false };
  const end = html.indexOf(">", TAG_NAME.lastIndex);
  return {
    end: end < 0 ? html.length : end + 1,
    name: name.toLowerCase(),
    isClosing: html.charCodeAt(open + 1) === 47,
  };
}

const CLOSINGS = new Map([...UNSEEN].map((name) => [name, new RegExp(`</${name}\\s*>`, "gi")]));

/** Where an element ends that holds no text for readers; one that is never closed takes the rest of the page. */
function endOfElement(html: string, from: number, name: string): number {
  const closing = CLOSINGS.get(name);
  if (!closing) return from;
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : html.length;
}

const MESSY = /&nbsp;|\s{2}|[^\S ]/;

function fold(text: string): string {
  return (MESSY.test(text) ? text.replaceAll(/(?:&nbsp;|\s)+/g, " ") : text).trim();
}
