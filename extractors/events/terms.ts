import type { EventLexicon } from "../languages/frames.ts";
import type { Token } from "../text/document.ts";

/** Number that a token tells, in digits or words, or null. */
function numberOf(token: Token | undefined, lexicon: EventLexicon): number | null {
  if (token === undefined) return null;
  const digits = token.text.replace(/,(?=\d{3}\b)/gu, "");
  if (/^\d+(?:\.\d+)?$/u.test(digits)) return Number(digits);
  return lexicon.numbers.get(token.lower) ?? compound(token.lower, lexicon);
}

function compound(word: string, lexicon: EventLexicon): number | null {
  const [tens = "", ones = "", ...more] = word.split("-");
  if (ones === "" || more.length > 0) return null;
  const a = lexicon.numbers.get(tens);
  const b = lexicon.numbers.get(ones);
  return a !== undefined && b !== undefined && a >= 20 && a % 10 === 0 && b < 10 ? a + b : null;
}

const plural = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? "" : "s"}`;

/**
 * Reads a prison term among the tokens `first` to `last`: "11 years", "18 months", "5 years and 9 months",
 * "3.5 years", "life", "death"; null when there is none.
 */
export function termIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: EventLexicon,
): string | null {
  const parts: { amount: number; unit: string }[] = [];
  for (let i = first; i < last; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const absolute = lexicon.absoluteTerms.get(token.lower);
    if (absolute !== undefined && parts.length === 0) return absolute;
    const hyphened = /^([\p{L}\p{N}.]+)-(\p{L}+)(?:-.*)?$/u.exec(token.lower);
    if (hyphened !== null) {
      const amount = Number(hyphened[1]) || (lexicon.numbers.get(hyphened[1] ?? "") ?? 0);
      const unit = lexicon.termUnits.get(hyphened[2] ?? "");
      // "a 41-year-old" is an age.
      if (amount > 0 && unit !== undefined && !token.lower.endsWith("-old")) parts.push({ amount, unit });
      continue;
    }
    const amount = numberOf(token, lexicon);
    if (amount === null) continue;
    const half = lexicon.half.every((word, n) => tokens[i + 1 + n]?.lower === word);
    const at = half ? i + 1 + lexicon.half.length : i + 1;
    const unit = unitNear(tokens, at, last, lexicon);
    if (unit !== undefined) parts.push({ amount: half ? amount + 0.5 : amount, unit });
    if (half) i = at;
  }
  if (parts.length === 0) return null;
  return parts
    .slice(0, 2)
    .map(({ amount, unit }) => plural(amount, unit))
    .join(" and ");
}

/** A number without unit as a term of that unit: "seven", "four and a half"; null when there is more than a number. */
export function bareTermIn(
  tokens: readonly Token[],
  first: number,
  last: number,
  unit: string,
  lexicon: EventLexicon,
): string | null {
  const amount = numberOf(tokens[first], lexicon);
  if (amount === null || !tokens[first]?.tags.has("Value")) return null;
  const rest = tokens.slice(first + 1, last).map(({ lower }) => lower);
  if (rest.length === 0) return plural(amount, unit);
  return rest.join(" ") === lexicon.half.join(" ") ? plural(amount + 0.5, unit) : null;
}

/** The unit after a number, with at most two words between ("three more years"). */
function unitNear(
  tokens: readonly Token[],
  at: number,
  last: number,
  lexicon: EventLexicon,
): string | undefined {
  for (let i = at; i < Math.min(at + 3, last); i++) {
    const token = tokens[i];
    const unit = lexicon.termUnits.get(token?.lower ?? "") ?? lexicon.termUnits.get(token?.lemma ?? "");
    if (unit !== undefined) return unit;
    if (token?.tags.has("Value") || token?.tags.has("Preposition")) return undefined;
  }
  return undefined;
}
