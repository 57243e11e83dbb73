import { z } from "zod";
import { parseRule } from "../../alerts/load.ts";
import { ruleText } from "../../alerts/rule-text.ts";
import { ConfigError } from "../../config/config-error.ts";
import { AlertRuleSchema, DeliverySchema, deliveryStates } from "../../model/alert.ts";
import { deliveriesFor, deliveryFor, replay } from "../alerts/outbox.ts";
import { addRule, changeRule, previewFor, removeRule, ruleFor, rulesFor } from "../alerts/rules.ts";
import type { ReviewContext } from "../http/context.ts";
import { HttpFault } from "../http/fault.ts";
import { type ApiRoute, call, withNext } from "./call.ts";
import { pageRequest, pageSchema, paging } from "./lists.ts";

const reads = { method: "GET", role: "analyst", scope: "read" } as const;
const writes = { role: "editor", scope: "decide" } as const;
const idOf = (c: ReviewContext) => c.req.param("id") ?? "";

const ShownRuleSchema = z.object({ rule: AlertRuleSchema, fromFile: z.boolean() });
const daysQuery = z.object({ days: z.coerce.number().int().min(1).max(365).default(30) });
const PreviewSchema = z.object({
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      eventId: z.string(),
      send: z.boolean(),
      line: z.string(),
      because: z.array(z.string()),
    }),
  ),
  /** Up to when was looked, when there was too much. */
  until: z.iso.datetime().nullable(),
});

/** A rule with what it refers to checked as well. @throws HttpFault 422 */
async function checked(c: ReviewContext, rule: unknown) {
  try {
    return parseRule(rule, await c.var.services.alerts.setup());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const errors = error.issues.map(({ key, found, expected }) => ({
      field: key,
      message: `found ${found ?? "nothing"}, expected ${expected}`,
    }));
    throw new HttpFault(422, `${errors[0]?.field ?? "rule"}: ${errors[0]?.message ?? "is not valid"}`, {
      extra: { errors },
    });
  }
}

async function previewed(c: ReviewContext, rule: z.infer<typeof AlertRuleSchema>, days: number) {
  const { items, until } = await previewFor(c, rule, days);
  return {
    items: items.map(({ at, eventId, send, line, because }) => ({ at, eventId, send, line, because })),
    until,
  };
}

export const alertCalls: readonly ApiRoute[] = [
  call({
    ...reads,
    path: "/alerts/rules",
    summary: "Rules of alerts, those of the file and those made in the app",
    answer: z.object({ items: z.array(ShownRuleSchema) }),
    handle: async (c) => ({ items: await rulesFor(c) }),
  }),
  call({
    ...writes,
    method: "POST",
    path: "/alerts/rules",
    summary: "Make a rule",
    body: AlertRuleSchema,
    answer: AlertRuleSchema,
    status: 201,
    async handle(c, { body }) {
      const rule = await checked(c, body);
      await addRule(c, rule);
      return rule;
    },
  }),
  call({
    ...reads,
    path: "/alerts/rules/:id",
    summary: "One rule",
    answer: ShownRuleSchema,
    handle: (c) => ruleFor(c, idOf(c)),
  }),
  call({
    ...writes,
    method: "PUT",
    path: "/alerts/rules/:id",
    summary: "Change a rule; `seen` is the rule as it was read before",
    body: z.object({ rule: AlertRuleSchema, seen: AlertRuleSchema }),
    answer: AlertRuleSchema,
    async handle(c, { body }) {
      if (body.rule.id !== idOf(c)) throw new HttpFault(422, `rule.id: it stays ${idOf(c)}`);
      const rule = await checked(c, body.rule);
      await changeRule(c, rule, ruleText(body.seen));
      return rule;
    },
  }),
  call({
    ...writes,
    method: "DELETE",
    path: "/alerts/rules/:id",
    summary: "Remove a rule; what it told stays in the deliveries",
    answer: null,
    handle: (c) => removeRule(c, idOf(c)),
  }),
  call({
    ...reads,
    path: "/alerts/rules/:id/preview",
    summary: "What a rule would have told in the last days, and why not the rest",
    query: daysQuery,
    answer: PreviewSchema,
    handle: async (c, { query }) => previewed(c, (await ruleFor(c, idOf(c))).rule, query.days),
  }),
  call({
    ...writes,
    method: "POST",
    path: "/alerts/preview",
    summary: "The same for a rule that is not kept",
    query: daysQuery,
    body: AlertRuleSchema,
    answer: PreviewSchema,
    handle: async (c, { query, body }) => previewed(c, await checked(c, body), query.days),
  }),
  call({
    ...reads,
    path: "/alerts/deliveries",
    summary: "What was told to whom, newest first",
    query: z.object({
      state: z.enum(deliveryStates).optional(),
      target: z.string().max(64).optional(),
      rule: z.string().max(64).optional(),
      ...paging,
    }),
    answer: pageSchema(DeliverySchema),
    async handle(c, { query }) {
      const filter = { state: query.state, targetId: query.target, ruleId: query.rule };
      return withNext(c, await deliveriesFor(c, filter, pageRequest(query)));
    },
  }),
  call({
    ...reads,
    path: "/alerts/deliveries/:id",
    summary: "One delivery with every try and its answer",
    answer: DeliverySchema,
    handle: (c) => deliveryFor(c, idOf(c)),
  }),
  call({
    ...writes,
    method: "POST",
    path: "/alerts/deliveries/:id/replay",
    summary: "Send again what was given up",
    answer: null,
    handle: (c) => replay(c, idOf(c)),
  }),
];
