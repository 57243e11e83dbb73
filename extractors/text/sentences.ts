import type { Span } from "../../model/article.ts";
import type { Language } from "../languages/language.ts";

/** Sentences longer than this are cut at a space, so that the cost of a page without full stops stays linear. */
const maxSentenceChars = 1500;

export interface RawSentence extends Span {
  /** Depth of quotation marks where the sentence starts. */
  depth: number;
}

const closers = `"”’»')]`;
const openers = `"“‘«'([`;

function wordBefore(text: string, at: number, floor: number): string {
  let i = at;
  while (i > floor && /[\p{L}\p{M}\p{N}.]/u.test(text[i - 1] ?? "")) i--;
  return text.slice(i, at);
}

function nextWord(text: string, from: number, limit: number): string {
  const match = /^[\p{L}\p{M}\p{N}.'’]{1,40}/u.exec(text.slice(from, Math.min(limit, from + 40)));
  return match?.[0] ?? "";
}

/** Whether the full stop at `at` belongs to an abbreviation or an initial and the sentence goes on. */
function isAbbreviation(
  text: string,
  at: number,
  floor: number,
  next: number,
  end: number,
  lang: Language,
): boolean {
  const word = wordBefore(text, at, floor);
  const lower = word.toLowerCase();
  const following = nextWord(text, next, end);
  if (lang.titleAbbreviations.has(lower)) return true;
  if (lang.numberAbbreviations.has(lower)) return /^\p{N}/u.test(following);
  if (lang.openAbbreviations.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    return !lang.sentenceOpeners.has(following.toLowerCase());
  }
  // An initial: one capital, not the pronoun at the end of a sentence.
  return (
    /^\p{Lu}$/u.test(word) && /^\p{Lu}/u.test(following) && !lang.sentenceOpeners.has(following.toLowerCase())
  );
}

/** Splits one paragraph into sentences and keeps count of the quotation marks that are open. */
export function splitSentences(text: string, start: number, end: number, lang: Language): RawSentence[] {
  const sentences: RawSentence[] = [];
  let from = start;
  let depth = 0;
  let depthAtStart = 0;
  const cut = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && /\s/u.test(text[a] ?? "")) a++;
    while (b > a && /\s/u.test(text[b - 1] ?? "")) b--;
    if (b > a) sentences.push({ start: a, end: b, depth: depthAtStart });
    from = to;
    depthAtStart = depth;
  };
  const note = (char: string, at: number): void => {
    if (char === "“" || char === "«") depth++;
    else if (char === "”" || char === "»") depth = Math.max(0, depth - 1);
    else if (char === '"') {
      const opens = at === start || /[\s([—–-]/u.test(text[at - 1] ?? " ");
      depth = Math.max(0, depth + (opens ? 1 : -1));
    }
  };
  for (let i = start; i < end; i++) {
    const char = text[i] ?? "";
    note(char, i);
    if (
      char === "\n" ||
      (i - from >= maxSentenceChars && /\s/u.test(char)) ||
      i - from >= 2 * maxSentenceChars
    ) {
      cut(i + 1);
      continue;
    }
    if (!".!?…".includes(char)) continue;
    let stop = i + 1;
    while (stop < end && ".!?…".includes(text[stop] ?? " ")) stop++;
    while (stop < end && closers.includes(text[stop] ?? " ")) {
      note(text[stop] ?? "", stop);
      stop++;
    }
    if (stop >= end) break;
    if (!/\s/u.test(text[stop] ?? "")) {
      i = stop - 1;
      continue;
    }
    let next = stop;
    while (next < end && /\s/u.test(text[next] ?? "")) next++;
    let letter = next;
    while (letter < end && openers.includes(text[letter] ?? " ")) letter++;
    const goesOn =
      /^\p{Ll}/u.test(text.slice(letter, letter + 2)) ||
      (char === "." && stop === i + 1 && isAbbreviation(text, i, from, next, end, lang));
    if (!goesOn) cut(next);
    i = stop - 1;
  }
  cut(end);
  return sentences;
}
