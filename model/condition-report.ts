import { z } from "zod";
import { SpanSchema } from "./article.ts";
import { assertions, conditionCategories, ConfidenceSchema } from "./extraction.ts";
import { PartySchema } from "./ledger.ts";

/**
 * One article says how somebody, or a group, is treated or fares. Reports are not merged: what is told twice is two
 * reports. Natural key: article, category, persons as they are named and evidence span.
 */
export const ConditionReportSchema = z.strictObject({
  id: z.string(),
  articleId: z.string(),
  extractionId: z.string(),
  sourceId: z.string(),
  /** Independent root of the report: the article that this one copies, else the article itself. */
  originId: z.string(),
  published: z.string().nullable(),
  lang: z.string(),
  category: z.enum(conditionCategories),
  /** Empty when it is said of a group or in general. */
  persons: z.array(PartySchema),
  assertion: z.enum(assertions),
  attributedTo: z.array(PartySchema),
  evidence: SpanSchema,
  /** The evidence's words. */
  quote: z.string(),
  ruleId: z.string(),
  confidence: ConfidenceSchema,
});
export type ConditionReport = z.infer<typeof ConditionReportSchema>;
