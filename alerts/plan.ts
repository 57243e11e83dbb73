import {
  type AlertChange,
  type AlertRule,
  type AlertThread,
  type Delivery,
  deliveryId,
  type Notice,
  threadKeyOf,
} from "../model/alert.ts";
import type { StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { changesBetween, tellingKey } from "./changes.ts";
import type { AlertSetup } from "./setup.ts";
import { evidenceOf, gather, type Gathered, withoutFields } from "./gather.ts";
import { judge, type Verdict } from "./judge.ts";
import { afterQuietHours, digestDue, underCap } from "./schedule.ts";

/** What planning needs of the world. */
export interface PlanContext {
  store: Store;
  setup: AlertSetup;
  /** Epoch milliseconds. */
  now: () => number;
  /** What a target was told of an event; from the store when absent. */
  threadOf?: ThreadOf;
}

/** What one rule makes of one change for one of its targets. */
export interface Plan extends Verdict {
  rule: AlertRule;
  targetId: string;
  changes: readonly AlertChange[];
  thread: AlertThread | null;
}

/**
 * What every rule makes of a change. A reader who has heard of the event is told what is different from what they
 * heard; for others everything about it is new.
 *
 * @param rules those to ask
 */
export async function plansFor(
  { store, setup, now, threadOf = storedThreads(store) }: PlanContext,
  change: StandingChange,
  rules: readonly AlertRule[],
): Promise<{ plans: Plan[]; gathered: Gathered } | null> {
  // Its claims are told by another event, which has its own entry.
  if (change.cause.kind === "joined") return null;
  const gathered = await gather(store, change, setup);
  const plans: Plan[] = [];
  for (const rule of rules)
    for (const targetId of rule.to) {
      const thread = newest(
        await Promise.all(
          gathered.eventIds.map((eventId) => threadOf(threadKeyOf(rule.id, targetId, eventId))),
        ),
      );
      const changes = changesFor(change, thread);
      const verdict =
        gathered.facts.remark === null &&
        thread !== null &&
        tellingKey(thread.told) === tellingKey(change.after)
          ? { send: false, because: ["the target was told the same before"] }
          : judge(
              rule,
              { ...gathered.facts, changes, before: thread?.told ?? null },
              { people: setup.peopleOf(rule), told: thread?.told != null, now: now() },
            );
      plans.push({ rule, targetId, changes, thread, ...verdict });
    }
  return { plans, gathered };
}

function changesFor({ before, after, cause }: StandingChange, thread: AlertThread | null): AlertChange[] {
  if (cause.kind === "clock" || cause.kind === "condition") return changesBetween(before, after, cause.kind);
  if (thread !== null) return changesBetween(thread.told, after, cause.kind);
  const all = [...changesBetween(null, after, cause.kind), ...changesBetween(before, after, cause.kind)];
  // Who never heard of it need not hear that it was different.
  return [...new Set(all)].filter((one) => one !== "corrected");
}

type ThreadOf = (threadKey: string) => Promise<AlertThread | null>;

const storedThreads =
  (store: Store): ThreadOf =>
  (threadKey) =>
    store.alerts.threads.get(threadKey);

/** Of the threads about the event and those that became part of it, the one that was told last. */
const newest = (threads: readonly (AlertThread | null)[]): AlertThread | null =>
  threads
    .filter((thread) => thread !== null)
    .reduce<AlertThread | null>((last, next) => (last === null || next.at > last.at ? next : last), null);

/**
 * Puts what the rules want told of a change into the outbox. Doing it again after a crash changes nothing.
 *
 * @returns ids of the targets for which something is due now
 */
export async function planChange(context: PlanContext, change: StandingChange): Promise<string[]> {
  const { store, setup } = context;
  const planned = await plansFor(context, change, setup.rules);
  const due: string[] = [];
  for (const plan of planned?.plans ?? []) {
    if (!plan.send || planned === null) continue;
    const notice = await noticeOf(context, change, plan, planned.gathered);
    const threadKey = plan.thread?.id ?? threadKeyOf(plan.rule.id, plan.targetId, change.eventId);
    const createdAt = new Date(context.now()).toISOString();
    const delivery: Delivery = {
      id: deliveryId(threadKey, change.id),
      kind: "alert",
      ruleId: plan.rule.id,
      targetId: plan.targetId,
      threadKey,
      state: plan.rule.digest === null ? "waiting" : "collecting",
      createdAt,
      dueAt: new Date(await dueAt(context, plan)).toISOString(),
      seq: (plan.thread?.seq ?? 0) + 1,
      notices: [notice],
      operations: null,
      published: planned.gathered.facts.published,
      attempts: [],
      deliveredAt: null,
    };
    if ((await store.alerts.deliveries.insert(delivery)) && delivery.state === "waiting")
      await notePace(store, plan, delivery.dueAt, context.now());
    await store.alerts.threads.update(threadKey, (thread) =>
      thread !== null && thread.seq >= delivery.seq
        ? null
        : { id: threadKey, eventId: change.eventId, told: change.after, seq: delivery.seq, at: createdAt },
    );
    if (delivery.state === "waiting" && Date.parse(delivery.dueAt) <= context.now()) due.push(plan.targetId);
  }
  return due;
}

const paceId = ({ rule, targetId }: Plan) => `${rule.id} ${targetId}`;

async function dueAt({ store, now }: PlanContext, plan: Plan): Promise<number> {
  const { rule } = plan;
  if (rule.digest !== null) return digestDue(rule.digest, now());
  const ready = afterQuietHours(rule, now());
  if (rule.rateCap === null) return ready;
  const pace = await store.alerts.pace.get(paceId(plan));
  return underCap(rule.rateCap, pace?.dueAt.map((at) => Date.parse(at)) ?? [], ready);
}

async function notePace(store: Store, plan: Plan, at: string, now: number): Promise<void> {
  const cap = plan.rule.rateCap;
  if (cap === null) return;
  const id = paceId(plan);
  await store.alerts.pace.update(id, (pace) => ({
    id,
    dueAt: [...(pace?.dueAt ?? []).filter((time) => Date.parse(time) > now - cap.perMinutes * 60_000), at],
  }));
}

export async function noticeOf(
  { store, setup }: PlanContext,
  change: StandingChange,
  { rule, changes, thread }: Plan,
  { facts, restrictions, deal }: Gathered,
): Promise<Notice> {
  const shown = (state: Notice["after"]) => (rule.restricted ? state : withoutFields(state, restrictions));
  const after = shown(change.after);
  const before = shown(thread?.told ?? null);
  const name = (sourceId: string) => setup.sources.get(sourceId)?.name ?? sourceId;
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    urgency: rule.urgency,
    language: rule.language,
    eventId: change.eventId,
    changeId: change.id,
    at: change.at,
    changes: [...changes],
    before: before ?? (after === null ? shown(change.before) : null),
    after,
    countries: [...facts.countries],
    names: await setup.namesOf(store, after ?? before, rule.language),
    evidence: await evidenceOf(store, facts.told, change.after, setup.sources),
    sources: [...new Set(facts.told.map(({ sourceId }) => name(sourceId)))].toSorted(),
    attributedTo: [
      ...new Set(facts.told.flatMap(({ attributedTo }) => attributedTo.map(({ name: party }) => party))),
    ].toSorted(),
    remark: facts.remark,
    deal: await deal(),
  };
}
