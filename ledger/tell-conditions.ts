import type { ConditionReport } from "../model/condition-report.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import type { StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { addRemarks } from "./remarks.ts";
import { statusOf } from "./status.ts";

/** A category is news of somebody again after so many days without a report of it. */
const againAfterDays = 30;
const dayMs = 86_400_000;
const maxEvents = 300;

/**
 * Tells in the history of the event by which somebody is held that they are reported to be treated or to fare in some
 * way, once for each category until it is quiet for a month. Of whom no event is known nothing is told.
 *
 * @param reports those that are new; what is not told as a fact is left out
 * @param at ISO time for the history
 */
export async function tellConditions(
  store: Pick<Store, "events" | "standingChanges" | "withLock">,
  reports: readonly ConditionReport[],
  at: string,
): Promise<StandingChange[]> {
  const told: StandingChange[] = [];
  const byPerson = new Map<string, ConditionReport[]>();
  for (const report of reports)
    if (report.assertion === "asserted" && report.published !== null)
      for (const { id } of report.persons) byPerson.set(id, [...(byPerson.get(id) ?? []), report]);
  for (const [personId, own] of byPerson) {
    const carrying = await custodyOf(store, personId);
    const [event] = carrying;
    if (event !== undefined)
      told.push(...(await tellOf(store, { personId, event, carrying, reports: own, at })));
  }
  return told;
}

/** The events by which a person is held, else the newest of which they are the subject. */
async function custodyOf(store: Pick<Store, "events">, personId: string): Promise<LedgerEvent[]> {
  const { items } = await store.events.list({ personId }, { limit: maxEvents });
  const own = items.filter(({ subjects }) => subjects.some(({ id }) => id === personId));
  const { eventIds } = statusOf(personId, own);
  const carrying = eventIds.flatMap((id) => own.find((event) => event.id === id) ?? []);
  return carrying.length > 0 ? carrying : own.slice(0, 1);
}

interface Telling {
  personId: string;
  event: LedgerEvent;
  carrying: readonly LedgerEvent[];
  reports: readonly ConditionReport[];
  at: string;
}

function tellOf(
  store: Pick<Store, "standingChanges" | "withLock">,
  { personId, event, carrying, reports, at }: Telling,
): Promise<StandingChange[]> {
  const once = new Map(reports.map((report) => [report.category, report]));
  return addRemarks(store, { event, carrying }, async (told) => ({
    at,
    causes: [...once.values()].flatMap(({ category, id, articleId, published }) => {
      const day = published ?? at;
      const known = told.some(
        ({ cause }) =>
          cause.kind === "condition" &&
          cause.personId === personId &&
          cause.category === category &&
          Math.abs(Date.parse(cause.published) - Date.parse(day)) < againAfterDays * dayMs,
      );
      return known
        ? []
        : [{ kind: "condition" as const, personId, category, reportId: id, articleId, published: day }];
    }),
  }));
}
