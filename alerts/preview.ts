import { type AlertRule, type AlertThread, threadKeyOf } from "../model/alert.ts";
import type { StandingChange } from "../model/standing-change.ts";
import { passageOf } from "./message/compose.ts";
import { noticeOf, type PlanContext, plansFor } from "./plan.ts";

/** What a rule would have made of one change of the past. */
export interface Previewed {
  at: string;
  eventId: string;
  send: boolean;
  /** The line that the message would have had; what it is about, when it would not have been sent. */
  line: string;
  because: string[];
  /** Everybody who is part of the event. */
  partyIds: string[];
}

/**
 * Plays the changes since a time to a rule, as if it had been there from then on: what it would have sent, and why not
 * the rest. Nothing is sent or kept.
 *
 * @param since ISO time
 */
export async function* previewRule(
  { store, setup }: PlanContext,
  rule: AlertRule,
  since: string,
): AsyncGenerator<Previewed> {
  const told = new Map<string, AlertThread>();
  const one: AlertRule = { ...rule, to: rule.to.slice(0, 1) };
  for (let cursor = await store.standingChanges.before(since); ; ) {
    const page = await store.standingChanges.after(cursor, 500);
    if (page.items.length === 0) return;
    ({ cursor } = page);
    for (const change of page.items) {
      if (change.at < since) continue;
      const context: PlanContext = {
        store,
        setup,
        now: () => Date.parse(change.at),
        threadOf: async (key) => told.get(key) ?? null,
      };
      const planned = await plansFor(context, change, [one]);
      for (const plan of planned?.plans ?? []) {
        if (planned === null || plan.changes.length === 0) continue;
        const notice = await noticeOf(context, change, plan, planned.gathered);
        yield {
          at: change.at,
          eventId: change.eventId,
          send: plan.send,
          line: passageOf(notice, null).line,
          because: plan.because,
          partyIds: partiesOf(change),
        };
        if (!plan.send) continue;
        const key = plan.thread?.id ?? threadKeyOf(one.id, plan.targetId, change.eventId);
        told.set(key, {
          id: key,
          eventId: change.eventId,
          told: change.after,
          seq: (plan.thread?.seq ?? 0) + 1,
          at: change.at,
        });
      }
    }
  }
}

function partiesOf({ before, after }: StandingChange): string[] {
  const states = [before, after].filter((state) => state !== null);
  const parties = states.flatMap(({ subjects, agents, recipients }) => [
    ...subjects,
    ...agents,
    ...recipients,
  ]);
  return [...new Set(parties.map(({ id }) => id))];
}
