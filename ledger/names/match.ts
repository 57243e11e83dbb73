import {
  burmeseKey,
  burmeseSpellings,
  foldBurmese,
  hanSpellings,
  palladiusToPinyin,
  simplified,
} from "./east-asian.ts";
import { type Name, type Reading, readName } from "./readings.ts";
import type { Leniency } from "./sound-distance.ts";
import type { Gender } from "./inflection.ts";
import { soundsClose, type Spoken, wordCost } from "./word-cost.ts";

export type NameOutcome = "match" | "nomatch" | "unsure";

export interface NameMatch {
  outcome: NameOutcome;
  /** 0…1; a match from {@link matchScore} on, unsure from {@link unsureScore} on. */
  score: number;
  /** What spoke most against it, for people who review. */
  reason: string;
}

/** Cost up to which two names are one, and up to which it is left open; scores are 1 − cost / 2. */
const matchCost = 0.5;
const unsureCost = 0.95;
export const matchScore = 1 - matchCost / 2;
export const unsureScore = 1 - unsureCost / 2;

const extraWord = 0.03;
const swapped = 0.03;
const skippedFirst = 0.3;
const skippedLast = 0.15;
const oblique = 0.01;
/** A surname alone, or an initial without a surname: never enough. */
const onlyOneWord = 0.8;

function result(cost: number, reason: string): NameMatch {
  const score = Math.round(Math.max(0, 1 - cost / 2) * 1000) / 1000;
  const outcome = cost <= matchCost ? "match" : cost <= unsureCost ? "unsure" : "nomatch";
  return { outcome, score, reason };
}

/**
 * Whether two spellings, in any scripts, cases and orders of words, are one name. A name is judged by its weakest
 * aligned word. Symmetric; knows nothing about persons: two people may have one name.
 */
export function matchNames(a: string, b: string): NameMatch {
  return compareNames(readName(a), readName(b));
}

export function compareNames(a: Name, b: Name): NameMatch {
  if (a.words.length === 0 || b.words.length === 0) return result(2, "no name");
  const special = compareSyllables(a, b);
  if (special !== null) return special;
  const leniency: Leniency = { slavic: a.slavic || b.slavic, semitic: a.semitic || b.semitic };
  let best = { cost: Infinity, reason: "words" };
  for (const one of a.readings)
    for (const other of b.readings) {
      const found = compareReadings(one, other, leniency, a.surnameFirst || b.surnameFirst);
      const cost = found.cost + (one.nominative ? 0 : oblique) + (other.nominative ? 0 : oblique);
      if (cost < best.cost) best = { cost, reason: found.reason };
    }
  if (best.cost > matchCost && a.size !== b.size) {
    const cost = joinedCost(a, b, leniency);
    if (cost < best.cost) best = { cost, reason: "joined words" };
  }
  if (best.cost <= matchCost && couldBeOther(a, b, leniency)) return result(0.7, "case or gender");
  return result(best.cost, best.reason);
}

/** Ahmad Reza Jalali and Ahmadreza Jalali: the longer name with two neighbours as one word. */
function joinedCost(a: Name, b: Name, leniency: Leniency): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  if (short.size < 2 || long.words.some((word) => word.initial)) return Infinity;
  let best = Infinity;
  for (let at = 0; at + 1 < long.words.length; at++) {
    const words = long.words.map((word) => word.written);
    const joinedName = readName(
      [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(" "),
    );
    for (const one of short.readings)
      for (const other of joinedName.readings)
        if (one.words.length === other.words.length)
          best = Math.min(best, 0.1 + compareReadings(one, other, leniency, false).cost);
  }
  return best;
}

/**
 * Александра Иванова is both a woman's name and the genitive of Александр Иванов: as long as the nominative of one side
 * is a good name of the other gender, nobody can tell.
 */
