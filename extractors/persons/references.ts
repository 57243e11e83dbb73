import type { Document } from "../text/document.ts";
import type { GroupDraft } from "./groups.ts";
import type { Gender, NameLexicon } from "./lexicon.ts";
import type { Draft, PersonDraft, Roster } from "./roster.ts";
import { createLookahead } from "./lookahead.ts";
import type { Word } from "./words.ts";

export interface ReferencesOptions {
  document: Document;
  words: readonly Word[];
  lexicon: NameLexicon;
  roster: Roster;
  groups: readonly GroupDraft[];
  /** Speakers by quoted word; see quotes. */
  speakerAt: (wordIndex: number) => string | null;
}

interface Seen {
  draft: Draft;
  sentence: number;
  /** First of its sentence: most likely its subject. */
  leads: boolean;
}

const WINDOW_SENTENCES = 5;

/**
 * Resolves pronouns and definite descriptions against the persons and groups mentioned before them: right gender and
 * number, nearest sentence first, subjects before others, and in a quotation never the speaker by "he" or "she".
 */
export function findReferences(options: ReferencesOptions): Draft[] {
  const { words, roster, groups } = options;
  const named = [
    ...roster.persons.flatMap(({ mentions }) => mentions),
    ...groups.flatMap(({ mentions }) => mentions),
  ].toSorted((a, b) => a.first - b.first || b.last - a.last);
  const found: Draft[] = [];
  const seen: Seen[] = [];
  let nextNamed = 0;
  let inside = 0;
  const see = (draft: Draft) => {
    const sentence = words[draft.first]?.sentence ?? 0;
    const last = seen.at(-1);
    seen.push({ draft, sentence, leads: last === undefined || last.sentence !== sentence });
    if (seen.length > 60) seen.shift();
  };
  const ahead = createLookahead(options);
  for (const word of words) {
    while (nextNamed < named.length && (named[nextNamed]?.first ?? 0) <= word.index) {
      const draft = named[nextNamed];
      nextNamed += 1;
      if (draft === undefined) break;
      see(draft);
      inside = Math.max(inside, draft.last);
    }
    if (word.index < inside) continue;
    const draft =
      ahead(word, seen.length > 0) ?? pronoun(word, seen, options) ?? descriptor(word, seen, options);
    if (draft === null) continue;
    found.push(draft);
    see(draft);
  }
  return found;
}

function pronoun(word: Word, seen: readonly Seen[], options: ReferencesOptions): Draft | null {
  const { lexicon, speakerAt, roster } = options;
  const meaning = lexicon.pronouns.get(word.fold);
  if (
    meaning === undefined ||
    (word.shape !== "lower" && word.gap !== null && word.text.length > 1 && word.shape === "upper")
  )
    return null;
  const make = (keys: string[]): Draft => ({
    first: word.index,
    last: word.index + 1,
    form: "pronoun",
    keys,
    possessive: meaning.possessive,
  });
  const speaker = speakerAt(word.index);
  if (meaning.speaker) return speaker === null ? null : make([speaker]);
  if (meaning.plural) {
    const keys = pluralBefore(word, seen, options);
    return keys === null ? null : make(keys);
  }
  const person = singular(word, meaning.gender, meaning.possessive, seen, options);
  if (person === null) return null;
  if (person.gender === null) {
    const recent = new Set(
      seen.flatMap(({ draft, sentence }) => (word.sentence - sentence <= 2 ? draft.keys : [])),
    );
    const hasRival = roster.persons.some(
      (other) =>
        other !== person &&
        (other.gender === null || other.gender === meaning.gender) &&
        recent.has(other.key),
    );
    if (!hasRival) person.gender = meaning.gender;
  }
  return make([person.key]);
}

