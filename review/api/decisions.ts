import { z } from "zod";
import { DecisionSchema, EventEditSchema } from "../../model/decision.ts";
import { InboxItemSchema } from "../../model/inbox.ts";
import { StandingChangeSchema } from "../../model/standing-change.ts";
import { audit, viewerOf } from "../http/context.ts";
import { decide, decidedBy, eventOf, undo } from "../pages/decide.tsx";
import { inboxFilterOf, inboxQuery } from "../inbox-query.ts";
import { assignTo } from "../pages/inbox.tsx";
import { type ApiRoute, call, withNext } from "./call.ts";
import { pageRequest, pageSchema, paging } from "./lists.ts";

const analyst = { role: "analyst", scope: "decide" } as const;

const common = {
  reason: z.string().trim().min(1).max(2000).optional(),
  /** `version` of the event's dossier that the decision rests on; without it nobody is told of changes meanwhile. */
  version: z.string().max(40).optional(),
  /** When it was decided, if it could not be sent at once. */
  at: z.iso.datetime().optional(),
};

const NewDecisionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["confirm", "unsure"]), ...common }),
  z.object({ kind: z.literal("reject"), ...common, reason: z.string().trim().min(1).max(2000) }),
  z.object({ kind: z.literal("edit"), changes: EventEditSchema, ...common }),
  z.object({ kind: z.literal("comment"), text: z.string().trim().min(1).max(4000), ...common }),
]);

const DossierSchema = z.object({
  version: z.string(),
  decisions: z.array(DecisionSchema),
  /** Those that still hold. */
  standing: z.array(DecisionSchema),
  history: z.array(StandingChangeSchema),
});

/** The inbox and what analysts decide. */
export const decisionCalls: readonly ApiRoute[] = [
  call({
    ...analyst,
    method: "GET",
    scope: "read",
    path: "/inbox",
    summary: "Events that wait for an analyst, most urgent first; `assignee` may be `me` or `none`",
    query: z.object({ ...inboxQuery, ...paging }),
    answer: pageSchema(InboxItemSchema),
    async handle(c, { query }) {
      const filter = inboxFilterOf(query, viewerOf(c).user.login);
      return withNext(c, await c.var.reading.inbox(filter, pageRequest(query)));
    },
  }),
  call({
    ...analyst,
    method: "PUT",
    path: "/inbox/:id/assignee",
    summary: "Give an event to somebody, or back to all",
    body: z.object({ assignee: z.string().max(64).nullable() }),
    answer: InboxItemSchema,
    handle: async (c, { body }) => assignTo(c, (await eventOf(c)).id, body.assignee),
  }),
  call({
    method: "GET",
    role: "viewer",
    scope: "read",
    path: "/events/:id/dossier",
    summary: "Decisions about an event, its history, and the version to decide on",
    answer: DossierSchema,
    handle: async (c) => c.var.services.deciding.dossier(await eventOf(c)),
  }),
  call({
    ...analyst,
    method: "POST",
    path: "/events/:id/decisions",
    summary: "Decide about an event; 409 when it changed after `version`",
    body: NewDecisionSchema,
    answer: DecisionSchema,
    status: 201,
    async handle(c, { body }) {
      const event = await eventOf(c);
      const { version = null, reason = null, at } = body;
      const eventId = event.id;
      const request =
        body.kind === "edit"
          ? ({ kind: "edit", eventId, changes: body.changes } as const)
          : body.kind === "comment"
            ? ({ kind: "comment", eventId, text: body.text } as const)
            : ({ kind: body.kind, eventId } as const);
      return decide(c, event, request, { decided: decidedBy(c, reason, at), version });
    },
  }),
  call({
    ...analyst,
    method: "POST",
    path: "/events",
    summary: "Add an event that no article told, or none that could be read",
    body: z.object({ changes: EventEditSchema, reason: z.string().trim().min(1).max(2000) }),
    answer: DecisionSchema,
    status: 201,
    async handle(c, { body }) {
      const { changes, reason } = body;
      const decision = await c.var.services.deciding.record({ kind: "add", changes }, decidedBy(c, reason));
      await audit(c, "event.add", null, { decision: decision.id });
      return decision;
    },
  }),
  call({
    ...analyst,
    method: "POST",
    path: "/decisions/:id/undo",
    summary: "Take a decision back: your own, or anybody's for editors",
    answer: DecisionSchema,
    handle: (c) => undo(c, c.req.param("id") ?? ""),
  }),
];
