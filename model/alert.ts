import { createHash } from "node:crypto";
import { z } from "zod";
import { assertions, conditionCategories, eventTypes } from "./extraction.ts";
import { clockKinds, EventStateSchema } from "./standing-change.ts";

/**
 * What can happen to an event that a rule may want to hear of. `new`: told as a fact for the first time; `died`: the
 * same of a death or an execution; `corrected`: another date, place, term or people; `silence`: the isolation clock of
 * its person passed a threshold; `condition`: how its person is treated or fares is reported for the first time in a
 * while. The others are the standing that it came to.
 */
export const alertChanges = [
  "new",
  "corroborated",
  "confirmed",
  "disputed",
  "denied",
  "retracted",
  "corrected",
  "died",
  "silence",
  "condition",
] as const;
export type AlertChange = (typeof alertChanges)[number];

/** Languages in which alerts are written. */
export const alertLanguages = ["en", "ru", "be", "es"] as const;
export type AlertLanguage = (typeof alertLanguages)[number];

export const urgencies = ["low", "normal", "high", "urgent"] as const;
export type Urgency = (typeof urgencies)[number];

export const digestPeriods = ["hourly", "daily", "weekly"] as const;
export type DigestPeriod = (typeof digestPeriods)[number];

const idPattern = /^[a-z0-9][a-z0-9-]{0,63}$/;
export const AlertIdSchema = z
  .string()
  .regex(idPattern, "lower-case letters, digits and hyphens, at most 64 of them");

const ids = z.array(z.string().min(1)).default([]);

/** A time of day, `HH:MM`. */
const TimeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "22:30", in quotes');

const TimeZoneSchema = z.string().refine(
  (timeZone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  },
  { error: "a time zone such as Europe/Warsaw or UTC" },
);

/** Who wants to hear of what, and how. Empty lists of `who`, `what`, `where` and `from` mean: any. */
export const AlertRuleSchema = z.strictObject({
  id: AlertIdSchema,
  name: z.string().min(1).max(120),
  enabled: z.boolean().default(true),
  /** Ids of persons, and names of lists of them; one of either is enough. */
  who: z.strictObject({ persons: ids, lists: ids }).prefault({}),
  what: z
    .strictObject({
      types: z.array(z.enum(eventTypes)).default([]),
      /** How an event has to be told; what is only planned, demanded or uncertain is no news to most. */
      assertions: z.array(z.enum(assertions)).min(1).default(["asserted"]),
      /** Which of the `condition` changes; the types of events do not matter to them. */
      conditions: z.array(z.enum(conditionCategories)).default([]),
      /** Which of the `silence` changes, and from how many days on; likewise. */
      clock: z
        .strictObject({
          kinds: z.array(z.enum(clockKinds)).default([]),
          minimumDays: z.int().positive().default(1),
        })
        .prefault({}),
    })
    .prefault({}),
  where: z
    .strictObject({
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, "a country by its two letters, such as BY"))
        .default([]),
      /** Ids of prisons and other places of detention. */
      facilities: ids,
    })
    .prefault({}),
  from: z
    .strictObject({
      sources: ids,
      tiers: z.array(z.int().min(1).max(4)).default([]),
      /** Languages of the articles. */
      languages: z.array(z.string().min(2)).default([]),
    })
    .prefault({}),
  minimum: z
    .strictObject({
      /** The best confidence among the claims, 0 to 1. */
      confidence: z.number().min(0).max(1).default(0.5),
      standing: z.enum(["claimed", "corroborated", "confirmed"]).default("claimed"),
    })
    .prefault({}),
  changes: z
    .array(z.enum(alertChanges))
    .min(1)
    .default(["new", "corroborated", "confirmed", "disputed", "denied", "retracted", "died"]),
  language: z.enum(alertLanguages).default("en"),
  urgency: z.enum(urgencies).default("normal"),
  /** Nothing but urgent rules is delivered between these times of day; it comes when they are over. */
  quietHours: z
    .strictObject({ from: TimeOfDaySchema, to: TimeOfDaySchema, timeZone: TimeZoneSchema })
    .nullable()
    .default(null),
  /** At most so many messages to a target within so many minutes; the rest comes later, nothing is dropped. */
  rateCap: z
    .strictObject({
      messages: z.int().positive(),
      perMinutes: z
        .int()
        .positive()
        .max(7 * 24 * 60),
    })
    .nullable()
    .default(null),
  /** One message for all of a period instead of one for each change. */
  digest: z
    .strictObject({
      every: z.enum(digestPeriods),
      at: TimeOfDaySchema.default("08:00"),
      timeZone: TimeZoneSchema.default("UTC"),
    })
    .nullable()
    .default(null),
  /** Restricted events are told too; for rules whose readers may see them. */
  restricted: z.boolean().default(false),
  /** Events longer ago than `maxAgeDays` are told too: for those who fill an archive. */
  oldNews: z.boolean().default(false),
  /** Days between an event, or its reports when it has no date, and now, beyond which it is old news. */
  maxAgeDays: z.int().positive().default(14),
  /** Ids of targets. */
  to: z.array(AlertIdSchema).min(1),
});
export type AlertRule = z.infer<typeof AlertRuleSchema>;

/** What is told of the person while the event is as it was. */
const AlertRemarkSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("clock"),
    what: z.enum(clockKinds),
    since: z.string(),
    days: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal("condition"), category: z.enum(conditionCategories) }),
]);
export type AlertRemark = z.infer<typeof AlertRemarkSchema>;

