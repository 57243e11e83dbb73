import type { Token } from "../text/document.ts";

/** Words that patterns refer to as `@name`. */
export type WordClasses = Readonly<Record<string, string>>;

interface Element {
  /** Forms that fit a token as it stands or its lemma. */
  exact: ReadonlySet<string>;
  /** Forms that fit a token only as it stands. */
  literal: ReadonlySet<string>;
  prefixes: readonly string[];
  suffixes: readonly string[];
  number: boolean;
  optional: boolean;
  /** Tokens that may stand before this element. */
  gap: number;
  /** The gap may cross commas. */
  loose: boolean;
}

export type Pattern = readonly Element[];

const STOPS = new Set([".", ";", ":", "!", "?", "—", "“", "”", "«", "»", '"']);
/** Suffixes are filed by their last letters, so none may be shorter. */
const END_LENGTH = 4;
const COMMA = new Set([",", "(", ")", "–"]);

/**
 * Compiles a pattern of words. A word matches a token's lower-case form or its lemma; `a|b` are alternatives, `stem*`
 * a beginning, `*ology` an end, `=call` only that form and no lemma, `@name` a class of words, `#` a number, `word?` may be missing. `~3` between two
 * elements lets up to three other tokens stand there, not across commas; `~~3` crosses commas too; `<3>` and `<<3>>`
 * do the same for two elements in either order, so that such a pattern stands for two. Sentence marks are never crossed.
 */
export function compilePatterns(source: string, classes: WordClasses): Pattern[] {
  const either = /^(.+?) (<<?)(\d+)>>? (.+)$/u.exec(source.trim());
  if (either === null) return [compilePattern(source, classes)];
  const [, one = "", mark = "", count = "", other = ""] = either;
  const gap = `${mark === "<<" ? "~~" : "~"}${count}`;
  return [
    compilePattern(`${one} ${gap} ${other}`, classes),
    compilePattern(`${other} ${gap} ${one}`, classes),
  ];
}

function compilePattern(source: string, classes: WordClasses): Pattern {
  const elements: Element[] = [];
  let gap = 0;
  let loose = false;
  for (const part of source.trim().split(/\s+/u)) {
    const space = /^(~~?)(\d+)$/u.exec(part);
    if (space !== null) {
      if (gap > 0) throw new Error(`pattern "${source}" has two gaps in a row`);
      gap = Number(space[2]);
      loose = space[1] === "~~";
      continue;
    }
    const optional = part.length > 1 && part.endsWith("?");
    const alternatives = expand(optional ? part.slice(0, -1) : part, classes, source);
    elements.push({
      exact: new Set(alternatives.filter((word) => !/[*=]/u.test(word))),
      literal: new Set(alternatives.filter((word) => word.startsWith("=")).map((word) => word.slice(1))),
      prefixes: alternatives.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
      suffixes: alternatives.filter((word) => word.startsWith("*")).map((word) => word.slice(1)),
      number: alternatives.includes("#"),
      optional,
      gap,
      loose,
    });
    gap = 0;
    loose = false;
  }
  if (gap > 0) throw new Error(`pattern "${source}" ends with a gap`);
  const short = elements.flatMap(({ suffixes }) => suffixes).find(({ length }) => length < END_LENGTH);
  if (short !== undefined) throw new Error(`pattern "${source}" has the short end *${short}`);
  if (elements.length === 0 || elements[0]?.optional === true)
    throw new Error(`pattern "${source}" needs a first word that is not optional`);
  return elements;
}

function expand(part: string, classes: WordClasses, source: string): string[] {
  return part.split("|").flatMap((word) => {
    if (!word.startsWith("@")) return [word];
    const list = classes[word.slice(1)];
    if (list === undefined) throw new Error(`pattern "${source}" names the unknown word class ${word}`);
    return list
      .trim()
      .split(/\s+/u)
      .flatMap((item) => expand(item, classes, source));
  });
}

function fits(element: Element, token: Token): boolean {
  if (element.exact.has(token.lower) || element.exact.has(token.lemma)) return true;
  if (element.literal.has(token.lower)) return true;
  if (element.number && (token.tags.has("Value") || /^\d/u.test(token.lower))) return true;
  return (
    element.prefixes.some((prefix) => token.lower.startsWith(prefix)) ||
    element.suffixes.some((suffix) => token.lower.endsWith(suffix))
  );
}

/** End of the match of `pattern` whose first element stands at `at`, or −1. `last` bounds the sentence. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number, last: number): number {
  const first = tokens[at];
  const [head] = pattern;
  if (first === undefined || head === undefined || !fits(head, first)) return -1;
  return rest(pattern, 1, tokens, at + 1, last);
}

function rest(pattern: Pattern, index: number, tokens: readonly Token[], from: number, last: number): number {
  const element = pattern[index];
  if (element === undefined) return from;
  for (let at = from; at <= from + element.gap && at < last; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (fits(element, token)) {
      const end = rest(pattern, index + 1, tokens, at + 1, last);
      if (end >= 0) return end;
    }
    if (STOPS.has(token.text) || (!element.loose && COMMA.has(token.text))) break;
  }
  return element.optional ? rest(pattern, index + 1, tokens, from, last) : -1;
}

const maxCachedWords = 20_000;

/** Finds for a token the patterns that may start there. */
export interface PatternTable<T> {
  startingAt(token: Token): readonly { pattern: Pattern; value: T }[];
}

/** Files patterns by the words with which they begin. */
export function createPatternTable<T>(entries: readonly { pattern: Pattern; value: T }[]): PatternTable<T> {
  type Entry = { pattern: Pattern; value: T };
  const exact = new Map<string, Entry[]>();
  const prefixed = new Map<string, Entry[]>();
  const numeric: Entry[] = [];
  const suffixed = new Map<string, Entry[]>();
  const file = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else if (!list.includes(entry)) list.push(entry);
  };
  for (const entry of entries) {
    const [head] = entry.pattern;
    if (head === undefined) continue;
    for (const word of [...head.exact, ...head.literal]) file(exact, word, entry);
    for (const prefix of head.prefixes) file(prefixed, prefix.slice(0, 3), entry);
    for (const suffix of head.suffixes) file(suffixed, suffix.slice(-END_LENGTH), entry);
    if (head.number) numeric.push(entry);
  }
  const none: readonly Entry[] = [];
  // Words return again and again; which patterns begin with one need only be gathered once. Most begin none, and a
  // language has more words than are worth remembering for that.
  const byWord = new Map<string, readonly Entry[]>();
  const beginningWith = (lower: string, lemma: string): readonly Entry[] => {
    const same = exact.get(lower);
    const base = lemma === lower ? undefined : exact.get(lemma);
    const begun = prefixed.size === 0 ? undefined : prefixed.get(lower.slice(0, 3));
    const ended = suffixed.size === 0 ? undefined : suffixed.get(lower.slice(-END_LENGTH));
    if (base === undefined && begun === undefined && ended === undefined) return same ?? none;
    const key = lemma === lower ? lower : `${lower} ${lemma}`;
    const known = byWord.get(key);
    if (known !== undefined) return known;
    const found = [...new Set([...(same ?? []), ...(base ?? []), ...(begun ?? []), ...(ended ?? [])])];
    if (byWord.size >= maxCachedWords) byWord.clear();
    byWord.set(key, found);
    return found;
  };
  return {
    startingAt: (token) => {
      const found = beginningWith(token.lower, token.lemma);
      const isNumber = numeric.length > 0 && (token.tags.has("Value") || /^\d/u.test(token.lower));
      return isNumber ? [...new Set([...found, ...numeric])] : found;
    },
  };
}
