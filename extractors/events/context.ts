import type { Entities } from "../entities.ts";
import type { AssertionJudge } from "../assertion/assertion.ts";
import type { Attribution } from "../assertion/attribution.ts";
import type { Timeline } from "../dates/timeline.ts";
import type { EventLexicon } from "../languages/frames.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";

/** Everything that the event rules look at in one document. */
export interface EventContext {
  doc: Document;
  map: ClauseMap;
  entities: Entities;
  judge: AssertionJudge;
  attribution: Attribution;
  timeline: Timeline;
  lexicon: EventLexicon;
  grammar: Grammar;
  /** Persons who are hardly the ones held. */
  unlikely: (key: string, direct: boolean) => boolean;
  /** Name of the publisher, for "we". */
  source: string;
  /** Hears of every rule that a trigger called up, with the reason when it made no event. */
  trace?: ((note: RuleNote) => void) | undefined;
}

export interface RuleNote {
  ruleId: string;
  /** Token of the trigger. */
  token: number;
  /** Null when the rule made a telling. */
  rejectedBecause: string | null;
}
