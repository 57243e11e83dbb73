import type { Attempt, Delivery, TargetState } from "../model/alert.ts";
import { RateLimited, Retryable, Bug, Blocked, HabeasError } from "../model/errors.ts";
import { deliveryGroup } from "../storage/alert-store.ts";
import type { Store } from "../storage/store.ts";
import type { Tools } from "./channels/channel.ts";
import { sendTo, type Target } from "./channels/index.ts";
import { messageOf } from "./message/compose.ts";
import { afterTry, nextTryMs, opensAt } from "./retry.ts";

export interface DeliverContext {
  store: Store;
  targets: ReadonlyMap<string, Target>;
  baseUrl: string | null;
  tools: Tools;
  /** Epoch milliseconds. */
  now: () => number;
  /** 0 to 1. */
  random: () => number;
  signal?: AbortSignal;
  /** Told of every try. */
  onAttempt?: (delivery: Delivery, attempt: Attempt) => void;
}

const batchSize = 20;
/** As many as are looked through for an earlier message of a thread; a target with more has been dead for days. */
const maxWaiting = 10_000;
/** After so long others take over from a process that died. */
const leaseMs = 10_000;
const maxAnswer = 500;

/**
 * Sends what is due to one target, one message after the other: messages about one event keep their order, and a slow
 * target holds up nobody but itself. Ends when nothing is due, when the target is to be left alone, or after
 * `budgetMs`, so that others get their turn.
 *
 * @returns when something will be due next, in epoch milliseconds; null when nothing waits
 */
export async function deliverTo(
  context: DeliverContext,
  targetId: string,
  budgetMs = 30_000,
): Promise<number | null> {
  const { store, now, signal } = context;
  return store.withLock(
    `alerts:target:${targetId}`,
    async () => {
      const ends = now() + budgetMs;
      for (;;) {
        const state = await store.alerts.targets.get(targetId);
        if (opensAt(state) > now()) return opensAt(state);
        const [next, ...others] = await waitingFor(store, targetId, batchSize);
        if (next === undefined) return null;
        if (Date.parse(next.dueAt) > now()) return Date.parse(next.dueAt);
        if (now() > ends || signal?.aborted === true) return now();
        const earlier = await earlierInThread(store, next, others);
        if (earlier === null) await attempt(context, next, state);
        // Behind the one that waits for another try.
        else
          await store.alerts.deliveries.update(next.id, (delivery) =>
            delivery?.state === "waiting" ? { ...delivery, dueAt: earlier.dueAt } : null,
          );
      }
    },
    { waitMs: 15_000, leaseMs },
  );
}

/** What waits for a target, in the order in which it is due. */
async function waitingFor(store: Store, targetId: string, limit: number): Promise<Delivery[]> {
  return (await store.alerts.deliveries.list({ group: deliveryGroup.waiting(targetId) }, { limit })).items;
}

/** A message of the same thread that has to go out before this one: retries are due later than what follows them. */
async function earlierInThread(
  store: Store,
  { threadKey, seq, targetId }: Delivery,
  near: readonly Delivery[],
): Promise<Delivery | null> {
  if (seq === 1) return null;
  const among = (found: readonly Delivery[]) =>
    found.find((other) => other.threadKey === threadKey && other.seq < seq) ?? null;
  const close = among(near);
  if (close !== null || near.length < batchSize - 1) return close;
  return among(await waitingFor(store, targetId, maxWaiting));
}

/** One try, with what came of it recorded. */
async function attempt(
  context: DeliverContext,
  delivery: Delivery,
  state: TargetState | null,
): Promise<void> {
  const { store, targets, tools, now, random, baseUrl, onAttempt } = context;
  const target = targets.get(delivery.targetId);
  const started = now();
  const record = (one: Pick<Attempt, "ok" | "spent" | "code" | "answer">): Attempt => ({
    ...one,
    at: new Date(started).toISOString(),
    milliseconds: Math.max(0, now() - started),
  });
  const finish = async (made: Attempt, change: Partial<Delivery>) => {
    onAttempt?.(delivery, made);
    await store.alerts.deliveries.update(delivery.id, (waiting) =>
      waiting === null ? null : { ...waiting, ...change, attempts: [...waiting.attempts, made] },
    );
  };
  const noteTry = async (ok: boolean, error: string | null) => {
    if (ok && (state === null || state.consecutiveFailures === 0)) return;
    await store.alerts.targets.update(delivery.targetId, (known) =>
      afterTry(known, { id: delivery.targetId, ok, error, at: now() }),
    );
  };
  if (target === undefined) {
    const answer = `no target "${delivery.targetId}" is configured any longer`;
    await finish(record({ ok: false, spent: true, code: null, answer }), { state: "dead" });
    return;
  }
  try {
    const receipt = await sendTo(target, { delivery, message: messageOf(delivery, baseUrl) }, tools);
    await finish(record({ ...receipt, answer: receipt.answer.slice(0, maxAnswer), ok: true, spent: true }), {
      state: "delivered",
      deliveredAt: new Date(now()).toISOString(),
    });
    await noteTry(true, null);
  } catch (error) {
    const answer = (error instanceof Error ? error.message : String(error)).slice(0, maxAnswer);
    if (error instanceof RateLimited) {
      const until = new Date(error.until).toISOString();
      await finish(record({ ok: false, spent: false, code: 429, answer }), { dueAt: until });
      // The target asked for quiet, so its other messages wait too.
      await store.alerts.targets.update(delivery.targetId, (known) => ({
        id: delivery.targetId,
        consecutiveFailures: known?.consecutiveFailures ?? 0,
        closedUntil: until,
        lastError: answer,
        changedAt: new Date(now()).toISOString(),
      }));
      return;
    }
    const worthATry = error instanceof Retryable || !(error instanceof HabeasError);
    const failed = delivery.attempts.filter(({ spent, ok }) => spent && !ok).length + 1;
    const wait = worthATry ? nextTryMs(failed, random()) : null;
    const made = record({ ok: false, spent: true, code: null, answer });
    await finish(made, wait === null ? { state: "dead" } : { dueAt: new Date(now() + wait).toISOString() });
    if (error instanceof Bug || error instanceof Blocked) throw error;
    await noteTry(false, answer);
  }
}

/** Puts dead deliveries back to be tried anew at once; says how many they were. */
export async function replayDeliveries(store: Store, ids: readonly string[], now: number): Promise<number> {
  let replayed = 0;
  for (const id of ids) {
    let dead = false;
    await store.alerts.deliveries.update(id, (delivery) => {
      dead = delivery?.state === "dead";
      return delivery === null || !dead
        ? null
        : {
            ...delivery,
            state: "waiting",
            dueAt: new Date(now).toISOString(),
            attempts: delivery.attempts.map((one) => ({ ...one, spent: false })),
          };
    });
    if (dead) replayed++;
  }
  return replayed;
}

/** Ids of the targets for which something is due. */
export async function dueTargets(store: Store, targetIds: Iterable<string>, now: number): Promise<string[]> {
  const due: string[] = [];
  for (const id of targetIds) {
    const { items } = await store.alerts.deliveries.list({ group: deliveryGroup.waiting(id) }, { limit: 1 });
    const [first] = items;
    if (first === undefined || Date.parse(first.dueAt) > now) continue;
    if (opensAt(await store.alerts.targets.get(id)) <= now) due.push(id);
  }
  return due;
}
