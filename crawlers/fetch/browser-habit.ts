import type { SourceHabit } from "../../model/crawl-state.ts";
import type { BrowserUse } from "./types.ts";

/** Empty shells in a row after which the browser comes first. */
const SHELLS_TO_LEARN = 3;
/** Pages after which plain HTTP is tried again: sites change, and the browser costs a hundred times as much. */
const HTTP_AGAIN_AFTER = 25;
/** Rendered pages in a row that stayed empty, after which the browser is given up for a while. */
const VAIN_RENDERS = 5;
const GIVE_UP_MS = 7 * 24 * 3_600_000;

/** What the fetch of one article told. */
export interface Rendering {
  /** Plain HTTP gave a page that needs the browser. */
  shell: boolean;
  /** The browser fetched the page. */
  rendered: boolean;
  /** The page was empty all the same. */
  empty: boolean;
}

export const newHabit = (sourceId: string): SourceHabit => ({
  sourceId,
  shells: 0,
  vainRenders: 0,
  sinceHttp: 0,
  noBrowserUntil: null,
});

/** How the next page of a source is to be fetched, by what was learned from the last ones. Pure; `now` in epoch ms. */
export function browserUse(habit: SourceHabit, now: number): BrowserUse {
  if (habit.noBrowserUntil !== null && now < Date.parse(habit.noBrowserUntil)) return "never";
  return habit.shells >= SHELLS_TO_LEARN && habit.sinceHttp < HTTP_AGAIN_AFTER ? "first" : "fallback";
}

/** The habit after a page; the same object when nothing was learned. Pure. */
export function learn(habit: SourceHabit, seen: Rendering, now: number): SourceHabit {
  if (seen.rendered && seen.empty) {
    const vainRenders = habit.vainRenders + 1;
    if (vainRenders < VAIN_RENDERS) return { ...habit, vainRenders };
    return { ...newHabit(habit.sourceId), noBrowserUntil: new Date(now + GIVE_UP_MS).toISOString() };
  }
  if (seen.rendered) {
    const shells = seen.shell ? habit.shells + 1 : habit.shells;
    return { ...habit, shells, vainRenders: 0, sinceHttp: seen.shell ? 0 : habit.sinceHttp + 1 };
  }
  if (seen.shell || (habit.shells === 0 && habit.sinceHttp === 0)) return habit;
  return { ...habit, shells: 0, sinceHttp: 0 };
}
