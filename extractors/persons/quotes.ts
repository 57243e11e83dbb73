import type { Document } from "../text/document.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Roster } from "./roster.ts";
import type { Word } from "./words.ts";

export interface QuotesOptions {
  document: Document;
  words: readonly Word[];
  lexicon: NameLexicon;
  roster: Roster;
}

/**
 * Who says the word at an index: for quoted words the person beside the verb of saying in the same sentence, else
 * whoever spoke last in the paragraph; for others the author, when a note at the end names one who writes as "I".
 */
export function findSpeakers({
  document,
  words,
  lexicon,
  roster,
}: QuotesOptions): (wordIndex: number) => string | null {
  const speakers = new Map<number, string>();
  const mentions = roster.persons.flatMap((person) => person.mentions).toSorted((a, b) => a.first - b.first);
  for (const mention of mentions) {
    const first = words[mention.first];
    const last = words[mention.last - 1];
    if (first === undefined || last === undefined || first.quoted || mention.possessive) continue;
    const [key] = mention.keys;
    if (key === undefined || speakers.has(first.sentence)) continue;
    const near = [words[mention.first - 1], words[mention.last], words[mention.last + 1]];
    const says = near.some(
      (word) => word !== undefined && word.sentence === first.sentence && lexicon.sayVerbs.has(word.fold),
    );
    if (says || saysAfterApposition(mention.last, words, lexicon)) speakers.set(first.sentence, key);
  }
  for (const word of words) {
    // "…," she says: whoever of that gender was named last.
    const pronoun = lexicon.pronouns.get(word.fold);
    if (word.quoted || pronoun === undefined || pronoun.plural || pronoun.possessive || pronoun.speaker)
      continue;
    if (speakers.has(word.sentence)) continue;
    const near = [words[word.index - 1], words[word.index + 1]];
    if (!near.some((other) => other?.sentence === word.sentence && lexicon.sayVerbs.has(other.fold)))
      continue;
    const last = mentions.findLast(({ first, keys, possessive }) => {
      const sentence = words[first]?.sentence ?? -1;
      if (first >= word.index || word.sentence - sentence > 4 || possessive) return false;
      const gender = roster.get(keys[0] ?? "")?.gender ?? null;
      return gender === null || gender === pronoun.gender;
    });
    if (last?.keys[0] !== undefined) speakers.set(word.sentence, last.keys[0]);
  }
  const narrator = findNarrator({ document, words, lexicon, roster });
  return (wordIndex) => {
    const word = words[wordIndex];
    if (word === undefined) return null;
    if (!word.quoted) return narrator;
    const paragraph = document.sentences[word.sentence]?.paragraph;
    const own = speakers.get(word.sentence);
    if (own !== undefined) return own;
    for (
      let sentence = word.sentence - 1;
      document.sentences[sentence]?.paragraph === paragraph;
      sentence -= 1
    ) {
      const speaker = speakers.get(sentence);
      if (speaker !== undefined) return speaker;
      if (sentence < 0) break;
    }
    const next = document.sentences[word.sentence + 1];
    if (next?.paragraph === paragraph) {
      const speaker = speakers.get(word.sentence + 1);
      if (speaker !== undefined) return speaker;
    }
    // A paragraph that is all quotation goes on with the speaker of the one before.
    for (let sentence = word.sentence - 1; sentence >= Math.max(0, word.sentence - 4); sentence -= 1) {
      const speaker = speakers.get(sentence);
      if (speaker !== undefined) return speaker;
    }
    return null;
  };
}

/** "X, her lawyer, said": the verb after a short apposition. */
function saysAfterApposition(from: number, words: readonly Word[], lexicon: NameLexicon): boolean {
  if (words[from]?.gap !== ", ") return false;
  for (let at = from + 1; at < from + 14; at += 1) {
    const word = words[at];
    if (word === undefined || word.gap === null || word.quoted) return false;
    if (word.gap.startsWith(",")) return lexicon.sayVerbs.has(word.fold);
  }
  return false;
}

/** The author of a text told in the first person, when its last paragraphs introduce one ("X is a poet."). */
function findNarrator({ document, words, lexicon, roster }: QuotesOptions): string | null {
  const told = words.filter((word) => !word.quoted && lexicon.pronouns.get(word.fold)?.speaker === true);
  if (told.length < 2) return null;
  const paragraphs = document.paragraphs.length;
  for (const person of roster.persons) {
    for (const mention of person.mentions) {
      const word = words[mention.first];
      const sentence = word === undefined ? undefined : document.sentences[word.sentence];
      if (word === undefined || sentence === undefined || mention.form !== "full" || word.gap !== null)
        continue;
      const closing = sentence.zone === "bio" || sentence.paragraph >= paragraphs - 2;
      if (closing && sentence.paragraph > 1 && words[mention.last]?.gap === " ") return person.key;
    }
  }
  return null;
}
