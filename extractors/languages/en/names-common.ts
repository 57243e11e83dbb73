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

/** Gender of a given name that the tagger's word list knows. */
export function givenNameGender(word: string): "m" | "f" | "u" | undefined {
  const entry = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  if (entry === undefined) return undefined;
  const tags = typeof entry === "string" ? [entry] : entry;
  if (tags.includes("MaleName")) return "m";
  if (tags.includes("FemaleName")) return "f";
  return tags.includes("FirstName") ? "u" : undefined;
}

export function isKnownSurname(word: string): boolean {
  const entry = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  return entry === "LastName" || (Array.isArray(entry) && entry.includes("LastName"));
}

/** True for towns and regions that the tagger's word list knows. */
export function isKnownPlace(word: string): boolean {
  const entry = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  if (entry === undefined) return false;
  const tags = typeof entry === "string" ? [entry] : entry;
  return tags.some((tag) => tag === "City" || tag === "Region" || tag === "Place" || tag === "Country");
}

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
