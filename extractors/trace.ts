import type { Entities } from "./entities.ts";
import type { ClauseMap } from "./text/clauses/clause.ts";
import type { Document } from "./text/document.ts";

/**
 * Hears how an extraction comes about, for whoever writes rules. Extraction does the same work with and without one;
 * tokens and sentences are indices in the document of {@link begin}.
 */
export interface Trace {
  begin(parts: TracedParts): void;
  /** The whole text, or one sentence, tells no events. */
  silence(note: SilenceNote): void;
  /** The rule that is being tried found a filler for a slot. */
  slot(note: SlotNote): void;
  /** A rule that a trigger called up has been tried; its slots were told before. */
  rule(note: RuleNote): void;
  /** What became of a telling. */
  fate(note: FateNote): void;
  condition(note: ConditionNote): void;
}

export interface TracedParts {
  document: Document;
  clauses: ClauseMap;
  entities: Entities;
}

export interface SilenceNote {
  /** Null for the whole text. */
  sentence: number | null;
  because: string;
}

export interface SlotNote {
  slot: string;
  /** Position at which the filler stood, as rules name it, or how it was found without one. */
  from: string;
  /** Half-open range of tokens. */
  first: number;
  last: number;
  /** Keys of the entities, or the value of a slot that holds none. */
  keys: readonly string[];
  value: string | null;
}

export interface RuleNote {
  ruleId: string;
  /** Token of the trigger. */
  token: number;
  /** Null when the rule made a telling. */
  rejectedBecause: string | null;
}

export interface FateNote {
  ruleId: string;
  token: number;
  /** `told` as an event of its own, or what happened instead. */
  became: "told" | "merged" | "dropped";
  /** Why, or with what. */
  because: string;
  /** What the confidence was worked out from, for an event that was told. */
  features: Readonly<Record<string, number>> | null;
}

export interface ConditionNote {
  ruleId: string;
  first: number;
  last: number;
  /** Null when it became a condition. */
  rejectedBecause: string | null;
}
