import type { ExtractedEvent, Group } from "../../model/extraction.ts";
import type { AssertionJudge } from "../assertion/assertion.ts";
import type { Attribution } from "../assertion/attribution.ts";
import { createTimeline } from "../dates/timeline.ts";
import type { Entities } from "../entities.ts";
import type { EventLexicon } from "../languages/frames.ts";
import type { Grammar } from "../languages/grammar.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import type { Trace } from "../trace.ts";
import { resolveAnaphora } from "./anaphora.ts";
import { type Candidate, product } from "./candidate.ts";
import { confidenceOf, featuresOf } from "./confidence.ts";
import type { EventContext } from "./context.ts";
import { lendCourts } from "./courts.ts";
import { findCandidates } from "./find-candidates.ts";
import { mergeCandidates } from "./merge.ts";
import { isOnTopic } from "./topic.ts";
import { createTriggerIndex } from "./triggers.ts";

/** Below this an asserted event is not told. */
const minStrength = 0.5;
/** What a second telling and a date add to the strength. */
const tellingBonus = 0.08;
const dateBonus = 0.05;

/** An event whose persons, actors and groups are keys of {@link Entities}. */
export interface FoundEvent
  extends Omit<ExtractedEvent, "subjects" | "agents" | "recipients" | "attributedTo"> {
  subjects: readonly string[];
  agents: readonly string[];
  recipients: readonly string[];
  attributedTo: readonly string[];
}

export interface EventInput {
  document: Document;
  clauses: ClauseMap;
  entities: Entities;
  judge: AssertionJudge;
  attribution: Attribution;
  /** Name of the publisher. */
  source: string;
  /** Tells of a person, by what the text calls them, whether they are hardly the one held. */
  unlikely: (key: string, direct: boolean) => boolean;
}

export interface EventFinder {
  find(input: EventInput, trace?: Trace): FoundEvent[];
}

/** Makes a finder for one language; its trigger index is built once. */
export function createEventFinder(lexicon: EventLexicon, grammar: Grammar): EventFinder {
  const index = createTriggerIndex(lexicon);
  return {
    find({ document, clauses, entities, judge, attribution, source, unlikely }, trace) {
      const onTopic = isOnTopic(document, lexicon);
      if (!onTopic) trace?.silence({ sentence: null, because: "the text has too few words of the matter" });
      // Somebody who tries a rule on a sentence wants to know what it would do in such a text.
      if (!onTopic && trace === undefined) return [];
      const context: EventContext = {
        doc: document,
        map: clauses,
        entities,
        lexicon,
        grammar,
        source,
        unlikely,
        judge,
        attribution,
        timeline: createTimeline(document, clauses),
        trace,
      };
      const count = (key: string): number | null => {
        const entity = entities.byKey.get(key);
        return entity?.kind === "group" ? entity.count : null;
      };
      const tellings = resolveAnaphora(lendCourts(context, findCandidates(context, index)), { count }, trace);
      const events = mergeCandidates(tellings, { count }, trace).flatMap((candidate) => {
        const { rule, token, assertion } = candidate;
        const isWeak = assertion === "asserted" && strengthOf(candidate) < minStrength;
        const features = featuresOf(candidate, document, entities);
        trace?.fate({
          ruleId: rule.id,
          token,
          became: isWeak || !onTopic ? "dropped" : "told",
          because: isWeak ? "told too weakly" : onTopic ? "" : "the text is off topic",
          features: isWeak ? null : { ...features },
        });
        return isWeak ? [] : [toEvent(candidate, confidenceOf(features), entities)];
      });
      return onTopic ? events : [];
    },
  };
}

/** How firmly the event is told: the factors of its best telling, more with a date and further tellings. */
function strengthOf({ parts, tellings, date }: Candidate): number {
  return product(parts) + tellingBonus * (tellings - 1) + (date === null ? 0 : dateBonus);
}

function toEvent(
  candidate: Candidate,
  confidence: ExtractedEvent["confidence"],
  entities: Entities,
): FoundEvent {
  return {
    type: candidate.type,
    subjects: [...candidate.subjects],
    group: groupOf(candidate, entities) ?? unnamedGroup(candidate),
    agents: [...candidate.agents],
    recipients: [...candidate.recipients],
    date: candidate.date,
    place: candidate.place,
    term: candidate.term,
    charge: candidate.charge,
    assertion: candidate.assertion,
    cues: candidate.cues,
    attributedTo: [...candidate.sources],
    trigger: candidate.trigger,
    evidence: candidate.evidence,
    ruleId: candidate.rule.id,
    confidence,
  };
}

const unnamedGroup = ({ subjects, unnamed }: Candidate): Group | null =>
  subjects.size > 0 || unnamed === null ? null : { count: null, label: unnamed };

/** The largest group among the subjects. */
function groupOf(candidate: Candidate, entities: Entities): Group | null {
  let best: Group | null = null;
  for (const key of candidate.groups) {
    const entity = entities.byKey.get(key);
    if (entity?.kind !== "group") continue;
    if (best === null || (entity.count ?? 0) > (best.count ?? 0))
      best = { count: entity.count, label: entity.label };
  }
  return best;
}
