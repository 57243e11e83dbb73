import type { Mention } from "../entities.ts";
import type { Sentence } from "../text/document.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Candidate } from "./candidate.ts";
import type { EventContext } from "./context.ts";
import { mentionsWithin } from "./fill.ts";
import { rangePhrase, sentenceOf } from "./ranges.ts";
import { bareTermIn, termIn } from "./terms.ts";

const openBrackets = new Set(["(", "["]);
/** Marks between a name and what it got: "Ann Lee, teacher: 4 years". */
const entryMarks = new Set([":", "–", "—", "-", "…"]);
const maxEntryWords = 14;

/**
 * Whose term a length of time is that stands by itself: of the name before it ("Ann Lee (5 years)", "Ann Lee, teacher: 5
 * years"), of the name behind it ("Six years for Ann Lee"), or of the person whom the paragraph is about.
 */
export function holderOfTerm(context: EventContext, phrase: Phrase): Phrase[] {
  const { doc, grammar } = context;
  const sentence = doc.sentences[sentenceOf(context, phrase.first)];
  if (sentence === undefined) return [];
  const before = doc.tokens[phrase.first - 1];
  if (before !== undefined && openBrackets.has(before.text))
    return phrasesOf(nameRightBefore(context, sentence.first, phrase.first - 1));
  const isEntry =
    before !== undefined &&
    phrase.first > sentence.first &&
    entryMarks.has(before.text) &&
    phrase.first - sentence.first <= maxEntryWords;
  if (isEntry) {
    const named = namesIn(context, sentence.first, phrase.first - 1)[0];
    if (named !== undefined) return phrasesOf(named);
  }
  const opens = phrase.first === sentence.first || phrase.prep === sentence.first || before?.text === ":";
  if (!opens && !isEntry) return [];
  let next = phrase.last;
  while (next < sentence.last && context.lexicon.termTails.has(doc.tokens[next]?.lower ?? "")) next++;
  if (doc.tokens[next]?.lower === grammar.benefactivePreposition) {
    const name = peopleIn(context, next + 1, sentence.last)[0];
    // "Six years for the photographer Ann Lee", but not "Six years for insulting Ann Lee"
    const isNear =
      name !== undefined &&
      context.map
        .phrasesIn(sentence.index)
        .some(({ prep, first, last }) => prep === next && first <= name.first && name.last <= last);
    if (isNear) return phrasesOf(name);
  }
  return topicOf(context, sentence);
}

/** The person whom the paragraph is about: the first who was named in it before the sentence. */
export function topicOf(context: EventContext, sentence: Sentence): Phrase[] {
  const { sentences } = context.doc;
  let at = sentence.index;
  while (sentences[at - 1]?.paragraph === sentence.paragraph) at--;
  const opening = sentences[at];
  if (opening === undefined || opening === sentence) return [];
  return phrasesOf(namesIn(context, opening.first, sentence.first).find(({ form }) => form === "full"));
}

const phrasesOf = (mention: Mention | undefined): Phrase[] =>
  mention === undefined ? [] : [rangePhrase(mention.first, mention.last)];

const peopleIn = (context: EventContext, first: number, last: number): Mention[] =>
  mentionsWithin(context, first, last).filter(
    ({ form, possessive, entities }) =>
      (!possessive || form === "pronoun") &&
      form !== "group" &&
      entities.some((key) => context.entities.byKey.get(key)?.kind === "person"),
  );

const namesIn = (context: EventContext, first: number, last: number): Mention[] =>
  peopleIn(context, first, last).filter(({ form }) => form !== "pronoun");

const nameRightBefore = (context: EventContext, first: number, end: number): Mention | undefined =>
  namesIn(context, first, end).find(({ last }) => last === end);

/**
 * "Lee got six years and Fox nine", "his deputy, Ann Lee, eight", "five years for her, seven for him": tellings of further
 * terms in a sentence that leave out their verb.
 */
export function gappedTerms(context: EventContext, told: Candidate): Candidate[] {
  const { doc, grammar } = context;
  const sentence = doc.sentences[told.sentence];
  if (sentence === undefined || told.term === null || told.anaphoric) return [];
  const unit = /(year|month)s?/u.exec(told.term)?.[1];
  const found: Candidate[] = [];
  const used = new Set<string>(told.subjects);
  for (const mention of mentionsWithin(context, told.token + 1, sentence.last)) {
    const keys = mention.entities.filter((key) => context.entities.byKey.get(key)?.kind === "person");
    if (
      keys.length === 0 ||
      (mention.possessive && mention.form !== "pronoun") ||
      keys.some((key) => used.has(key))
    )
      continue;
    const before = doc.tokens[mention.first - 1];
    const term =
      before?.lower === grammar.benefactivePreposition
        ? termEndingAt(context, mention.first - 1, unit)
        : termBehind(context, mention, sentence.last, unit);
    if (term === null) continue;
    for (const key of keys) used.add(key);
    found.push({
      ...told,
      subjects: new Set(keys),
      groups: new Set(),
      agents: new Set([...told.agents].filter((key) => !keys.includes(key))),
      term,
      charge: null,
      trigger: { start: mention.start, end: mention.end },
      token: mention.first,
      evidence: {
        start: mention.start,
        end: Math.max(mention.end, doc.tokens[Math.min(mention.last, sentence.last - 1)]?.end ?? 0),
      },
    });
  }
  return found;
}

/** "and Fox | nine", ", Ann Lee, | eight years": a number right behind the name, and nothing behind it that it could count. */
function termBehind(
  context: EventContext,
  mention: Mention,
  end: number,
  unit: string | undefined,
): string | null {
  const { tokens } = context.doc;
  let at = mention.last;
  if (tokens[at]?.text === "," || openBrackets.has(tokens[at]?.text ?? "")) at++;
  return termAt(context, at, end, unit);
}

function termAt(context: EventContext, first: number, end: number, unit: string | undefined): string | null {
  const { tokens } = context.doc;
  let last = first;
  while (
    last < end &&
    (tokens[last]?.tags.has("Value") === true || context.lexicon.half.includes(tokens[last]?.lower ?? "")) &&
    last - first < 5
  )
    last++;
  while (
    last > first &&
    tokens[last - 1]?.tags.has("Value") !== true &&
    tokens[last - 1]?.lower !== context.lexicon.half.at(-1)
  )
    last--;
  if (last === first) return null;
  const full = termIn(tokens, first, Math.min(end, last + 1), context.lexicon);
  if (full !== null) return full;
  const follower = tokens[last];
  const isClosed =
    last >= end ||
    follower === undefined ||
    follower.tags.has("Punctuation") ||
    follower.tags.has("Coordinator") ||
    follower.tags.has("Preposition");
  return isClosed && unit !== undefined ? bareTermIn(tokens, first, last, unit, context.lexicon) : null;
}

function termEndingAt(context: EventContext, end: number, unit: string | undefined): string | null {
  const { tokens } = context.doc;
  for (let first = end - 1; first > end - 6 && first >= 0; first--) {
    const token = tokens[first];
    if (token === undefined || token.tags.has("Punctuation") || token.tags.has("Verb")) return null;
    const starts = token.tags.has("Value") && tokens[first - 1]?.tags.has("Value") !== true;
    if (starts) return termAt(context, first, end, unit);
  }
  return null;
}
