import { z } from "zod";
import { SpanSchema } from "./article.ts";
import { ConfidenceSchema, relationKinds } from "./extraction.ts";
import { PartySchema } from "./ledger.ts";

/**
 * One article says what somebody is to somebody else. Nothing is made of it: relatives stay claims of those who tell
 * of them, and make nobody one with anybody. Natural key: article, kind and both persons as they are named.
 */
export const RelationClaimSchema = z.strictObject({
  id: z.string(),
  articleId: z.string(),
  extractionId: z.string(),
  sourceId: z.string(),
  /** Independent root of the report: the article that this one copies, else the article itself. */
  originId: z.string(),
  published: z.string().nullable(),
  lang: z.string(),
  kind: z.enum(relationKinds),
  /** As it is told: "younger brother", "former lawyer". */
  words: z.string(),
  /** Who is the wife, the lawyer, … */
  person: PartySchema,
  /** … of whom. */
  of: PartySchema,
  evidence: SpanSchema,
  /** The evidence's words. */
  quote: z.string(),
  ruleId: z.string(),
  confidence: ConfidenceSchema,
});
export type RelationClaim = z.infer<typeof RelationClaimSchema>;
