import type { Span } from "../../model/article.ts";
import type { Assertion, EventType } from "../../model/extraction.ts";
import type { FrameRule } from "../languages/frames.ts";

/** One telling of an event, before tellings are merged. Sets hold entity keys. */
export interface Candidate {
  rule: FrameRule;
  type: EventType;
  subjects: Set<string>;
  /** Keys of groups among the subjects. */
  groups: Set<string>;
  agents: Set<string>;
  recipients: Set<string>;
  date: string | null;
  place: string | null;
  term: string | null;
  charge: string | null;
  assertion: Assertion;
  cues: Span[];
  sources: Set<string>;
  trigger: Span;
  evidence: Span;
  sentence: number;
  token: number;
  /** Told in the title only counts with the body. */
  headline: boolean;
  /** The people are told by a noun or pronoun that points back ("the verdict", "them"). */
  anaphoric: boolean;
  /** Types of event that the noun means which points back ("the verdict"); null when it may be any. */
  pointsTo: ReadonlySet<EventType> | null;
  /** The people are a definite number ("the two women"). */
  definite: boolean;
  /** What people without name or number are called, for whom one asks ("political prisoners"). */
  unnamed: string | null;
  /** Who acts has no name ("a group of senators"). */
  nameless: boolean;
  /** Factors of the confidence. */
  parts: Record<string, number>;
  /** How many tellings were merged into it. */
  tellings: number;
}

export const product = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((value, part) => value * part, 1);
