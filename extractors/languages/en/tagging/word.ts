import type { BareToken } from "../../language.ts";

/** A word whose reading is to be decided, with its neighbours beyond adverbs. */
export interface Word {
  tokens: readonly BareToken[];
  tagged: readonly Set<string>[];
  /** Index in `tokens` and `tagged`. */
  i: number;
  /** Changed in place. */
  tags: Set<string>;
  text: string;
  lower: string;
  /** Index of the word before, −1 for none. */
  before: number;
  prev: Set<string> | undefined;
  prevLower: string;
  /** Index of the word after. */
  after: number;
  next: Set<string> | undefined;
  nextLower: string;
  isFirst: boolean;
  titleCase: boolean;
}

const quotationMarks = new Set(['"', "“", "”"]);

/** Index of the next word, skipping adverbs, negation and quotation marks (was "deeply concerned"). */
function beyondAdverbs(
  tokens: readonly BareToken[],
  tagged: readonly Set<string>[],
  i: number,
  step: 1 | -1,
): number {
  let j = i + step;
  while (
    j >= 0 &&
    j < tagged.length &&
    (((tagged[j]?.has("Adverb") ?? false) && !(tagged[j]?.has("Conjunction") ?? false)) ||
      quotationMarks.has(tokens[j]?.text ?? ""))
  )
    j += step;
  return j;
}

export function wordAt(
  tokens: readonly BareToken[],
  tagged: readonly Set<string>[],
  i: number,
  { isFirst, titleCase }: { isFirst: boolean; titleCase: boolean },
): Word {
  const before = beyondAdverbs(tokens, tagged, i, -1);
  const after = beyondAdverbs(tokens, tagged, i, 1);
  return {
    tokens,
    tagged,
    i,
    tags: tagged[i] ?? new Set(),
    text: tokens[i]?.text ?? "",
    lower: tokens[i]?.lower ?? "",
    before,
    prev: tagged[before],
    prevLower: tokens[before]?.lower ?? "",
    after,
    next: tagged[after],
    nextLower: tokens[after]?.lower ?? "",
    isFirst,
    titleCase,
  };
}

export const verbTags = [
  "Verb",
  "PastTense",
  "PresentTense",
  "Infinitive",
  "Gerund",
  "Participle",
  "ThirdPerson",
  "PhrasalVerb",
  "Particle",
];

export function asNoun(tags: Set<string>, lower: string): void {
  for (const tag of verbTags) tags.delete(tag);
  tags.add("Noun");
  tags.add(/[^s]s$/u.test(lower) ? "Plural" : "Singular");
}

export function asVerb(tags: Set<string>, ...more: string[]): void {
  for (const tag of ["Noun", "Plural", "Singular", "Adjective", "Uncountable", "Actor"]) tags.delete(tag);
  tags.add("Verb");
  for (const tag of more) tags.add(tag);
}

export function asAdjective(tags: Set<string>): void {
  tags.delete("Verb");
  tags.add("Adjective");
}

/** "demanded that Iran release her": a base form after a clause of demand. */
export function isDemanded(tokens: readonly BareToken[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - 7); k--) {
    if (tokens[k]?.lower === "that")
      return /^(?:demand|urg|insist|request|ask|recommend|propos|order)/u.test(tokens[k - 1]?.lower ?? "");
  }
  return false;
}

/** Right behind a determiner, possessor, adjective or number, where nouns stand. */
export function isNominalPlace({ i, before, prev }: Word): boolean {
  return (
    prev !== undefined &&
    before === i - 1 &&
    (prev.has("Determiner") ||
      prev.has("Possessive") ||
      (prev.has("Adjective") && !prev.has("Copula")) ||
      (prev.has("Value") && !prev.has("Year")))
  );
}
