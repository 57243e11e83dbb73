import type { LedgerEvent } from "../../model/ledger.ts";
import type { StandingChange } from "../../model/standing-change.ts";
import type { Store } from "../../storage/store.ts";
import { addRemarks } from "../remarks.ts";
import { isHeld } from "../status.ts";
import { readClock } from "./read-clock.ts";
import { type ClockThresholds, type Crossing, crossingsOf } from "./thresholds.ts";

interface RaiseOptions {
  thresholds: ClockThresholds;
  /** ISO time of the look. */
  at: string;
}

/**
 * Reads the isolation clock of one person and tells what has lasted too long: in the history of the event by which they
 * are held, and as a question to the analysts. What the history tells already is not told again, whoever looks and
 * however often. Nothing is raised of somebody who is not held as far as anybody knows.
 */
export async function raiseThresholds(
  store: Pick<Store, "events" | "conditionReports" | "standingChanges" | "reviewTasks" | "withLock">,
  personId: string,
  { thresholds, at }: RaiseOptions,
): Promise<StandingChange[]> {
  const { events, status, clock } = await readClock(store, personId, at.slice(0, 10));
  if (!isHeld(status.status)) return [];
  const crossings = crossingsOf(clock, thresholds);
  const carrying = status.eventIds.flatMap((id) => events.find((event) => event.id === id) ?? []);
  const [event] = carrying;
  if (crossings.length === 0 || event === undefined) return [];
  return addRemarks(store, { event, carrying }, async (told) => {
    const fresh = crossings.filter(
      ({ what, since }) =>
        !told.some(({ cause }) => cause.kind === "clock" && cause.what === what && cause.since === since),
    );
    // The question first: whoever dies here finds nothing told, and asks again, which changes nothing.
    if (fresh.length > 0)
      await store.reviewTasks.open({
        kind: "silence",
        target: { kind: "persons", ids: [personId] },
        reason: reasonOf(event, personId, crossings),
        priority: 4,
        openedAt: at,
      });
    return { at, causes: fresh.map((crossing) => ({ kind: "clock", personId, ...crossing })) };
  });
}

const words: Readonly<Record<Crossing["what"], string>> = {
  isolation: "in isolation",
  news: "without any news",
  letter: "without a letter",
  call: "without a call",
  visit: "without a visit",
  lawyer: "without a lawyer",
};

function reasonOf(event: LedgerEvent, personId: string, crossings: readonly Crossing[]): string {
  const name = event.subjects.find(({ id }) => id === personId)?.name ?? personId;
  const lasting = crossings.map(({ what, since }) => `${words[what]} since ${since}`);
  return `${name}, who is held, is ${lasting.join(", ")}, as far as is known.`;
}
