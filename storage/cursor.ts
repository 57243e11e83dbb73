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
