import { z } from "zod";
import { conditionCategories, PartialDateSchema } from "./extraction.ts";
import { EventSchema } from "./ledger.ts";

/** What the history keeps of an event: its standing and its content, without the claims behind them. */
export const EventStateSchema = EventSchema.pick({
  type: true,
  subjects: true,
  group: true,
  agents: true,
  recipients: true,
  date: true,
  place: true,
  term: true,
  charge: true,
  assertion: true,
  standing: true,
}).extend({
  /** Independent origins at that moment; a change of this number alone makes no entry. */
  origins: z.int().nonnegative(),
});
export type EventState = z.infer<typeof EventStateSchema>;

export const clockKinds = ["isolation", "news", "letter", "call", "visit", "lawyer"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What made an event change. */
const CauseSchema = z.discriminatedUnion("kind", [
  /** An article that was read, read again, corrected, or linked to what it copies. */
  z.strictObject({ kind: z.literal("article"), articleId: z.string() }),
  z.strictObject({ kind: z.literal("decision"), decisionId: z.string() }),
  /** Its claims are part of another event from now on. */
  z.strictObject({ kind: z.literal("joined"), eventId: z.string() }),
  /** Who is who was seen anew: persons were merged or parted. */
  z.strictObject({ kind: z.literal("identity"), personIds: z.array(z.string()) }),
  /** Time passed: a threshold of the isolation clock. */
  z.strictObject({
    kind: z.literal("clock"),
    personId: z.string(),
    /** What has lasted too long: isolation, or that there is no news, letter, call, visit or lawyer. */
    what: z.enum(clockKinds),
    /** Partial date since when. */
    since: PartialDateSchema,
    days: z.int().nonnegative(),
  }),
  /** How the person is treated or fares, told of them for the first time in a while; the event itself is as it was. */
  z.strictObject({
    kind: z.literal("condition"),
    personId: z.string(),
    category: z.enum(conditionCategories),
    reportId: z.string(),
    articleId: z.string(),
    /** When the report was published. */
    published: z.string(),
  }),
]);
export type Cause = z.infer<typeof CauseSchema>;

/** One entry of an event's history: immutable. Natural key: event and seq. */
export const StandingChangeSchema = z.strictObject({
  /** {@link changeId} of the two below. */
  id: z.string(),
  eventId: z.string(),
  /** 1, 2, 3 … within the event. */
  seq: z.int().positive(),
  at: z.iso.datetime(),
  cause: CauseSchema,
  /** Null when the event was not there before. */
  before: EventStateSchema.nullable(),
  /** Null when the event is there no longer. */
  after: EventStateSchema.nullable(),
});
export type StandingChange = z.infer<typeof StandingChangeSchema>;

export const changeId = (eventId: string, seq: number): string =>
  `${eventId}-${String(seq).padStart(5, "0")}`;
