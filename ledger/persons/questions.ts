import type { Candidate } from "../../model/candidate.ts";
import { reviewTaskId } from "../../model/review-task.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenQuestion } from "./partition.ts";

/** Questions about somebody who is held go first. */
const heldPriority = 3;
const otherPriority = 7;
/** A name with very many neighbours would flood the list; the first questions are enough to begin with. */
const maxQuestions = 12;

const targetOf = ({ personIds }: OpenQuestion) => ({ kind: "persons" as const, ids: [...personIds] });

/** Opens a review task for everything that is left open about who is who. */
export async function openTasks(
  store: Store,
  candidates: readonly Candidate[],
  open: readonly OpenQuestion[],
  at: string,
): Promise<void> {
  const held = new Set(
    candidates
      .filter(({ side, curator }) => side === "held" || curator !== null)
      .map(({ personId }) => personId),
  );
  for (const question of open.slice(0, maxQuestions))
    await store.reviewTasks.open({
      kind: "identity",
      target: targetOf(question),
      reason: question.reason,
      priority: question.personIds.some((id) => held.has(id)) ? heldPriority : otherPriority,
      openedAt: at,
    });
}

/** Closes the tasks about these persons that have settled themselves. */
export async function closeSettled(
  store: Store,
  candidates: readonly Candidate[],
  open: readonly OpenQuestion[],
  at: string,
): Promise<void> {
  const asked = new Set(open.map((question) => reviewTaskId("identity", targetOf(question))));
  const all = new Set(candidates.flatMap(({ id, personId }) => [id, personId]));
  for (const targetId of all)
    for (const status of ["open", "assigned"] as const) {
      const { items } = await store.reviewTasks.list({ kind: "identity", status, targetId }, { limit: 50 });
      for (const task of items) {
        const within = task.target.kind === "persons" && task.target.ids.every((id) => all.has(id));
        if (within && !asked.has(task.id))
          await store.reviewTasks.close(task.id, {
            by: "ledger",
            outcome: "settled by what came in since",
            at,
          });
      }
    }
}
