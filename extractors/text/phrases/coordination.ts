import type { Grammar } from "../../languages/grammar.ts";
import { hasTag, type Token } from "../document.ts";
import type { Chunk } from "./chunks.ts";
import type { Phrase } from "./phrase.ts";

type NounChunk = Extract<Chunk, { kind: "noun" }>;

const isNoun = (chunk: Chunk | undefined): chunk is NounChunk => chunk?.kind === "noun";

/** A phrase that tells when: its head is a date, a weekday or a span of time. */
export function isTime(phrase: Phrase, tokens: readonly Token[]): boolean {
  const head = tokens[phrase.head];
  return (
    hasTag(head, "Date") ||
    hasTag(head, "WeekDay") ||
    hasTag(head, "Month") ||
    hasTag(head, "Duration") ||
    hasTag(head, "Year")
  );
}

const isProper = (phrase: Phrase, tokens: readonly Token[]): boolean =>
  hasTag(tokens[phrase.head], "ProperNoun");

/**
 * Joins noun phrases that belong together into one: lists ("A, B and C"), appositions ("A, a teacher,") and members
 * that are named after a set ("52 people, among them A and B"). Works from the right, so that inner groups are ready.
 */
export function joinPhrases(chunks: readonly Chunk[], tokens: readonly Token[], grammar: Grammar): Chunk[] {
  const done: Chunk[] = [];
  for (let k = chunks.length - 1; k >= 0; k--) {
    const chunk = chunks[k];
    if (chunk === undefined) continue;
    done.unshift(chunk);
    if (isNoun(chunk)) absorb(done, chunks[k - 1], tokens, grammar);
  }
  return done;
}

function merged(a: Phrase, b: Phrase, role: "conjunct" | "apposition" | "member"): Phrase {
  return {
    ...a,
    last: b.last,
    parts: [
      ...a.parts,
      { role, phrase: { ...b, parts: [] } },
      ...(role === "apposition"
        ? b.parts
        : b.parts.map((part) =>
            part.role === "apposition"
              ? part
              : { ...part, role: role === "member" ? ("member" as const) : part.role },
          )),
    ],
  };
}

/** Tries to join what follows the noun phrase at the start of `done` to it, as long as something fits. */
function absorb(done: Chunk[], before: Chunk | undefined, tokens: readonly Token[], grammar: Grammar): void {
  for (;;) {
    const head = done[0];
    if (!isNoun(head)) return;
    const step = next(head.phrase, done, before, tokens, grammar);
    if (step === null) return;
    done.splice(0, step.used, {
      kind: "noun",
      phrase: step.phrase,
      first: step.phrase.first,
      last: step.phrase.last,
    });
  }
}

function next(
  phrase: Phrase,
  done: readonly Chunk[],
  before: Chunk | undefined,
  tokens: readonly Token[],
  grammar: Grammar,
): { phrase: Phrase; used: number } | null {
  let i = 1;
  const text = (chunk: Chunk | undefined): string =>
    chunk === undefined ? "" : (tokens[chunk.first]?.lower ?? "");
  const comma =
    done[i]?.kind === "mark" && (text(done[i]) === "," || text(done[i]) === "—" || text(done[i]) === "–");
  const bracket = done[i]?.kind === "mark" && text(done[i]) === "(";
  if (bracket) return null;
  if (comma) i++;
  const member = memberStart(done, i, tokens, grammar);
  if (member > i && isNoun(done[member])) {
    const named = done[member].phrase;
    return { phrase: merged(phrase, named, "member"), used: member + 1 };
  }
  const coordinator = done[i]?.kind === "coordinator" && grammar.listCoordinators.has(text(done[i]));
  const joint = coordinator
    ? i + 1
    : grammar.listConnectors.some((words) =>
          words.every((word, n) => tokens[(done[i]?.first ?? -99) + n]?.lower === word),
        )
      ? i + connectorLength(done, i, tokens, grammar)
      : -1;
  if (joint > 0) {
    const other = done[joint];
    if (!isNoun(other) || (other.phrase.prep >= 0 && coordinator)) return null;
    if (isTime(other.phrase, tokens) !== isTime(phrase, tokens)) return null;
    // "… freed the men and Minsk | said": the second noun starts a clause of its own when the first is an object.
    const follower = done[joint + 1];
    const inObject = before !== undefined && (before.kind === "verb" || phrase.prep >= 0);
    if (
      follower?.kind === "verb" &&
      follower.group.form === "finite" &&
      inObject &&
      !(!follower.group.certain && !hasTag(tokens[follower.group.head], "PastTense"))
    )
      return null;
    if (phrase.last > phrase.coreLast && isProper(other.phrase, tokens) && phrase.parts.length === 0) {
      return { phrase: { ...phrase, last: other.phrase.last, ownLast: other.phrase.last }, used: joint + 1 };
    }
    return { phrase: merged(phrase, other.phrase, "conjunct"), used: joint + 1 };
  }
  if (!comma) return null;
  const other = done[i];
  if (!isNoun(other) || other.phrase.prep >= 0) return null;
  if (isTime(phrase, tokens) || isTime(other.phrase, tokens)) return null;
  // "A, whose husband was freed"
  if (hasTag(tokens[other.phrase.first], "RelativePossessive")) return null;
  const isList = other.phrase.parts.some((part) => part.role === "conjunct");
  const follower = done[i + 1];
  if (
    isList &&
    (before === undefined ||
      before.kind !== "mark" ||
      follower === undefined ||
      follower.kind !== "verb" ||
      isProper(phrase, tokens) === isProper(other.phrase, tokens))
  ) {
    if (
      phrase.last > phrase.coreLast &&
      isProper(other.phrase, tokens) &&
      phrase.parts.length === 0 &&
      hasTag(tokens[phrase.last - 1], "ProperNoun")
    ) {
      return { phrase: { ...phrase, last: other.phrase.last, ownLast: other.phrase.last }, used: i + 1 };
    }
    return { phrase: merged(phrase, other.phrase, "conjunct"), used: i + 1 };
  }
  if (!isClosed(done, i + 1, other.phrase, tokens, grammar, phrase.prep >= 0)) return null;
  // "nine, Bialiatski among them,"
  const among = done[i + 1]?.kind === "other" && grammar.amongPrepositions.has(text(done[i + 1]));
  if (among) return { phrase: merged(phrase, other.phrase, "member"), used: i + 1 };
  return { phrase: merged(phrase, other.phrase, "apposition"), used: i + 1 };
}

