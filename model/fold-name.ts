const specials: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  đ: "d",
  ð: "d",
  þ: "th",
  ə: "a",
  ё: "е",
  "’": "'",
  ʼ: "'",
  "‘": "'",
  "‑": "-",
};

/**
 * Form under which names are compared: lower case, one apostrophe, Latin letters without their marks, ё as е.
 * Cyrillic й and ў are letters of their own and stay.
 */
export function foldName(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/([a-z])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/[łøıæœßđðþəё’ʼ‘‑]/gu, (letter) => specials[letter] ?? letter);
}
