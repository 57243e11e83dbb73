import { cyrillic } from "./data/scripts.ts";

/**
 * Sounds as single characters: vowels `aeiou`, glides `j` and `w` (Belarusian ў), consonants as in English, and
 * `c` = ts, `C` = ch, `S` = sh, `Z` = zh, `J` = dzh, `x` = kh. A reading is what one spelling system makes of a word.
 */
type Rules = readonly (readonly [RegExp, string])[];

/** BGN/PCGN, national systems, the practical English of newspapers. */
const english: Rules = [
  [/shch/g, "SC"],
  [/tch/g, "C"],
  [/sch/g, "S"],
  [/zh/g, "Z"],
  [/kh/g, "x"],
  [/ts/g, "c"],
  [/tz/g, "c"],
  [/ch/g, "C"],
  [/sh/g, "S"],
  [/dzh|dj/g, "J"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/gh/g, "g"],
  [/ck/g, "k"],
  [/q/g, "k"],
  [/j/g, "J"],
  [/x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/oo/g, "u"],
  [/ee/g, "i"],
  [/w/g, "v"],
];
/** Łacinka, Czech, Croatian, scholarly transliteration, ISO 9. */
const slavicLatin: Rules = [
  [/šč|ŝ/g, "SC"],
  [/š|ş/g, "S"],
  [/ž/g, "Z"],
  [/č/g, "C"],
  [/ć|ċ/g, "c"],
  [/ś/g, "s"],
  [/ź/g, "z"],
  [/ŭ/g, "w"],
  [/ch/g, "x"],
  [/dź/g, "dz"],
  [/ń/g, "n"],
  [/ł/g, "l"],
  [/ě/g, "je"],
  [/w/g, "v"],
  [/h/g, "h"],
  [/y/g, "i"],
  [/q/g, "k"],
];
const polish: Rules = [
  [/szcz/g, "SC"],
  [/sz/g, "S"],
  [/cz/g, "C"],
  [/rz|ż/g, "Z"],
  [/dż/g, "J"],
  [/dź/g, "dz"],
  [/ch/g, "x"],
  [/ł/g, "l"],
  [/ó/g, "u"],
  [/ą/g, "on"],
  [/ę/g, "en"],
  [/ś/g, "s"],
  [/ź/g, "z"],
  [/ć/g, "c"],
  [/ń/g, "n"],
  [/w/g, "v"],
  [/y/g, "i"],
];
const german: Rules = [
  [/schtsch/g, "SC"],
  [/ž/g, "Z"],
  [/tsch/g, "C"],
  [/dsch/g, "J"],
  [/sch/g, "S"],
  [/ch/g, "x"],
  [/z/g, "c"],
  [/w/g, "v"],
  [/ck/g, "k"],
  [/ie(?=.)/g, "i"],
  [/ss/g, "s"],
  [/y/g, "i"],
  [/x/g, "ks"],
  [/c/g, "k"],
];
const french: Rules = [
  [/chtch/g, "SC"],
  [/tch/g, "C"],
  [/dj/g, "J"],
  [/gh/g, "g"],
  [/sh/g, "S"],
  [/ch/g, "S"],
  [/j/g, "Z"],
  [/oui/g, "ui"],
  [/ou/g, "u"],
  [/gu(?=[ei])/g, "g"],
  [/qu/g, "k"],
  [/kh/g, "x"],
  [/ts/g, "c"],
  [/c(?=[ei])/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/ine$/g, "in"],
  [/(?<=[nlrtdsk])e$/g, ""],
  [/w/g, "v"],
  [/ai(?=[^aeiou])/g, "aj"],
];
const turkic: Rules = [
  [/ç/g, "C"],
  [/ş/g, "S"],
  [/c/g, "J"],
  [/ğ/g, "g"],
  [/q/g, "g"],
  [/j/g, "Z"],
  [/y/g, "j"],
  [/w/g, "v"],
  [/ə/g, "a"],
  [/zh/g, "Z"],
];
const spanish: Rules = [
  [/ñ/g, "n"],
  [/ll/g, "j"],
  [/j/g, "x"],
  [/ch/g, "C"],
  [/qu/g, "k"],
  [/gu(?=[ei])/g, "g"],
  [/z/g, "s"],
  [/c(?=[ei])/g, "s"],
  [/c/g, "k"],
  [/h/g, ""],
  [/v/g, "b"],
  [/x/g, "ks"],
];

/** Vowels and what is left of marks, after a system's own rules. */
function finish(sounds: string): string {
  return tidy(
    sounds
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[ıî]/gu, "i")
      .replace(/[øœ]/gu, "o")
      .replace(/[ə]/gu, "a")
      .replace(/[æ]/gu, "e")
      .replace(/đ/gu, "d")
      .replace(/ß/gu, "s")
      .replace(/ł/gu, "l")
      .replace(/y/gu, "i")
      .replace(/q/gu, "k"),
  );
}