/** Whether a finite verb follows. */
const laterVerb = (done: readonly Chunk[], from: number): boolean =>
  done.slice(from).some((chunk) => chunk.kind === "verb" && chunk.group.form === "finite");

/** Whether the next comma has a finite verb right behind it: ", the figurehead jailed in 2020, has been …". */
function verbBehindComma(done: readonly Chunk[], from: number, tokens: readonly Token[]): boolean {
  const comma = done.findIndex((chunk, i) => i >= from && chunk.kind === "mark");
  if (comma < 0 || tokens[done[comma]?.first ?? -1]?.text !== ",") return false;
  const follower = done.slice(comma + 1).find((chunk) => chunk.kind !== "other");
  return follower?.kind === "verb" && follower.group.form === "finite" && follower.group.certain;
}

/** An apposition is closed by a mark, a relative clause or the end of the sentence, not by a verb of its own. */
function isClosed(
  done: readonly Chunk[],
  from: number,
  phrase: Phrase,
  tokens: readonly Token[],
  grammar: Grammar,
  hasPreposition: boolean,
): boolean {
  for (let i = from; i < done.length; i++) {
    const chunk = done[i];
    if (chunk === undefined) break;
    if (chunk.kind === "other" || (chunk.kind === "noun" && chunk.phrase.prep >= 0)) continue;
    if (chunk.kind === "verb") {
      if (chunk.group.form !== "finite") return true;
      // "Djalali, an academic held since April, is …": a shortened passive, when another verb follows for the subject.
      return (
        !chunk.group.certain &&
        hasTag(tokens[chunk.group.head], "Participle") &&
        (grammar.indefinite.has(tokens[phrase.first]?.lower ?? "")
          ? laterVerb(done, i + 1) || !hasPreposition
          : verbBehindComma(done, i + 1, tokens))
      );
    }
    return chunk.kind === "mark" || chunk.kind === "relative";
  }
  return true;
}

function connectorLength(
  done: readonly Chunk[],
  i: number,
  tokens: readonly Token[],
  grammar: Grammar,
): number {
  const words = grammar.listConnectors.find((list) =>
    list.every((word, n) => tokens[(done[i]?.first ?? -99) + n]?.lower === word),
  );
  if (words === undefined) return 1;
  const end = (done[i]?.first ?? 0) + words.length;
  let j = i;
  while (j < done.length && (done[j]?.first ?? end) < end) j++;
  return j - i;
}

/** Index of the noun phrase that names members of the set before ("including A", "among them B"), or `i`. */
function memberStart(done: readonly Chunk[], i: number, tokens: readonly Token[], grammar: Grammar): number {
  const first = tokens[done[i]?.first ?? -1];
  if (first === undefined || done[i]?.kind !== "other") return i;
  if (grammar.memberPrepositions.has(first.lower)) return i + 1;
  if (!grammar.amongPrepositions.has(first.lower)) return i;
  // "among them" is one noun phrase with its preposition before it, the members follow.
  const pronoun = done[i + 1];
  if (pronoun === undefined || !hasTag(tokens[pronoun.first], "Pronoun") || pronoun.last - pronoun.first > 1)
    return i;
  return isNoun(done[i + 2]) ? i + 2 : i;
}
