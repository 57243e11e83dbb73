import type { Span } from "../../model/article.ts";
import type { Assertion, ConditionCategory } from "../../model/extraction.ts";
import type { AssertionJudge } from "../assertion/assertion.ts";
import type { Judgement } from "../assertion/verdict.ts";
import type { Attribution } from "../assertion/attribution.ts";
import type { Entities } from "../entities.ts";
import type { Unlikely } from "../persons/likely.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Trace } from "../trace.ts";
import type { ConditionFrame, ConditionLexicon } from "./frame.ts";
import { createHeld, type Held } from "./held.ts";
import { compileAny, compileFrames, hasMatches, type Match, matchesAny, matchesIn } from "./matches.ts";
import { holdersOf } from "./persons-of.ts";

/** A condition of detention as the article tells it; names are keys of entities. */
export interface FoundCondition {
  category: ConditionCategory;
  persons: string[];
  assertion: Assertion;
  cues: Span[];
  attributedTo: string[];
  trigger: Span;
  evidence: Span;
  ruleId: string;
  sentence: number;
  confidence: { value: number; parts: Record<string, number> };
}

export interface ConditionFinder {
  find(input: ConditionInput, trace?: Trace): FoundCondition[];
}

export interface ConditionInput {
  /** Persons who by what the text calls them are not the ones held. */
  unlikely: Unlikely;
  /** Persons of whom the text or the gazetteer says that they are or were held. */
  detainee: (key: string) => boolean;
  /** Whether the text is about detention by the words of its events; others may still tell of conditions. */
  onTopic: boolean;
  document: Document;
  clauses: ClauseMap;
  entities: Entities;
  judge: AssertionJudge;
  attribution: Attribution;
}

const SILENT_ZONES = new Set(["tip", "teaser", "newsletter", "bio"]);
const HEADINGS = new Set(["headline", "heading"]);
/** Fewer words of detention than this in a text that names nobody held: it tells of no conditions of detention. */
const MIN_DETENTION_WORDS = 2;
/** As many words of sport or the arts in a text that is hardly about detention: it borrows our words. */
const MIN_FOREIGN_WORDS = 2;

/** Compiles a language's frames once; a broken pattern throws and names itself. */
export function createConditionFinder(lexicon: ConditionLexicon): ConditionFinder {
  const { classes } = lexicon;
  const table = compileFrames(lexicon.frames, lexicon.nulls, classes);
  const denials = compileAny(lexicon.denials, classes);
  const detention = compileAny(lexicon.detention, classes);
  const elsewhere = compileAny(lexicon.elsewhere, classes);
  return {
    find: (input, trace) => {
      const { document } = input;
      const held = createHeld(input);
      if (!hasMatches(detention, held.anybody ? 1 : MIN_DETENTION_WORDS, document)) return [];
      if (!input.onTopic && hasMatches(elsewhere, MIN_FOREIGN_WORDS, document)) return [];
      const found: FoundCondition[] = [];
      for (const sentence of document.sentences) {
        if (SILENT_ZONES.has(sentence.zone)) continue;
        const told = matchesIn(sentence, document, table).flatMap((match) => {
          const result = matchesAny(match.compiled.nulls, sentence, document)
            ? "another sense of the words"
            : describe(match, sentence, { ...input, held }, lexicon, (item) =>
                matchesAny(denials, item, document),
              );
          const rejectedBecause = typeof result === "string" ? result : null;
          const { first, last, compiled } = match;
          trace?.condition({ ruleId: `condition.${compiled.frame.id}`, first, last, rejectedBecause });
          return typeof result === "string" ? [] : [result];
        });
        found.push(...told.filter((condition) => !isEcho(condition, told)));
      }
      return merge(found, (index) => HEADINGS.has(document.sentences[index]?.zone ?? "body"));
    },
  };
}

/** What a sentence tells of somebody it does not tell of people in general once more. */
function isEcho(condition: FoundCondition, told: readonly FoundCondition[]): boolean {
  return (
    condition.persons.length === 0 &&
    told.some(({ category, persons }) => category === condition.category && persons.length > 0)
  );
}

