import type { EventState, StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";

/** What became of an event between two moments; null: it was not there, or is there no longer. */
export interface Difference {
  eventId: string;
  before: EventState | null;
  after: EventState | null;
  /** The event that it became part of. */
  joined: string | null;
}

const pageSize = 500;

/** All that changed in the ledger behind a cursor, each event once, however often it changed meanwhile. */
export async function differencesSince(
  { standingChanges }: Pick<Store, "standingChanges">,
  cursor: string | null,
): Promise<Difference[]> {
  const found = new Map<string, Difference>();
  for (let from = cursor; ; ) {
    const page: { items: StandingChange[]; cursor: string | null } = await standingChanges.after(
      from,
      pageSize,
    );
    for (const { eventId, before, after, cause } of page.items)
      found.set(eventId, {
        eventId,
        before: found.has(eventId) ? (found.get(eventId)?.before ?? null) : before,
        after,
        joined: cause.kind === "joined" ? cause.eventId : null,
      });
    if (page.items.length < pageSize) break;
    from = page.cursor;
  }
  return [...found.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}
