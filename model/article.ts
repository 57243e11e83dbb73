import { createHash } from "node:crypto";
import { z } from "zod";
import { troubles } from "./errors.ts";

/** Zones of an article; they decide what may become an event (see `extractors/`). */
export const zones = [
  "headline",
  "lead",
  "body",
  "heading",
  "quote",
  "list",
  "caption",
  "liveblog",
  "faq",
  "tip",
  "teaser",
  "newsletter",
  "bio",
] as const;
export type Zone = (typeof zones)[number];

/** Half-open range of UTF-16 code units in an article's `text`. */
export const SpanSchema = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof SpanSchema>;

/** A paragraph of the article; `text.slice(start, end)` are its words. */
export const ParagraphSchema = z.strictObject({
  ...SpanSchema.shape,
  zone: z.enum(zones),
  /** Live-blog items carry the time at which they were written. */
  at: z.string().optional(),
});
export type Paragraph = z.infer<typeof ParagraphSchema>;

/** A page as it was fetched; the bytes are kept apart, under their hash. */
export const CaptureSchema = z.strictObject({
  /** SHA-256 of the body after content decoding, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  url: z.string(),
  fetchedAt: z.iso.datetime(),
  status: z.int(),
  contentType: z.string().nullable(),
  charset: z.string().nullable(),
  bytes: z.int().nonnegative(),
  via: z.enum(["http", "browser"]),
  /** What robots.txt said for this address: allowed, no rule file, or overridden with a written reason. */
  robots: z.enum(["allowed", "absent", "overridden"]),
  /** Set when the bytes come from a web archive: the memento's address and the time at which it was taken. */
  archived: z.strictObject({ url: z.string(), at: z.iso.datetime() }).optional(),
});
export type Capture = z.infer<typeof CaptureSchema>;

/**
 * What reading a page gives. `text` is the reading text: the title, an empty line, then the paragraphs separated by
 * one empty line each; `paragraphs[0]` is the title with zone `headline`. All spans of an Extraction point into it.
 */
export const ArticleSchema = z.strictObject({
  id: z.string(),
  /** Canonical address. */
  url: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  captureHash: z.string().nullable(),
  title: z.string(),
  authors: z.array(z.string()),
  /** ISO 8601 with its offset as the page gave it (`2025-12-13T19:40:00+03:00`), a bare date, or null. */
  published: z.string().nullable(),
  modified: z.string().nullable(),
  lang: z.string(),
  section: z.string().nullable(),
  leadImage: z.string().nullable(),
  text: z.string(),
  paragraphs: z.array(ParagraphSchema),
  /** Sentences of the publisher that say what was corrected or updated; absent when there are none. */
  corrections: z.array(z.string()).optional(),
});
export type Article = z.infer<typeof ArticleSchema>;

/** Stages of an article on its way through the queue, in order; `closed` means that it will go no further. */
export const stages = ["discovered", "fetched", "extracted", "resolved", "closed"] as const;
export type Stage = (typeof stages)[number];

/** How the last fetch of an article ended. */
export const FetchOutcomeSchema = z.strictObject({
  kind: z.enum([
    "ok",
    "not_modified",
    /** The article stands at another address, which `reason` names. */
    "moved",
    "gone",
    "blocked",
    "unreadable",
    "off_topic",
    "failed",
    ...troubles,
  ]),
  /** For `blocked` its cause (waf, consent, paywall, login, geo, robots, captcha), else what an operator should read. */
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export type FetchOutcome = z.infer<typeof FetchOutcomeSchema>;

/** What is kept about every article from the moment that its address is known. Natural key: `url`. */
export const ArticleRecordSchema = z.strictObject({
  /** {@link articleId} of `url`. */
  id: z.string(),
  url: z.string(),
  sourceId: z.string(),
  endpointUrl: z.string().nullable(),
  discoveredAt: z.iso.datetime(),
  /** What the endpoint said about the article before it was fetched. */
  hint: z.strictObject({ title: z.string().nullable(), published: z.string().nullable() }),
  /** 1 first … 10 last; titles that look like a release go first. */
  priority: z.int().min(1).max(10),
  stage: z.enum(stages),
  stageAt: z.iso.datetime(),
  outcome: FetchOutcomeSchema.nullable(),
  article: ArticleSchema.nullable(),
  /** When the page is looked at again, because what was published may be corrected; null when it is not. */
  revisit: z
    .strictObject({
      dueAt: z.iso.datetime(),
      /** Visits after the first one. */
      visits: z.int().nonnegative(),
    })
    .nullable()
    .default(null),
  /** How many earlier versions of the article are kept. */
  revisions: z.int().nonnegative().default(0),
  /** Locality-sensitive keys of the text; articles that share one may be copies of one another. */
  copyKeys: z.array(z.string()),
  /** Article that this one is a near-identical copy of (itself excluded), with the share of common text 0…1. */
  copyOf: z.strictObject({ articleId: z.string(), similarity: z.number() }).nullable(),
});
export type ArticleRecord = z.infer<typeof ArticleRecordSchema>;

/** Identifier of an article: the first 24 hex digits of the SHA-256 of its canonical address. */
export function articleId(canonicalUrl: string): string {
  return createHash("sha256").update(canonicalUrl).digest("hex").slice(0, 24);
}

/**
 * Builds the reading text and the paragraphs' offsets from a title and its paragraphs.
 * Empty paragraphs are left out.
 */
export function composeText(
  title: string,
  blocks: readonly { text: string; zone: Zone; at?: string }[],
): { text: string; paragraphs: Paragraph[] } {
  const parts: string[] = [];
  const paragraphs: Paragraph[] = [];
  let offset = 0;
  for (const block of [{ text: title, zone: "headline" as Zone }, ...blocks]) {
    if (block.text === "" && block.zone !== "headline") continue;
    paragraphs.push({
      start: offset,
      end: offset + block.text.length,
      zone: block.zone,
      ...("at" in block && block.at !== undefined ? { at: block.at } : {}),
    });
    parts.push(block.text);
    offset += block.text.length + 2;
  }
  return { text: parts.join("\n\n"), paragraphs };
}
