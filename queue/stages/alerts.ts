import { deliverTo } from "../../alerts/deliver.ts";
import { planChanges } from "../../alerts/notify.ts";
import type { Handler } from "../queue.ts";
import type { StageContext } from "./context.ts";
import { deliverJob } from "./jobs.ts";

/** Changes of the ledger → deliveries in the outbox. */
export function createNotifyHandler({ store, queue, alerts, now }: StageContext): Handler<"notify"> {
  return async () => {
    const due = await planChanges({ store, setup: await alerts.setup(), now });
    await queue.add([...due].map(deliverJob));
  };
}

/**
 * What is due in the outbox → one target. How often a message is tried stands with the message, so the job itself never
 * fails for a target's sake; when something is due later, the ticker adds it again.
 */
export function createDeliverHandler({ store, alerts, now, report }: StageContext): Handler<"deliver"> {
  return async ({ payload: { targetId }, signal }) => {
    const { targets, baseUrl } = await alerts.setup();
    await deliverTo(
      {
        store,
        targets,
        baseUrl,
        tools: alerts.tools,
        now,
        random: Math.random,
        signal,
        onAttempt: (delivery, attempt) => report?.({ stage: "deliver", delivery, attempt }),
      },
      targetId,
    );
  };
}