/** The differences that no spelling system agrees on are taken out: doubled letters, i or j beside vowels, final -iy. */
export function tidy(sounds: string): string {
  return sounds
    .replace(/[^a-zSCZJ]/gu, "")
    .replace(/i+j*(?=[aeou])/gu, "j")
    .replace(/(?<=[aeou])i/gu, "j")
    .replace(/j+/gu, "j")
    .replace(/([a-zSCZJ])\1+/gu, "$1")
    .replace(/(?<=i)j(?=i|$)/gu, "")
    .replace(/ii+/gu, "i")
    .replace(/^j(?=[ei])/gu, "")
    .replace(/(?<=[^aeiou])j(?=[ei])/gu, "");
}

const sticky = new Map<Rules, readonly (readonly [RegExp, string])[]>();

/** One pass from left to right, the first rule that fits at each place: what a rule made is not read again. */
function apply(rules: Rules, word: string): string {
  const ready =
    sticky.get(rules) ?? rules.map(([pattern, sound]) => [new RegExp(pattern.source, "uy"), sound] as const);
  sticky.set(rules, ready);
  let sounds = "";
  for (let at = 0; at < word.length; ) {
    let length = 1;
    let sound = word[at] ?? "";
    for (const [pattern, made] of ready) {
      pattern.lastIndex = at;
      const found = pattern.exec(word);
      if (found === null) continue;
      [length, sound] = [found[0].length, made];
      break;
    }
    sounds += sound;
    at += length;
  }
  return finish(sounds);
}

const vowel = "aeiouy";
/** u after a vowel may be the glide of Belarusian (Safronau, Tsikhanouski), or belong to it (Soulaimane). */
const withGlide = (word: string) => word.replace(new RegExp(`(?<=[${vowel}])u(?=[^${vowel}]|$)`, "gu"), "w");

const reading = new Map<string, readonly string[]>();
const maxCached = 50_000;

/**
 * Readings of a Latin word, lower case with its marks, the English one first; at most eight.
 */
export function latinReadings(word: string): readonly string[] {
  const known = reading.get(word);
  if (known !== undefined) return known;
  const plain = word.replace(/['’ʼ‘`´ʻʹ]/gu, "");
  const marked = /[čšžŭśźćńěŝ]/u.test(plain);
  const turkish = /[çşğəı]/u.test(plain);
  const found = new Set<string>();
  const add = (rules: Rules, text = plain) => found.add(apply(rules, text));
  const glided = withGlide(plain);
  if (marked) add(slavicLatin);
  // A woman's surname of the west: Cichanouska, Novákova.
  if (plain.endsWith("ska")) add(slavicLatin, `${glided}ja`);
  if (turkish) add(turkic);
  if (!marked && !turkish) {
    if (glided !== plain) add(english, glided);
    add(english);
  }
  if (/ou/u.test(plain)) add(english, plain.replace(/ou/gu, "u"));
  if (/ee/u.test(plain)) add(english, glided.replace(/ee/gu, "eye"));
  // Marks that were lost on the way: Stefanovic.
  if (plain.endsWith("vic")) add(slavicLatin, `${glided.slice(0, -1)}č`);
  if (/[jch]|y/u.test(plain) && !turkish) add(slavicLatin, glided);
  if (/w|sz|cz|rz|[żłąęó]/u.test(plain)) add(polish);
  if (/w|sch|z|ch|ie/u.test(plain)) add(german);
  if (/[äöü]/u.test(plain))
    add(
      german,
      plain.replace(/[äöü]/gu, (letter) => `${letter.normalize("NFD")[0] ?? ""}e`),
    );
  if (/(?<!t)sch/u.test(plain)) add(german, plain.replace(/(?<!t)sch/gu, "ž"));
  if (/ch|j|ou|ine$|e$/u.test(plain) && !turkish && !marked) add(french);
  if (/[cqjxy]/u.test(plain)) add(turkic);
  if (/[ñáéíóú]|ll/u.test(plain) && !marked) add(spanish);
  const result = [...found].filter((sounds) => sounds !== "").slice(0, 8);
  if (reading.size >= maxCached) reading.clear();
  reading.set(word, result);
  return result;
}

/** Sounds of a Cyrillic word as it is written, lower case; дз and дж of Belarusian are one sound. */
export function cyrillicSounds(word: string): string {
  const prepared = word
    .replace(/дз(?=[іеёяюьв])/gu, "д")
    .replace(/дж/gu, "ҹ")
    .replace(/ць/gu, "т")
    .replace(/(?<=[иіы])я/gu, "я");
  let sounds = "";
  for (const letter of prepared) sounds += cyrillic[letter] ?? "";
  return tidy(sounds);
}

/** Belarusian and Ukrainian г is h; the comparison lets h and g be one, and the coarse form does. */
export function coarse(sounds: string): string {
  return sounds
    .replace(/j/gu, "")
    .replace(/[oe]/gu, "a")
    .replace(/w|u(?=$|[^aeiou])(?<=[ae]u)/gu, "v")
    .replace(/[hx]/gu, "g")
    .replace(/([a-zSCZ])\1+/gu, "$1");
}
