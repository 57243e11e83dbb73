import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";

/** An extraction in the form of the annotated corpus, for its scorer. */
export function asGold(id: string, article: Article, extraction: Extraction) {
  const evidence = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end);
  return {
    id,
    persons: extraction.persons.map(({ name, aliases, role, canonical }) => ({
      name,
      aliases,
      role,
      canonical,
    })),
    actors: extraction.actors.map(({ name, aliases, class: kind }) => ({ name, aliases, class: kind })),
    conditions: extraction.conditions.map((condition) => ({
      category: condition.category,
      persons: condition.persons,
      assertion: condition.assertion,
      attributed_to: condition.attributedTo,
      evidence: evidence(condition.evidence),
    })),
    events: extraction.events.map((event) => ({
      type: event.type,
      subjects: event.subjects,
      group: event.group,
      agents: event.agents,
      recipients: event.recipients,
      date: event.date,
      place: event.place,
      term: event.term,
      charge: event.charge,
      assertion: event.assertion,
      attributed_to: event.attributedTo,
      evidence: evidence(event.evidence),
      confidence: event.confidence.value,
    })),
  };
}
