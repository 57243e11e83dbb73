import type { Gender, NameLexicon } from "./lexicon.ts";
import { pluralBefore, recentPersons } from "./plural-references.ts";
import { isOfficial, type ReferencesOptions, type Seen } from "./reference-context.ts";
import type { Draft, PersonDraft, Roster } from "./roster.ts";
import type { Word } from "./words.ts";

/** "the laureate", "the 42-year-old", "the couple", "both men". */
export function descriptor(word: Word, seen: readonly Seen[], options: ReferencesOptions): Draft | null {
  const { lexicon, words, roster } = options;
  const isAll = lexicon.totals.has(word.fold) && lexicon.numbers.has(words[word.index + 1]?.fold ?? "");
  if (!lexicon.definite.has(word.fold) && !isAll) return null;
  let at = word.index + 1;
  // "Both were denied visits."
  if (
    lexicon.pairs.has(word.fold) &&
    words[at]?.gap === " " &&
    lexicon.auxiliaries.has(words[at]?.fold ?? "")
  ) {
    const keys = pluralBefore(word, seen, options);
    return keys === null || keys.length !== 2
      ? null
      : { first: word.index, last: at, form: "descriptor", keys, possessive: false };
  }
  // "The two were charged", "both men": as many named people as the number says.
  const number = lexicon.numbers.get(words[at]?.fold ?? "");
  const isBoth = lexicon.pairs.has(word.fold) && lexicon.groupNouns.has(words[at]?.fold ?? "");
  if (words[at]?.gap === " " && (isBoth || (typeof number === "number" && number > 1))) {
    const next = words[at + 1];
    const isBare = isBoth || (next !== undefined && lexicon.auxiliaries.has(next.fold));
    const wanted = isBoth ? 2 : number;
    const together = isBare ? pluralBefore(word, seen, options) : null;
    const keys = together?.length === wanted || !isBare ? together : recentPersons(word, seen, options);
    if (keys !== null && keys.length === wanted)
      return { first: word.index, last: at + 1, form: "descriptor", keys, possessive: false };
  }
  const age = lexicon.ageCompound.exec(words[at]?.fold ?? "");
  if (age !== null) {
    const noun = words[at + 1];
    if (noun?.gap === " " && (lexicon.personNouns.has(noun.fold) || lexicon.descriptors.has(noun.fold)))
      at += 1;
    const person = describedBy([age[1] ?? ""], null, seen, options) ?? lastLeader(word, seen, roster);
    return person === null
      ? null
      : {
          first: word.index,
          last: at + 1,
          form: "descriptor",
          keys: [person.key],
          possessive: words[at]?.possessive ?? false,
        };
  }
  for (; at <= word.index + 3; at += 1) {
    const noun = words[at];
    if (noun === undefined || noun.gap !== " " || noun.shape !== "lower") return null;
    // "The group were sentenced": the people counted last, when the verb is a plural.
    if (lexicon.collectives.has(noun.fold) && lexicon.pluralAuxiliaries.has(words[at + 1]?.fold ?? "")) {
      const group = seen.findLast(
        ({ draft, sentence }) => draft.form === "group" && word.sentence - sentence <= 3,
      );
      return group === undefined
        ? null
        : { first: word.index, last: at + 1, form: "group", keys: [...group.draft.keys], possessive: false };
    }
    const meaning = lexicon.descriptors.get(noun.fold) ?? describes(noun.fold, lexicon);
    if (meaning === undefined) {
      if (at > word.index + 2) return null;
      continue;
    }
    const after = words[at + 1];
    // "the activist Maria X" introduces; "the activist group" is another noun.
    if (after?.gap === " " && (after.shape !== "lower" || !lexicon.isCommon(after.fold))) return null;
    const draft = (keys: string[]): Draft => ({
      first: word.index,
      last: at + 1,
      form: "descriptor",
      keys,
      possessive: noun.possessive,
    });
    if (meaning.count === 2) {
      const keys = pluralBefore(word, seen, options);
      return keys === null || keys.length !== 2 ? null : draft(keys);
    }
    const person =
      describedBy([noun.fold], meaning.gender, seen, options) ??
      (lexicon.definiteArticles.has(word.fold) && lexicon.auxiliaries.has(after?.fold ?? "")
        ? onlyOneNear(word, meaning.gender, seen, options)
        : null);
    return person === null ? null : draft([person.key]);
  }
  return null;
}

/** "the aid worker", "the founder": what somebody without an office is. */
function describes(noun: string, lexicon: NameLexicon): { gender: Gender | null; count: number } | undefined {
  const known = lexicon.personNouns.get(noun);
  if (known === undefined || lexicon.pluralNouns.has(noun)) return undefined;
  return known.role === "official" || known.role === "lawyer"
    ? undefined
    : { gender: known.gender, count: 1 };
}

/** Sentences in which the one who is meant by a new description was the only person, besides officials and relatives. */
const DESCRIPTION_WINDOW = 2;

/** "Ann Lee was freed on Friday. The aid worker had been held …": nobody else can be meant. */
function onlyOneNear(
  word: Word,
  gender: Gender | null,
  seen: readonly Seen[],
  { roster, lexicon }: ReferencesOptions,
): PersonDraft | null {
  let only: PersonDraft | null = null;
  for (const { draft, sentence } of seen) {
    if (word.sentence - sentence > DESCRIPTION_WINDOW) continue;
    if (draft.keys.length > 1) return null;
    const person = roster.get(draft.keys[0] ?? "");
    if (person === undefined) continue;
    if (person.relation !== null || isOfficial(person, lexicon)) continue;
    if (gender !== null && person.gender !== null && person.gender !== gender) continue;
    if (only !== null && only !== person) return null;
    only = person;
  }
  return only;
}

function describedBy(
  nouns: readonly string[],
  gender: Gender | null,
  seen: readonly Seen[],
  { roster }: ReferencesOptions,
): PersonDraft | null {
  for (let at = seen.length - 1; at >= 0; at -= 1) {
    const [key] = seen[at]?.draft.keys ?? [];
    const person = key === undefined ? undefined : roster.get(key);
    if (person === undefined || (gender !== null && person.gender !== null && person.gender !== gender))
      continue;
    if (
      nouns.some(
        (noun) =>
          person.descriptions.includes(noun) || person.known?.entry?.occupation.includes(noun) === true,
      )
    )
      return person;
  }
  return null;
}

/** The person who led the nearest sentence before this one. */
function lastLeader(word: Word, seen: readonly Seen[], roster: Roster): PersonDraft | null {
  for (let at = seen.length - 1; at >= 0; at -= 1) {
    const entry = seen[at];
    const [key] = entry?.draft.keys ?? [];
    if (entry === undefined || key === undefined || entry.draft.keys.length !== 1) continue;
    if (word.sentence - entry.sentence > 2) return null;
    const person = roster.get(key);
    if (person !== undefined && (entry.leads || entry.sentence < word.sentence)) return person;
  }
  return null;
}
