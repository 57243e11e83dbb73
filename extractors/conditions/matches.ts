import type { Document, Sentence } from "../text/document.ts";
import type { ConditionFrame } from "./frame.ts";
import {
  compilePatterns,
  createPatternTable,
  matchAt,
  type PatternTable,
  type WordClasses,
} from "./patterns.ts";

export interface CompiledFrame {
  frame: ConditionFrame;
  nulls: PatternTable<true>;
}

/** Words `first`…`last` of the document that fit a frame. */
export interface Match {
  compiled: CompiledFrame;
  first: number;
  last: number;
}

/** A table that answers whether any of some patterns stands somewhere. */
export function compileAny(sources: readonly string[], classes: WordClasses): PatternTable<true> {
  return createPatternTable(
    sources
      .flatMap((source) => compilePatterns(source, classes))
      .map((pattern) => ({ pattern, value: true as const })),
  );
}

/** All patterns of the frames; `common` are other senses of the words whatever the frame. */
export function compileFrames(
  frames: readonly ConditionFrame[],
  common: readonly string[],
  classes: WordClasses,
): PatternTable<CompiledFrame> {
  return createPatternTable(
    frames.flatMap((frame) => {
      const value = { frame, nulls: compileAny([...common, ...(frame.nulls ?? [])], classes) };
      return frame.patterns
        .flatMap((source) => compilePatterns(source, classes))
        .map((pattern) => ({ pattern, value }));
    }),
  );
}

/** The longest matches of every frame in the sentence that do not overlap. */
export function matchesIn(
  sentence: Sentence,
  document: Document,
  table: PatternTable<CompiledFrame>,
): Match[] {
  const byFrame = new Map<CompiledFrame, Match[]>();
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const token = document.tokens[at];
    if (token === undefined) break;
    for (const { pattern, value } of table.startingAt(token)) {
      const last = matchAt(pattern, document.tokens, at, sentence.last);
      if (last < 0) continue;
      const match = { compiled: value, first: at, last };
      const others = byFrame.get(value);
      if (others === undefined) byFrame.set(value, [match]);
      else others.push(match);
    }
  }
  return [...byFrame.values()].flatMap(withoutOverlaps);
}

function withoutOverlaps(matches: readonly Match[]): Match[] {
  const taken = new Set<number>();
  const kept: Match[] = [];
  for (const match of matches.toSorted((a, b) => b.last - b.first - (a.last - a.first))) {
    let free = true;
    for (let at = match.first; at < match.last; at += 1) free &&= !taken.has(at);
    if (!free) continue;
    for (let at = match.first; at < match.last; at += 1) taken.add(at);
    kept.push(match);
  }
  return kept.toSorted((a, b) => a.first - b.first);
}

/** Whether one of the patterns stands in the sentence. */
export function matchesAny(table: PatternTable<true>, sentence: Sentence, document: Document): boolean {
  for (let at = sentence.first; at < sentence.last; at += 1) {
    if (startsAt(table, at, sentence.last, document)) return true;
  }
  return false;
}

/** Whether at least `needed` tokens of the document begin one of the patterns. */
export function hasMatches(table: PatternTable<true>, needed: number, document: Document): boolean {
  let count = 0;
  for (let at = 0; at < document.tokens.length && count < needed; at += 1) {
    if (startsAt(table, at, document.tokens.length, document)) count += 1;
  }
  return count >= needed;
}

function startsAt(table: PatternTable<true>, at: number, last: number, { tokens }: Document): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    table.startingAt(token).some(({ pattern }) => matchAt(pattern, tokens, at, last) > 0)
  );
}
