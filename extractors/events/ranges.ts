import type { Phrase } from "../text/phrases/phrase.ts";
import type { EventContext } from "./context.ts";

/** A bare range as a phrase without structure. */
export function rangePhrase(first: number, last: number, head = last - 1): Phrase {
  return { first, last, head, coreLast: last, ownLast: last, prep: -1, preposition: null, parts: [] };
}

/** Index of the sentence in which the token stands, −1 for none. */
export function sentenceOf(context: EventContext, token: number): number {
  const { sentences } = context.doc;
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (sentence === undefined) return -1;
    if (token < sentence.first) high = middle - 1;
    else if (token >= sentence.last) low = middle + 1;
    else return middle;
  }
  return -1;
}
