import { type Name, type Reading, readName } from "./readings.ts";
import type { Leniency } from "./sound-distance.ts";
import type { Gender } from "./inflection.ts";
import { matchCost, type NameMatch, onlyOneWord, result } from "./outcome.ts";
import { compareSyllables } from "./syllables.ts";
import { soundsClose, type Spoken, wordCost } from "./word-cost.ts";

const extraWord = 0.03;
const swapped = 0.03;
const skippedFirst = 0.3;
const skippedLast = 0.15;
const oblique = 0.01;
/**
 * Whether two spellings, in any scripts, cases and orders of words, are one name. A name is judged by its weakest
 * aligned word. Symmetric; knows nothing about persons: two people may have one name.
 */
export function matchNames(a: string, b: string): NameMatch {
  return compareNames(readName(a), readName(b));
}

function compareNames(a: Name, b: Name): NameMatch {
  if (a.words.length === 0 || b.words.length === 0) return result(2, "no name");
  const special = compareSyllables(a, b);
  if (special !== null) return special;
  // Within one language nothing is transliterated: Залотова is not Золотова.
  const foreign = a.language === null || a.language !== b.language;
  const leniency: Leniency = {
    slavic: foreign && (a.slavic || b.slavic),
    semitic: foreign && (a.semitic || b.semitic),
  };
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
  const [left, right] = [plain(a), plain(b)];
  const pairs = left.flatMap((one) => right.map((other) => [one, other] as const));
  return (
    pairs.some(
      ([one, other]) => statedGender(one) !== statedGender(other) && sameSurname(one, other, leniency),
    ) && !pairs.some(([one, other]) => compareReadings(one, other, leniency, true).cost <= matchCost)
  );
}

const plain = (name: Name) => name.readings.filter((one) => one.nominative && statedGender(one) !== null);

/** Gender of the given name as it is spelt. */
function statedGender(reading: Reading): Gender | null {
  for (const word of reading.words)
    for (const { gender } of word.spelt)
      if (reading.gender === null || gender === reading.gender) return gender;
  return null;
}

const masculine = (word: Spoken): Spoken =>
  word.script === "cyrl" && /(?:[оеа]ва|[иы]на)$/u.test(word.lemma)
    ? { ...word, readings: word.readings.map((sounds) => sounds.slice(0, -1)) }
    : word;

const surnames = (reading: Reading) => reading.words.filter((word) => word.spelt.length === 0).map(masculine);

/** The surnames agree as they stand, or as those of a man and a woman. */
function sameSurname(a: Reading, b: Reading, leniency: Leniency): boolean {
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