/** The deal that an event is part of, as far as it is known. */
const AlertDealSchema = z.strictObject({
  /** Events of one deal have one id. */
  id: z.string(),
  parts: z.array(
    z.strictObject({
      eventId: z.string(),
      type: z.enum(eventTypes),
      date: z.string().nullable(),
      /** The people or the bodies concerned. */
      who: z.string(),
      /** Why it is thought to be part of it. */
      reasons: z.array(z.string()),
    }),
  ),
});
export type AlertDeal = z.infer<typeof AlertDealSchema>;

/** What a message tells, apart from its language and form. Kept with the delivery, so that a replay sends the same. */
export const NoticeSchema = z.strictObject({
  ruleId: z.string(),
  ruleName: z.string(),
  urgency: z.enum(urgencies),
  language: z.enum(alertLanguages),
  eventId: z.string(),
  changeId: z.string(),
  /** When the event changed. */
  at: z.iso.datetime(),
  changes: z.array(z.enum(alertChanges)).min(1),
  /** What was told to the same target before; null when this is the first that it hears of the event. */
  before: EventStateSchema.nullable(),
  /** Null when nobody tells the event any longer. */
  after: EventStateSchema.nullable(),
  countries: z.array(z.string()),
  /** Names of the subjects by id, in the script of the rule's language as far as one is known. */
  names: z.record(z.string(), z.string()),
  evidence: z
    .strictObject({
      quote: z.string(),
      sourceName: z.string(),
      title: z.string(),
      url: z.string(),
      published: z.string().nullable(),
    })
    .nullable(),
  /** Names of the sources that tell it. */
  sources: z.array(z.string()),
  /** Names of those whom the reports give as their source. */
  attributedTo: z.array(z.string()),
  remark: AlertRemarkSchema.nullable().default(null),
  deal: AlertDealSchema.nullable().default(null),
});
export type Notice = z.infer<typeof NoticeSchema>;

/**
 * `waiting`: has not been sent, or not accepted yet; `collecting`: will be part of a digest; `digested`: was part of
 * one; `delivered`: the target accepted it; `dead`: given up after all tries, can be replayed.
 */
export const deliveryStates = ["waiting", "collecting", "digested", "delivered", "dead"] as const;

/** What a target answered to one try. */
const AttemptSchema = z.strictObject({
  at: z.iso.datetime(),
  ok: z.boolean(),
  /** False when the target only asked to wait. */
  spent: z.boolean(),
  /** HTTP status or SMTP code, when there was an answer. */
  code: z.int().nullable(),
  /** Beginning of the answer, or what went wrong; no secret. */
  answer: z.string().max(500),
  milliseconds: z.int().nonnegative(),
});
export type Attempt = z.infer<typeof AttemptSchema>;

/** One message to one target. Natural key: {@link deliveryId}. */
export const DeliverySchema = z.strictObject({
  id: z.string(),
  /** `operations` is for those who run Habeas. */
  kind: z.enum(["alert", "digest", "operations"]),
  ruleId: z.string(),
  targetId: z.string(),
  /** Deliveries of one thread go out in order: rule, target and event; of a digest rule and target. */
  threadKey: z.string(),
  state: z.enum(deliveryStates),
  createdAt: z.iso.datetime(),
  /** Not before this time. */
  dueAt: z.iso.datetime(),
  /** Order within the thread. */
  seq: z.int().positive(),
  /** What it tells: one change, or those of a digest. */
  notices: z.array(NoticeSchema),
  /** What it tells those who run Habeas: about a source, not about people. */
  operations: z.strictObject({ subject: z.string(), text: z.string() }).nullable(),
  /** Time of publication of the newest article behind it, for published-to-alert seconds. */
  published: z.string().nullable(),
  attempts: z.array(AttemptSchema),
  deliveredAt: z.iso.datetime().nullable(),
});
export type Delivery = z.infer<typeof DeliverySchema>;

const hash = (...parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);

/**
 * Identifier of the one delivery of a rule about an event's standing: the same change planned twice, by any worker, is
 * one. It is also the key by which a target can see that a message came twice.
 *
 * @param occasion the standing change, or the period of a digest
 */
export const deliveryId = (threadKey: string, occasion: string): string => hash(threadKey, occasion);

export const threadKeyOf = (ruleId: string, targetId: string, eventId: string): string =>
  hash(ruleId, targetId, eventId);

/** What a target was told last of an event by a rule. Natural key: {@link threadKeyOf}. */
export const AlertThreadSchema = z.strictObject({
  id: z.string(),
  eventId: z.string(),
  /** Null when it was told that nobody tells the event any longer. */
  told: EventStateSchema.nullable(),
  /** How many messages there were. */
  seq: z.int().nonnegative(),
  at: z.iso.datetime(),
});
export type AlertThread = z.infer<typeof AlertThreadSchema>;

/** When the last messages of a rule with a cap go out to a target. Natural key: rule and target with a blank between. */
export const AlertPaceSchema = z.strictObject({ id: z.string(), dueAt: z.array(z.iso.datetime()) });
export type AlertPace = z.infer<typeof AlertPaceSchema>;

/** What is remembered about a target between deliveries. Natural key: `id`. */
export const TargetStateSchema = z.strictObject({
  id: z.string(),
  consecutiveFailures: z.int().nonnegative(),
  /** While this lies ahead nothing is sent to the target; afterwards one message tries. */
  closedUntil: z.iso.datetime().nullable(),
  lastError: z.string().nullable(),
  changedAt: z.iso.datetime(),
});
export type TargetState = z.infer<typeof TargetStateSchema>;

/** Up to which of the ledger's changes, and of the notices about sources, alerts were planned. */
export const AlertProgressSchema = z.strictObject({
  id: z.enum(["progress", "operations"]),
  cursor: z.string().nullable(),
});
export type AlertProgress = z.infer<typeof AlertProgressSchema>;
