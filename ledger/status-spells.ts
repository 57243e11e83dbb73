import type { LedgerEvent } from "../model/ledger.ts";
import { dayRange } from "./date-range.ts";
import { type PersonStatus, statusOf } from "./status.ts";

/** A time in which a person had one status, in days since 1970. */
export interface StatusSpell {
  status: PersonStatus;
  from: number;
  /** First day of another status, or the day after the last one that was asked for. */
  until: number;
}

/** Beyond so many different dates only the latest are looked at. */
const maxDates = 150;
const dayMs = 86_400_000;
const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

/**
 * How a person's status changed up to a day: the status of every day on which something is told. Pure.
 *
 * @param asOf ISO day
 */
export function statusSpells(personId: string, events: readonly LedgerEvent[], asOf: string): StatusSpell[] {
  const end = dayRange(asOf).last;
  const told = events.flatMap(({ date, firstPublished }) => date ?? firstPublished ?? []);
  const days = [...new Set(told.map((date) => Math.min(dayRange(date).last, end)))]
    .toSorted((a, b) => a - b)
    .slice(-maxDates);
  const spells: StatusSpell[] = [];
  for (const day of days) {
    const { status } = statusOf(personId, events, isoDay(day));
    const last = spells.at(-1);
    if (last?.status === status) continue;
    if (last !== undefined) last.until = day;
    spells.push({ status, from: day, until: end + 1 });
  }
  return spells.filter(({ status }) => status !== "unknown");
}
