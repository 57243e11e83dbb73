import type { Span } from "../../model/article.ts";

/** How an extraction came about, sentence by sentence. All spans are of the article's text. */
export interface Explanation {
  /** Why the text tells no events at all; null when it may. */
  silentBecause: string | null;
  sentences: ExplainedSentence[];
  /** One for each event of the extraction, in its order. */
  events: ExplainedEvent[];
}

export interface ExplainedSentence {
  /** From 1. */
  number: number;
  span: Span;
  zone: string;
  silentBecause: string | null;
  clauses: ExplainedClause[];
  /** Every rule that was tried, in order. */
  tries: Try[];
  conditions: TriedCondition[];
}

export interface ExplainedClause {
  kind: string;
  /** Word that introduces it. */
  mark: string | null;
  /** Index in the sentence's clauses of the one that it depends on, or with which it shares its subject; null for none. */
  parent: number | null;
  coordinatedWith: number | null;
  verb: ExplainedVerb;
  subject: string | null;
  /** The subject stands in another clause. */
  borrowedSubject: boolean;
  objects: string[];
  /** Phrases with their prepositions. */
  phrases: string[];
  times: string[];
}

export interface ExplainedVerb {
  text: string;
  lemma: string;
  particle: string | null;
  /** Voice, form, tense and what changes them: `passive`, `past`, `perfect`, `negated by "not"`. */
  traits: string[];
}

/** One rule at one trigger. */
export interface Try {
  ruleId: string;
  trigger: Span;
  /** Null when the rule made a telling. */
  rejectedBecause: string | null;
  /** Fillers found before the rule was accepted or rejected. */
  slots: ExplainedSlot[];
  /** What became of the telling: an event, part of one told before, or nothing. */
  became: string | null;
}

export interface ExplainedSlot {
  slot: string;
  /** Position in the words of the rule. */
  from: string;
  /** Words that stood there. */
  words: string;
  /** Names with the form of their mention there (`Ann Lee by pronoun "she"`), or the value. */
  fillers: string[];
}

export interface TriedCondition {
  ruleId: string;
  words: string;
  rejectedBecause: string | null;
}

export interface ExplainedEvent {
  /** Number of the sentence that told it first. */
  sentence: number;
  cues: string[];
  /** What the confidence was worked out from. */
  features: Readonly<Record<string, number>>;
}
