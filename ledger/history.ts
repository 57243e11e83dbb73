import type { LedgerEvent, Party } from "../model/ledger.ts";
import { type Cause, changeId, type EventState, type StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";

/** What the history keeps of an event. */
export function stateOf(event: LedgerEvent): EventState {
  const { type, subjects, group, agents, recipients, date, place, term, charge, assertion, standing } = event;
  const content = {
    type,
    subjects,
    group,
    agents,
    recipients,
    date,
    place,
    term,
    charge,
    assertion,
    standing,
  };
  return { ...content, origins: event.originIds.length };
}

const ids = (parties: readonly Party[]) => parties.map(({ id }) => id).toSorted();

/** What a state tells, for comparing: not the spelling of names and not the number of origins. */
function told(state: EventState | null): string {
  if (state === null) return "";
  const parties = [state.subjects, state.agents, state.recipients].map(ids);
  const { type, group, date, place, term, charge, assertion, standing } = state;
  const counted = group && [group.count, group.label];
  return JSON.stringify([parties, type, counted, date, place, term, charge, assertion, standing]);
}

/** An event as it is from now on; null when it is there no longer. */
export interface Outcome {
  eventId: string;
  state: EventState | null;
  cause: Cause;
}

/**
 * Writes what changed into the histories. An event is compared with the last entry of its own history, not with what
 * was stored before, so that a repetition after a crash adds what is missing and nothing else.
 */
export async function recordChanges(
  store: Pick<Store, "standingChanges">,
  outcomes: readonly Outcome[],
  at: string,
): Promise<StandingChange[]> {
  if (outcomes.length === 0) return [];
  const latest = await store.standingChanges.latest(outcomes.map(({ eventId }) => eventId));
  const changes = outcomes.flatMap(({ eventId, state, cause }): StandingChange[] => {
    const last = latest.get(eventId);
    const before = last?.after ?? null;
    if (told(before) === told(state)) return [];
    const seq = (last?.seq ?? 0) + 1;
    return [{ id: changeId(eventId, seq), eventId, seq, at, cause, before, after: state }];
  });
  return changes.length === 0 ? [] : store.standingChanges.append(changes);
}
