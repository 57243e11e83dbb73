import { Permanent } from "../model/errors.ts";

/** Cursors into the order of standing changes are their positions. */
export const cursorOf = (position: number): string => String(position);

/** @throws Permanent when it is no position. */
export function readCursor(cursor: string | null): number {
  if (cursor === null) return 0;
  if (!/^\d{1,15}$/.test(cursor))
    throw new Permanent(`"${cursor.slice(0, 40)}" is not the cursor of an earlier reading`);
  return Number(cursor);
}

/** Processes write with clocks of their own: so far entries may stand out of the order of their times. */
const clocksDifferMs = 10 * 60_000;

/**
 * A position before everything of an ISO time or later, and not long before it, in few steps.
 *
 * @param last the last position
 * @param entryFrom the first entry at a position or behind it; null when there is none
 */
export async function positionBefore(
  time: string,
  last: number,
  entryFrom: (position: number) => Promise<{ position: number; at: string } | null>,
): Promise<number> {
  const wanted = new Date(Date.parse(time) - clocksDifferMs).toISOString();
  let [older, high] = [0, last];
  while (older < high) {
    const middle = Math.ceil((older + high) / 2);
    const entry = await entryFrom(middle);
    if (entry === null || entry.at >= wanted) high = middle - 1;
    else older = Math.min(entry.position, high);
  }
  return older;
}
