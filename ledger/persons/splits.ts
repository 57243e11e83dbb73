import type { Candidate } from "../../model/candidate.ts";
import type { Decision } from "../../model/decision.ts";
import { plainId } from "./candidate-ids.ts";

const prefix = "split:";

/** The person that a split makes when it names nobody. */
export const splitPersonId = (decisionId: string): string => `${prefix}${decisionId}`;

export const isSplitPerson = (id: string): boolean => id.startsWith(prefix);

/** Persons who were split off are candidates without a name to be found by. */
export function splitPersons(decisions: readonly Decision[]): Candidate[] {
  return decisions.flatMap((decision) => {
    if (decision.kind !== "split" || decision.changes.into !== null) return [];
    const id = splitPersonId(decision.id);
    const blank = { names: [], keys: [], country: null, side: null, curator: null, needsContext: [] };
    return [{ ...blank, id, name: id, personId: id, contested: false, splitIds: [] }];
  });
}

/** Standing splits of the person whose candidates these are, and of none that was itself split off. */
export function splitIdsOf(
  candidate: Candidate,
  members: readonly string[],
  decisions: readonly Decision[],
): string[] {
  if (isSplitPerson(candidate.id)) return [];
  const ids = new Set([candidate.personId, ...members, ...members.map(plainId)]);
  return decisions
    .filter(
      ({ kind, target }) =>
        kind === "split" && target.kind === "persons" && target.ids.some((id) => ids.has(id)),
    )
    .map(({ id }) => id)
    .toSorted();
}
