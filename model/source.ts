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

const endpointKinds = ["feed", "sitemap", "news_sitemap", "listing"] as const;

/** A regular expression in JavaScript's syntax, without flags. */
const RegexSchema = z.string().refine(
  (pattern) => {
    try {
      return new RegExp(pattern, "u") instanceof RegExp;
    } catch {
      return false;
    }
  },
  { error: "expected a valid regular expression" },
);

/** CSS selectors of a listing page: which links are articles, and what stands beside them. */
export const ListingSelectorsSchema = z.strictObject({
  item: z.string().min(1).optional(),
  link: z.string().min(1),
  title: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
  /** How the date is written when it is not ISO, e.g. `DD.MM.YYYY`. */
  dateFormat: z.string().min(1).optional(),
  /** Link to the following page; found by its usual marks when absent. */
  next: z.string().min(1).optional(),
});
export type ListingSelectors = z.infer<typeof ListingSelectorsSchema>;

/** What is known about an endpoint from others' measurements; `habeas sources check` measures it anew. */
const endpointStates = ["measured", "maintained", "unmeasured", "unconfirmed", "blocked", "dead"] as const;

const evidence = {
  /** How sure we are that the address works. */
  confidence: z.enum(["high", "medium", "low"]).optional(),
  /** Keys of `config/source-evidence.yaml`. */
  evidence: z.array(z.string()).optional(),
};

/** One address of a source where new articles are announced. */
export const EndpointSchema = z.strictObject({
  kind: z.enum(endpointKinds),
  url: z.url({ protocol: /^https?$/ }),
  lang: z.string().optional(),
  enabled: z.boolean().default(true),
  /** Why the endpoint is off, or what a maintainer should know. */
  note: z.string().optional(),
  selectors: ListingSelectorsSchema.optional(),
  /** Absolute addresses of articles match this; links of a listing or sitemap that do not are left alone. */
  linkPattern: RegexSchema.optional(),
  /** Addresses that are never articles, even when `linkPattern` matches. */
  excludePattern: RegexSchema.optional(),
  /** What the endpoint is for, when it does not simply list articles. */
  role: z
    .enum([
      "prisoner_database",
      "communications_database",
      "figures",
      "daily_briefing",
      "office_page",
      "opinions_index",
      "search_proxy",
    ])
    .optional(),
  /** Seconds between polls; the source's or the configured default when absent. */
  intervalSeconds: z.int().positive().optional(),
  /** Unmeasured when absent. */
  state: z.enum(endpointStates).optional(),
  /** Date and result of the last measurement, as it was published. */
  checked: z.string().optional(),
  checkResult: z.string().optional(),
  ...evidence,
});
export type Endpoint = z.infer<typeof EndpointSchema>;

/**
 * CSS selectors that read one source's pages where JSON-LD and meta tags are not enough.
 * A selector that hits a `<meta>` means its `content`, one that hits a `<time>` its `datetime`.
 */
export const ArticleSelectorsSchema = z.strictObject({
  title: z.string().min(1).optional(),
  body: z.string().min(1).optional(),
  authors: z.string().min(1).optional(),
  published: z.string().min(1).optional(),
  summary: z.string().min(1).optional(),
  /** Elements that are not part of the article. */
  remove: z.array(z.string().min(1)).optional(),
  note: z.string().optional(),
  evidence: z.array(z.string()).optional(),
});
export type ArticleSelectors = z.infer<typeof ArticleSelectorsSchema>;

const paywalls = ["metered", "partial", "registration", "hard"] as const;

/** A publisher that Habeas watches: one file in `config/sources/`. */
export const SourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
    name: z.string().min(1),
    homepage: z.url({ protocol: /^https?$/ }),
    kind: z.enum(sourceKinds),
    /** 1 primary record or agency, 2 established newsroom or NGO, 3 partisan, 4 state propaganda or rewriter. */
    tier: z.int().min(1).max(4),
    /** ISO 3166 codes of where the publisher sits, `EU` for the Union; empty for international bodies. */
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
    langs: z.array(z.string()).min(1),
    enabled: z.boolean().default(true),
    /** Required when `enabled` is false. */
    disabledReason: z.string().min(1).optional(),
    /** Trouble that plain clients had when it was last looked at. */
    status: z.enum(["degraded", "blocked"]).optional(),
    /** Seconds between polls of its endpoints; the configured default when absent. */
    intervalSeconds: z.int().positive().optional(),
    endpoints: z.array(EndpointSchema).default([]),
    /** Name of a topic filter; general news sources keep only items that match it. */
    topicFilter: z.string().optional(),
    selectors: ArticleSelectorsSchema.optional(),
    /** True when articles are empty without JavaScript, so that the browser has to fetch them. */
    needsBrowser: z.boolean().default(false),
    browserNote: z.string().optional(),
    paywall: z.enum(paywalls).optional(),
    /** What robots.txt and the terms of use are known to say. */
    robotsTerms: z.string().optional(),
    cms: z.string().optional(),
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
        /** `http://host:port` or `socks5://[user:password@]host:port`: everything of this source goes through it. */
        proxy: z
          .string()
          .regex(/^(?:https?|socks5):\/\/\S+$/, "an address that begins with http://, https:// or socks5://")
          .optional(),
        /** Cookies sent to the source's site, by name: an edition, a consent that was given. */
        cookies: z
          .record(
            z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "a cookie's name"),
            z.string().regex(/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/, "a cookie's value"),
          )
          .optional(),
        /** True to keep the cookies that the site sets from one page to the next. */
        keepCookies: z.boolean().optional(),
        /** False to leave archives of this source's pages alone, though `crawl.archive` is on. */
        archive: z.boolean().optional(),
      })
      .optional(),
    asOf: z.string().optional(),
    ...evidence,
    notes: z.string().optional(),
  })
  .refine((source) => source.enabled || source.disabledReason !== undefined, {
    path: ["disabledReason"],
    error: "expected a reason, because the source is disabled",
  });
export type Source = z.infer<typeof SourceSchema>;
