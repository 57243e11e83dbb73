const dayMs = 86_400_000;

/** Days since 1970 that a partial date or a publication time may mean, both ends included. */
export interface DayRange {
  first: number;
  last: number;
}

const dayOf = (year: number, month: number, day: number) =>
  Math.floor(Date.UTC(year, month - 1, day) / dayMs);

/** `2025-12` → its 31 days. A full ISO time counts as the day that it names. */
export function dayRange(date: string): DayRange {
  const [year = 0, month, day] = date.slice(0, 10).split("-").map(Number);
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (day === undefined) return { first: dayOf(year, month, 1), last: dayOf(year, month + 1, 1) - 1 };
  const only = dayOf(year, month, day);
  return { first: only, last: only };
}

/** Days between two ranges; 0 when they touch or overlap. */
export function gapDays(a: DayRange, b: DayRange): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}
