import { z } from "zod";
import { ArticleSchema } from "./article.ts";

/** An article as it stood before it was changed. Natural key: `id`; immutable. */
export const ArticleRevisionSchema = z.strictObject({
  /** {@link revisionId} of the two below. */
  id: z.string(),
  articleId: z.string(),
  /** 1 for the first version that was read. */
  number: z.int().positive(),
  article: ArticleSchema,
  /** ISO time at which another version was seen in its place. */
  replacedAt: z.string(),
});
export type ArticleRevision = z.infer<typeof ArticleRevisionSchema>;

export const revisionId = (articleId: string, number: number): string =>
  `${articleId}-${String(number).padStart(4, "0")}`;
