import anyAscii from "any-ascii";
import { Converter } from "opencc-js/t2cn";
import {
  burmeseSyllables,
  cantoneseReadings,
  chineseSurnames,
  compoundSurnames,
  nameReadings,
  pinyinFinals,
  pinyinInitials,
  vietnameseSurnames,
} from "./data/east-asian.ts";
import type { NameWord } from "./parse.ts";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Characters in simplified form: 黃 and 黄 are one. */
export const simplified = (han: string): string => toSimplified(han);

const syllable = new RegExp(
  `^(?:(?:${pinyinInitials.toSorted((a, b) => b.length - a.length).join("|")})?(?:${pinyinFinals.toSorted((a, b) => b.length - a.length).join("|")})){1,3}$`,
  "u",
);

/** A Latin name that may be Chinese: a known surname at one end, pinyin syllables elsewhere. */
export function isPinyin(words: readonly NameWord[]): boolean {
  if (words.length < 2 || words.some((word) => word.script !== "latn" || word.initial)) return false;
  const ends = [words[0]?.folded ?? "", words.at(-1)?.folded ?? ""];
  return ends.some((end) => chineseSurnames.has(end)) && words.every((word) => syllable.test(word.folded));
}

/** A Latin name that may be Vietnamese: short words that begin or end with one of the few surnames. */
export function isVietnamese(words: readonly NameWord[]): boolean {
  if (words.length < 3 || words.some((word) => word.script !== "latn" || word.folded.length > 7))
    return false;
  return (
    vietnameseSurnames.has(words[0]?.folded ?? "") ||
    /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]/u.test(words.map((word) => word.written).join(""))
  );
}

const pinyinOf = (char: string): string[] =>
  (nameReadings[char] ?? anyAscii(char).toLowerCase())
    .split(",")
    .map((sound) => sound.replace(/[^a-z]/gu, ""));

/** All spellings of the characters one after another, at most 64. */
function spellings(chars: readonly string[], of: (char: string) => string[]): string[] {
  let found = [""];
  for (const char of chars)
    found = found.flatMap((head) => of(char).map((sound) => head + sound)).slice(0, 64);
  return found;
}

/** Latin spellings of a Chinese name without blanks, surname first and surname last. */
export function hanSpellings(han: string): ReadonlySet<string> {
  const chars = Array.from(simplified(han));
  const surname = compoundSurnames.has(chars.slice(0, 2).join("")) && chars.length > 2 ? 2 : 1;
  const found = new Set<string>();
  for (const of of [pinyinOf, (char: string) => cantoneseReadings[char]?.split(",") ?? []])
    for (const family of spellings(chars.slice(0, surname), of))
      for (const given of spellings(chars.slice(surname), of)) {
        found.add(family + given);
        found.add(given + family);
      }
  return found;
}

const longestSyllable = Math.max(...Object.keys(burmeseSyllables).map((text) => text.length));

/** Latin spellings of a Burmese name without blanks, in the fold of {@link foldBurmese}; none when a syllable is unknown. */
export function burmeseSpellings(text: string): ReadonlySet<string> {
  let found = [""];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestSyllable, text.length - at);
    while (length > 0 && burmeseSyllables[text.slice(at, at + length)] === undefined) length--;
    const options = burmeseSyllables[text.slice(at, at + length)]?.split(",");
    if (options === undefined) return new Set();
    found = found.flatMap((head) => options.map((option) => head + foldBurmese(option))).slice(0, 64);
    at += length;
  }
  return new Set(found);
}

const foldedSyllables = new Set(
  Object.values(burmeseSyllables).flatMap((options) => options.split(",").map(foldBurmese)),
);

/** A Latin name of Burmese syllables alone, folded and without blanks; null for others. */
export function burmeseKey(words: readonly NameWord[]): string | null {
  const folded = words.map((word) => foldBurmese(word.folded));
  return folded.length > 1 && folded.every((word) => foldedSyllables.has(word)) ? folded.join("") : null;
}

/** One of the usual spellings of a Burmese syllable for all. */
export function foldBurmese(syllables: string): string {
  return syllables
    .replace(/oe/gu, "o")
    .replace(/ee|ie/gu, "i")
    .replace(/oo/gu, "u")
    .replace(/ar(?![aeiouy])/gu, "a")
    .replace(/([a-z])\1/gu, "$1");
}

const palladiusInitials: Readonly<Record<string, string>> = {
  чж: "zh",
  цз: "z",
  ч: "ch",
  ш: "sh",
  ж: "r",
  б: "b",
  п: "p",
  м: "m",
  ф: "f",
  д: "d",
  т: "t",
  н: "n",
  л: "l",
  г: "g",
  к: "k",
  х: "h",
  ц: "c",
  с: "s",
  в: "w",
};
const palladiusFinals: Readonly<Record<string, string>> = {
  а: "a",
  о: "o",
  э: "e",
  ай: "ai",
  эй: "ei",
  ао: "ao",
  оу: "ou",
  ань: "an",
  энь: "en",
  ан: "ang",
  эн: "eng",
  эр: "er",
  и: "i",
  я: "ia",
  е: "ie",
  яо: "iao",
  ю: "iu",
  янь: "ian",
  инь: "in",
  ян: "iang",
  ин: "ing",
  юн: "iong",
  у: "u",
  уа: "ua",
  уай: "uai",
  уй: "ui",
  уэй: "ui",
  уань: "uan",
  унь: "un",
  уан: "uang",
  ун: "ong",
  ы: "i",
  юй: "u",
  юэ: "ue",
  юань: "uan",
  юнь: "un",
  ей: "ei",
  вэнь: "wen",
  вэй: "wei",
  ва: "wa",
};
const palladius = /^(чж|цз|[чшжбпмфдтнлгкхцсв])?([аоэиеяюуы]+(?:й|нь|н)?)/u;

/** A name in the Russian transcription of Chinese (Сюй Чжиюн), as pinyin without blanks; null when it is none. */
export function palladiusToPinyin(word: string): string | null {
  let rest = word;
  let pinyin = "";
  while (rest !== "") {
    const found = palladius.exec(rest);
    if (found === null) return null;
    const initial = found[1] ?? "";
    let final = found[2] ?? "";
    // The н of the next syllable belongs to it.
    while (palladiusFinals[final] === undefined && final.length > 1) final = final.slice(0, -1);
    const sound = palladiusFinals[final];
    if (sound === undefined) return null;
    const soft = /^[иеяю]/u.test(final);
    let head = palladiusInitials[initial] ?? "";
    if (soft && initial === "цз") head = "j";
    if (soft && initial === "ц") head = "q";
    if (soft && initial === "с") head = "x";
    if (initial === "")
      pinyin += sound
        .replace(/^i(?=[aeou])/u, "y")
        .replace(/^i/u, "yi")
        .replace(/^u(?=[aeio])/u, "w")
        .replace(/^u$/u, soft ? "yu" : "wu");
    else pinyin += head + sound;
    rest = rest.slice(initial.length + final.length);
  }
  return pinyin;
}
