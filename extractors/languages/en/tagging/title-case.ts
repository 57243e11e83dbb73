import type { BareToken } from "../../language.ts";

export const capital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** True when most longer words start with a capital, as in many headlines; capitals then say nothing. */
export function isTitleCase(tokens: readonly BareToken[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.text.length < 4 || !/^\p{L}/u.test(token.text)) continue;
    words++;
    if (capital(token.text)) capitals++;
  }
  return words >= 3 && capitals / words >= 0.75;
}
