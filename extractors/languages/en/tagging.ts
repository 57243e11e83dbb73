import type { BareToken } from "../language.ts";
import { nounOrVerb } from "./words.ts";

const verbTags = [
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
const subjectPronouns = new Set(["i", "you", "he", "she", "it", "we", "they", "who", "which", "that"]);
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
const nounEndings = /(?:tion|ment|ness|ity|ship|ance|ence|ism|ist|er|or)s?$/u;

const isWord = (tags: Set<string> | undefined): boolean => tags !== undefined && !tags.has("Punctuation");
const capital = (text: string): boolean => /^\p{Lu}/u.test(text);

function asNoun(tags: Set<string>, lower: string): void {
  for (const tag of verbTags) tags.delete(tag);
  tags.add("Noun");
  tags.add(/[^s]s$/u.test(lower) ? "Plural" : "Singular");
}

function asVerb(tags: Set<string>, ...more: string[]): void {
  for (const tag of ["Noun", "Plural", "Singular", "Adjective", "Uncountable", "Actor"]) tags.delete(tag);
  tags.add("Verb");
  for (const tag of more) tags.add(tag);
}

function asAdjective(tags: Set<string>): void {
  tags.delete("Verb");
  tags.add("Adjective");
}

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

/** Index of the next word, skipping adverbs and negation. */
function beyondAdverbs(tagged: readonly Set<string>[], i: number, step: 1 | -1): number {
  let j = i + step;
  while (
    j >= 0 &&
    j < tagged.length &&
    (tagged[j]?.has("Adverb") ?? false) &&
    !(tagged[j]?.has("Conjunction") ?? false)
  )
    j += step;
  return j;
}

/**
 * Decides in place between the readings that a word can have, from its neighbours. The order of the cases matters:
 * what stands before a word says more than what follows it.
 */
export function disambiguate(tokens: readonly BareToken[], tagged: Set<string>[]): void {
  const titleCase = isTitleCase(tokens);
  tokens.forEach((token, i) => {
    const tags = tagged[i];
    if (tags === undefined || tags.has("Punctuation")) return;
    const { lower, text } = token;
    const before = beyondAdverbs(tagged, i, -1);
    const prev = tagged[before];
    const prevLower = tokens[before]?.lower ?? "";
    const after = beyondAdverbs(tagged, i, 1);
    const next = tagged[after];
    const nextLower = tokens[after]?.lower ?? "";
    if (lower === "'s" || lower === "’s" || lower === "ʼs") {
      tags.clear();
      if (pronounsBeforeIs.has(prevLower))
        for (const tag of ["Verb", "Auxiliary", "Copula", "PresentTense"]) tags.add(tag);
      else tags.add("Possessive").add("Clitic");
      return;
    }
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
      if (verbal && next !== undefined)
        for (const tag of ["Verb", "Infinitive", "PresentTense"]) tags.add(tag);
      else tags.add("Adjective");
      return;
    }
    if (
      lower === "go" &&
      tokens.slice(Math.max(0, i - 8), i).some((earlier) => /^let(?:s|ting)?$/u.test(earlier.lower))
    ) {
      tags.clear();
      tags.add("Particle");
      return;
    }
    if ((lower === "may" || lower === "march") && capital(text) && (i > 0 || next?.has("Value"))) {
      tags.clear();
      for (const tag of ["Date", "Noun", "Month"]) tags.add(tag);
      return;
    }
    if (lower === "house" && nextLower === "arrest") {
      tags.clear();
      tags.add("Noun").add("Singular");
      return;
    }
    if (
      text === "I" &&
      prev?.has("ProperNoun") &&
      before === i - 1 &&
      next !== undefined &&
      !next.has("Verb")
    ) {
      // A Roman numeral: "the El Rodeo I prison".
      tags.clear();
      tags.add("Noun").add("ProperNoun");
      return;
    }
    if (
      tags.has("Modal") &&
      before === i - 1 &&
      (prev?.has("Possessive") || prev?.has("Determiner")) &&
      lower !== "must"
    ) {
      tags.clear();
      tags.add("Noun").add("Singular");
      return;
    }
    if (lower === "that") {
      that(tags, tokens, tagged, i);
      return;
    }
    if (
      tags.has("Auxiliary") ||
      tags.has("Preposition") ||
      tags.has("Conjunction") ||
      tags.has("Determiner") ||
      tags.has("Pronoun")
    )
      return;
    const firstWord = !tagged.slice(0, i).some((set) => isWord(set));
    if (capital(text) && !firstWord && !titleCase && !tags.has("To")) {
      if (!tags.has("Date") && !tags.has("Month") && !tags.has("WeekDay")) {
        for (const tag of [...verbTags, "Adjective", "CanBeVerb", "Adverb"])
          if (tag !== "Adjective" || !tags.has("Demonym")) tags.delete(tag);
        tags.add("Noun").add("ProperNoun");
      }
      return;
    }
    if (capital(text) && firstWord && !titleCase && !tags.has("CanBeVerb") && !tags.has("Verb")) {
      const follower = tokens[i + 1];
      if (
        follower !== undefined &&
        (capital(follower.text) || !lower.endsWith("s")) &&
        tags.has("Noun") &&
        tags.size <= 2
      ) {
        tags.add("ProperNoun");
      }
    }
    const canBeVerb = tags.has("CanBeVerb") || tags.has("Verb");
    if (!canBeVerb) return;
    const participle = tags.has("Participle") || tags.has("PastTense");
    const gerund = tags.has("Gerund");
    const base = tags.has("Infinitive");
    const nominalPlace =
      prev !== undefined &&
      before === i - 1 &&
      (prev.has("Determiner") ||
        prev.has("Possessive") ||
        (prev.has("Adjective") && !prev.has("Copula")) ||
        prev.has("Value"));
    if (
      prev?.has("Modal") ||
      prev?.has("Do") ||
      (prevLower === "to" && base && !(before > 0 && prepositionalTo(tokens[before - 1]?.lower ?? "", lower)))
    ) {
      asVerb(tags, "Infinitive");
      return;
    }
    if (
      participle &&
      prev !== undefined &&
      (prev.has("Copula") || prev.has("Have") || /^(?:get|gets|got|getting|gotten)$/u.test(prevLower))
    ) {
      asVerb(tags, "Participle");
      return;
    }
    if (gerund && prev?.has("Copula")) {
      asVerb(tags);
      return;
    }
    if ((participle && !base) || gerund) {
      const attributive =
        nominalPlace &&
        next !== undefined &&
        after === i + 1 &&
        (next.has("Noun") || next.has("Adjective") || next.has("CanBeVerb")) &&
        !next.has("Pronoun") &&
        !prev.has("Value");
      // "following reported appeals", "for jailed activists": no finite verb stands behind a preposition.
      const governed =
        !gerund &&
        prev?.has("Preposition") &&
        before === i - 1 &&
        after === i + 1 &&
        prevLower !== "as" &&
        next?.has("Plural");
      if (governed) asAdjective(tags);
      else if (attributive && !(prev.has("Determiner") && /^(?:those|all|both|some|many)$/u.test(prevLower)))
        asAdjective(tags);
      else if (gerund && nominalPlace) asNoun(tags, lower);
      else asVerb(tags);
      return;
    }
    const ambiguous =
      nounOrVerb.has(lower) ||
      nounOrVerb.has(lower.replace(/(?:es|s)$/u, "")) ||
      nounOrVerb.has(lower.replace(/s$/u, "")) ||
      nounOrVerb.has(lower.replace(/ies$/u, "y"));
    if (
      firstWord &&
      base &&
      (next === undefined ||
        next.has("Verb") ||
        next.has("Auxiliary") ||
        next.has("Punctuation") ||
        next.has("Preposition"))
    ) {
      asNoun(tags, lower);
      if (!titleCase) tags.add("ProperNoun");
      return;
    }
    if (!ambiguous && base && !tags.has("CanBeVerb")) {
      // The tagger's guess alone: only a verb where a verb must stand.
      const verbal =
        prevLower === "to" ||
        subjectPronouns.has(prevLower) ||
        prev?.has("Plural") ||
        prev?.has("Coordinator") ||
        prev?.has("Relative");
      if (!verbal) {
        if (tags.has("Adjective")) asAdjective(tags);
        else asNoun(tags, lower);
        return;
      }
    }
    if (base && prev?.has("Noun") && isDemanded(tokens, i)) {
      asVerb(tags);
      return;
    }
    if (prev?.has("Preposition") && before === i - 1 && (base || tags.has("ThirdPerson"))) {
      asNoun(tags, lower);
      return;
    }
    if (!ambiguous) {
      const noun =
        nominalPlace &&
        (base || tags.has("ThirdPerson")) &&
        (!(prev.has("Adjective") || (prev.has("Value") && base)) ||
          tags.has("Noun") ||
          nounEndings.test(lower));
      if (noun) asNoun(tags, lower);
      else asVerb(tags);
      return;
    }
    if (subjectPronouns.has(prevLower)) {
      asVerb(tags);
      return;
    }
    if (nominalPlace || prev?.has("Preposition") || prevLower === "to") {
      asNoun(tags, lower);
      return;
    }
    // "Belarus frees 123", "court sentences three": a noun before, something that can be an object after.
    const objectFollows =
      next !== undefined &&
      (next.has("Determiner") ||
        next.has("Value") ||
        next.has("Possessive") ||
        next.has("ProperNoun") ||
        next.has("Pronoun") ||
        next.has("To") ||
        (next.has("Noun") && tags.has("ThirdPerson")) ||
        (next.has("Adjective") && tags.has("ThirdPerson")) ||
        capital(tokens[after]?.text ?? "") ||
        (/^(?:for|over|against|on|with|after|in)$/u.test(nextLower) && titleOrHead(tokens)));
    if (
      prev !== undefined &&
      prev.has("Noun") &&
      !prev.has("Clitic") &&
      (tags.has("ThirdPerson") || tags.has("PastTense")) &&
      objectFollows &&
      !prev.has("Plural")
    )
      asVerb(tags);
    else if (prev !== undefined && prev.has("Plural") && base && objectFollows) asVerb(tags);
    else if (
      prev !== undefined &&
      prev.has("Coordinator") &&
      objectFollows &&
      tagged.slice(0, i).some((set) => set.has("Verb")) &&
      !next?.has("To")
    )
      asVerb(tags);
    else if (isLoneVerb(tokens, tagged, i)) asVerb(tags);
    else asNoun(tags, lower);
  });
}

