import { z } from "zod";
import { SpanSchema } from "./article.ts";
import { partyKinds } from "./party-kind.ts";
import { sourceKinds } from "./source.ts";
import {
  assertions,
  ConfidenceSchema,
  eventTypes,
  GroupSchema,
  PartialDateSchema,
  type PersonRole,
  personRoles,
} from "./extraction.ts";

/** A reference to a person or actor by identity, with a name to show and what the article takes them for. */
export const PartySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(partyKinds).optional(),
});
export type Party = z.infer<typeof PartySchema>;

/** One human being as the ledger knows them. Natural key: gazetteer id, or the normalised name of a candidate. */
export const PersonSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Every form read so far, sorted. */
  names: z.array(z.string()),
  /** True when the gazetteer knows the person; candidates come from articles alone. */
  curated: z.boolean(),
  /** How often articles gave each role. */
  roles: z.partialRecord(z.enum(personRoles), z.int().nonnegative()),
  articleIds: z.array(z.string()),
});
export type Person = z.infer<typeof PersonSchema>;

/** The role that most articles give; the first of the list on a tie. */
export function mainRole({ roles }: Pick<Person, "roles">): PersonRole {
  const counted = personRoles.map((role) => ({ role, count: roles[role] ?? 0 }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).role;
}

/** Who publishes a claim, as far as its weight goes. */
const OutletSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(sourceKinds),
  /** 1 primary record or agency, 2 established newsroom or NGO, 3 partisan, 4 state propaganda or rewriter. */
  tier: z.int().min(1).max(4),
});
export type Outlet = z.infer<typeof OutletSchema>;

/** One article says one event. Natural key: article, type, subjects and evidence span. */
export const ClaimSchema = z.strictObject({
  id: z.string(),
  articleId: z.string(),
  extractionId: z.string(),
  sourceId: z.string(),
  /** Independent root of the report: the article that this one copies, else the article itself. */
  originId: z.string(),
  /** Publisher in whose voice it is told: that of the article which was copied, else the source itself. */
  outlet: OutletSchema.optional(),
  published: z.string().nullable(),
  lang: z.string(),
  type: z.enum(eventTypes),
  subjects: z.array(PartySchema),
  group: GroupSchema.nullable(),
  agents: z.array(PartySchema),
  recipients: z.array(PartySchema),
  date: PartialDateSchema.nullable(),
  place: z.string().nullable(),
  term: z.string().nullable(),
  charge: z.string().nullable(),
  assertion: z.enum(assertions),
  attributedTo: z.array(PartySchema),
  evidence: SpanSchema,
  /** The evidence's words. */
  quote: z.string(),
  ruleId: z.string(),
  confidence: ConfidenceSchema,
});
export type Claim = z.infer<typeof ClaimSchema>;

/** What claims agree on. `claimed`: one origin asserts it; `corroborated`: several do; `denied`: none asserts it. */
export const standings = ["claimed", "corroborated", "confirmed", "disputed", "denied", "retracted"] as const;
export type Standing = (typeof standings)[number];

export const EventSchema = z.strictObject({
  id: z.string(),
  type: z.enum(eventTypes),
  /** Key of the set of claims within which events are told apart (type and person, group or agent). */
  blockKey: z.string(),
  subjects: z.array(PartySchema),
  group: GroupSchema.nullable(),
  agents: z.array(PartySchema),
  recipients: z.array(PartySchema),
  date: PartialDateSchema.nullable(),
  place: z.string().nullable(),
  term: z.string().nullable(),
  charge: z.string().nullable(),
  assertion: z.enum(assertions),
  standing: z.enum(standings),
  claimIds: z.array(z.string()),
  sourceIds: z.array(z.string()),
  /** Independent origins that stand by it: outlets in their own voice, and the parties that others quote. */
  originIds: z.array(z.string()),
  /** Rules that gave the standing, in the order in which they were applied. */
  basis: z.array(z.string()).default([]),
  /** Those whose word confirms it, and those who deny it at present. */
  confirmedBy: z.array(PartySchema).default([]),
  deniedBy: z.array(PartySchema).default([]),
  /** Every date that was given, the best one first, with the origins that gave it. */
  dates: z.array(z.strictObject({ date: PartialDateSchema, originIds: z.array(z.string()) })).default([]),
  /** Every number that was given, side by side, with the origins that gave it; for groups. */
  counts: z.array(z.strictObject({ ...GroupSchema.shape, originIds: z.array(z.string()) })).default([]),
  /** Decisions of analysts that the event carries. */
  decisionIds: z.array(z.string()).default([]),
  firstPublished: z.string().nullable(),
  lastPublished: z.string().nullable(),
});
export type LedgerEvent = z.infer<typeof EventSchema>;
