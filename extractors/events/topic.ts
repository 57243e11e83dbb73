import type { EventLexicon } from "../languages/frames.ts";
import type { Document } from "../text/document.ts";

/** Weight from which an article is on topic; a flash of two sentences has room for less. */
const threshold = 5;
const flashThreshold = 2;
const wordsPerPoint = 25;

/**
 * Whether an article is about detention and what is done about it. Sport, film and trade borrow all of our verbs;
 * what they never have is many different words of the matter. Each word counts once, in any of its forms.
 */
export function isOnTopic(doc: Document, { topic }: EventLexicon): boolean {
  const seen = new Set<string>();
  let score = 0;
  for (const { lower, lemma } of doc.tokens) {
    const word = topic.has(lower) ? lower : lemma;
    if (seen.has(word)) continue;
    seen.add(word);
    score += topic.get(word) ?? 0;
  }
  return score >= Math.min(threshold, Math.max(flashThreshold, doc.tokens.length / wordsPerPoint));
}