/** "Erol Kaya, of the union, calls for …", "The Times and Politico report that …": nothing else can be the verb. */
function isLoneVerb(tokens: readonly BareToken[], tagged: readonly Set<string>[], i: number): boolean {
  const next = tokens[i + 1]?.lower ?? "";
  const prev = tagged[i - 1];
  if (next === "that" && (prev?.has("ProperNoun") || prev?.has("Plural"))) return true;
  const afterComma = tokens[i - 1]?.text === "," && tagged[i]?.has("ThirdPerson");
  if (!afterComma || !/^(?:for|on|that|to|the|a|an|his|her|their|its|by|in|as)$/u.test(next)) return false;
  return !tagged.slice(0, i).some((tags) => tags.has("Verb"));
}

/** Headlines have no full stop; their present tense needs less proof. */
function titleOrHead(tokens: readonly BareToken[]): boolean {
  return !/^[.!?]$/u.test(tokens.at(-1)?.text ?? "");
}

/** "demanded that Iran release her": a base form after a clause of demand. */
function isDemanded(tokens: readonly BareToken[], i: number): boolean {
  for (let k = i - 1; k > Math.max(0, i - 7); k--) {
    if (tokens[k]?.lower === "that")
      return /^(?:demand|urg|insist|request|ask|recommend|propos|order)/u.test(tokens[k - 1]?.lower ?? "");
  }
  return false;
}

/** "according to reports", "return to prison": here `to` is a preposition although a verb form follows. */
function prepositionalTo(before: string, word: string): boolean {
  return (
    (before === "according" ||
      before === "due" ||
      before === "thanks" ||
      before === "owing" ||
      /^(?:return|transfer|access|subject|prior)/u.test(before)) &&
    nounOrVerb.has(word.replace(/s$/u, ""))
  );
}

/** `that` is a relative after a noun, a complementiser before a clause, a determiner before a noun without verb. */
function that(
  tags: Set<string>,
  tokens: readonly BareToken[],
  tagged: readonly Set<string>[],
  i: number,
): void {
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
