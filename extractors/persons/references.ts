import { descriptor } from "./descriptions.ts";
import type { Gender } from "./lexicon.ts";
import { createLookahead } from "./lookahead.ts";
import { pluralBefore } from "./plural-references.ts";
import { isOfficial, type ReferencesOptions, type Seen } from "./reference-context.ts";
import type { Draft, PersonDraft } from "./roster.ts";
import type { Word } from "./words.ts";

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

/** "Lukashenko pardoned him": something verbal stands between the two and nothing follows that belongs to the pronoun. */
function isObject(word: Word, draft: Draft, words: readonly Word[]): boolean {
  return word.index - draft.last >= 1 && words[word.index - 1]?.shape === "lower" && draft.form !== "pronoun";
}
