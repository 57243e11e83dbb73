import type { StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { type PlanContext, planChange } from "./plan.ts";

const batchSize = 200;
/** Nobody plans alerts of one store at the same time as another: an event's changes have to be told in order. */
const lockKey = "alerts:plan";

/** Begins with what happens from now on, if alerts never ran on this store: nobody wants to hear of its past. */
export async function beginAlerts(store: Store): Promise<void> {
  if ((await store.alerts.progress.get("progress")) !== null) return;
  await store.alerts.progress.insert({ id: "progress", cursor: await store.standingChanges.end() });
  const last = (await store.sourceNotices.list()).at(-1);
  await store.alerts.progress.insert({ id: "operations", cursor: last?.id ?? null });
}

/**
 * Puts what the rules want told of everything that changed since the last time into the outbox.
 *
 * @returns ids of targets for which something is due now
 * @throws Retryable when somebody else is at it
 */
export async function planChanges(context: PlanContext): Promise<Set<string>> {
  const { store } = context;
  return store.withLock(
    lockKey,
    async () => {
      const due = new Set<string>();
      for (;;) {
        const cursor = (await store.alerts.progress.get("progress"))?.cursor ?? null;
        const { items, cursor: next } = await store.standingChanges.after(cursor, batchSize);
        if (items.length === 0) return due;
        for (const change of lastOfEach(items))
          for (const targetId of await planChange(context, change)) due.add(targetId);
        await store.alerts.progress.update("progress", () => ({ id: "progress", cursor: next }));
      }
    },
    { waitMs: 15_000, leaseMs: 10_000 },
  );
}

const isRemark = ({ cause }: StandingChange) => cause.kind === "clock" || cause.kind === "condition";

/**
 * One change for each event: from where it stood to where it stands now. What was denied before anybody could be told
 * of it is told nobody. What leaves the event as it was is told by itself.
 */
function lastOfEach(changes: readonly StandingChange[]): StandingChange[] {
  const byEvent = new Map<string, StandingChange>();
  for (const change of changes) {
    if (isRemark(change)) {
      byEvent.set(change.id, change);
      continue;
    }
    const first = byEvent.get(change.eventId);
    byEvent.delete(change.eventId);
    byEvent.set(change.eventId, first === undefined ? change : { ...change, before: first.before });
  }
  return [...byEvent.values()];
}
