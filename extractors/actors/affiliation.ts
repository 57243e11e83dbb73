import type { ActorClass } from "../../model/extraction.ts";
import type { FindActorsOptions } from "./draft.ts";
import { verbFollows } from "./states.ts";

/** "Kremlin spokesman X", "founder of Viasna", "outside the embassy": named as a place or an employer only. */
export function isAffiliation(
  first: number,
  last: number,
  own: ActorClass,
  options: FindActorsOptions,
): boolean {
  const { words, names, actors, person } = options;
  const after = words[last];
  const tail = words[last - 1];
  if (last - first === 1 && actors.platforms.has(words[first]?.fold ?? "") && !verbFollows(last, options))
    return true;
  if (after?.gap === " " && after.shape === "lower" && actors.territory.has(after.fold)) return true;
  if (after?.gap === " " && tail?.possessive === false) {
    if (
      (names.personNouns.has(after.fold) || names.titleHeads.has(after.fold)) &&
      personWithin(last, 5, options)
    )
      return true;
    if (person(last) && names.titleHeads.has(after.fold)) return true;
  }
  if (tail?.possessive === true && after !== undefined) {
    for (let next = last; next < last + 3; next += 1) {
      const word = words[next];
      if (word === undefined || word.gap === null || !/^ $/u.test(word.gap)) break;
      if (!names.personNouns.has(word.fold)) continue;
      if (person(next + 1) || words[next + 1]?.gap === ", ") return true;
      if (commaThenPerson(next + 1, options)) return true;
    }
  }
  let back = first - 1;
  while (back >= 0 && words[back + 1]?.gap === " " && words[back]?.shape === "lower") {
    const word = words[back];
    if (word === undefined) break;
    if (actors.affiliation.has(word.fold)) {
      const noun = words[back - 1];
      if (noun === undefined || words[back]?.gap !== " ") return false;
      if (actors.employments.has(noun.fold)) return true;
      if (options.person(back - 1) && names.partitives.has(word.fold)) return true;
      if (names.personNouns.has(noun.fold) && !names.pluralNouns.has(noun.fold))
        return actors.masters.has(noun.fold) || isNamed(back - 1, last, options);
      // Only what has a house is a place: "outside the embassy", "in the Supreme Court".
      return own === "state_body" && names.placePrepositions.has(word.fold) && !verbFollows(last, options);
    }
    if (names.placePrepositions.has(word.fold)) return own === "state_body";
    if (!names.articles.has(word.fold) && !actors.kinds.has(word.fold) && first - back > 4) break;
    if (names.sayVerbs.has(word.fold) || names.auxiliaries.has(word.fold)) break;
    back -= 1;
  }
  return false;
}

/** "the group's man in Turkey, X": a name follows the first comma. */
function commaThenPerson(from: number, { words, person }: FindActorsOptions): boolean {
  for (let at = from; at < from + 5; at += 1) {
    const gap = words[at]?.gap;
    if (gap === ", ") return person(at);
    if (gap !== " ") return false;
  }
  return false;
}

/** "X, 63, founder of Viasna", "the director of Memorial, X": the person who holds the post has a name. */
function isNamed(noun: number, last: number, { words, person, names }: FindActorsOptions): boolean {
  if (person(last) || person(last + 1)) return true;
  // "Head of the group, he was detained", "the 50-year-old editor of the paper": named elsewhere.
  if (words[last]?.gap === ", " && names.pronouns.get(words[last]?.fold ?? "")?.plural === false) return true;
  if (names.ageCompound.test(words[noun - 1]?.fold ?? "")) return true;
  for (let at = noun - 1; at >= noun - 7; at -= 1) {
    if (words[at + 1]?.gap == null) return false;
    if (person(at)) return true;
  }
  return false;
}

function personWithin(from: number, count: number, { person, words }: FindActorsOptions): boolean {
  for (let at = from; at < from + count; at += 1) {
    if (person(at)) return true;
    if (words[at + 1]?.gap !== " ") return false;
  }
  return false;
}
