import type { BareToken } from "../languages/language.ts";

// One alternative a kind: numbers with separators, dotted abbreviations, joined ones (RFE/RL), words with inner apostrophes, hyphens or
// dots (Spring96.org), else one character. Every alternative starts differently or is unambiguous, so there is no backtracking to fear.
const pattern =
  /\p{N}+(?:[.,:]\p{N}+)*(?:[-‑\p{L}\p{M}\p{N}%]+)?|(?:\p{Lu}\.){2,}|\p{Lu}{2,5}\/\p{Lu}{2,5}(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:[-‑'’ʼ.&][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;

/**
 * Cuts `text` from `start` to `end` into words and punctuation marks. Clitics of the language (`'s`, `n't`) become
 * tokens of their own; hyphenated words stay whole.
 */
export function tokenise(
  text: string,
  start: number,
  end: number,
  clitics: RegExp | null,
  firstIndex: number,
): BareToken[] {
  const tokens: BareToken[] = [];
  const push = (from: number, word: string): void => {
    tokens.push({
      start: from,
      end: from + word.length,
      text: word,
      lower: word.toLowerCase(),
      index: firstIndex + tokens.length,
    });
  };
  const part = text.slice(start, end);
  for (const match of part.matchAll(pattern)) {
    const word = match[0];
    const from = start + match.index;
    const clitic = clitics === null || word.length < 3 ? null : clitics.exec(word);
    if (clitic === null || clitic.index === 0) push(from, word);
    else {
      push(from, word.slice(0, clitic.index));
      push(from + clitic.index, word.slice(clitic.index));
    }
  }
  return tokens;
}
