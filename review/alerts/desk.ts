import { sendTo } from "../../alerts/channels/index.ts";
import { replayDeliveries } from "../../alerts/deliver.ts";
import { messageOf } from "../../alerts/message/compose.ts";
import { type Previewed, previewRule } from "../../alerts/preview.ts";
import { sampleDelivery } from "../../alerts/samples.ts";
import type { AlertSetup } from "../../alerts/setup.ts";
import type { AlertRule, Delivery, TargetState } from "../../model/alert.ts";
import { Permanent } from "../../model/errors.ts";
import type { AlertRuntime } from "../../queue/alerts.ts";
import type { Records } from "../../storage/records.ts";
import type { Store } from "../../storage/store.ts";

export interface Preview {
  /** Oldest first. */
  items: Previewed[];
  /** Up to when was looked, when there was too much for one page. */
  until: string | null;
}

/** Alerts as the review app works with them, for everybody alike: who may see what of it, `rules.ts` and `outbox.ts` say. */
export interface AlertDesk {
  /** Rules, lists and targets; those of the file may be a few seconds old. */
  setup(): Promise<AlertSetup>;
  /** The rules that were made here. */
  rules: Records<AlertRule>;
  deliveries: Pick<Records<Delivery>, "get" | "list">;
  target(id: string): Promise<TargetState | null>;
  /** What a rule would have told since an ISO time. */
  preview(rule: AlertRule, since: string): Promise<Preview>;
  /** Puts dead deliveries back; says how many they were. */
  replay(ids: readonly string[]): Promise<number>;
  /** Sends a sample to a target; says what it answered. @throws Permanent, Retryable, RateLimited */
  sendSample(targetId: string): Promise<string>;
}

/** So many changes are played to a rule for one page. */
const maxPreviewed = 2000;

export function createAlertDesk(
  store: Store,
  runtime: Pick<AlertRuntime, "setup" | "tools">,
  now: () => number,
): AlertDesk {
  return {
    setup: () => runtime.setup(),
    rules: store.alerts.rules,
    deliveries: store.alerts.deliveries,
    target: (id) => store.alerts.targets.get(id),
    async preview(rule, since) {
      const items: Previewed[] = [];
      for await (const one of previewRule({ store, setup: await runtime.setup(), now }, rule, since)) {
        items.push(one);
        if (items.length === maxPreviewed) return { items, until: one.at };
      }
      return { items, until: null };
    },
    replay: (ids) => replayDeliveries(store, ids, now()),
    async sendSample(targetId) {
      const { targets, baseUrl } = await runtime.setup();
      const target = targets.get(targetId);
      if (target === undefined) throw new Permanent(`there is no target ${targetId}`);
      const createdAt = new Date(now()).toISOString();
      const delivery = sampleDelivery({ targetId, id: `sample-${now()}`, createdAt });
      const message = messageOf(delivery, baseUrl);
      const { code, answer } = await sendTo(target, { delivery, message }, runtime.tools);
      return `${code ?? ""} ${answer}`.trim();
    },
  };
}