function describe(
  { compiled: { frame }, first, last }: Match,
  sentence: Sentence,
  input: ConditionInput & { held: Held },
  lexicon: ConditionLexicon,
  denied: (sentence: Sentence) => boolean,
): FoundCondition | string {
  const { document, clauses, entities, attribution } = input;
  const start = document.tokens[first]?.start ?? 0;
  const end = document.tokens[last - 1]?.end ?? start;
  const judgement = judgeMatch(first, last, frame, input, start, end);
  if (judgement.assertion === "asserted" && denied(sentence)) judgement.assertion = "negated";
  if (judgement.assertion === "hypothetical") return "only supposed, asked or general";
  const holders = holdersOf({ first, last }, sentence, frame, {
    document,
    clauses,
    entities,
    general: lexicon.general,
    kin: lexicon.kin,
    held: input.held,
    detainee: input.detainee,
  });
  if (holders === null) return "nobody held of whom it is told";
  const { persons, how } = holders;
  const attributedTo = attribution.sourcesOf(first).flatMap((phrase) => {
    const mention = entities.at(phrase.head) ?? entities.at(phrase.first);
    return mention?.entities.filter((key) => entities.byKey.get(key)?.kind !== "group") ?? [];
  });
  const parts = { frame: 0.85, holder: how === "near" || how === "topic" ? 0.75 : 0.95 };
  return {
    category: frame.category,
    persons: [...persons],
    assertion: judgement.assertion,
    cues: judgement.cues,
    attributedTo: [...new Set(attributedTo)],
    trigger: { start, end },
    evidence: evidenceOf(first, last, sentence, document, clauses),
    ruleId: `condition.${frame.id}`,
    sentence: sentence.index,
    confidence: { value: Math.round(parts.frame * parts.holder * 100) / 100, parts },
  };
}

/** Cues inside the matched words belong to the condition itself: "was denied letters" asserts the denial. */
function judgeMatch(
  first: number,
  last: number,
  frame: ConditionFrame,
  { clauses, judge, document }: ConditionInput,
  start: number,
  end: number,
): Judgement {
  let clause = clauses.at(first);
  for (let at = first; at < last; at += 1) {
    const own = clauses.at(at);
    if (own !== undefined && own.verb.head === at) {
      clause = own;
      break;
    }
  }
  const judgement = clause === undefined ? judge.ofNoun(first) : judge.ofVerb(clause);
  const ignored = new Set(frame.ignoredCues?.split(" "));
  const outer = judgement.cues.filter(
    (cue) =>
      // "colony No. 4" denies nothing.
      !/^\.? ?\d/u.test(document.text.slice(cue.end, cue.end + 3)) &&
      (cue.end <= start || cue.start >= end) &&
      !ignored.has(document.text.slice(cue.start, cue.end).toLowerCase()),
  );
  if (judgement.assertion !== "asserted" && outer.length === 0 && judgement.cues.length > 0)
    return { assertion: "asserted", cues: [] };
  return { assertion: judgement.assertion, cues: outer };
}

/** The words of the clause around the match, at most the sentence. */
function evidenceOf(
  first: number,
  last: number,
  sentence: Sentence,
  document: Document,
  clauses: ClauseMap,
): Span {
  const clause = clauses.at(first);
  const from =
    clause === undefined ? sentence.first : Math.max(sentence.first, Math.min(first, clause.first));
  const to = clause === undefined ? sentence.last : Math.min(sentence.last, Math.max(last, clause.last));
  return {
    start: document.tokens[from]?.start ?? sentence.start,
    end: document.tokens[to - 1]?.end ?? sentence.end,
  };
}

/** One condition for every category and person, and one of people in general; the first asserted telling stays. */
function merge(found: readonly FoundCondition[], isHeading: (sentence: number) => boolean): FoundCondition[] {
  const kept: FoundCondition[] = [];
  for (const condition of found) {
    // A headline that names nobody tells what the text tells in full.
    if (condition.persons.length === 0 && isHeading(condition.sentence)) continue;
    const same = kept.find(
      (other) =>
        other.category === condition.category &&
        (condition.persons.length === 0
          ? other.persons.length === 0
          : other.persons.some((person) => condition.persons.includes(person))),
    );
    if (same === undefined) kept.push(condition);
    else if (same.assertion !== "asserted" && condition.assertion === "asserted")
      kept[kept.indexOf(same)] = condition;
  }
  return kept;
}
