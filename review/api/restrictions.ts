import { z } from "zod";
import { restrictable, RestrictionSchema } from "../../model/restriction.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import { parsed } from "../http/form.ts";
import { hideableFields } from "../reading.ts";
import { type ApiRoute, call, withNext } from "./call.ts";
import { pageRequest, pageSchema, paging } from "./lists.ts";

/** Who may set restrictions sees what is restricted: an editor without clearance gets the same answer as for nothing. */
const editor = { role: "editor", scope: "decide" } as const;

export const RestrictingSchema = z.object({
  reason: z.string().trim().min(1).max(500),
  /** Null hides the whole record. */
  fields: z.array(z.enum(hideableFields)).min(1).nullable().default(null),
});

const KindSchema = z.enum(restrictable);

const targetOf = (c: ReviewContext) => ({
  kind: parsed(KindSchema, c.req.param("kind"), 400),
  id: c.req.param("id") ?? "",
});

/** Hides something from people without clearance. @throws HttpFault 404 */
export async function restrict(
  c: ReviewContext,
  target: { kind: z.infer<typeof KindSchema>; id: string },
  { reason, fields }: z.infer<typeof RestrictingSchema>,
) {
  const { reading, services } = c.var;
  const { kind, id } = target;
  const found = await reading[kind](id);
  if (found === null) throw notFound(kind);
  const restriction = {
    id: `${kind} ${found.id}`,
    kind,
    targetId: found.id,
    fields,
    reason,
    by: viewerOf(c).user.login,
    at: new Date(services.now()).toISOString(),
  };
  await services.review.restrictions.update(restriction.id, () => restriction);
  await audit(c, "restrict", target, { reason, fields: fields?.join(",") ?? "all" });
  return restriction;
}

/** Shows it to everybody again. @throws HttpFault 404 */
export async function unrestrict(c: ReviewContext, target: { kind: string; id: string }): Promise<void> {
  const { restrictions } = c.var.services.review;
  const id = `${target.kind} ${target.id}`;
  if (!viewerOf(c).user.seesRestricted || (await restrictions.get(id)) === null)
    throw notFound("restriction");
  await restrictions.remove(id);
  await audit(c, "unrestrict", target);
}

export const restrictionCalls: readonly ApiRoute[] = [
  call({
    ...editor,
    method: "GET",
    scope: "read",
    path: "/restrictions",
    summary: "What is restricted",
    query: z.object(paging),
    answer: pageSchema(RestrictionSchema),
    async handle(c, { query }) {
      if (!viewerOf(c).user.seesRestricted) return { items: [], next: null };
      return withNext(c, await c.var.services.review.restrictions.list({}, pageRequest(query)));
    },
  }),
  call({
    ...editor,
    method: "PUT",
    path: "/restrictions/:kind/:id",
    summary: "Hide a person, event or article, or fields of an event",
    body: RestrictingSchema,
    answer: RestrictionSchema,
    handle: (c, { body }) => restrict(c, targetOf(c), body),
  }),
  call({
    ...editor,
    method: "DELETE",
    path: "/restrictions/:kind/:id",
    summary: "Show it to everybody again",
    answer: null,
    handle: (c) => unrestrict(c, targetOf(c)),
  }),
];
