import { diffArrays, diffWords } from "diff";
import type { Article } from "../../model/article.ts";
import { bodyText } from "./read.ts";
import { fold } from "./words.ts";

/** A paragraph that two versions of an article have in common, or that only one of them has. */
export interface ParagraphChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Title and own paragraphs: teasers, newsletter lines and captions change with every page view. */
const linesOf = (article: Article): string[] => [article.title, ...bodyText(article).split("\n")];

const wordsOf = (article: Article): string => linesOf(article).map(fold).join("\n");

/**
 * True when the second reading tells something else than the first: other words in the title or in the article's own
 * text. Punctuation, case, and everything around the text do not count.
 */
export function hasChanged(before: Article, after: Article): boolean {
  return wordsOf(before) !== wordsOf(after);
}

/** Less of an article than this is a teaser before a wall, or a broken page: not what the publisher corrected it to. */
const leastShare = 0.3;

/** True when a later reading lost so much that it cannot be a corrected version. */
export function isRemnant(before: Article, after: Article): boolean {
  return bodyText(after).length < leastShare * bodyText(before).length;
}

/** What was changed, paragraph by paragraph in the order of the text. */
export function changesBetween(before: Article, after: Article): ParagraphChange[] {
  return diffArrays(linesOf(before), linesOf(after)).flatMap(({ value, added, removed }) =>
    value.map((text) => ({ kind: removed ? "removed" : added ? "added" : ("same" as const), text })),
  );
}

/** The words of one paragraph that were taken out and put in. */
export function wordChanges(before: string, after: string): ParagraphChange[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    kind: removed ? "removed" : added ? "added" : "same",
    text: value,
  }));
}
