import { type Delivery, deliveryId, threadKeyOf } from "../model/alert.ts";
import { deliveryGroup } from "../storage/alert-store.ts";
import type { PlanContext } from "./plan.ts";

const everything = { limit: 500 };

/**
 * Makes one message of what was collected for each digest whose time has come. Doing it again after a crash changes
 * nothing.
 *
 * @returns ids of the targets for which a digest is due now
 */
export async function closeDigests({ store, setup, now }: PlanContext): Promise<Set<string>> {
  const due = new Set<string>();
  const time = new Date(now()).toISOString();
  for (const rule of setup.rules) {
    if (rule.digest === null) continue;
    for (const targetId of rule.to) {
      const group = deliveryGroup.collecting(rule.id, targetId);
      const { items } = await store.alerts.deliveries.list({ group }, everything);
      const [first] = items;
      if (first === undefined || first.dueAt > time) continue;
      const parts = items.filter(({ dueAt }) => dueAt === first.dueAt);
      await insertDigest(store.alerts.deliveries, first, parts, time);
      for (const { id } of parts)
        await store.alerts.deliveries.update(id, (part) =>
          part?.state === "collecting" ? { ...part, state: "digested" } : null,
        );
      due.add(targetId);
    }
  }
  return due;
}

async function insertDigest(
  deliveries: PlanContext["store"]["alerts"]["deliveries"],
  first: Delivery,
  parts: readonly Delivery[],
  createdAt: string,
): Promise<void> {
  const threadKey = threadKeyOf(first.ruleId, first.targetId, "digest");
  await deliveries.insert({
    ...first,
    id: deliveryId(threadKey, first.dueAt),
    kind: "digest",
    threadKey,
    state: "waiting",
    createdAt,
    seq: 1,
    notices: latest(parts),
    published: null,
  });
}

/** Of an event that changed more than once within the period the last state, beside what was told before the period. */
function latest(parts: readonly Delivery[]): Delivery["notices"] {
  const byEvent = new Map<string, Delivery["notices"][number]>();
  for (const notice of parts.flatMap(({ notices }) => notices)) {
    const known = byEvent.get(notice.eventId);
    byEvent.set(notice.eventId, known === undefined ? notice : { ...notice, before: known.before });
  }
  return [...byEvent.values()];
}