function singular(
  word: Word,
  gender: Gender | null,
  possessive: boolean,
  seen: readonly Seen[],
  { roster, words, speakerAt, document, lexicon }: ReferencesOptions,
): PersonDraft | null {
  const speaker = word.quoted ? speakerAt(word.index) : null;
  const paragraph = document.sentences[word.sentence]?.paragraph;
  let best: PersonDraft | null = null;
  let bestScore = -Infinity;
  for (const { draft, sentence, leads } of seen) {
    const [key] = draft.keys;
    if (draft.keys.length !== 1 || key === undefined || draft.first >= word.index) continue;
    const person = roster.get(key);
    if (person === undefined || key === speaker) continue;
    if (person.gender !== null && gender !== null && person.gender !== gender) continue;
    const distance = word.sentence - sentence;
    if (distance > WINDOW_SENTENCES) continue;
    // "Lukashenko pardoned him": the object of a verb is not its subject.
    const near = words.slice(draft.last, word.index);
    if (
      distance === 0 &&
      !possessive &&
      !draft.possessive &&
      !lexicon.nominative.has(word.fold) &&
      !near.some(({ fold }) => lexicon.clauseOpeners.has(fold)) &&
      near.length <= 3 &&
      near.every(({ gap }) => gap === " ") &&
      word.gap === " " &&
      isObject(word, draft, words)
    )
      continue;
    let score = -1.5 * distance - (word.index - draft.last) / 80;
    if (leads) score += 1.2;
    if (draft.form === "pronoun") score += 0.4;
    if (draft.possessive && draft.form !== "pronoun") score -= 0.3;
    if (person.gender === null) score -= 0.8;
    if (person.relation !== null && !possessive) score -= 0.3;
    if (isOfficial(person, lexicon)) score -= 0.8;
    score += 0.15 * Math.min(5, person.mentions.length);
    if (document.sentences[sentence]?.paragraph === paragraph) score += 0.6;
    if (word.quoted !== words[draft.first]?.quoted && distance === 0) score -= 0.4;
    if (score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best;
}

/** Officials act on those whom a text is about; a pronoun means them less often. */
function isOfficial(person: PersonDraft, lexicon: NameLexicon): boolean {
  if (person.known !== null && person.known.entry === null && person.known.offices.length > 0) return true;
  return person.descriptions.some(
    (word) => (lexicon.personNouns.get(word)?.role ?? lexicon.titleHeads.get(word)?.role) === "official",
  );
}

/** "Lukashenko pardoned him": something verbal stands between the two and nothing follows that belongs to the pronoun. */
function isObject(word: Word, draft: Draft, words: readonly Word[]): boolean {
  return word.index - draft.last >= 1 && words[word.index - 1]?.shape === "lower" && draft.form !== "pronoun";
}

/** The group or the coordinated persons that "they" means. */
function pluralBefore(word: Word, seen: readonly Seen[], options: ReferencesOptions): string[] | null {
  let best: string[] | null = null;
  let bestScore = -Infinity;
  for (let at = 0; at < seen.length; at += 1) {
    const { draft, sentence, leads } = seen[at] ?? {};
    if (draft === undefined || sentence === undefined || word.sentence - sentence > 3) continue;
    const keys =
      draft.form === "group" || draft.keys.length > 1 ? draft.keys : coordinated(seen, at, options);
    if (keys === null) continue;
    const score = sentence - word.sentence + (leads === true ? 0.6 : 0) + draft.first / 1e6;
    if (score > bestScore) {
      best = [...keys];
      bestScore = score;
    }
  }
  return best;
}

/** "All four": everybody named in the sentences before, besides officials and relatives. */
function recentPersons(word: Word, seen: readonly Seen[], { roster, lexicon }: ReferencesOptions): string[] {
  const keys = seen
    .filter(({ sentence, draft }) => word.sentence - sentence <= 3 && draft.form !== "group")
    .flatMap(({ draft }) => draft.keys)
    .filter((key) => {
      const person = roster.get(key);
      return person !== undefined && person.relation === null && !isOfficial(person, lexicon);
    });
  return [...new Set(keys)];
}

/** Words between two coordinated names at most: room for "a flautist from Minsk, and her husband". */
const MAX_BETWEEN = 14;

/**
 * Persons that are named one after the other from `at` on: "A and B", "A, B and C", "A, a teacher, and his wife, B",
 * "her arrest, and that of her husband, B". Names that only stand near one another ("A, … to B") are no pair.
 */
function coordinated(
  seen: readonly Seen[],
  at: number,
  { words, lexicon }: ReferencesOptions,
): string[] | null {
  const start = seen[at];
  if (start === undefined || (start.draft.form === "pronoun" && !start.draft.possessive)) return null;
  const keys = [...start.draft.keys];
  let before = start.draft;
  let counted = start.draft.form !== "pronoun";
  for (let next = at + 1; next < seen.length; next += 1) {
    const draft = seen[next]?.draft;
    if (draft === undefined || seen[next]?.sentence !== start.sentence) break;
    // "X and his wife, Y": the possessive stands between the two.
    if (draft.form === "pronoun" && draft.possessive) continue;
    const between = words.slice(before.last, draft.first);
    const isListed = between.length === 0 && words[draft.first]?.gap?.includes(",") === true;
    const isJoined = between.length <= MAX_BETWEEN && between.some(({ fold }) => lexicon.andWords.has(fold));
    if (draft.form === "pronoun" || !(isListed || isJoined)) break;
    if (between.length > 1 && draft.form !== "full") break;
    for (const key of draft.keys) if (!keys.includes(key)) keys.push(key);
    before = draft;
    counted = true;
  }
  return counted && keys.length > 1 ? keys : null;
}

/** "the laureate", "the 42-year-old", "the couple", "both men". */
function descriptor(word: Word, seen: readonly Seen[], options: ReferencesOptions): Draft | null {
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
