import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { eventTypes, PartialDateSchema, personRoles } from "../../model/extraction.ts";

const FactSchema = z.strictObject({
  type: z.enum(eventTypes),
  /** Names of persons, in the article's script; empty when only the event itself is asked for. */
  subjects: z.array(z.string()),
  date: PartialDateSchema.optional(),
  term: z.string().optional(),
  count: z.int().positive().optional(),
});

const ExpectedArticleSchema = z.strictObject({
  outcome: z.enum(["ok", "blocked"]).default("ok"),
  persons: z.record(z.string(), z.enum(personRoles)).default({}),
  says: z.array(FactSchema).default([]),
  never: z.array(FactSchema).default([]),
  copyOf: z.string().optional(),
});
export type ExpectedArticle = z.infer<typeof ExpectedArticleSchema>;

/** Reads what the demo's articles should give (`expected.yaml`), by article id. */
export function loadExpected(file: string | URL): Map<string, ExpectedArticle> {
  const schema = z.strictObject({ articles: z.record(z.string(), ExpectedArticleSchema) });
  return new Map(Object.entries(schema.parse(parse(readFileSync(file, "utf8"))).articles));
}
