import type { LedgerEvent } from "../../model/ledger.ts";
import type { EventCase, Reading } from "../reading.ts";

const maxTogether = 60;
const maxSamePerson = 12;

export interface Relatives {
  /** The same kind of event, told of others by the very same claims: the people of one group release. */
  together: LedgerEvent[];
  samePerson: LedgerEvent[];
}

/** Events that an analyst wants beside this one. */
export async function relativesOf(reading: Reading, { event, claims }: EventCase): Promise<Relatives> {
  const own = new Set(claims.map(({ id }) => id));
  const others = new Set(claims.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  for (const { id } of event.subjects) others.delete(id);
  const together: LedgerEvent[] = [];
  for (const personId of [...others].slice(0, maxTogether)) {
    const { items } = await reading.events({ personId, type: event.type }, { limit: 20 });
    const same = items.find(
      ({ id, subjects, claimIds }) =>
        id !== event.id &&
        subjects.some((subject) => subject.id === personId) &&
        claimIds.some((claimId) => own.has(claimId)),
    );
    if (same !== undefined) together.push(same);
  }
  const [subject] = event.subjects;
  if (subject === undefined) return { together, samePerson: [] };
  const { items } = await reading.events({ personId: subject.id }, { limit: maxSamePerson + 1 });
  return { together, samePerson: items.filter(({ id }) => id !== event.id).slice(0, maxSamePerson) };
}
