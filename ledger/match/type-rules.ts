import type { EventType } from "../../model/extraction.ts";

/** How claims of one type are told apart. Published in `docs/ledger.md`. */
export interface TypeRule {
  /** Types whose claims may speak of one happening; the first that is told names it. */
  same: readonly EventType[];
  /** Days named by claims that lie this far apart or nearer may mean one day. */
  reachDays: number;
  /** The same for groups, which are taken and freed day after day. */
  groupReachDays: number;
  /** A claim without a date may speak of what happened at most this long before it was published. */
  undatedDays: number;
  /** Long afterwards, articles still tell it as background: without a date they mean the last one before them. */
  background: boolean;
  /** Happens to a person once, whatever dates are given. */
  once: boolean;
  /** Slot that tells two events apart when both claims fill it with different things. */
  by: "term" | "charge" | "agents" | "place" | null;
  /** Ends or begins a time in custody; what begins one stands between two that end one, and the other way round. */
  custody: "begins" | "ends" | null;
}

const usual: TypeRule = {
  same: [],
  reachDays: 3,
  groupReachDays: 2,
  undatedDays: 45,
  background: false,
  once: false,
  by: null,
  custody: null,
};
const spoken: TypeRule = { ...usual, reachDays: 2, undatedDays: 14, by: "agents" };
const death: TypeRule = {
  ...usual,
  same: ["execution", "death_in_custody"],
  background: true,
  once: true,
};
const ending: TypeRule = { ...usual, reachDays: 7, groupReachDays: 3, background: true, custody: "ends" };

export const typeRules: Readonly<Record<EventType, TypeRule>> = {
  arrest: { ...usual, reachDays: 7, groupReachDays: 1, background: true, custody: "begins" },
  charge: { ...usual, reachDays: 5, background: true, by: "charge" },
  trial: { ...usual, reachDays: 1, undatedDays: 7 },
  sentence: { ...usual, reachDays: 7, background: true, by: "term" },
  sentence_extension: { ...usual, reachDays: 7, background: true, by: "term" },
  transfer: { ...usual, by: "place" },
  hunger_strike: { ...usual, reachDays: 10 },
  hospitalisation: { ...usual, reachDays: 4 },
  death_in_custody: death,
  execution: death,
  disappearance: { ...usual, reachDays: 14, background: true },
  release: { ...ending, same: ["exchange", "release"] },
  pardon: { ...usual, reachDays: 7, groupReachDays: 3, background: true },
  exchange: { ...ending, same: ["exchange", "release"] },
  deportation: { ...usual, reachDays: 7, background: true, custody: "ends" },
  designation: { ...usual, reachDays: 7, background: true, by: "agents" },
  appeal: spoken,
  negotiation: { ...usual, reachDays: 4, groupReachDays: 4, undatedDays: 14, by: "agents" },
  visit: { ...usual, reachDays: 2, undatedDays: 14 },
  statement: spoken,
  sanction: { ...usual, reachDays: 4, groupReachDays: 4, by: "agents" },
  sanction_relief: { ...usual, reachDays: 4, groupReachDays: 4, by: "agents" },
};

/** Key of the types that may be one event. */
export const matchGroup = (type: EventType): string => typeRules[type].same[0] ?? type;
