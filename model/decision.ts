import { createHash } from "node:crypto";
import { z } from "zod";
import { assertions, eventTypes, GroupSchema, PartialDateSchema } from "./extraction.ts";
import { PartySchema, standings } from "./ledger.ts";

/** What an analyst may say of an event in the place of what the claims say; absent slots stay computed. */
export const EventEditSchema = z.strictObject({
  type: z.enum(eventTypes).optional(),
  subjects: z.array(PartySchema).optional(),
  group: GroupSchema.nullable().optional(),
  agents: z.array(PartySchema).optional(),
  recipients: z.array(PartySchema).optional(),
  date: PartialDateSchema.nullable().optional(),
  place: z.string().nullable().optional(),
  term: z.string().nullable().optional(),
  charge: z.string().nullable().optional(),
  assertion: z.enum(assertions).optional(),
  standing: z.enum(standings).optional(),
});
export type EventEdit = z.infer<typeof EventEditSchema>;

/** A claim as it stood when somebody decided: enough to find it again after a new extraction. */
const AnchorClaimSchema = z.strictObject({ id: z.string(), articleId: z.string(), quote: z.string() });

/**
 * The event that a decision is about, by id and by content: events are computed, so the decision follows its evidence
 * to the event that holds it now.
 */
const EventTargetSchema = z.strictObject({
  kind: z.literal("event"),
  id: z.string(),
  type: z.enum(eventTypes),
  blockKey: z.string(),
  subjectIds: z.array(z.string()),
  date: PartialDateSchema.nullable(),
  claims: z.array(AnchorClaimSchema),
});
export type EventTarget = z.infer<typeof EventTargetSchema>;

/** Persons by id, in the order in which the decision names them. */
const PersonsTargetSchema = z.strictObject({ kind: z.literal("persons"), ids: z.array(z.string()).min(1) });

const recorded = {
  id: z.string(),
  at: z.iso.datetime(),
  /** User who decided; `system` is nobody's name. */
  by: z.string().min(1),
  reason: z.string().nullable(),
  /**
   * Keys by which those who recompute find the decision: ids of events and persons, keys of blocks. An undo carries
   * those of what it undoes.
   */
  about: z.array(z.string()),
};

const nothing = z.strictObject({});

/** An analyst's decision. Immutable: who thinks better of it records an undo. */
export const DecisionSchema = z.discriminatedUnion("kind", [
  /** The first person is kept, the others become that one. */
  z.strictObject({ ...recorded, kind: z.literal("merge"), target: PersonsTargetSchema, changes: nothing }),
  /** What these articles say of the person belongs to somebody else: `into`, or a new person when it is null. */
  z.strictObject({
    ...recorded,
    kind: z.literal("split"),
    target: PersonsTargetSchema,
    changes: z.strictObject({
      articleIds: z.array(z.string()),
      /** Forms of the name that mean the other person; all of them when empty. */
      names: z.array(z.string()),
      into: z.string().nullable(),
    }),
  }),
  /** None of these persons is any other of them, whatever their names look like. */
  z.strictObject({ ...recorded, kind: z.literal("not_same"), target: PersonsTargetSchema, changes: nothing }),
  z.strictObject({ ...recorded, kind: z.literal("confirm"), target: EventTargetSchema, changes: nothing }),
  /** It did not happen, or is no event of ours. */
  z.strictObject({ ...recorded, kind: z.literal("reject"), target: EventTargetSchema, changes: nothing }),
  z.strictObject({ ...recorded, kind: z.literal("unsure"), target: EventTargetSchema, changes: nothing }),
  z.strictObject({
    ...recorded,
    kind: z.literal("edit"),
    target: EventTargetSchema,
    changes: EventEditSchema,
  }),
  /** An event that no article told, or none that could be read: its content stands in the changes. */
  z.strictObject({
    ...recorded,
    kind: z.literal("add"),
    target: EventTargetSchema,
    changes: EventEditSchema,
  }),
  z.strictObject({
    ...recorded,
    kind: z.literal("comment"),
    target: z.discriminatedUnion("kind", [EventTargetSchema, PersonsTargetSchema]),
    changes: z.strictObject({ text: z.string().min(1) }),
  }),
  z.strictObject({
    ...recorded,
    kind: z.literal("undo"),
    target: z.strictObject({ kind: z.literal("decision"), id: z.string() }),
    changes: nothing,
  }),
]);
export type Decision = z.infer<typeof DecisionSchema>;
export type DecisionKind = Decision["kind"];
export const decisionKinds: readonly DecisionKind[] = [
  "merge",
  "split",
  "not_same",
  "confirm",
  "reject",
  "unsure",
  "edit",
  "add",
  "comment",
  "undo",
];

/** The order in which decisions count: by time, those of one instant by id. */
function byTime(a: Pick<Decision, "at" | "id">, b: Pick<Decision, "at" | "id">): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The decisions that still hold, oldest first: without those that were undone and without the undoing. An undo that was
 * undone itself counts for nothing.
 */
export function standingDecisions(decisions: readonly Decision[]): Decision[] {
  const undone = new Set<string>();
  for (const decision of decisions.toSorted(byTime).toReversed())
    if (decision.kind === "undo" && !undone.has(decision.id)) undone.add(decision.target.id);
  return decisions.filter(({ id, kind }) => kind !== "undo" && !undone.has(id)).toSorted(byTime);
}

/** Identifier of a decision: the same decision sent twice is one. `at` has milliseconds. */
export function decisionId({
  at,
  by,
  kind,
  target,
  changes,
}: Omit<Decision, "id" | "about" | "reason">): string {
  const said = JSON.stringify([at, by, kind, target, changes]);
  return createHash("sha256").update(said).digest("hex").slice(0, 24);
}
