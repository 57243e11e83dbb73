import type { BareToken } from "../../language.ts";
import { capital } from "./title-case.ts";
import { isDemanded, type Word } from "./word.ts";

const pronounsBeforeIs = new Set([
  "he",
  "she",
  "it",
  "that",
  "there",
  "who",
  "what",
  "where",
  "here",
  "this",
  "how",
]);

const fixedWords = new Set(
  "'s ’s ʼs free loose go may march house i times that no each all both further travel stand stands home not never".split(
    " ",
  ),
);

/** Whether {@link decideFixedWord} may have something to say of the word. */
export const isFixedWord = (lower: string, tags: ReadonlySet<string>): boolean =>
  fixedWords.has(lower) || tags.has("Modal");

/** Decides words that have rules of their own; false when the word is none of them. */
export function decideFixedWord(word: Word): boolean {
  const { tokens, i, tags, text, lower, before, prev, prevLower, next, nextLower } = word;
  if (lower === "'s" || lower === "’s" || lower === "ʼs") {
    tags.clear();
    if (pronounsBeforeIs.has(prevLower))
      for (const tag of ["Verb", "Auxiliary", "Copula", "PresentTense"]) tags.add(tag);
    else tags.add("Possessive").add("Clitic");
    return true;
  }
  if (lower === "not" || lower === "never") {
    // "is NOT free": capitals are stress, no acronym.
    if (text === lower) return false;
    tags.clear();
    tags.add("Negative").add("Adverb");
    return true;
  }
  if (decideBeside(word)) return true;
  if (lower === "free" || lower === "loose") {
    const verbal =
      prev !== undefined &&
      (prev.has("To") ||
        prev.has("Modal") ||
        prev.has("Do") ||
        prev.has("Coordinator") ||
        (prev.has("Plural") && before === i - 1) ||
        (prev.has("ProperNoun") && isDemanded(tokens, i)));
    tags.clear();
    if (verbal && next !== undefined) for (const tag of ["Verb", "Infinitive", "PresentTense"]) tags.add(tag);
    else tags.add("Adjective");
    return true;
  }
  if (
    lower === "go" &&
    tokens.slice(Math.max(0, i - 8), i).some((earlier) => /^let(?:s|ting)?$/u.test(earlier.lower))
  ) {
    tags.clear();
    tags.add("Particle");
    return true;
  }
  if ((lower === "may" || lower === "march") && capital(text) && (i > 0 || next?.has("Value"))) {
    tags.clear();
    for (const tag of ["Date", "Noun", "Month"]) tags.add(tag);
    return true;
  }
  if (lower === "house" && nextLower === "arrest") {
    tags.clear();
    tags.add("Noun").add("Singular");
    return true;
  }
  if (
    text === "I" &&
    prev?.has("ProperNoun") &&
    before === i - 1 &&
    next !== undefined &&
    !next.has("Auxiliary") &&
    !next.has("PastTense")
  ) {
    // A Roman numeral: "the El Rodeo I prison".
    tags.clear();
    tags.add("Noun").add("ProperNoun");
    return true;
  }
  if (
    tags.has("Modal") &&
    before === i - 1 &&
    (prev?.has("Possessive") || prev?.has("Determiner")) &&
    lower !== "must"
  ) {
    tags.clear();
    tags.add("Noun").add("Singular");
    return true;
  }
  if (lower === "that") {
    decideThat(word);
    return true;
  }
  return false;
}

/** Words that only their neighbours tell: "were each given", "a further five years", "a travel ban". */
function decideBeside({ tags, tagged, i, lower, text, nextLower, before }: Word): boolean {
  const [before1, after1] = [tagged[i - 1], tagged[i + 1]];
  const become = (...names: string[]): true => {
    tags.clear();
    for (const name of names) tags.add(name);
    return true;
  };
  const floats = lower === "each" || lower === "all" || lower === "both";
  if (floats && before1?.has("Auxiliary") && (after1?.has("Participle") || after1?.has("Gerund")))
    return become("Adverb");
  // "out of her home", but "took her home"
  if (lower === "home" && before1?.has("Possessive") && tagged[i - 2]?.has("Preposition"))
    return become("Noun", "Singular");
  // "asked four times", "twice a year"
  if (lower === "times" && before1?.has("Value")) return become("Noun", "Plural", "Duration", "Date");
  // "Prison No. 6"
  if (lower === "no" && (nextLower === "." || /^\d/u.test(nextLower)) && text.startsWith("N"))
    return become("Noun", "ProperNoun");
  if (lower === "further" && before === i - 1 && before1?.has("Determiner")) return become("Adjective");
  if (lower === "travel" && /^(?:ban|bans|document|documents|restriction|restrictions)$/u.test(nextLower))
    return become("Noun", "Singular");
  if ((lower === "stands" || lower === "stand") && /^(?:accused|charged|convicted|trial)$/u.test(nextLower))
    return become("Verb", "PresentTense", "CanBeVerb");
  return false;
}

/** "the prisoners' release": a mark after a plural, with no quotation open that it could close. */
export function isPluralPossessive(tokens: readonly BareToken[], i: number): boolean {
  const [owner, mark, owned] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (owner === undefined || mark === undefined || owned === undefined) return false;
  if (mark.text !== "'" && mark.text !== "’") return false;
  const touches = mark.start === owner.end && mark.end < owned.start;
  if (!touches || !owner.lower.endsWith("s") || !/^[\p{L}\p{N}]/u.test(owned.text)) return false;
  return !tokens
    .slice(0, i)
    .some((other, k) => /^['‘]$/u.test(other.text) && (tokens[k - 1]?.end ?? -1) < other.start);
}

/** `that` is a relative after a noun, a complementiser before a clause, a determiner before a noun without verb. */
function decideThat({ tags, tokens, tagged, i }: Word): void {
  const prev = tagged[i - 1];
  const next = tagged[i + 1];
  tags.clear();
  if (prev?.has("Noun") && (next?.has("Verb") || next?.has("Auxiliary"))) {
    for (const tag of ["Pronoun", "Relative"]) tags.add(tag);
    return;
  }
  // "reports that Karpovich, a teacher, …": nobody says "that" of a person's name.
  const beforePerson =
    prev !== undefined && !prev.has("Preposition") && next?.has("Person") && next.has("ProperNoun");
  if (beforePerson) {
    tags.add("Conjunction").add("Complementiser");
    return;
  }
  const beforeTime = /^(?:year|month|day|week|time|night|evening|morning|same)$/u.test(
    tokens[i + 1]?.lower ?? "",
  );
  if (prev === undefined || prev.has("Preposition") || beforeTime || !clauseFollows(tagged, i + 1)) {
    tags.add("Determiner");
    return;
  }
  tags.add("Conjunction").add("Complementiser");
}

/** Whether a verb follows before the next mark. */
function clauseFollows(tagged: readonly Set<string>[], from: number): boolean {
  for (let i = from; i < Math.min(tagged.length, from + 14); i++) {
    const tags = tagged[i];
    if (tags === undefined || tags.has("Verb") || tags.has("CanBeVerb")) return true;
    if (tags.has("Punctuation") && i > from) return false;
  }
  return false;
}
