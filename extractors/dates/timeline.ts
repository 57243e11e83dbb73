import * as chrono from "chrono-node";
import { languageOf } from "../languages/index.ts";
import type { DateHint, DateLexicon } from "../languages/dates.ts";
import type { Clause, ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import { type DateContext, resolveDate } from "./resolve.ts";

/** A date expression of the text with what it means. */
export interface DatedSpan {
  first: number;
  last: number;
  value: string;
  /** Word before it, lower case ("since"). */
  before: string;
  /** It ends or limits something ("until May"). */
  isLimit: boolean;
}

export interface Timeline {
  /** Date expressions among the tokens `first` to `last`, in order. */
  within(first: number, last: number): readonly DatedSpan[];
}

/**
 * Reads every date of the document once, in order, so that "two days later" and "that December" can lean on the date
 * before them. Numeric dates that the language's patterns do not know are read by chrono-node.
 */
export function createTimeline(doc: Document, map: ClauseMap): Timeline {
  const lexicon = languageOf(doc.lang).dates;
  if (lexicon === null) return { within: () => [] };
  const before: string[] = [];
  function previousDates(value?: string): readonly string[] {
    if (value !== undefined) before.unshift(value);
    return before;
  }
  const dates = doc.sentences.flatMap((sentence) =>
    datesOf(doc, map, lexicon, sentence.first, sentence.last, previousDates),
  );
  return { within: (first, end) => dates.filter((date) => date.first < end && date.last > first) };
}

function datesOf(
  doc: Document,
  map: ClauseMap,
  lexicon: DateLexicon,
  first: number,
  last: number,
  previous: (value?: string) => readonly string[],
): DatedSpan[] {
  const starts: number[] = [];
  let text = "";
  for (let i = first; i < last; i++) {
    if (text !== "") text += " ";
    starts.push(text.length);
    text += doc.tokens[i]?.lower ?? "";
  }
  const tokenAt = (offset: number): number => {
    let i = 0;
    while (i + 1 < starts.length && (starts[i + 1] ?? 0) <= offset) i++;
    return first + i;
  };
  const published = doc.published?.slice(0, 10) ?? null;
  const spans: DatedSpan[] = [];
  for (const { hint, start, end, before } of lexicon.find(text)) {
    const token = tokenAt(text[start] === " " ? start + 1 : start);
    const clause = map.at(token);
    const future = clause !== undefined && looksAhead(clause, map, lexicon);
    const value = resolveByText(hint, { published, previous: null, future }, previous());
    if (value === null) continue;
    previous(value);
    spans.push({
      first: token,
      last: tokenAt(end - 1) + 1,
      value,
      before,
      isLimit: lexicon.limits.has(before),
    });
  }
  if (spans.length === 0 && /\d{1,2}[./]\d{1,2}[./]\d{2,4}/u.test(text)) {
    const anchor = published === null ? undefined : new Date(`${published}T12:00:00Z`);
    for (const found of chrono.parse(text, anchor)) {
      const { start: at } = found;
      if (!at.isCertain("year") || !at.isCertain("month")) continue;
      const value = [at.get("year"), at.get("month"), at.isCertain("day") ? at.get("day") : null]
        .filter((part) => part !== null)
        .map((part) => String(part).padStart(2, "0"))
        .join("-");
      spans.push({
        first: tokenAt(found.index),
        last: tokenAt(found.index + found.text.length - 1) + 1,
        value,
        before: "",
        isLimit: false,
      });
    }
  }
  return spans;
}

/** How many dates back an expression such as "two days later" may lean on. */
const maxAnchors = 3;

/** "three weeks later" leans on the last date that leaves it in the past. */
function resolveByText(hint: DateHint, context: DateContext, before: readonly string[]): string | null {
  const first = resolveDate(hint, { ...context, previous: before[0] ?? null });
  const { published } = context;
  const isLate = (value: string | null): boolean =>
    value !== null &&
    published !== null &&
    value > published &&
    value.slice(0, 7) !== published.slice(0, value.length);
  if (hint.kind !== "offset" || hint.anchor !== "context" || context.future || !isLate(first)) return first;
  for (const previous of before.slice(1, maxAnchors)) {
    const value = resolveDate(hint, { ...context, previous });
    if (!isLate(value)) return value;
  }
  return null;
}

/** What one was allowed or made to do has been done; other infinitives look ahead. */
function looksAhead({ verb, parent }: Clause, map: ClauseMap, lexicon: DateLexicon): boolean {
  if (verb.perfect) return false;
  if (verb.form !== "infinitive") return verb.tense === "future";
  const governor = map.clauses[parent]?.verb;
  return governor === undefined || governor.tense !== "past" || !lexicon.implicatives.has(governor.lemma);
}