function couldBeOther(a: Name, b: Name, leniency: Leniency): boolean {
  const plain = (name: Name) => name.readings.filter((one) => one.nominative && statedGender(one) !== null);
  const [left, right] = [plain(a), plain(b)];
  const pairs = left.flatMap((one) => right.map((other) => [one, other] as const));
  return (
    pairs.some(
      ([one, other]) => statedGender(one) !== statedGender(other) && sameSurname(one, other, leniency),
    ) && !pairs.some(([one, other]) => compareReadings(one, other, leniency, true).cost <= matchCost)
  );
}

/** Gender of the given name as it is spelt. */
function statedGender(reading: Reading): Gender | null {
  for (const word of reading.words)
    for (const { gender } of word.spelt)
      if (reading.gender === null || gender === reading.gender) return gender;
  return null;
}

/** The surnames agree as they stand, or as those of a man and a woman. */
function sameSurname(a: Reading, b: Reading, leniency: Leniency): boolean {
  const masculine = (word: Spoken): Spoken =>
    word.script === "cyrl" && /(?:[оеа]ва|[иы]на)$/u.test(word.lemma)
      ? { ...word, readings: word.readings.map((sounds) => sounds.slice(0, -1)) }
      : word;
  const surnames = (reading: Reading) =>
    reading.words.filter((word) => word.spelt.length === 0).map(masculine);
  return surnames(a).some((one) => surnames(b).some((other) => soundsClose(one, other, leniency)));
}

function compareReadings(
  a: Reading,
  b: Reading,
  leniency: Leniency,
  anyOrder: boolean,
): { cost: number; reason: string } {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return { cost: 1.5, reason: "gender" };
  let extra = 0;
  if (a.patronymic !== null && b.patronymic !== null) {
    const cost = wordCost(a.patronymic, b.patronymic, leniency);
    if (cost > matchCost) return { cost: 2, reason: "patronymic" };
    extra = cost;
  }
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length < 2) {
    const cost = Math.min(...long.map((word) => wordCost(short[0] ?? word, word, leniency)));
    return { cost: Math.max(cost, onlyOneWord), reason: "one word" };
  }
  const costs = short.map((one) => long.map((other) => wordCost(one, other, leniency)));
  let best = { cost: Infinity, reason: "words" };
  const used: number[] = [];
  const visit = (at: number, weakest: number, sum: number) => {
    if (weakest >= best.cost) return;
    if (at === short.length) {
      const cost = weakest + (sum - weakest) * 0.2 + shapeCost(used, long.length, anyOrder);
      if (cost < best.cost) best = { cost, reason: "spelling" };
      return;
    }
    for (let to = 0; to < long.length; to++) {
      if (used.includes(to)) continue;
      const cost = costs[at]?.[to] ?? Infinity;
      used.push(to);
      visit(at + 1, Math.max(weakest, cost), sum + cost);
      used.pop();
    }
  };
  visit(0, 0, 0);
  const full = used.length === 0 && short.every((word) => word.initial);
  return { cost: full ? Math.max(best.cost, onlyOneWord) : best.cost + extra * 0.2, reason: best.reason };
}

/** What it costs that words stand in another order, or that one side has more of them. */
function shapeCost(order: readonly number[], longLength: number, anyOrder: boolean): number {
  const ascending = order.every((to, at) => at === 0 || to > (order[at - 1] ?? 0));
  let cost = ascending || anyOrder ? 0 : swapped;
  const missing = longLength - order.length;
  if (missing > 0) {
    cost += extraWord * missing;
    if (!order.includes(0)) cost += skippedFirst;
    if (longLength - order.length === 1 && !order.includes(longLength - 1) && order.length > 2)
      cost += skippedLast;
  }
  return cost;
}

const joined = (words: Name["words"]) => words.map((word) => word.folded).join("");

