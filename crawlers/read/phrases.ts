import { firstWordIndex, isWordCharacter } from "./words.ts";

/** Phrases by their first word, so that a line is compared with a few of them only. */
export type PhraseIndex = ReadonlyMap<string, readonly string[]>;

/** Indexes phrases given in lower case, separated by `|` or line breaks. */
export function indexPhrases(...lists: readonly string[]): PhraseIndex {
  const index = new Map<string, string[]>();
  for (const phrase of lists.join("|").split(/\s*[|\n]\s*/)) {
    if (phrase === "") continue;
    const word = firstWord(phrase);
    const known = index.get(word);
    if (known === undefined) index.set(word, [phrase]);
    else known.push(phrase);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.length - a.length);
  return index;
}

/** The longest phrase that a lower-case text begins with as whole words; null when there is none. */
export function phraseAt(lower: string, index: PhraseIndex): string | null {
  const phrases = index.get(firstWord(lower));
  if (phrases === undefined) return null;
  return phrases.find((phrase) => lower.startsWith(phrase) && !isWordCharacter(lower, phrase.length)) ?? null;
}

function firstWord(text: string): string {
  let end = 0;
  while (isWordCharacter(text, end)) end++;
  return text.slice(0, Math.max(1, end));
}

/** The line from its first word on: without bullets, arrows, emoji, brackets and quotation marks before it. */
export function skipOrnaments(text: string): string {
  const index = firstWordIndex(text);
  // "©" and "¿" carry meaning of their own.
  const kept = text.slice(0, index).search(/[©¿]/);
  return text.slice(kept < 0 ? index : kept);
}
