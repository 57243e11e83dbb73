import type { PersonRole } from "../../model/extraction.ts";

export type Gender = "m" | "f";

/** Definite descriptions ("the laureate", "the couple") and what they ask of those whom they mean. */
export interface Descriptor {
  gender: Gender | null;
  /** Two for "the couple", "both men". */
  count: 1 | 2;
  role: PersonRole | null;
}

/** What the search for names needs to know of a language; data of a language folder. All words are folded. */
export interface NameLexicon {
  /** Capitalised words before a name that are no part of it: President, Foreign, Minister, Ms. */
  titleWords: ReadonlySet<string>;
  /** Those of them after which a person must follow. */
  titleHeads: ReadonlyMap<string, { role: PersonRole | null; gender: Gender | null }>;
  /** Nouns for people by what they do, with the role that they suggest. */
  personNouns: ReadonlyMap<string, { role: PersonRole | null; gender: Gender | null }>;
  /** Their plurals, which {@link personNouns} holds too. */
  pluralNouns: ReadonlySet<string>;
  /** wife, son, mother …: the gender of the relative. */
  relations: ReadonlyMap<string, Gender | null>;
  /** Words for a person's lawyer; a possessive before them ties the two. */
  lawyers: ReadonlySet<string>;
  /** Lower-case parts of names: al, bin, van, de. */
  particles: ReadonlySet<string>;
  /** Suffix-like parts that belong to the name before: Jr, Sr, III. */
  nameSuffixes: ReadonlySet<string>;
  /** Words with a capital that never are part of a person's name: days, months, institutions, streets. */
  neverNames: ReadonlySet<string>;
  /** Days and months. */
  calendar: ReadonlySet<string>;
  /** True for ordinary words of the language, which begin sentences with a capital. */
  isCommon(fold: string): boolean;
  /** Given names beside those of the gazetteer, with their gender. */
  givenName(fold: string): "m" | "f" | "u" | undefined;
  isPlace(fold: string): boolean;
  isSurname(fold: string): boolean;
  /** Words of {@link neverNames} that are surnames after a given name: Ryan Law. */
  surnamesToo: ReadonlySet<string>;
  /** Prepositions after which a name is most likely a place. */
  seats: ReadonlySet<string>;
  /** Family names that come first, and the shapes of what follows them. */
  familyFirst: ReadonlySet<string>;
  familyFirstGiven: RegExp;
  /** Syllables of names that are neither given nor family name (Burmese). */
  nameSyllables: ReadonlySet<string>;
  /** Endings of surnames, folded. */
  surnameEndings: RegExp;
  /** Verbs next to which a person stands: said, told, was arrested. */
  sayVerbs: ReadonlySet<string>;
  humanVerbs: ReadonlySet<string>;
  /** "group": one noun for several people. */
  collectives: ReadonlySet<string>;
  pluralAuxiliaries: ReadonlySet<string>;
  /** "all": before a number it means everybody told of before. */
  totals: ReadonlySet<string>;
  /** "he", "they": forms that are a subject. */
  nominative: ReadonlySet<string>;
  /** "since", "when": begin a clause of their own. */
  clauseOpeners: ReadonlySet<string>;
  /** "after", "during": begin a phrase before the subject, in which a pronoun points ahead ("After her trial, X …"). */
  fronting: ReadonlySet<string>;
  auxiliaries: ReadonlySet<string>;
  /** Verbs of the present tense that after a name and a comma go on with the sentence: remains, faces. */
  finiteVerbs: ReadonlySet<string>;
  /** Prepositions before places. */
  placePrepositions: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  definiteArticles: ReadonlySet<string>;
  andWords: ReadonlySet<string>;
  /** Relative pronouns for people: who, whose, whom. */
  relativePronouns: ReadonlySet<string>;
  /** Words that introduce named examples: including, among, named. */
  introducers: ReadonlySet<string>;
  /** called, named: a noun for a person and then a name. */
  namingVerbs: ReadonlySet<string>;
  /** brothers, sisters, couple: "A and B Surname" after them share the surname. */
  siblings: ReadonlySet<string>;
  /** Words for somebody's lawyer only after a possessive: advocate. */
  counsel: ReadonlyMap<string, string>;
  /** Words that end a list of names ("after", "when"). */
  listEnds: ReadonlySet<string>;
  pronouns: ReadonlyMap<
    string,
    { gender: Gender | null; plural: boolean; possessive: boolean; speaker: boolean }
  >;
  descriptors: ReadonlyMap<string, Descriptor>;
  definite: ReadonlySet<string>;
  /** "of" in "nine of them". */
  partitives: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  /** Number words with their value; null for "several", "dozens". */
  numbers: ReadonlyMap<string, number | null>;
  /** Plural nouns for people, and their adjectives, that make a group. */
  groupNouns: ReadonlySet<string>;
  groupModifiers: ReadonlySet<string>;
  /** Age after a comma: "34", "aged 34", and "34-year-old". */
  ageCompound: RegExp;
  /** "younger", "elder": before a surname of relatives. */
  generation: ReadonlyMap<string, "younger" | "older">;
}
