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

/**
 * Letters and digits in lower case, everything else one space: for comparing texts that differ in punctuation. A loop
 * instead of an expression over all scripts, because it runs for every page before anything is warm.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  let folded = "";
  let start = -1;
  for (let i = 0; i <= lower.length; i++) {
    if (isWordCharacter(lower, i)) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      folded += folded === "" ? lower.slice(start, i) : ` ${lower.slice(start, i)}`;
      start = -1;
    }
  }
  return folded;
}

/**
 * True for letters and digits of any script; false behind the end. Signs and punctuation are told by their blocks, which
 * is right for all but a few rare characters.
 */
export function isWordCharacter(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 0xc0) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  }
  // Emoji and other characters beyond the first plane come in two halves; few of them are letters.
  if (code >= 0xd800 && code <= 0xdfff) return false;
  if (code >= 0x2000 && code <= 0x303f) return code >= 0x2c00 && code <= 0x2dff;
  return (
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0xff00 && code <= 0xff0f) &&
    !(code >= 0xfe00 && code <= 0xfe0f)
  );
}

/** Index of the first letter or digit; the text's length when there is none. */
export function firstWordIndex(text: string): number {
  let index = 0;
  while (index < text.length && !isWordCharacter(text, index)) index++;
  return index;
}
