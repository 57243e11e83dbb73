/** Letters that Unicode does not decompose although readers type them without their stroke or dot. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};
const maxWordLength = 64;

/**
 * The words of a text as both backends index and look for them: lower case, without diacritics (ё is е, ў is у),
 * split at everything that is neither a letter nor a digit, in the order of the text, repetitions included.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđıßæœ]/g, (letter) => plainLetters[letter] ?? letter);
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, maxWordLength));
}

/**
 * The different words of a query, or null when there is no query. A query of punctuation alone has no words: it
 * matches nothing.
 */
export function queryWords(query: string | undefined): string[] | null {
  if (query === undefined || query.trim() === "") return null;
  return [...new Set(wordsOf(query))];
}
