/** Words before the first one that is looked for. */
const lead = 60;

/**
 * A text with the words that were looked for marked; of a long one the piece around the first of them.
 *
 * @param length UTF-16 code units at most; all of it when absent
 */
export function Excerpt({
  text,
  matches,
  length = text.length,
}: {
  text: string;
  matches: (word: string) => boolean;
  length?: number;
}) {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}'’ʼ]+/gu)];
  const isWhole = text.length <= length;
  const first = isWhole ? undefined : words.find(([word]) => matches(word));
  const from = Math.max(0, (first?.index ?? 0) - lead);
  const start = from === 0 ? 0 : (words.find(({ index }) => index >= from)?.index ?? 0);
  const end = isWhole ? text.length : cutAt(text, start + length);
  const parts = [];
  let at = start;
  for (const { 0: word, index } of words) {
    if (index < start || index + word.length > end || !matches(word)) continue;
    parts.push(text.slice(at, index), <mark>{word}</mark>);
    at = index + word.length;
  }
  parts.push(text.slice(at, end));
  return (
    <>
      {start > 0 ? "… " : ""}
      {parts}
      {end < text.length ? " …" : ""}
    </>
  );
}

/** The end of the last word before a place. */
function cutAt(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", end);
  return blank > end - 40 ? blank : end;
}
