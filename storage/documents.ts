import { z } from "zod";
import { HostRecordSchema, RobotsRecordSchema, SourceHabitSchema } from "../model/crawl-state.ts";
import { type ArticleRecord, ArticleRecordSchema, CaptureSchema } from "../model/article.ts";
import { CandidateMentionSchema, CandidateSchema } from "../model/candidate.ts";
import { type EndpointState, EndpointStateSchema } from "../model/endpoint-state.ts";
import { BackfillSchema } from "../model/backfill.ts";
import { ConditionReportSchema } from "../model/condition-report.ts";
import { DecisionSchema } from "../model/decision.ts";
import { Bug } from "../model/errors.ts";
import { ExtractionSchema, personRoles } from "../model/extraction.ts";
import { ClaimSchema, EventSchema, PersonSchema } from "../model/ledger.ts";
import { ArticleRevisionSchema } from "../model/revision.ts";
import { RelationClaimSchema } from "../model/relation-claim.ts";
import { ReviewTaskSchema } from "../model/review-task.ts";
import { SourceHealthSchema, SourceNoticeSchema } from "../model/source-health.ts";
import { StandingChangeSchema } from "../model/standing-change.ts";
import type { Succession } from "./store.ts";

const SuccessionSchema: z.ZodType<Succession> = z.strictObject({ id: z.string(), successorId: z.string() });

/** What one article says about one person, everything that it says put together. Natural key: both ids. */
const PersonNoteSchema = z.strictObject({
  personId: z.string(),
  articleId: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  curated: z.boolean(),
  roles: z.array(z.enum(personRoles)),
});
export type PersonNote = z.infer<typeof PersonNoteSchema>;

/** The collections of a store with the schema of their documents. */
const documentSchemas = {
  endpoints: EndpointStateSchema as z.ZodType<EndpointState>,
  hosts: HostRecordSchema,
  robots: RobotsRecordSchema,
  sourceHabits: SourceHabitSchema,
  sourceHealth: SourceHealthSchema,
  sourceNotices: SourceNoticeSchema,
  backfills: BackfillSchema,
  articles: ArticleRecordSchema as z.ZodType<ArticleRecord>,
  revisions: ArticleRevisionSchema,
  captures: CaptureSchema,
  extractions: ExtractionSchema,
  claims: ClaimSchema,
  supersededClaims: ClaimSchema,
  events: EventSchema,
  conditionReports: ConditionReportSchema,
  relationClaims: RelationClaimSchema,
  persons: PersonSchema,
  personNotes: PersonNoteSchema,
  candidates: CandidateSchema,
  candidateMentions: CandidateMentionSchema,
  eventSuccessions: SuccessionSchema,
  decisions: DecisionSchema,
  standingChanges: StandingChangeSchema,
  reviewTasks: ReviewTaskSchema,
} as const;
export type CollectionName = keyof typeof documentSchemas;
export type StoredDocument<C extends CollectionName> = z.infer<(typeof documentSchemas)[C]>;

/**
 * Checks a document that comes from the database.
 *
 * @throws Bug that names the collection, the document and what in it is wrong.
 */
export function checkDocument<C extends CollectionName>(
  collection: C,
  id: string,
  value: unknown,
): StoredDocument<C> {
  return parseDocument(documentSchemas[collection] as z.ZodType<StoredDocument<C>>, collection, id, value);
}

/** The same for a document of any schema. */
export function parseDocument<T>(schema: z.ZodType<T>, collection: string, id: string, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Bug(
    `the stored document ${collection}/${id} does not fit its schema at ${issue?.path.join(".") || "its root"}: ${issue?.message}`,
    { cause: result.error },
  );
}

const replacement = "\ufffd";
/** NUL and lone surrogates: no database keeps both. Either becomes U+FFFD, one code unit for one: spans stay true. */
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A string as it is stored, for ids and other keys that are looked up. */
export const storable = (text: string): string => text.replace(unstorable, replacement);

const mayBeUnstorable = (json: string) => /\\u(0000|d[89a-f])/.test(json);

/** A document with every string in it storable; the same one when it is so already. */
export function storableDocument<T>(document: T): T {
  return mayBeUnstorable(JSON.stringify(document)) ? (JSON.parse(toJson(document)) as T) : document;
}

/** A document as JSON text, every string in it storable. */
export function toJson(document: unknown): string {
  const json = JSON.stringify(document);
  if (!mayBeUnstorable(json)) return json;
  return JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value === "string") return storable(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), inner]));
  });
}
