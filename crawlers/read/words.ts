/**
 * Number of words: runs between white space. Chinese, Japanese and Korean write many words in one run, so each of their
 * characters counts for half a word.
 */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const visible = code > 0x20 && code !== 0xa0;
    if (visible && !inside) words++;
    if (code > 0x2e80 && code < 0xd7b0) words += 0.5;
    inside = visible;
  }
  return words;
}

/** Runs of white space, no-break and zero-width ones among them, become one space; ends are trimmed. */
export function squeeze(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters and digits in lower case, everything else one space: for comparing texts that differ in punctuation. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
