import type { Document } from "../text/document.ts";
import type { NameLexicon } from "../persons/lexicon.ts";
import type { Word } from "../persons/words.ts";
import type { ActorLexicon } from "./lexicon.ts";

export interface ActingOptions {
  document: Document;
  words: readonly Word[];
  names: NameLexicon;
  actors: ActorLexicon;
}

/** Whether a finite verb follows at `at`, adverbs and "on Saturday" set aside: the words before are its subject. */
export function verbFollows(at: number, { document, words, names, actors }: ActingOptions): boolean {
  const sentence = words[at - 1]?.sentence;
  for (let next = at; next < at + 5; next += 1) {
    const word = words[next];
    if (word === undefined || word.sentence !== sentence || word.gap === null) return false;
    const relative = word.gap === ", " && next === at && actors.relatives.has(word.fold);
    if (relative) continue;
    const aside = word.gap === ", " && (actors.calendar.has(word.fold) || actors.adverbs.has(word.fold));
    const resumed = word.gap === ", " && next > at && actors.adverbs.has(words[next - 1]?.fold ?? "");
    if (word.gap !== " " && !aside && !resumed) return false;
    if (names.auxiliaries.has(word.fold) || names.sayVerbs.has(word.fold)) return true;
    const tags = document.tokens[word.token]?.tags;
    const verb = tags !== undefined && tags.has("Verb") && !tags.has("Gerund") && !tags.has("Infinitive");
    if (verb && word.shape === "lower") return true;
    if (word.shape === "lower" && tags?.has("Verb") === true && next === at) return !tags.has("Gerund");
    if (!actors.adverbs.has(word.fold) && !actors.calendar.has(word.fold) && word.shape !== "number")
      return false;
  }
  return false;
}

/** "Tehran's refusal", "Iran's latest offer": a deed of the one named just before `at`. */
export function doneBy(at: number, { words, actors }: ActingOptions): boolean {
  for (let next = at; next < at + 3; next += 1) {
    const word = words[next];
    if (word?.gap !== " ") return false;
    if (actors.deeds.has(word.fold)) return true;
  }
  return false;
}

/** Whether the words before `at` address somebody, deal with them, or name them as the agent. */
export function dealtWith(at: number, { words, names, actors }: ActingOptions): boolean {
  const isThe = (word: Word | undefined) => word !== undefined && names.definiteArticles.has(word.fold);
  const here = words[at];
  if (here === undefined) return false;
  let back = at - 1;
  if (isThe(words[back]) && here.gap === " ") back -= 1;
  let word = words[back];
  if (word === undefined || word.sentence !== here.sentence || (words[back + 1]?.gap ?? "") !== " ")
    return false;
  if (actors.agentPrepositions.has(word.fold)) return true;
  if (actors.addressing.has(word.fold)) return true;
  if (names.partitives.has(word.fold) && actors.deeds.has(words[back - 1]?.fold ?? "")) return true;
  if (names.andWords.has(word.fold) && words[back - 1]?.shape !== "lower") {
    // "between the CIA and the FSB": look past the first of the two.
    back -= 1;
    while (
      words[back] !== undefined &&
      words[back]?.shape !== "lower" &&
      words[back]?.sentence === here.sentence
    )
      back -= 1;
    if (isThe(words[back])) back -= 1;
    word = words[back];
    if (word === undefined || word.sentence !== here.sentence) return false;
    if (actors.agentPrepositions.has(word.fold) || actors.addressing.has(word.fold)) return true;
  }
  if (!actors.dealingPrepositions.has(word.fold)) return false;
  for (let before = back - 1; before >= back - 4; before -= 1) {
    const noun = words[before];
    if (noun === undefined || noun.sentence !== here.sentence) return false;
    if (actors.dealings.has(noun.fold)) return true;
    if ((words[before + 1]?.gap ?? "").includes(",")) return false;
  }
  return false;
}
