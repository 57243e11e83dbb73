import { type Delivery, deliveryId, threadKeyOf } from "../model/alert.ts";
import type { SourceNotice } from "../model/source-health.ts";
import type { PlanContext } from "./plan.ts";

/** What operators are woken for; the rest stands in the table of sources. */
const told: ReadonlySet<SourceNotice["kind"]> = new Set(["dark", "recovered"]);
/** Notices are ordered by time, not by when they were written: so far back late ones are looked for. */
const lateMs = 10 * 60_000;
const ruleId = "operations";

/** Puts what operators have to know of sources into the outbox. Doing it again changes nothing. */
export async function planOperations({ store, setup, now }: PlanContext): Promise<void> {
  if (setup.operators.length === 0) return;
  const cursor = (await store.alerts.progress.get("operations"))?.cursor ?? null;
  const notices = await store.sourceNotices.list({
    ...(cursor === null ? {} : { after: cursor }),
    limit: 500,
  });
  for (const notice of notices.filter(({ kind }) => told.has(kind)))
    for (const targetId of setup.operators)
      await store.alerts.deliveries.insert(
        deliveryOf(notice, targetId, setup.sources.get(notice.sourceId)?.name, now()),
      );
  const settled = notices.findLast(({ at }) => Date.parse(at) < now() - lateMs);
  if (settled !== undefined)
    await store.alerts.progress.update("operations", () => ({ id: "operations", cursor: settled.id }));
}

function deliveryOf(
  { id, sourceId, kind, text }: SourceNotice,
  targetId: string,
  name: string | undefined,
  now: number,
): Delivery {
  const threadKey = threadKeyOf(ruleId, targetId, sourceId);
  const time = new Date(now).toISOString();
  return {
    id: deliveryId(threadKey, id),
    kind: "operations",
    ruleId,
    targetId,
    threadKey,
    state: "waiting",
    createdAt: time,
    dueAt: time,
    // Neither order nor threads matter here: each notice says by itself how things stand.
    seq: 1,
    notices: [],
    operations: {
      subject: `Source ${kind === "dark" ? "has gone dark" : "is back"}: ${name ?? sourceId}`,
      text,
    },
    published: null,
    attempts: [],
    deliveredAt: null,
  };
}
