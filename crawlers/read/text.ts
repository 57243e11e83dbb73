import { type Article, articleId, composeText } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import { cleanAuthors } from "./authors.ts";
import { languageOf } from "./language.ts";
import { squeeze } from "./words.ts";
import { zoneParagraphs } from "./zones.ts";

export interface TextOptions {
  /** Without one the text's first line is the title, if it looks like one. */
  title?: string;
  published?: string | null;
  url?: string;
  sourceId?: string;
  sourceName?: string;
  lang?: string;
}

/**
 * Reads an article given as plain text: paragraphs stand between empty lines, or, where there is no empty line, each on
 * its own line. Zones are told by wording and position.
 *
 * @throws Permanent when the text is empty.
 */
export function readText(text: string, options: TextOptions = {}): Article {
  const url = options.url ?? "";
  const paragraphs = splitParagraphs(text);
  const title = squeeze(options.title ?? "") || takeTitle(paragraphs);
  if (options.title !== undefined && paragraphs[0] === title) paragraphs.shift();
  if (title === "" && paragraphs.length === 0) {
    throw new Permanent(`nothing to read in ${url || "the text"}: it is empty`, { url });
  }
  const authors = takeByline(paragraphs);
  const published = options.published ?? null;
  const zoned = zoneParagraphs(
    paragraphs.map((paragraph) => ({ text: paragraph })),
    { published, authors },
  );
  return {
    id: articleId(url || text),
    url,
    sourceId: options.sourceId ?? "text",
    sourceName: options.sourceName ?? "",
    captureHash: null,
    title,
    authors,
    published,
    modified: null,
    lang: options.lang ?? languageOf(`${title}\n${paragraphs.join("\n")}`),
    section: null,
    leadImage: null,
    ...composeText(title, zoned),
  };
}

function splitParagraphs(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\ufeff/, "");
  const separator = /\n[ \t]*\n/.test(lines.trim()) ? /\n(?:[ \t]*\n)+/ : /\n/;
  return lines
    .split(separator)
    .map(squeeze)
    .filter((paragraph) => paragraph !== "");
}

/** The first paragraph is the title when it is short, and does not end like a sentence of the text. */
function takeTitle(paragraphs: string[]): string {
  const [first, second] = paragraphs;
  if (first === undefined || second === undefined || first.length > 250 || /[.;,]$/.test(first)) return "";
  return paragraphs.shift() as string;
}

/** A by-line below the title gives the authors and leaves the text. */
function takeByline(paragraphs: string[]): string[] {
  const [first] = paragraphs;
  if (
    first === undefined ||
    first.length > 120 ||
    !/^(?:by|von|por|par|автор:?|аўтар:?|od)\s+\p{Lu}/iu.test(first)
  ) {
    return [];
  }
  const authors = cleanAuthors([first]);
  if (authors.length > 0) paragraphs.shift();
  return authors;
}
