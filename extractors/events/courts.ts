import type { EventType } from "../../model/extraction.ts";
import type { Candidate } from "./candidate.ts";
import type { EventContext } from "./context.ts";
import { mentionsWithin } from "./fill.ts";

const verdicts: ReadonlySet<EventType> = new Set(["sentence", "sentence_extension"]);
const maxSentencesBack = 2;

/**
 * Gives verdicts that are told without their court the one that is named in the same sentence, else that of the verdict
 * told right before ("The Baku court jailed A for nine years. B was given eight.").
 */
export function lendCourts(context: EventContext, candidates: readonly Candidate[]): Candidate[] {
  let last: Candidate | undefined;
  return candidates.map((candidate) => {
    if (!verdicts.has(candidate.type) || candidate.headline) return candidate;
    if (candidate.agents.size > 0) {
      last = candidate;
      return candidate;
    }
    const named = courtIn(context, candidate);
    const isNear = last !== undefined && candidate.sentence - last.sentence <= maxSentencesBack;
    const isSameTime = last?.date == null || candidate.date === null || candidate.date === last.date;
    const agents =
      named ?? (isNear && isSameTime && candidate.rule.date?.length !== 0 ? last?.agents : undefined);
    if (agents === undefined) return candidate;
    const lent = { ...candidate, agents: new Set([...agents].filter((key) => !candidate.subjects.has(key))) };
    last = lent;
    return lent;
  });
}

/** The only court that the sentence names. */
function courtIn(context: EventContext, { sentence }: Candidate): Set<string> | undefined {
  const { doc, entities, lexicon } = context;
  const range = doc.sentences[sentence];
  if (range === undefined) return undefined;
  const keys = new Set(
    mentionsWithin(context, range.first, range.last)
      .flatMap((mention) => mention.entities)
      .filter((key) => {
        const entity = entities.byKey.get(key);
        return (
          entity?.kind === "actor" &&
          entity.class === "state_body" &&
          entity.name.split(" ").some((word) => lexicon.courtNouns.has(word.toLowerCase()))
        );
      }),
  );
  return keys.size === 1 ? keys : undefined;
}
