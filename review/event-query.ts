import { z } from "zod";
import { assertions, eventTypes, PartialDateSchema } from "../model/extraction.ts";
import type { EventFilter } from "../storage/store.ts";

/** What lists of events can be narrowed by in an address, on pages and in the API alike. */
export const eventQuery = {
  type: z.enum(eventTypes).optional(),
  assertion: z.enum(assertions).optional(),
  source: z.string().max(200).optional(),
  person: z.string().max(300).optional(),
  from: PartialDateSchema.optional(),
  to: PartialDateSchema.optional(),
};
const EventQuerySchema = z.object(eventQuery);

export function eventFilterOf(query: z.infer<typeof EventQuerySchema>): EventFilter {
  const { type, assertion, source, person, from, to } = query;
  return {
    ...(type === undefined ? {} : { type }),
    ...(assertion === undefined ? {} : { assertion }),
    ...(source === undefined ? {} : { sourceId: source }),
    ...(person === undefined ? {} : { personId: person }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
