import anyAscii from "any-ascii";
import { abjadDistance } from "./abjad.ts";
import { armenian, georgian } from "./data/scripts.ts";
import { foldWord, type Script } from "./fold.ts";
import { classInitials, givenClasses, type Membership } from "./given-names.ts";
import type { NameWord } from "./parse.ts";
import { cyrillicSounds, latinReadings, tidy } from "./phonemes.ts";
import { type Leniency, soundDistance } from "./sound-distance.ts";

/** A word of a name in its dictionary form, with what it sounds like and which given names it may be. */
export interface Spoken {
  lemma: string;
  script: Script;
  initial: boolean;
  readings: readonly string[];
  classes: readonly Membership[];
  /** Those of the classes that have the very spelling. */
  spelt: readonly Membership[];
  parts: readonly Spoken[];
  article: boolean;
}

const byLetters = (table: Readonly<Record<string, string>>, word: string) =>
  tidy(
    Array.from(word)
      .map((letter) => table[letter] ?? (/[a-z]/u.test(letter) ? letter : ""))
      .join(""),
  );

function readingsOf(word: string, written: string, script: Script): readonly string[] {
  switch (script) {
    case "cyrl":
      return [cyrillicSounds(word)];
    case "latn":
      return latinReadings(written);
    case "geor":
      return [byLetters(georgian, word)];
    case "armn":
      return [byLetters(armenian, word.replaceAll("ու", "u"))].map((sounds) => sounds);
    case "arab":
    case "hebr":
    case "hani":
    case "mymr":
      return [];
    default:
      return latinReadings(
        anyAscii(word)
          .toLowerCase()
          .replace(/[^a-z]/gu, ""),
      );
  }
}

/** @param lemma dictionary form, folded; the word's own form when it is not declined. */
export function spokenWord(word: NameWord, lemma: string): Spoken {
  const own = lemma === word.folded;
  const readings = readingsOf(lemma, own ? word.written : lemma, word.script);
  return {
    lemma,
    script: word.script,
    initial: word.initial,
    readings,
    classes: word.initial ? [] : givenClasses(lemma, readings),
    spelt: word.initial ? [] : givenClasses(lemma, []),
    parts: own ? word.parts.map((part) => spokenPart(part, word.script)) : [],
    article: word.article,
  };
}

function spokenPart(part: string, script: Script): Spoken {
  const folded = foldWord(part);
  const readings = readingsOf(folded, part, script);
  return {
    lemma: folded,
    script,
    initial: false,
    readings,
    classes: givenClasses(folded, readings),
    spelt: givenClasses(folded, []),
    parts: [],
    article: false,
  };
}

const isAbjad = (script: Script) => script === "arab" || script === "hebr";
/** Given names of different classes are different names, however alike they look. */
const otherName = 2;
const shortForm = 0.1;
/** Only one of the two is a given name that we know. */
const halfKnown = 0.12;
const partOfHyphen = 0.2;

/** How far two words are apart: about 0 for spellings of one name, 1 and more for different names. */
export function wordCost(a: Spoken, b: Spoken, leniency: Leniency): number {
  if (a.initial || b.initial) return initialCost(a, b);
  if (a.lemma === b.lemma && a.script === b.script) return 0;
  if (a.classes.length > 0 && b.classes.length > 0) {
    const shared = a.classes.filter((one) => b.classes.some((other) => other.id === one.id));
    if (shared.length === 0) return otherName;
    const short = shared.every(
      ({ id }) =>
        a.classes.find((one) => one.id === id)?.short || b.classes.find((one) => one.id === id)?.short,
    );
    return short ? shortForm : 0.02;
  }
  const known = a.classes.length > 0 || b.classes.length > 0 ? halfKnown : 0;
  return Math.min(partsCost(a, b, leniency), soundCost(a, b, leniency) + known);
}

/** Whether two words sound the same, or as one system writes what the other does. */
export function soundsClose(a: Spoken, b: Spoken, leniency: Leniency): boolean {
  return soundCost(a, b, leniency) <= 0.2;
}

const withoutArticle = (sounds: readonly string[]) => sounds.map((one) => one.replace(/^[ae]l/u, ""));

function soundCost(a: Spoken, b: Spoken, leniency: Leniency): number {
  if (isAbjad(a.script) && isAbjad(b.script)) return abjadOnly(a.lemma, b.lemma);
  if (isAbjad(a.script)) return least(b.readings, (sounds) => abjadDistance(a.lemma, sounds));
  if (isAbjad(b.script)) return least(a.readings, (sounds) => abjadDistance(b.lemma, sounds));
  let best = least(a.readings, (one) => least(b.readings, (other) => soundDistance(one, other, leniency)));
  // An article that was written as part of the word: Elelaimy.
  if (leniency.semitic && a.article !== b.article) {
    const [left, right] = a.article
      ? [a.readings, withoutArticle(b.readings)]
      : [withoutArticle(a.readings), b.readings];
    best = Math.min(
      best,
      least(left, (one) => least(right, (other) => 0.05 + soundDistance(one, other, leniency))),
    );
  }
  return best;
}

const bare = (word: string) => word.replace(/[اوی]/gu, "");

function abjadOnly(a: string, b: string): number {
  if (a === b) return 0;
  return bare(a) === bare(b) && bare(a).length > 2 ? 0.7 : 1.5;
}

/** Jiaxi and Jia-xi are one word; Moore-Gilbert may go by Moore. */
function partsCost(a: Spoken, b: Spoken, leniency: Leniency): number {
  if (a.parts.length > 0 && a.parts.length === b.parts.length)
    return Math.max(...a.parts.map((part, at) => wordCost(part, b.parts[at] ?? part, leniency)));
  const [long, single] = a.parts.length > b.parts.length ? [a, b] : [b, a];
  if (long.parts.length === 0 || single.parts.length > 0) return Infinity;
  return partOfHyphen + Math.min(...long.parts.map((part) => wordCost(part, single, leniency)));
}

const glides = new Set(["j", "i", "e", "a", "u", "o"]);

function initialCost(a: Spoken, b: Spoken): number {
  const [short, long] = a.initial ? [a, b] : [b, a];
  if (long.initial && a.lemma === b.lemma && a.script === b.script) return 0.02;
  const firsts = (word: Spoken) => new Set(word.readings.flatMap((sounds) => sounds[0] ?? []));
  const wanted = firsts(short);
  for (const sound of firsts(long)) if (wanted.has(sound)) return 0.1;
  for (const { id } of long.classes) for (const sound of classInitials(id)) if (wanted.has(sound)) return 0.1;
  // Yury is J to some and Y or Iu to others.
  const begins =
    [...firsts(long)].some((sound) => glides.has(sound)) &&
    [...wanted].some((sound) => sound === "j" || sound === "i");
  if (begins && /^[yjiюяеё]/u.test(short.lemma) && /^[yjiюяеё]/u.test(long.lemma)) return 0.15;
  if (long.script === "latn" && short.script === "latn" && long.lemma.startsWith(short.lemma)) return 0.1;
  if (isAbjad(long.script)) return 0.6;
  return otherName;
}

function least<T>(values: readonly T[], cost: (value: T) => number): number {
  let best = Infinity;
  for (const value of values) best = Math.min(best, cost(value));
  return best;
}
