import { z } from "zod";

/** `unknown`: too little was seen to judge. */
export const lampColours = ["unknown", "green", "yellow", "red"] as const;
export type LampColour = (typeof lampColours)[number];

/** Whether it can be reached, whether it still announces, and whether its pages are still read whole. */
export const lampNames = ["transport", "discovery", "extraction"] as const;
export type LampName = (typeof lampNames)[number];

export const LampSchema = z.strictObject({
  colour: z.enum(lampColours),
  /** What an operator should read; empty when all is well. */
  reason: z.string(),
  /** ISO time since which it has had this colour. */
  since: z.string(),
  /** Another colour that was seen so many times in a row, not often enough yet to believe it. */
  pending: z.strictObject({ colour: z.enum(lampColours), times: z.int().positive() }).nullable(),
});
export type Lamp = z.infer<typeof LampSchema>;

/** How one page was read, in the few facts that tell a broken template from a sound one. */
export const ReadingSchema = z.strictObject({
  outcome: z.enum(["read", "blocked", "gone", "unreadable"]),
  hasTitle: z.boolean(),
  hasDate: z.boolean(),
  hasBody: z.boolean(),
});
export type Reading = z.infer<typeof ReadingSchema>;

/** What is usual for a source's pages, and what came last. */
export const ReadingHabitSchema = z.strictObject({
  /** The latest readings, oldest first; they are not part of the usual yet. */
  recent: z.array(ReadingSchema),
  /** Readings that the usual shares come from, counted up to what they look back on. */
  count: z.int().nonnegative(),
  noTitle: z.number().min(0).max(1),
  noDate: z.number().min(0).max(1),
  noBody: z.number().min(0).max(1),
  /** ISO time of the last outcome that was taken in. */
  seenUntil: z.string().nullable(),
});
export type ReadingHabit = z.infer<typeof ReadingHabitSchema>;

/** Kinds of notices, worst first. */
const noticeKinds = ["dark", "degraded", "recovered", "moved", "retired", "proposed"] as const;

/**
 * Something that whoever runs Habeas should know about a source; nothing for readers. Natural key: `id`, which sorts by
 * time.
 */
export const SourceNoticeSchema = z.strictObject({
  id: z.string(),
  at: z.string(),
  sourceId: z.string(),
  /** `dark`: a lamp turned red. `moved`, `retired`, `proposed`: about one endpoint, for the maintainer of its file. */
  kind: z.enum(noticeKinds),
  lamp: z.enum(lampNames).nullable(),
  before: z.enum(lampColours).nullable(),
  after: z.enum(lampColours).nullable(),
  /** One sentence, with what to do where that is known. */
  text: z.string(),
});
export type SourceNotice = z.infer<typeof SourceNoticeSchema>;

/** The state of a source as its lamps show it. Natural key: `sourceId`. */
export const SourceHealthSchema = z.strictObject({
  sourceId: z.string(),
  /** ISO time of the evaluation. */
  at: z.string(),
  lamps: z.record(z.enum(lampNames), LampSchema),
  reading: ReadingHabitSchema,
  /** What has been told about endpoints, so that it is told once. */
  told: z.array(z.string()),
  /** Notices of this evaluation: kept here first, so that none is lost between two writes. */
  notices: z.array(SourceNoticeSchema),
});
export type SourceHealth = z.infer<typeof SourceHealthSchema>;
