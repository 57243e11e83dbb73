import type { LedgerEvent, Party, Person } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";

/**
 * What a ledger says, without what tells who came first: the ids of events, which of its candidates' ids a person bears,
 * and by which spelling a party is called.
 */
export async function contentsOf(store: Store): Promise<{ events: string[]; persons: string[] }> {
  const events: LedgerEvent[] = [];
  const persons: Person[] = [];
  for await (const { collection, document } of store.dump()) {
    if (collection === "events") events.push(document as LedgerEvent);
    if (collection === "persons") persons.push(document as Person);
  }
  const names = new Map(persons.map((person) => [person.id, person.names.join(" = ")]));
  const called = (id: string) => names.get(id) ?? id;
  const parties = (all: readonly Party[]) => all.map(({ id }) => called(id)).toSorted();
  return {
    events: events
      .map(({ blockKey, subjects, agents, recipients, confirmedBy, deniedBy, originIds, ...event }) =>
        JSON.stringify({
          ...event,
          id: "",
          block: blockKey.split("|").map(called),
          subjects: parties(subjects),
          agents: parties(agents),
          recipients: parties(recipients),
          confirmedBy: parties(confirmedBy),
          deniedBy: parties(deniedBy),
          origins: originIds.map(called).toSorted(),
          dates: event.dates.map(({ date, originIds: of }) => [date, of.map(called).toSorted()]),
          counts: event.counts.map(({ count, label, originIds: of }) => [
            count,
            label,
            of.map(called).toSorted(),
          ]),
        }),
      )
      .toSorted(),
    persons: persons.map((person) => JSON.stringify({ ...person, id: "" })).toSorted(),
  };
}
