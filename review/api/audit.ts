import { z } from "zod";
import { AuditEntrySchema } from "../../model/audit.ts";
import { type ApiRoute, call, withNext } from "./call.ts";
import { given, pageRequest, pageSchema, paging } from "./lists.ts";

const admin = { method: "GET", role: "admin", scope: "admin" } as const;

export const auditCalls: readonly ApiRoute[] = [
  call({
    ...admin,
    path: "/audit",
    summary: "The audit log, newest first",
    query: z.object({
      actor: z.string().max(100).optional(),
      action: z.string().max(100).optional(),
      ...paging,
    }),
    answer: pageSchema(AuditEntrySchema),
    async handle(c, { query }) {
      const { actor, action } = query;
      return withNext(
        c,
        await c.var.services.review.audit.list(given({ actor, action }), pageRequest(query)),
      );
    },
  }),
  call({
    ...admin,
    path: "/audit/chain",
    summary: "The audit log in the order of its chain, for checking it",
    query: z.object({
      seq: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(1000),
    }),
    answer: z.object({ items: z.array(AuditEntrySchema) }),
    handle: async (c, { query }) => ({
      items: await c.var.services.review.audit.after(query.seq, query.limit),
    }),
  }),
];
