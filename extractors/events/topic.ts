import type { EventLexicon } from "../languages/frames.ts";
import type { Document } from "../text/document.ts";

const threshold = 5;

/**
 * Whether an article is about detention and what is done about it. Sport, film and trade borrow all of our verbs;
 * what they never have is many different words of the matter. Each word counts once.
 */
export function isOnTopic(doc: Document, lexicon: EventLexicon): boolean {
  const seen = new Set<string>();
  let score = 0;
  for (const { lower } of doc.tokens) {
    if (seen.has(lower)) continue;
    seen.add(lower);
    score += lexicon.topic.get(lower) ?? 0;
  }
  return score >= threshold;
}
