import { z } from "zod";
import { SpanSchema } from "./article.ts";

export const personRoles = [
  "detainee",
  "relative",
  "lawyer",
  "official",
  "advocate",
  "expert",
  "journalist",
  "other",
] as const;
export type PersonRole = (typeof personRoles)[number];

export const actorClasses = [
  "state",
  "state_body",
  "igo",
  "ngo",
  "media",
  "party",
  "armed_group",
  "company",
] as const;
export type ActorClass = (typeof actorClasses)[number];

export const conditionCategories = [
  "solitary_confinement",
  "strict_regime",
  "incommunicado",
  "denied_visits",
  "denied_correspondence",
  "denied_lawyer",
  "torture",
  "psychological_abuse",
  "medical_neglect",
  "ill_health",
  "inadequate_conditions",
  "sleep_deprivation",
  "forced_labour",
  "forced_confession",
  "forced_psychiatry",
  "restraints",
] as const;
export type ConditionCategory = (typeof conditionCategories)[number];

/** What one person is to another: the first is the spouse, the lawyer, … of the second. */
export const relationKinds = [
  "spouse",
  "partner",
  "parent",
  "child",
  "sibling",
  "relative",
  "lawyer",
  "client",
  "colleague",
  "friend",
  "cellmate",
  "codefendant",
] as const;
export type RelationKind = (typeof relationKinds)[number];

export const eventTypes = [
  "arrest",
  "charge",
  "trial",
  "sentence",
  "sentence_extension",
  "transfer",
  "hunger_strike",
  "hospitalisation",
  "death_in_custody",
  "execution",
  "disappearance",
  "release",
  "pardon",
  "exchange",
  "deportation",
  "designation",
  "appeal",
  "negotiation",
  "visit",
  "statement",
  "sanction",
  "sanction_relief",
] as const;
export type EventType = (typeof eventTypes)[number];

export const assertions = ["asserted", "negated", "uncertain", "planned", "demanded"] as const;
export type Assertion = (typeof assertions)[number];

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as precise as the text allows. */
export const PartialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** An unnamed or partly named set of people; `count` is null when the article gives no number. */
export const GroupSchema = z.strictObject({ count: z.int().positive().nullable(), label: z.string() });
export type Group = z.infer<typeof GroupSchema>;

/**
 * How sure the extractor is, 0…1, and the factors that were multiplied to get there: of an event its odds
 * (value = odds / (1 + odds), calibrated, see docs/extraction.md), of all else the value itself.
 */
export const ConfidenceSchema = z.strictObject({
  value: z.number().min(0).max(1),
  parts: z.record(z.string(), z.number()),
});
export type Confidence = z.infer<typeof ConfidenceSchema>;

const entity = {
  /** Fullest form in the article, nominative, in its script; unique among the extraction's persons and actors. */
  name: z.string().min(1),
  aliases: z.array(z.string()),
  mentions: z.array(SpanSchema),
  /** Rule or gazetteer entry that recognised the entity. */
  ruleId: z.string(),
  confidence: ConfidenceSchema,
};

export const ExtractedPersonSchema = z.strictObject({
  ...entity,
  canonical: z.string(),
  role: z.enum(personRoles),
  /** Gazetteer entry (people, or the holder of an office); null when the person is not known. */
  gazetteerId: z.string().nullable(),
});
export type ExtractedPerson = z.infer<typeof ExtractedPersonSchema>;

export const ExtractedActorSchema = z.strictObject({
  ...entity,
  class: z.enum(actorClasses),
  gazetteerId: z.string().nullable(),
});
export type ExtractedActor = z.infer<typeof ExtractedActorSchema>;

const told = {
  assertion: z.enum(assertions),
  /** Words that made the assertion anything but plain (not, may, demanded …). */
  cues: z.array(SpanSchema),
  /** Names of the persons and actors that the article gives as its source; empty when told in its own voice. */
  attributedTo: z.array(z.string()),
  trigger: SpanSchema,
  evidence: SpanSchema,
  ruleId: z.string(),
  confidence: ConfidenceSchema,
};

export const ExtractedConditionSchema = z.strictObject({
  category: z.enum(conditionCategories),
  persons: z.array(z.string()),
  ...told,
});
export type ExtractedCondition = z.infer<typeof ExtractedConditionSchema>;

export const ExtractedEventSchema = z.strictObject({
  type: z.enum(eventTypes),
  subjects: z.array(z.string()),
  group: GroupSchema.nullable(),
  agents: z.array(z.string()),
  recipients: z.array(z.string()),
  date: PartialDateSchema.nullable(),
  place: z.string().nullable(),
  /** `11 years`, `18 months`, `life`, `death`. */
  term: z.string().nullable(),
  charge: z.string().nullable(),
  ...told,
});
export type ExtractedEvent = z.infer<typeof ExtractedEventSchema>;

export const ExtractedRelationSchema = z.strictObject({
  kind: z.enum(relationKinds),
  /** As it is told, without whose: "younger brother", "former lawyer". */
  words: z.string(),
  /** Who is the wife, the lawyer, … */
  person: z.string(),
  /** … of whom. */
  of: z.string(),
  evidence: SpanSchema,
  ruleId: z.string(),
  confidence: ConfidenceSchema,
});
export type ExtractedRelation = z.infer<typeof ExtractedRelationSchema>;

/** What the extractors found in one article. Natural key: article, capture and extractor version. */
export const ExtractionSchema = z.strictObject({
  id: z.string(),
  articleId: z.string(),
  captureHash: z.string().nullable(),
  extractorVersion: z.string(),
  persons: z.array(ExtractedPersonSchema),
  actors: z.array(ExtractedActorSchema),
  /** Extractions from before relations were read have none. */
  relations: z.array(ExtractedRelationSchema).default([]),
  conditions: z.array(ExtractedConditionSchema),
  events: z.array(ExtractedEventSchema),
});
export type Extraction = z.infer<typeof ExtractionSchema>;

/** Natural key of an extraction as an identifier. */
export function extractionId(
  articleId: string,
  captureHash: string | null,
  extractorVersion: string,
): string {
  return [articleId, captureHash?.slice(0, 16) ?? "text", extractorVersion].join("_");
}
