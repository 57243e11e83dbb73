import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import {
  actorClasses,
  assertions,
  eventTypes,
  PartialDateSchema,
  personRoles,
} from "../../model/extraction.ts";
import { standings } from "../../model/ledger.ts";
import { sourceKinds } from "../../model/source.ts";

const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((keys) => [keys].flat());
const keys = oneOrMany.default([]);

/** What one article says of one event; persons and actors by their keys in the cast. */
const GoldClaimSchema = z.strictObject({
  /** Keys of the events that it tells of. */
  e: oneOrMany,
  t: z.enum(eventTypes),
  who: keys,
  /** Group: its number, if any, and its label. */
  n: z.string().optional(),
  by: keys,
  to: keys,
  /** Whom the article gives as its source. */
  via: keys,
  on: PartialDateSchema.optional(),
  place: z.string().optional(),
  term: z.string().optional(),
  charge: z.string().optional(),
  as: z.enum(assertions).default("asserted"),
  /** Evidence, as it stands in the text. */
  say: z.string(),
});
export type GoldClaim = z.infer<typeof GoldClaimSchema>;

const GoldArticleSchema = z.strictObject({
  src: z.string(),
  at: z.iso.datetime(),
  /** Index of the article that it copies. */
  copyOf: z.int().optional(),
  title: z.string(),
  text: z.string(),
  /** The form under which the article names each person. */
  people: z.record(z.string(), z.string()).default({}),
  claims: z.array(GoldClaimSchema),
});
export type GoldArticle = z.infer<typeof GoldArticleSchema>;

const StorySchema = z.strictObject({
  id: z.string(),
  /** Stories that are set aside are looked at by nobody who writes rules: their figures are, their faults are not. */
  set: z.enum(["open", "aside"]),
  cast: z.record(
    z.string(),
    z.union([
      z.strictObject({ name: z.string(), role: z.enum(personRoles) }),
      z.strictObject({ name: z.string(), class: z.enum(actorClasses) }),
    ]),
  ),
  articles: z.array(GoldArticleSchema).min(3).max(8),
  standing: z.record(z.string(), z.enum(standings)),
});
export type Story = z.infer<typeof StorySchema>;

const OutletSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(sourceKinds),
  tier: z.int().min(1).max(4),
  lang: z.string(),
});
export type StoryOutlet = z.infer<typeof OutletSchema>;

const folder = fileURLToPath(new URL("./", import.meta.url));
const read = (file: string): unknown => parse(readFileSync(`${folder}${file}`, "utf8"));

export const loadOutlets = (): Map<string, StoryOutlet> =>
  new Map(
    z
      .array(OutletSchema)
      .parse(read("sources.yaml"))
      .map((outlet) => [outlet.id, outlet]),
  );

export function loadStories(): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== "sources.yaml")
    .toSorted()
    .map((file) => {
      const story = StorySchema.safeParse(read(file));
      if (!story.success) throw new Error(`${file}: ${z.prettifyError(story.error)}`);
      return story.data;
    });
}
