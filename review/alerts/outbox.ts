import { articleId } from "../../model/article.ts";
import { hasRole } from "../../model/accounts.ts";
import type { Delivery, deliveryStates } from "../../model/alert.ts";
import { deliveryGroup } from "../../storage/alert-store.ts";
import type { Page } from "../../storage/store.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";

export interface DeliveryFilter {
  state?: (typeof deliveryStates)[number] | undefined;
  targetId?: string | undefined;
  ruleId?: string | undefined;
  /** What those who run Habeas are told of sources, instead of what readers are told; for administrators. */
  operations?: boolean | undefined;
}

/** Looked through at once, and at most for one page. */
const chunk = 200;
const maxLookedAt = 4000;

/** Deliveries, newest first, as far as the viewer may see what they tell. */
export async function deliveriesFor(
  c: ReviewContext,
  filter: DeliveryFilter,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<Page<Delivery>> {
  const group = groupOf(filter);
  const found: Delivery[] = [];
  let cursor = after;
  for (let looked = 0; looked < maxLookedAt; looked += chunk) {
    const page = await c.var.services.alerts.deliveries.list(
      { descending: true, ...(group === undefined ? {} : { group }) },
      { limit: Math.min(chunk, limit - found.length), ...(cursor === undefined ? {} : { after: cursor }) },
    );
    for (const delivery of page.items)
      if (fits(delivery, filter) && (await isShown(c, delivery))) found.push(delivery);
    if (page.next === null || found.length >= limit) return { items: found, next: page.next };
    cursor = page.next;
  }
  return { items: found, next: cursor ?? null };
}

/** One delivery. @throws HttpFault 404 */
export async function deliveryFor(c: ReviewContext, id: string): Promise<Delivery> {
  const delivery = await c.var.services.alerts.deliveries.get(id);
  if (delivery === null || !(await isShown(c, delivery))) throw notFound("delivery");
  return delivery;
}

/** Puts a dead delivery back to be tried anew. @throws HttpFault 404, 409 */
export async function replay(c: ReviewContext, id: string): Promise<void> {
  const { ruleId, targetId } = await deliveryFor(c, id);
  if ((await c.var.services.alerts.replay([id])) === 0)
    throw new HttpFault(409, "Only what was given up can be sent again.");
  await audit(c, "alerts.replay", { kind: "delivery", id }, { rule: ruleId, target: targetId });
}

function groupOf({ state, targetId, ruleId }: DeliveryFilter): string | undefined {
  if (state === "waiting") return targetId === undefined ? undefined : deliveryGroup.waiting(targetId);
  if (state !== "collecting") return state;
  return targetId === undefined || ruleId === undefined
    ? undefined
    : deliveryGroup.collecting(ruleId, targetId);
}

const fits = (delivery: Delivery, { state, targetId, ruleId, operations = false }: DeliveryFilter) =>
  (delivery.kind === "operations") === operations &&
  (state === undefined || delivery.state === state) &&
  (targetId === undefined || delivery.targetId === targetId) &&
  (ruleId === undefined || delivery.ruleId === ruleId);

/** Deliveries keep what was told; what has been restricted since is hidden with them. */
async function isShown(c: ReviewContext, { kind, notices }: Delivery): Promise<boolean> {
  const { user } = viewerOf(c);
  if (kind === "operations") return hasRole(user.role, "admin");
  if (user.seesRestricted) return true;
  const { reading } = c.var;
  for (const { eventId, before, after, deal, evidence } of notices) {
    const states = [before, after].filter((state) => state !== null);
    const parties = states.flatMap(({ subjects, agents, recipients }) => [
      ...subjects,
      ...agents,
      ...recipients,
    ]);
    const partyIds = parties.map(({ id }) => id);
    if (!(await reading.showsWhole(eventId, partyIds))) return false;
    if (evidence !== null && !(await reading.shows("article", articleId(evidence.url)))) return false;
    for (const part of deal?.parts ?? []) if (!(await reading.showsWhole(part.eventId, []))) return false;
  }
  return true;
}
