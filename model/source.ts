import { z } from "zod";

/** What kind of publisher a source is; the vocabulary of the source catalogue. */
export const sourceKinds = [
  "human_rights_ngo",
  "intergovernmental",
  "government",
  "news_agency",
  "newspaper",
  "broadcaster",
  "online_news",
  "blog",
  "aggregator",
] as const;

export const endpointKinds = ["feed", "sitemap", "news_sitemap", "listing"] as const;

/** CSS selectors of a listing page: which links are articles, and what stands beside them. */
export const ListingSelectorsSchema = z.strictObject({
  item: z.string().min(1).optional(),
  link: z.string().min(1),
  title: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
});
export type ListingSelectors = z.infer<typeof ListingSelectorsSchema>;

/** One address of a source where new articles are announced. */
export const EndpointSchema = z.strictObject({
  kind: z.enum(endpointKinds),
  url: z.url({ protocol: /^https?$/ }),
  lang: z.string().optional(),
  enabled: z.boolean().default(true),
  /** Why the endpoint is off, or what a maintainer should know. */
  note: z.string().optional(),
  selectors: ListingSelectorsSchema.optional(),
  /** Seconds between polls; the configured default when absent. */
  intervalSeconds: z.int().positive().optional(),
});
export type Endpoint = z.infer<typeof EndpointSchema>;

/** CSS selectors that read one source's pages where JSON-LD and meta tags are not enough. */
export const ArticleSelectorsSchema = z.strictObject({
  title: z.string().optional(),
  body: z.string().optional(),
  authors: z.string().optional(),
  published: z.string().optional(),
  remove: z.array(z.string()).optional(),
});
export type ArticleSelectors = z.infer<typeof ArticleSelectorsSchema>;

/** A publisher that Habeas watches: one file in `config/sources/`. */
export const SourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
  name: z.string().min(1),
  homepage: z.url({ protocol: /^https?$/ }),
  kind: z.enum(sourceKinds),
  /** 1 primary record or agency, 2 established newsroom or NGO, 3 partisan, 4 state propaganda or rewriter. */
  tier: z.int().min(1).max(4),
  countries: z.array(z.string()).default([]),
  langs: z.array(z.string()).min(1),
  enabled: z.boolean().default(true),
  /** Required when `enabled` is false. */
  disabledReason: z.string().optional(),
  endpoints: z.array(EndpointSchema).default([]),
  /** Name of a topic filter; general news sources keep only items that match it. */
  topicFilter: z.string().optional(),
  selectors: ArticleSelectorsSchema.optional(),
  /** True when articles are empty without JavaScript, so that the browser has to fetch them. */
  needsBrowser: z.boolean().default(false),
  /** Charset that the source declares wrongly or not at all. */
  charset: z.string().optional(),
  /** IANA time zone of dates without one. */
  timeZone: z.string().optional(),
  crawl: z
    .strictObject({
      concurrency: z.int().positive().optional(),
      delaySeconds: z.number().nonnegative().optional(),
      timeoutSeconds: z.number().positive().optional(),
      /** Written reason for not following robots.txt; without one robots.txt is obeyed. */
      ignoreRobotsReason: z.string().min(10).optional(),
    })
    .optional(),
  asOf: z.string().optional(),
  confidence: z.enum(["high", "medium", "low"]).optional(),
  notes: z.string().optional(),
});
export type Source = z.infer<typeof SourceSchema>;
