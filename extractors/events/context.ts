import type { Entities } from "../entities.ts";
import type { AssertionJudge } from "../assertion/assertion.ts";
import type { Attribution } from "../assertion/attribution.ts";
import type { Timeline } from "../dates/timeline.ts";
import type { EventLexicon } from "../languages/frames.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import type { Trace } from "../trace.ts";

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
  /** Only for explanations. */
  trace: Trace | undefined;
}

/** Passes on the value of a slot and, for an explanation, tells where it stood. */
export function noted<T extends string>(
  { trace }: EventContext,
  slot: string,
  from: string,
  value: T,
  { first, last }: { first: number; last: number },
): T {
  trace?.slot({ slot, from, first, last, keys: [], value });
  return value;
}
