import type { EventType } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import { type DayRange, dayRange } from "./date-range.ts";

/** What is done to somebody, and what is said about them: claims of one family may bear on one another. */
const spoken: ReadonlySet<EventType> = new Set<EventType>([
  "appeal",
  "statement",
  "negotiation",
  "visit",
  "designation",
  "sanction",
  "sanction_relief",
]);
const familyOf = (type: EventType) => (spoken.has(type) ? "voices" : "custody");

/** Block of one person's events of the family that the type belongs to. */
export function personBlockKey(type: EventType, personId: string): string {
  return `${familyOf(type)}|person|${personId}`;
}

/** Window of time for claims that have no person to be found by: those on groups, on swaps, and on nobody. */
function windowKey(type: EventType, kind: "group" | "swap" | "nobody", window: string): string {
  return `${type}|${kind}|${window}`;
}

type BlockKind = "person" | "group" | "swap" | "nobody";

/** What a key says: the kind of block, its person or its window (a month `2025-12`, a year `2024`, or `undated`). */
export function readBlockKey(blockKey: string): { kind: BlockKind; of: string } {
  const [, kind = "", ...of] = blockKey.split("|");
  return { kind: kind as BlockKind, of: of.join("|") };
}

const kinds: ReadonlySet<string> = new Set<BlockKind>(["person", "group", "swap", "nobody"]);
/** Tells block keys from other keys that decisions are found by. */
export const isBlockKey = (key: string): boolean => kinds.has(readBlockKey(key).kind);

const windowOf = (date: string): string => date.slice(0, 7);

/** Block of an event of nobody by name that somebody adds. */
export const groupBlockKey = (type: EventType, date: string): string =>
  windowKey(type, "group", windowOf(date));

/**
 * The blocks in which a claim is compared with others: one for each named subject; for a group, a swap, or nobody named,
 * those of the months that it may belong to. Near the turn of a month a claim stands in both, and each event is kept by
 * the month of its day, so that nothing is told twice or torn apart. Events in different blocks are never the same.
 */
export function blockKeysOf(claim: Claim): string[] {
  const keys = claim.subjects.map(({ id }) => personBlockKey(claim.type, id));
  const kind =
    claim.type === "exchange" ? "swap" : claim.group !== null ? "group" : keys.length === 0 ? "nobody" : null;
  if (kind !== null) keys.push(...windowsOf(claim).map((window) => windowKey(claim.type, kind, window)));
  return [...new Set(keys)];
}

const marginDays = 7;
/** A claim without a date may speak of what happened so long before it was published. */
const undatedDays = 14;
const dayMs = 86_400_000;
const monthOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 7);

function windowsOf({ date, published }: Claim): string[] {
  if (date?.length === 4) return [date];
  if (date !== null) return monthsIn(dayRange(date), marginDays, marginDays);
  return published === null ? ["undated"] : monthsIn(dayRange(published), undatedDays, 1);
}

function monthsIn({ first, last }: DayRange, before: number, after: number): string[] {
  return [
    ...new Set([monthOf(first - before), monthOf(first), monthOf(last), monthOf(last + after)]),
  ].toSorted();
}

/** The window that keeps an event, from the claim that opened it. */
export function owningWindow({ date, published }: Claim): string {
  const at = date ?? published;
  return at === null ? "undated" : windowOf(at);
}
