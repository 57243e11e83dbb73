import type { LedgerEvent } from "../model/ledger.ts";
import { type Cause, changeId, type StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { stateOf } from "./history.ts";

/** What to add, and when (ISO time). */
interface Remarks {
  at: string;
  causes: readonly Cause[];
}

/**
 * Adds entries to the history of an event that leave it as it is: time that passed, or what is told of its person. Under
 * the lock of the event's block, so that whoever adds has seen what others added.
 *
 * @param about the event, and all events by which its person is held: what one of their histories tells is told
 * @param choose gives what is new beside what was told already
 */
export async function addRemarks(
  store: Pick<Store, "standingChanges" | "withLock">,
  { event, carrying }: { event: LedgerEvent; carrying: readonly LedgerEvent[] },
  choose: (told: readonly StandingChange[]) => Promise<Remarks>,
): Promise<StandingChange[]> {
  return store.withLock(`block:${event.blockKey}`, async () => {
    const told: StandingChange[] = [];
    for (const { id } of carrying) told.push(...(await store.standingChanges.ofEvent(id)));
    const { at, causes } = await choose(told);
    if (causes.length === 0) return [];
    const last = told.findLast(({ eventId }) => eventId === event.id);
    const state = last?.after ?? stateOf(event);
    return store.standingChanges.append(
      causes.map((cause, index): StandingChange => {
        const seq = (last?.seq ?? 0) + index + 1;
        return {
          id: changeId(event.id, seq),
          eventId: event.id,
          seq,
          at,
          cause,
          before: state,
          after: state,
        };
      }),
    );
  });
}

/** What an entry tells that leaves the event as it was, for people; null for other entries. */
export function remarkOf(cause: Cause): string | null {
  if (cause.kind === "condition") return `reported: ${cause.category.replaceAll("_", " ")}`;
  if (cause.kind !== "clock") return null;
  const what = cause.what === "isolation" ? "in isolation" : `no ${cause.what}`;
  return `${what} since ${cause.since}, ${cause.days} days`;
}
