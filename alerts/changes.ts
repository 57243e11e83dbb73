import { createHash } from "node:crypto";
import type { AlertChange } from "../model/alert.ts";
import type { EventType } from "../model/extraction.ts";
import type { Cause, EventState } from "../model/standing-change.ts";

const deaths: ReadonlySet<EventType> = new Set(["death_in_custody", "execution"]);

/** What of an event a reader would call another event when it changes. */
const content = ({ subjects, group, date, place, term, charge }: EventState) => [
  subjects.map(({ id }) => id).toSorted(),
  group?.count ?? null,
  date,
  place,
  term,
  charge,
];

const same = (a: EventState, b: EventState): boolean =>
  JSON.stringify(content(a)) === JSON.stringify(content(b));

/**
 * What became of an event between what was last told of it and now, as alert rules call it; empty when nothing that a
 * reader would notice. Entries that leave the event as it was are what they tell of its person. An event that was only planned or doubtful and is now told as a fact is new.
 */
export function changesBetween(
  before: EventState | null,
  after: EventState | null,
  cause: Cause["kind"],
): AlertChange[] {
  if (after === null) return before === null ? [] : ["retracted"];
  const found = new Set<AlertChange>();
  if (cause === "clock") return ["silence"];
  if (cause === "condition") return ["condition"];
  const happened = before === null || (before.assertion !== "asserted" && after.assertion === "asserted");
  if (happened) {
    found.add("new");
    if (deaths.has(after.type)) found.add("died");
  }
  if (before === null || before.standing !== after.standing) {
    if (after.standing !== "claimed") found.add(after.standing);
    // Back to one voice: those who heard of the denial have to hear that it is over.
    else if (before !== null && !happened) found.add("corrected");
  }
  if (before !== null && !happened && (!same(before, after) || before.assertion !== after.assertion))
    found.add("corrected");
  return [...found];
}

/** Two states with one key tell a reader the same. */
export function tellingKey(state: EventState | null): string {
  const told = state === null ? null : [state.type, state.assertion, state.standing, content(state)];
  return createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 16);
}
