const specials: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ə: "a",
  ð: "d",
  þ: "th",
  ё: "е",
};

/** Plain form of a word for exact look-ups: lower case, without marks and apostrophes; й, ў, ї and ґ stay letters. */
export function foldWord(word: string): string {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*/gu, (letter) =>
      "йўїґ".includes(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, ""),
    )
    .replace(/[łøđıßæœəðþё]/gu, (letter) => specials[letter] ?? letter)
    .replace(/['’ʼ‘`´ʻʹ]/gu, "");
}

export type Script = "latn" | "cyrl" | "arab" | "hebr" | "geor" | "armn" | "hani" | "mymr" | "other";

const scripts: readonly (readonly [Script, RegExp])[] = [
  ["latn", /\p{Script=Latin}/u],
  ["cyrl", /\p{Script=Cyrillic}/u],
  ["arab", /\p{Script=Arabic}/u],
  ["hani", /\p{Script=Han}/u],
  ["geor", /\p{Script=Georgian}/u],
  ["armn", /\p{Script=Armenian}/u],
  ["mymr", /\p{Script=Myanmar}/u],
  ["hebr", /\p{Script=Hebrew}/u],
];

/** The script of the first letter. */
export function scriptOf(word: string): Script {
  const letter = /\p{L}/u.exec(word)?.[0] ?? "";
  return scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? "other";
}

/** Arabic letters that are written in several ways as one, without vowel signs. */
export function foldArabic(word: string): string {
  return word
    .replace(/[\u064b-\u065f\u0670\u0640\u200c\u200d]/gu, "")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[يىئے]/gu, "ی")
    .replace(/ك/gu, "ک")
    .replace(/[ةہھ]/gu, "ه")
    .replace(/ؤ/gu, "و")
    .replace(/ء/gu, "");
}
