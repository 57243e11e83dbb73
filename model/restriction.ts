import { z } from "zod";

export const restrictable = ["person", "event", "article"] as const;

/**
 * Something that only those with clearance may see. A restricted person takes along every event that names them; a
 * restricted article its claims. Natural key: kind and target.
 */
export const RestrictionSchema = z.strictObject({
  /** Kind and target with a blank between. */
  id: z.string(),
  kind: z.enum(restrictable),
  targetId: z.string(),
  /** Fields that are hidden; null hides the whole record. */
  fields: z.array(z.string()).nullable(),
  reason: z.string().min(1).max(500),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Restriction = z.infer<typeof RestrictionSchema>;
