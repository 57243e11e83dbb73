import {
  burmeseKey,
  burmeseSpellings,
  foldBurmese,
  hanSpellings,
  palladiusToPinyin,
  simplified,
} from "./east-asian.ts";
import { type NameMatch, onlyOneWord, result } from "./outcome.ts";
import type { Name } from "./readings.ts";

const joined = (words: Name["words"]) => words.map((word) => word.folded).join("");

/** Chinese, Vietnamese and Burmese names: syllables agree exactly or not at all. Null when neither name is one. */
export function compareSyllables(a: Name, b: Name): NameMatch | null {
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
  if (Array.from(text).length < 2) return result(onlyOneWord, "one word");
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

const written = (name: Name) => name.words.map((word) => word.written.normalize("NFD"));
const tones = /[\u0300-\u036f]/u;

/** Latin names in syllables. Vietnamese marks count when both sides have them. */
function compareInSyllables(a: Name, b: Name): NameMatch {
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
