import {
  type AlertPace,
  AlertPaceSchema,
  type AlertProgress,
  AlertProgressSchema,
  type AlertRule,
  AlertRuleSchema,
  type AlertThread,
  AlertThreadSchema,
  type Delivery,
  DeliverySchema,
  type TargetState,
  TargetStateSchema,
} from "../model/alert.ts";
import { recordKind, type RecordKind, type Records } from "./records.ts";

/** What alerts keep: rules made in the app, what was told to whom, and the outbox. */
export interface AlertStore {
  readonly rules: Records<AlertRule>;
  readonly threads: Records<AlertThread>;
  readonly pace: Records<AlertPace>;
  /** By {@link deliveryGroup}; what waits in the order in which it is due, the rest in that of its making. */
  readonly deliveries: Records<Delivery>;
  readonly targets: Records<TargetState>;
  readonly progress: Records<AlertProgress>;
}

/** Deliveries are listed by what has to be done with them. */
export const deliveryGroup = {
  waiting: (targetId: string) => `waiting ${targetId}`,
  collecting: (ruleId: string, targetId: string) => `collecting ${ruleId} ${targetId}`,
  of: ({ state, ruleId, targetId }: Pick<Delivery, "state" | "ruleId" | "targetId">): string =>
    state === "waiting"
      ? deliveryGroup.waiting(targetId)
      : state === "collecting"
        ? deliveryGroup.collecting(ruleId, targetId)
        : state,
};

const none = "";

const alertRecordKinds = {
  rules: recordKind<AlertRule>("alertRules", AlertRuleSchema, ({ id, name }) => [id, none, name]),
  threads: recordKind<AlertThread>("alertThreads", AlertThreadSchema, ({ id, eventId, at }) => [
    id,
    eventId,
    at,
  ]),
  pace: recordKind<AlertPace>("alertPace", AlertPaceSchema, ({ id }) => [id, none, id]),
  deliveries: recordKind<Delivery>("deliveries", DeliverySchema, (delivery) => [
    delivery.id,
    deliveryGroup.of(delivery),
    delivery.state === "waiting" || delivery.state === "collecting"
      ? `${delivery.dueAt} ${delivery.createdAt} ${String(delivery.seq).padStart(6, "0")}`
      : delivery.createdAt,
  ]),
  targets: recordKind<TargetState>("alertTargets", TargetStateSchema, ({ id }) => [id, none, id]),
  progress: recordKind<AlertProgress>("alertProgress", AlertProgressSchema, ({ id }) => [id, none, id]),
} as const;

/** The repositories of alerts on what a backend offers for small documents. */
export function createAlertStore(records: <T>(kind: RecordKind<T>) => Records<T>): AlertStore {
  return {
    rules: records(alertRecordKinds.rules),
    threads: records(alertRecordKinds.threads),
    pace: records(alertRecordKinds.pace),
    deliveries: records(alertRecordKinds.deliveries),
    targets: records(alertRecordKinds.targets),
    progress: records(alertRecordKinds.progress),
  };
}
