import nlp from "compromise/two";

const properTags = new Set([
  "MaleName",
  "FemaleName",
  "FirstName",
  "LastName",
  "Person",
  "City",
  "Country",
  "Region",
  "Place",
  "Organization",
  "SportsTeam",
  "ProperNoun",
  "Demonym",
]);

const lexicon: Record<string, string | string[]> = (
  nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } }
).one.lexicon;

const endings =
  /(?:tion|tions|sion|ment|ments|ness|ship|ships|ity|ities|ism|isms|ance|ence|ingly|ously|fully|ically|able|ible|less|ful|ous|ive|ical|ings?|edly|ward|wards)$/u;

const alsoNames = new Set(
  "rose will mark grace hope faith may june april bill frank dean grant chase drew art jack".split(" "),
);

/** True for ordinary English words; proper names in the tagger's word list are not. */
export function isCommonEnglish(word: string): boolean {
  if (alsoNames.has(word)) return false;
  const entry = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  if (entry !== undefined) {
    const tags = typeof entry === "string" ? [entry] : entry;
    return !tags.some((tag) => properTags.has(tag));
  }
  return word.length > 6 && endings.test(word);
}
