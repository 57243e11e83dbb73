import { z } from "zod";
import { assertions, type EventType, eventTypes } from "./extraction.ts";
import { type LedgerEvent, standings } from "./ledger.ts";

/** Whether an event waits for an analyst, waits for somebody who is surer, or has been decided. */
export const inboxStates = ["open", "unsure", "done"] as const;
export type InboxState = (typeof inboxStates)[number];

/** An event on an analyst's desk: what the queue is filtered and sorted by. Natural key: the event. */
export const InboxItemSchema = z.strictObject({
  eventId: z.string(),
  state: z.enum(inboxStates),
  /** 0 first … 9 last, see {@link urgencyOf}. */
  urgency: z.int().min(0).max(9),
  /** Since when it waits. */
  since: z.iso.datetime(),
  assignee: z.string().nullable(),
  type: z.enum(eventTypes),
  standing: z.enum(standings),
  assertion: z.enum(assertions),
  /** Of the surest claim, 0…1. */
  confidence: z.number(),
  langs: z.array(z.string()),
  sourceIds: z.array(z.string()),
  /** Countries of the sources, ISO 3166. */
  countries: z.array(z.string()),
  personIds: z.array(z.string()),
  /** The last decision on it, if any stands. */
  decided: z.strictObject({ kind: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** It changed after it had been decided. */
  changedSince: z.boolean(),
});
export type InboxItem = z.infer<typeof InboxItemSchema>;

/** Items of one urgency go by how long they wait. */
export const inboxSort = ({ urgency, since }: InboxItem): string => `${urgency} ${since}`;

const pressing: ReadonlySet<EventType> = new Set([
  "release",
  "exchange",
  "pardon",
  "death_in_custody",
  "execution",
]);
const grave: ReadonlySet<EventType> = new Set([
  "disappearance",
  "arrest",
  "sentence",
  "hospitalisation",
  "deportation",
]);
const background: ReadonlySet<EventType> = new Set(["statement", "visit", "designation", "negotiation"]);
const wideReach = 3;

/** What matters first: who is free or dead, then what is disputed, then what many tell, then the rest of the facts. */
export function urgencyOf({ type, standing, assertion, originIds }: LedgerEvent): number {
  if (pressing.has(type) && assertion === "asserted") return standing === "disputed" ? 0 : 1;
  if (standing === "disputed") return 2;
  if (originIds.length >= wideReach) return 3;
  if (pressing.has(type)) return 5;
  if (assertion !== "asserted" || background.has(type)) return 7;
  return grave.has(type) ? 4 : 6;
}
