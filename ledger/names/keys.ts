import { arabicLetters, hebrewLetters } from "./data/scripts.ts";
import { burmeseKey, burmeseSpellings, hanSpellings, simplified } from "./east-asian.ts";
import { classInitials } from "./given-names.ts";
import { readName } from "./readings.ts";
import type { Spoken } from "./word-cost.ts";

/** What is left of a reading when everything is taken out that spelling systems disagree about. */
function skeleton(sounds: string): string {
  return sounds
    .replace(/SC/gu, "S")
    .replace(/dz/gu, "d")
    .replace(/[aeiouyjwvghx]/gu, "")
    .replace(/[pb]/gu, "p")
    .replace(/[dtcC]/gu, "t")
    .replace(/[zZJ]/gu, "z")
    .replace(/S/gu, "s")
    .replace(/(.)\1+/gu, "$1");
}

const letterSounds = new Map(
  Object.entries({ ...arabicLetters, ...hebrewLetters }).map(([letter, sounds]) => [
    letter,
    sounds.split(","),
  ]),
);
const maxSkeletons = 8;

function abjadSkeletons(word: string): string[] {
  let found = [""];
  for (const letter of word) {
    const options = [...new Set((letterSounds.get(letter) ?? []).map(skeleton))];
    if (options.length > 0)
      found = found.flatMap((head) => options.map((option) => head + option)).slice(0, maxSkeletons);
  }
  return [...new Set(found.map((made) => made.replace(/(.)\1+/gu, "$1")))];
}

function skeletonsOf(word: Spoken): string[] {
  const own =
    word.script === "arab" || word.script === "hebr"
      ? abjadSkeletons(word.lemma)
      : word.readings.map(skeleton);
  const article =
    word.script === "latn" ? own.flatMap((made) => (made.startsWith("l") ? [made.slice(1)] : [])) : [];
  return [...new Set([...own, ...article, ...word.parts.flatMap(skeletonsOf)])];
}

const firstLetter = (sounds: string) =>
  /[aeiouj]/u.test(sounds[0] ?? "") ? "a" : skeleton(sounds[0] ?? "") || "g";

/** Letters under which an initial and the full name find each other. */
function initialOf(word: Spoken): string[] {
  const begins = word.classes.flatMap(({ id }) => [...classInitials(id)]);
  return [...new Set([...word.readings, ...begins].map(firstLetter))];
}

/**
 * Keys by which names that may match find each other in an index: two names that `matchNames` calls one have a key in
 * common with the `soughtKeys` of the other (with few exceptions, see the tests), two others seldom have. A surname alone
 * has none.
 */
export function nameKeys(text: string): readonly string[] {
  const name = readName(text);
  const keys = new Set<string>();
  const joined = name.words.map((word) => word.folded).join("");
  if (name.words[0]?.script === "hani") {
    keys.add(`han ${simplified(joined)}`);
    for (const spelling of hanSpellings(joined)) keys.add(`syl ${spelling}`);
    return [...keys].toSorted();
  }
  if (name.words[0]?.script === "mymr") {
    for (const spelling of burmeseSpellings(joined)) keys.add(`bur ${spelling}`);
    keys.add(`mya ${joined}`);
    return [...keys].toSorted();
  }
  const burmese = burmeseKey(name.words);
  if (burmese !== null) keys.add(`bur ${burmese}`);
  if (name.syllabic) {
    const words = name.words.map((word) => word.folded);
    keys.add(`syl ${joined}`);
    keys.add(`syl ${[...words.slice(1), ...words.slice(0, 1)].join("")}`);
    keys.add(`syl ${[words[0], words.at(-1)].join("")}`);
  }
  for (const reading of name.readings) addPairs(keys, reading.words);
  return [...keys].toSorted();
}

function addPairs(keys: Set<string>, words: readonly Spoken[]): void {
  const full = words.filter((word) => !word.initial);
  const parts = full.map((word) => [...word.classes.map(({ id }) => `#${id}`), ...skeletonsOf(word)]);
  const add = (a: string, b: string) => keys.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  for (let one = 0; one < full.length; one++)
    for (let other = one + 1; other < full.length; other++)
      for (const a of parts[one] ?? []) for (const b of parts[other] ?? []) add(a, b);
  // Ahmad Reza Jalali may be written Ahmadreza Jalali.
  const [first, second, third] = full.map(skeletonsOf);
  if (full.length === 3)
    for (const a of first ?? [])
      for (const b of second ?? []) for (const c of third ?? []) add((a + b).replace(/(.)\1+/gu, "$1"), c);
  // Initials with every full word; full names as if their first word were an initial.
  const initials = words.filter((word) => word.initial);
  const mark = initials.length > 0 ? abbreviated : inFull;
  const surnames = initials.length > 0 ? full : full.slice(-1);
  const givens = initials.length > 0 ? initials.slice(0, 1) : full.slice(0, 1);
  for (const given of givens)
    for (const letter of initialOf(given))
      for (const surname of surnames)
        if (surname !== given) for (const bones of skeletonsOf(surname)) keys.add(letter + mark + bones);
}

/** Between the letter and the surname: of names with an initial, and of full ones that may be abbreviated so. */
const [abbreviated, inFull] = [". ", ".. "];

/**
 * The keys under which to look for names that may be one with a name of these keys. Names with an initial look for full
 * ones and the other way round; two full names have more in common than that.
 */
export function soughtKeys(keys: Iterable<string>): string[] {
  const sought = new Set<string>();
  for (const key of keys) {
    if (key.startsWith(inFull, 1)) sought.add(key.replace(inFull, abbreviated));
    else sought.add(key);
    if (key.startsWith(abbreviated, 1)) sought.add(key.replace(abbreviated, inFull));
  }
  return [...sought];
}
