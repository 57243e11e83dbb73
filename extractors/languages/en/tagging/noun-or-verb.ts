import type { BareToken } from "../../language.ts";
import { nounOrVerb } from "../words.ts";
import { capital } from "./title-case.ts";
import { asAdjective, asNoun, asVerb, isDemanded, isNominalPlace, type Word } from "./word.ts";

const subjectPronouns = new Set(["i", "you", "he", "she", "it", "we", "they", "who", "which", "that"]);
const nounEndings = /(?:tion|ment|ness|ity|ship|ance|ence|ism|ist|er|or)s?$/u;

/** Decides bare forms that are noun or verb by what stands around them ("frees 123", "the calls"). */
export function decideNounOrVerb(word: Word): void {
  const {
    tokens,
    tagged,
    tags,
    lower,
    i,
    before,
    prev,
    prevLower,
    after,
    next,
    nextLower,
    isFirst,
    titleCase,
  } = word;
  const base = tags.has("Infinitive");
  const nominalPlace = isNominalPlace(word);
  const ambiguous =
    nounOrVerb.has(lower) ||
    nounOrVerb.has(lower.replace(/(?:es|s)$/u, "")) ||
    nounOrVerb.has(lower.replace(/s$/u, "")) ||
    nounOrVerb.has(lower.replace(/ies$/u, "y"));
  if (
    isFirst &&
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
  // "from the El Chipote jail.": a base form needs a plural before it.
  if (
    base &&
    prev?.has("ProperNoun") &&
    before === i - 1 &&
    (next === undefined || next.has("Punctuation")) &&
    !titleCase &&
    ambiguous
  ) {
    asNoun(tags, lower);
    return;
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
      (!(prev?.has("Adjective") || (prev?.has("Value") && base)) ||
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
}

/** "Erol Kaya, of the union, calls for …", "The Times and Politico report that …": nothing else can be the verb. */
function isLoneVerb(tokens: readonly BareToken[], tagged: readonly Set<string>[], i: number): boolean {
  const next = tokens[i + 1]?.lower ?? "";
  const prev = tagged[i - 1];
  if (next === "that" && (prev?.has("ProperNoun") || prev?.has("Plural"))) return true;
  // "The EU calls for her release.": no other word of the sentence can be its verb.
  const alone =
    tagged[i]?.has("ThirdPerson") === true &&
    prev?.has("Noun") === true &&
    !prev.has("Plural") &&
    tagged.every(
      (tags, k) =>
        k === i || !(tags.has("Auxiliary") || tags.has("PastTense") || (k < i && tags.has("Verb"))),
    );
  if (alone && /^(?:for|on|upon|with|to|at|over)$/u.test(next)) return true;
  const afterComma = tokens[i - 1]?.text === "," && tagged[i]?.has("ThirdPerson");
  if (!afterComma || !/^(?:for|on|that|to|the|a|an|his|her|their|its|by|in|as)$/u.test(next)) return false;
  return !tagged.slice(0, i).some((tags) => tags.has("Verb"));
}

/** Headlines have no full stop; their present tense needs less proof. */
function titleOrHead(tokens: readonly BareToken[]): boolean {
  return !/^[.!?]$/u.test(tokens.at(-1)?.text ?? "");
}
