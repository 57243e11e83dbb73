import { isOfficial, type ReferencesOptions } from "./reference-context.ts";
import type { Draft, PersonDraft } from "./roster.ts";
import type { Word } from "./words.ts";

/** Words between a pronoun and the name that it points ahead to, at most. */
const MAX_AHEAD = 16;

interface Named {
  draft: Draft;
  person: PersonDraft;
  sentence: number;
}

/**
 * Resolves what points ahead: a possessive in a phrase before the subject ("After her trial in June, Ann Lee was
 * moved"), and at the start of a text, before anybody is named, a pronoun or a person by their age or description
 * ("The filmmaker was handed a life sentence. Shin Thant had been …").
 */
export function createLookahead({
  words,
  lexicon,
  roster,
}: ReferencesOptions): (word: Word, anybodyBefore: boolean) => Draft | null {
  const named: Named[] = roster.persons
    .flatMap((person) =>
      person.mentions.map((draft) => ({ draft, person, sentence: words[draft.first]?.sentence ?? 0 })),
    )
    .toSorted((a, b) => a.draft.first - b.draft.first);
  const openers = new Map<number, number>();
  for (const { sentence, index } of words) if (!openers.has(sentence)) openers.set(sentence, index);
  let next = 0;

  const fronted = (word: Word, opener: Word | undefined): PersonDraft | undefined => {
    const meaning = lexicon.pronouns.get(word.fold);
    if (meaning === undefined || !meaning.possessive || meaning.plural || meaning.speaker) return undefined;
    if (opener === undefined || opener.index === word.index || !lexicon.fronting.has(opener.fold))
      return undefined;
    const entry = named[next];
    if (entry === undefined || entry.sentence !== word.sentence || entry.draft.possessive) return undefined;
    const isBehindComma = words[entry.draft.first]?.gap?.includes(",") === true;
    const between = words.slice(word.index, entry.draft.first);
    const isOneClause = between.every(
      ({ gap, fold }) => gap?.includes(",") !== true && !lexicon.auxiliaries.has(fold),
    );
    const fits = entry.person.gender === null || entry.person.gender === meaning.gender;
    return isBehindComma && isOneClause && fits && between.length <= MAX_AHEAD ? entry.person : undefined;
  };

  return (word, anybodyBefore) => {
    while ((named[next]?.draft.first ?? Infinity) < word.index) next += 1;
    const at = openers.get(word.sentence);
    const person = fronted(word, at === undefined ? undefined : words[at]);
    if (person !== undefined)
      return {
        first: word.index,
        last: word.index + 1,
        form: "pronoun",
        keys: [person.key],
        possessive: true,
      };
    return anybodyBefore || at !== word.index ? null : opening(word);
  };

  function opening(word: Word): Draft | null {
    const entry = named[next];
    if (entry === undefined || entry.sentence > word.sentence + 1 || entry.sentence === word.sentence)
      return null;
    if (words[entry.draft.first]?.gap !== null && openers.get(entry.sentence) !== entry.draft.first)
      return null;
    if (isOfficial(entry.person, lexicon)) return null;
    const noun = words[word.index + 1];
    const meaning = lexicon.pronouns.get(word.fold);
    const fits = (gender: string | null): boolean =>
      gender === null || entry.person.gender === null || entry.person.gender === gender;
    if (meaning !== undefined && !meaning.plural && !meaning.speaker && fits(meaning.gender))
      return {
        first: word.index,
        last: word.index + 1,
        form: "pronoun",
        keys: [entry.person.key],
        possessive: meaning.possessive,
      };
    if (!lexicon.definiteArticles.has(word.fold) || noun === undefined) return null;
    const described = lexicon.descriptors.get(noun.fold);
    const isPerson =
      lexicon.ageCompound.test(noun.fold) ||
      (described !== undefined && described.count === 1 && fits(described.gender));
    const isAged =
      lexicon.ageCompound.test(noun.fold) && lexicon.personNouns.has(words[word.index + 2]?.fold ?? "");
    const end = word.index + (isAged ? 3 : 2);
    const isEnded = lexicon.auxiliaries.has(words[end]?.fold ?? "");
    return isPerson && isEnded
      ? {
          first: word.index,
          last: end,
          form: "descriptor",
          keys: [entry.person.key],
          possessive: false,
        }
      : null;
  }
}
