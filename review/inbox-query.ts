import { z } from "zod";
import { eventTypes } from "../model/extraction.ts";
import { inboxStates } from "../model/inbox.ts";
import { standings } from "../model/ledger.ts";
import type { InboxFilter } from "../storage/inbox.ts";

/** Beyond this a count only says that there are more. */
export const countLimit = 1000;

/** What the inbox can be narrowed by, on its page and in the API. */
export const inboxQuery = {
  state: z.enum(inboxStates).default("open"),
  type: z.enum(eventTypes).optional(),
  standing: z.enum(standings).optional(),
  source: z.string().max(200).optional(),
  country: z.string().max(2).optional(),
  lang: z.string().max(20).optional(),
  confidence: z.coerce.number().min(0).max(1).optional(),
  assignee: z.string().max(64).optional(),
};
export const InboxQuerySchema = z.object(inboxQuery);

/** @param login whom “me” means */
export function inboxFilterOf(query: z.infer<typeof InboxQuerySchema>, login: string): InboxFilter {
  const { state, type, standing, source, country, lang, confidence, assignee } = query;
  return {
    state,
    ...(type === undefined ? {} : { type }),
    ...(standing === undefined ? {} : { standing }),
    ...(source === undefined ? {} : { sourceId: source }),
    ...(country === undefined ? {} : { country }),
    ...(lang === undefined ? {} : { lang }),
    ...(confidence === undefined ? {} : { minConfidence: confidence }),
    ...(assignee === undefined
      ? {}
      : { assignee: assignee === "none" ? null : assignee === "me" ? login : assignee }),
  };
}
