import { nounOrVerb } from "../words.ts";
import { asAdjective, asNoun, asVerb, isNominalPlace, type Word } from "./word.ts";

const lasting = /^(?:remain|feel|stay|seem)(?:s|ed|ing)?$|^felt$/u;
const feelings = new Set(
  "concerned alarmed appalled outraged saddened disappointed relieved shocked dismayed troubled disturbed horrified worried".split(
    " ",
  ),
);

/** Decides forms after auxiliaries and "to", participles and gerunds; false for bare forms, which are still open. */
export function decideVerbForm(word: Word): boolean {
  const { tokens, tags, lower, i, before, prev, prevLower, after, next } = word;
  const participle = tags.has("Participle") || tags.has("PastTense");
  const gerund = tags.has("Gerund");
  const base = tags.has("Infinitive");
  const nominalPlace = isNominalPlace(word);
  if (
    prev?.has("Modal") ||
    prev?.has("Do") ||
    (prevLower === "to" && base && !(before > 0 && prepositionalTo(tokens[before - 1]?.lower ?? "", lower)))
  ) {
    asVerb(tags, "Infinitive");
    return true;
  }
  if (
    participle &&
    prev !== undefined &&
    (prev.has("Copula") || prev.has("Have") || /^(?:get|gets|got|getting|gotten)$/u.test(prevLower))
  ) {
    asVerb(tags, "Participle");
    return true;
  }
  if (gerund && prev?.has("Copula")) {
    asVerb(tags);
    return true;
  }
  if ((participle && !base) || gerund) {
    const attributive =
      nominalPlace &&
      next !== undefined &&
      after === i + 1 &&
      (next.has("Noun") || next.has("Adjective") || next.has("CanBeVerb")) &&
      !next.has("Pronoun") &&
      !prev?.has("Value");
    // "following reported appeals", "whom masked men seized": no finite verb stands right behind a preposition or "whom".
    const governed =
      !gerund &&
      (prev?.has("Preposition") || prevLower === "whom") &&
      before === i - 1 &&
      after === i + 1 &&
      prevLower !== "as" &&
      (next?.has("Plural") ||
        // "the family of jailed bookseller Tom Fox"
        (next?.has("Noun") && !next.has("Pronoun") && !next.has("Date") && prevLower !== "whom"));
    // "Retired lieutenant Tom Fox died": at the start a participle right before a noun describes it.
    const opening =
      !gerund &&
      word.isFirst &&
      after === i + 1 &&
      (next?.has("Noun") || next?.has("Adjective")) &&
      !next?.has("Pronoun") &&
      !next?.has("Date") &&
      !next?.has("Determiner");
    // "rejected as fabricated a post", but not "as reported by"
    const predicative =
      !gerund && prevLower === "as" && word.tagged[before - 1]?.has("Verb") && word.nextLower !== "by";
    // "remains concerned": a feeling, no passive
    const felt = !gerund && lasting.test(prevLower) && feelings.has(lower);
    if (governed || predicative || felt || opening) asAdjective(tags);
    else if (attributive && !(prev?.has("Determiner") && /^(?:those|all|both|some|many)$/u.test(prevLower)))
      asAdjective(tags);
    else if (gerund && nominalPlace) asNoun(tags, lower);
    else asVerb(tags);
    return true;
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
