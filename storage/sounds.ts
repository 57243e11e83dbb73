import anyAscii from "any-ascii";
import { wordsOf } from "./words.ts";

const maxHan = 4;
const han = /\p{Script=Han}/u;
const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * How a word sounds, coarsely: letters that systems of transliteration disagree about become one, every group of
 * vowels (w and v among them) becomes `a`. Колесникова, Kalesnikava and Калеснікавай are `kalasnaka`.
 */
function workOut(word: string): string {
  return anyAscii(
    word.normalize("NFC").replace(/[čć]/gu, "ch").replace(/[šś]/gu, "sh").replace(/[žź]/gu, "zh"),
  )
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/shch|szcz|sch|sh|sz/g, "s")
    .replace(/zh|rz/g, "z")
    .replace(/tch|ch|cz/g, "c")
    .replace(/ts|tz|c(?=[eiy])/g, "t")
    .replace(/dz/g, "d")
    .replace(/ck|q/g, "k")
    .replace(/kh|gh|g/g, "h")
    .replace(/x/g, "ks")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/[aeiouyjwv]+/g, "a")
    .replace(/(.)\1+/g, "$1");
}

const keptSounds = 50_000;
const sounds = new Map<string, string>();

/** Texts repeat their words: what was worked out is kept for a while. */
function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  if (sounds.size >= keptSounds) sounds.clear();
  const sound = workOut(word);
  sounds.set(word, sound);
  return sound;
}

const consonants = (sound: string) => sound.replaceAll("a", "");
/** Two words that sound alike in one consonant only have nothing to do with each other. */
const tellsSound = (sound: string) => consonants(sound).length >= 2;
const tellsSkeleton = (sound: string) => consonants(sound).length >= 3;

const rawWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’ʼ]+/gu) ?? [];
const pinyin = (run: string) =>
  anyAscii(run)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function pieces(run: string, length: number): string[] {
  const letters = Array.from(run);
  return letters
    .slice(0, Math.max(0, letters.length - length + 1))
    .map((_, at) => letters.slice(at, at + length).join(""));
}

/**
 * The tokens under which a text is found: its words (w), how they sound (v), for scripts without vowels the bare
 * consonants (a), beside those of other scripts (l), and of Chinese the characters, pairs and their sounds (p).
 */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>();
  for (const word of wordsOf(text)) {
    if (!han.test(word)) tokens.add(`w:${word}`);
    else
      for (const length of [1, 2])
        for (const piece of pieces(word, length)) tokens.add(`w:${piece}`).add(`p:${pinyin(piece)}`);
  }
  for (const word of rawWords(text)) {
    if (han.test(word)) continue;
    const sound = soundOf(word);
    if (abjad.test(word)) tokens.add(`a:${consonants(sound)}`);
    else if (tellsSound(sound)) {
      tokens.add(`v:${sound}`);
      if (tellsSkeleton(sound)) tokens.add(`l:${consonants(sound)}`);
    }
  }
  return tokens;
}

/** Ways in which one word of a query may be met: tokens that have to be there together. */
export type Term = readonly (readonly string[])[];

/** What has to be met, word by word; null when there is no query, empty when nothing can match. */
export function termsOf(text: string | undefined, exactScript: boolean): Term[] | null {
  if (text === undefined || text.trim() === "") return null;
  return rawWords(text).flatMap((raw): Term[] => {
    const words = wordsOf(raw);
    if (words.length === 0) return [];
    if (words.some((word) => han.test(word))) return words.map((word) => hanTerm(word, exactScript));
    const written = words.map((word) => `w:${word}`);
    if (exactScript) return [[written]];
    const sound = soundOf(raw);
    if (abjad.test(raw))
      return [
        [written, [`a:${consonants(sound)}`], ...(tellsSkeleton(sound) ? [[`l:${consonants(sound)}`]] : [])],
      ];
    return [
      [
        written,
        ...(tellsSound(sound) ? [[`v:${sound}`]] : []),
        ...(tellsSkeleton(sound) ? [[`a:${consonants(sound)}`]] : []),
        ...words.map((word) => [`p:${word}`]),
      ],
    ];
  });
}

function hanTerm(word: string, exactScript: boolean): Term {
  const letters = Array.from(word);
  const written = letters.length === 1 ? [`w:${word}`] : pieces(word, 2).map((pair) => `w:${pair}`);
  if (exactScript || letters.length < 2 || letters.length > maxHan) return [written];
  const name = [letters[0] ?? "", letters.slice(1).join("")].map((part) => `w:${pinyin(part)}`);
  return [written, name];
}

/** Tells of single words of a text whether they are what a query looks for. */
export function wordMatcher(text: string, exactScript: boolean): (word: string) => boolean {
  const wanted = new Set((termsOf(text, exactScript) ?? []).flatMap((term) => term.flat(2)));
  return (word) => [...tokensOf(word)].some((token) => wanted.has(token));
}
