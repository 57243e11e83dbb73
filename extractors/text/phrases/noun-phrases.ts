import type { Grammar } from "../../languages/grammar.ts";
import { hasTag, type Token } from "../document.ts";

export function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.tags.has("Verb")) return false;
  const { tags } = token;
  return (
    tags.has("Noun") ||
    tags.has("Value") ||
    tags.has("Adjective") ||
    tags.has("Determiner") ||
    tags.has("Date") ||
    tags.has("Possessive")
  );
}

/** The preposition right before `i` that opens a sentence with a capital, or nothing. */
function opener(tokens: readonly Token[], i: number): string {
  const before = tokens[i - 1];
  return before !== undefined && before.tags.has("Preposition") ? before.text : "";
}

/** End of the noun phrase that starts at `i`, without `of` complements; `i` when there is none. */
export function nounEnd(tokens: readonly Token[], i: number, last: number, grammar: Grammar): number {
  let j = i + quantityPrefix(tokens, i, last, grammar);
  let substance = false;
  while (j < last) {
    const token = tokens[j];
    if (token === undefined) break;
    const { tags } = token;
    if (tags.has("Relative")) break;
    // A full stop inside a sentence belongs to the abbreviation before it ("Ms. Azizi").
    if (
      token.text === "." &&
      substance &&
      token.start === tokens[j - 1]?.end &&
      j + 1 < last &&
      isNominal(tokens[j + 1])
    ) {
      j++;
      continue;
    }
    if (
      substance &&
      hasTag(tokens[j - 1], "Date") &&
      (hasTag(tokens[j - 1], "Value") ||
        hasTag(tokens[j - 1], "WeekDay") ||
        hasTag(tokens[j - 1], "Duration") ||
        // "On 12 January Ann Lee was …", "In May Ann Lee was …"
        (hasTag(tokens[j - 1], "Month") &&
          !hasTag(token, "Date") &&
          (hasTag(tokens[j - 2], "Value") || /^\p{Lu}/u.test(opener(tokens, i))))) &&
      (tags.has("ProperNoun") || tags.has("Determiner") || tags.has("Pronoun"))
    )
      break;
    // "gave her six years": whoever gives something has two objects.
    if (
      tags.has("Pronoun") &&
      tags.has("Possessive") &&
      !substance &&
      hasTag(tokens[j + 1], "Value") &&
      hasTag(tokens[i - 1], "Verb") &&
      grammar.ditransitive.has(tokens[i - 1]?.lemma ?? "")
    )
      return j + 1;
    // "took her prisoner", "took Ann Lee hostage": what the object becomes.
    if (
      grammar.depictives.has(tokens[j + 1]?.lower ?? "") &&
      grammar.takingVerbs.has(tokens[i - 1]?.lemma ?? "") &&
      !hasTag(tokens[j + 2], "ProperNoun")
    )
      if (tags.has("ProperNoun") || (tags.has("Pronoun") && !substance)) return j + 1;
    // a "foreign agent"
    if (
      grammar.transparentMarks.has(token.text) &&
      hasTag(tokens[j - 1], "Determiner") &&
      j > i &&
      isNominal(tokens[j + 1])
    ) {
      j++;
      continue;
    }
    // "found her guilty": the pronoun is an object.
    if (
      tags.has("Pronoun") &&
      tags.has("Possessive") &&
      !substance &&
      grammar.particles.has(tokens[j + 1]?.lower ?? "") &&
      !hasTag(tokens[j + 1], "Noun")
    )
      return j + 1;
    if (tags.has("Pronoun") && !tags.has("Possessive")) {
      if (substance) break;
      return j + 1;
    }
    if (tags.has("Clitic")) {
      if (!substance) break;
      j++;
      continue;
    }
    if (tags.has("Determiner") || (tags.has("Pronoun") && tags.has("Possessive"))) {
      const previous = tokens[j - 1];
      const quantifier =
        j > i &&
        (hasTag(previous, "Quantifier") || hasTag(previous, "Determiner") || hasTag(previous, "Preposition"));
      // "two more years"
      const more = tags.has("Quantifier") && hasTag(previous, "Value");
      if (more && isNominal(tokens[j + 1])) {
        j++;
        continue;
      }
      if (j > i && !quantifier && !(j === i + quantityPrefix(tokens, i, last, grammar))) break;
      substance = true;
      j++;
      continue;
    }
    const prefix =
      j > i && hasTag(tokens[j - 1], "Determiner") ? quantityPrefix(tokens, j, last, grammar) : 0;
    if (prefix > 0) {
      j += prefix;
      continue;
    }
    const tail = hasTag(tokens[j - 1], "Value")
      ? grammar.numberTails.find((words) => words.every((word, n) => tokens[j + n]?.lower === word))
      : undefined;
    if (tail !== undefined) {
      j += tail.length;
      continue;
    }
    // "asked Tanzania | four times"
    if (tags.has("TextValue") && hasTag(tokens[j - 1], "ProperNoun")) break;
    // "gave Ann Lee | 10 years"
    if (tags.has("Value") && hasTag(tokens[j - 1], "ProperNoun") && hasTag(tokens[j + 1], "Duration")) break;
    if (isNominal(token)) {
      // A time word ends a phrase of another kind: "prisoners | Saturday", "the men | last month".
      if (
        substance &&
        startsTime(tokens, j) &&
        !hasTag(tokens[j - 1], "Date") &&
        !hasTag(tokens[j - 1], "Determiner") &&
        !hasTag(tokens[j - 1], "Value") &&
        !hasTag(tokens[j - 1], "Adjective")
      )
        break;
      substance = true;
      j++;
      continue;
    }
    if (
      tags.has("Adverb") &&
      !tags.has("Negative") &&
      j + 1 < last &&
      (hasTag(tokens[j + 1], "Adjective") || hasTag(tokens[j + 1], "Value")) &&
      substance &&
      hasTag(tokens[j - 1], "Determiner")
    ) {
      j++;
      continue;
    }
    if ((tags.has("Participle") || tags.has("Gerund")) && tags.has("Adjective")) {
      substance = true;
      j++;
      continue;
    }
    break;
  }
  return substance ? j : i;
}

const startsTime = (tokens: readonly Token[], i: number): boolean =>
  hasTag(tokens[i], "WeekDay") ||
  // "in a hospital | days after he was moved"
  (hasTag(tokens[i], "Duration") && hasTag(tokens[i], "Plural") && hasTag(tokens[i + 1], "Conjunction")) ||
  (hasTag(tokens[i], "Adjective") &&
    (hasTag(tokens[i + 1], "Duration") || hasTag(tokens[i + 1], "WeekDay")) &&
    !hasTag(tokens[i], "ProperNoun"));

/** Words such as "more than" and "at least" that belong to the number after them: how many tokens. */
function quantityPrefix(tokens: readonly Token[], i: number, last: number, grammar: Grammar): number {
  const first = tokens[i];
  const second = tokens[i + 1];
  if (first === undefined || second === undefined) return 0;
  const at = grammar.quantityPrefixes.has(`${first.lower} ${second.lower}`)
    ? 2
    : grammar.quantityPrefixes.has(first.lower)
      ? 1
      : 0;
  if (at === 0 || i + at >= last) return 0;
  let j = i + at;
  if (hasTag(tokens[j], "Determiner")) j++;
  return hasTag(tokens[j], "Value") || grammar.quantityNouns.has(tokens[j]?.lower ?? "") ? at : 0;
}

export function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let j = last - 1; j >= first; j--) {
    if (hasTag(tokens[j], "Noun") && !hasTag(tokens[j], "Clitic")) return j;
  }
  return last - 1;
}