/** Chinese, Vietnamese and Burmese names: syllables agree exactly or not at all. Null when neither name is one. */
function compareSyllables(a: Name, b: Name): NameMatch | null {
  const [han, other] = a.words[0]?.script === "hani" ? [a, b] : [b, a];
  if (han.words[0]?.script === "hani") return compareHan(han, other);
  const [burmese, latin] = a.words[0]?.script === "mymr" ? [a, b] : [b, a];
  if (burmese.words[0]?.script === "mymr") return compareBurmese(burmese, latin);
  const [left, right] = [burmeseKey(a.words), burmeseKey(b.words)];
  if (left !== null && left === right) return result(0.1, "syllables");
  if (a.syllabic && b.syllabic) return compareInSyllables(a, b);
  const [chinese, russian] = a.syllabic ? [a, b] : [b, a];
  if (chinese.syllabic && russian.words.every((word) => word.script === "cyrl")) {
    const pinyin = russian.words.map((word) => palladiusToPinyin(word.folded));
    if (pinyin.every((sound) => sound !== null)) {
      const wanted = pinyin.join("");
      if (orders(chinese).has(wanted)) return result(0.1, "spelling");
    }
  }
  return null;
}

/** A name without blanks as it stands and with its last word first. */
function orders(name: Name): Set<string> {
  const words = name.words.map((word) => word.folded);
  return new Set([
    words.join(""),
    [...words.slice(-1), ...words.slice(0, -1)].join(""),
    [...words.slice(1), ...words.slice(0, 1)].join(""),
  ]);
}

function compareHan(han: Name, other: Name): NameMatch {
  const text = joined(han.words);
  if (other.words[0]?.script === "hani")
    return result(simplified(text) === simplified(joined(other.words)) ? 0 : 2, "characters");
  if ([...text].length < 2) return result(onlyOneWord, "one word");
  const spelt = hanSpellings(text);
  const words = other.words.map((word) =>
    word.script === "cyrl" ? (palladiusToPinyin(word.folded) ?? "?") : word.folded,
  );
  const spell = words.join("");
  if (spelt.has(spell) || [...orders(other)].some((order) => spelt.has(order)))
    return result(0.05, "characters");
  // Joshua Wong Chi-fung: an English name before or after.
  if (words.length > 2 && (spelt.has(words.slice(1).join("")) || spelt.has(words.slice(0, -1).join(""))))
    return result(0.3, "characters");
  // Transcribed foreign names and spellings of other Chinese languages cannot be judged by sound.
  return result(han.text.includes("·") ? onlyOneWord : 1.2, "characters");
}

function compareBurmese(burmese: Name, other: Name): NameMatch {
  const text = joined(burmese.words);
  if (other.words[0]?.script === "mymr") return result(text === joined(other.words) ? 0 : 1.5, "syllables");
  const spelt = burmeseSpellings(text);
  if (spelt.size === 0) return result(onlyOneWord, "unknown syllables");
  const spell = foldBurmese(joined(other.words));
  return result(spelt.has(spell) ? 0.1 : 1.2, "syllables");
}

const tones = /[\u0300-\u036f]/u;

/** Latin names in syllables. Vietnamese marks count when both sides have them. */
function compareInSyllables(a: Name, b: Name): NameMatch {
  const written = (name: Name) => name.words.map((word) => word.written.normalize("NFD"));
  const both = [a, b].every((name) => tones.test(written(name).join("")));
  const words = (name: Name) => (both ? written(name) : name.words.map((word) => word.folded));
  const [left, right] = [words(a), words(b)];
  if (left.length === right.length || left.join("").length === right.join("").length) {
    if (left.join("") === right.join("")) return result(0, "syllables");
    return result([...orders(a)].some((order) => orders(b).has(order)) && !both ? 0.1 : 1.5, "syllables");
  }
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const within =
    short.length > 1 &&
    short.every((word) => long.includes(word)) &&
    short[0] === long[0] &&
    short.at(-1) === long.at(-1);
  return result(within ? 0.2 : 1.5, "syllables");
}
