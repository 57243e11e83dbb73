import { z } from "zod";
import { DecisionSchema } from "../../model/decision.ts";
import { reviewTaskKinds, ReviewTaskSchema, reviewTaskStatuses } from "../../model/review-task.ts";
import { notFound } from "../http/fault.ts";
import { decideOnPersons } from "../pages/person-identity.tsx";
import { answerTask, assignTaskTo, taskAnswers } from "../pages/tasks.tsx";
import { type ApiRoute, call, withNext } from "./call.ts";
import { given, pageRequest, pageSchema, paging } from "./lists.ts";

const read = { role: "viewer", scope: "read" } as const;
const analyst = { role: "analyst", scope: "decide" } as const;

const id = z.string().min(1).max(600);
const reason = z.string().trim().min(1).max(2000).optional();

const PersonDecisionSchema = z.discriminatedUnion("kind", [
  /** The first person is kept. */
  z.object({ kind: z.enum(["merge", "not_same"]), personIds: z.array(id).min(2).max(20), reason }),
  z.object({
    kind: z.literal("split"),
    personId: id,
    articleIds: z.array(id).max(1000).default([]),
    names: z.array(z.string().max(300)).max(200).default([]),
    /** Null for a new person. */
    into: id.nullable().default(null),
    reason,
  }),
]);

/** Who is who, and the questions that wait for an analyst. */
export const identityCalls: readonly ApiRoute[] = [
  call({
    ...analyst,
    method: "POST",
    path: "/persons/decisions",
    summary: "Merge persons, keep them apart, or split one; POST /decisions/{id}/undo takes it back",
    body: PersonDecisionSchema,
    answer: DecisionSchema,
    status: 201,
    async handle(c, { body }) {
      const { reason: why = null, ...request } = body;
      return decideOnPersons(c, request, why);
    },
  }),
  call({
    ...analyst,
    scope: "read",
    method: "GET",
    path: "/tasks",
    summary: "Questions that wait for an analyst, the most pressing first",
    query: z.object({
      kind: z.enum(reviewTaskKinds).optional(),
      status: z.enum(reviewTaskStatuses).optional(),
      person: z.string().max(600).optional(),
      ...paging,
    }),
    answer: pageSchema(ReviewTaskSchema),
    async handle(c, { query }) {
      const { kind, status, person } = query;
      const filter = given({ kind, status, targetId: person });
      return withNext(c, await c.var.reading.tasks(filter, pageRequest(query)));
    },
  }),
  call({
    ...analyst,
    method: "POST",
    path: "/tasks/:id/answer",
    summary: "Answer a question: merge or not_same decide about the persons, unsure and done only close it",
    body: z.object({ answer: z.enum(taskAnswers), note: reason }),
    answer: ReviewTaskSchema,
    handle: (c, { body }) => answerTask(c, body.answer, body.note ?? null),
  }),
  call({
    ...analyst,
    method: "PUT",
    path: "/tasks/:id/assignee",
    summary: "Give a question to somebody, or back to all",
    body: z.object({ assignee: z.string().max(64).nullable() }),
    answer: ReviewTaskSchema,
    handle: (c, { body }) => assignTaskTo(c, body.assignee),
  }),
  call({
    ...read,
    method: "GET",
    path: "/persons/:id/status",
    summary: "Status and isolation clock of a person on a day",
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({ asOf: z.string(), status: z.looseObject({}), clock: z.looseObject({}) }),
    async handle(c, { query }) {
      const person = await c.var.reading.person(c.req.param("id") ?? "");
      if (person === null) throw notFound("person");
      const asOf = query.asOf ?? new Date(c.var.services.now()).toISOString().slice(0, 10);
      const { status, clock } = await c.var.reading.personClock(person.id, asOf);
      return { asOf, status, clock };
    },
  }),
];
