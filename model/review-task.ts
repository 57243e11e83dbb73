import { createHash } from "node:crypto";
import { z } from "zod";
import { Permanent } from "./errors.ts";

/** Why a human has to look: who somebody is, where a decision belongs now, what is true, or what fell silent. */
export const reviewTaskKinds = ["identity", "reattach", "dispute", "silence"] as const;
export type ReviewTaskKind = (typeof reviewTaskKinds)[number];

export const reviewTaskStatuses = ["open", "assigned", "closed"] as const;
export type ReviewTaskStatus = (typeof reviewTaskStatuses)[number];

/** What the task is about: the persons, event or decision to look at. */
const ReviewTargetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("persons"), ids: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal("event"), id: z.string() }),
  z.strictObject({ kind: z.literal("decision"), id: z.string() }),
]);
export type ReviewTarget = z.infer<typeof ReviewTargetSchema>;

/** Something that needs a human. Natural key: kind and target. */
export const ReviewTaskSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(reviewTaskKinds),
  target: ReviewTargetSchema,
  /** Why it was opened, in a sentence for the analyst. */
  reason: z.string(),
  /** 1 first … 10 last. */
  priority: z.int().min(1).max(10),
  status: z.enum(reviewTaskStatuses),
  openedAt: z.iso.datetime(),
  assignee: z.string().nullable(),
  /** Time of the last change of status. */
  changedAt: z.iso.datetime(),
  /** Who closed it; `ledger` when the matter settled itself. */
  closedBy: z.string().nullable(),
  outcome: z.string().nullable(),
});
export type ReviewTask = z.infer<typeof ReviewTaskSchema>;

/** What is needed to open a task. */
export type NewReviewTask = Pick<ReviewTask, "kind" | "target" | "reason" | "priority" | "openedAt">;

/** Identifier of the one task of a kind about a target; the order of persons does not matter. */
export function reviewTaskId(kind: ReviewTaskKind, target: ReviewTarget): string {
  const ids = target.kind === "persons" ? target.ids.toSorted() : [target.id];
  return createHash("sha256")
    .update(JSON.stringify([kind, target.kind, ids]))
    .digest("hex")
    .slice(0, 24);
}

export function newReviewTask(task: NewReviewTask): ReviewTask {
  return {
    id: reviewTaskId(task.kind, task.target),
    ...task,
    status: "open",
    assignee: null,
    changedAt: task.openedAt,
    closedBy: null,
    outcome: null,
  };
}

/**
 * The task after it was asked for again: new reason and priority; one that was closed opens anew only for another
 * reason, so that what somebody settled does not come back with every repetition.
 */
export function reopened(task: ReviewTask, again: NewReviewTask): ReviewTask {
  const { reason, priority } = again;
  if (task.status !== "closed") return { ...task, reason, priority };
  if (task.reason === reason) return task;
  return newReviewTask(again);
}

/** @throws Permanent when the task is closed. */
export function assigned(task: ReviewTask, assignee: string | null, at: string): ReviewTask {
  if (task.status === "closed") throw new Permanent(`review task ${task.id} is closed`);
  return { ...task, status: assignee === null ? "open" : "assigned", assignee, changedAt: at };
}

/** The task after it was closed; the first closing counts. */
export function closed(
  task: ReviewTask,
  { by, outcome, at }: { by: string; outcome: string; at: string },
): ReviewTask {
  return task.status === "closed"
    ? task
    : { ...task, status: "closed", changedAt: at, closedBy: by, outcome };
}
