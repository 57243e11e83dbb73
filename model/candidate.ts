import { z } from "zod";

/** What an article shows of somebody: held by a state, in its service, or neither. */
export const candidateSides = ["held", "power"] as const;
export type CandidateSide = (typeof candidateSides)[number];

/** Who vouches for a person: the gazetteer, an imported list or an analyst; null for what articles alone say. */
const curators = ["gazetteer", "list", "analyst"] as const;

/**
 * One form of a name in one context, as articles give it, and the person whom it means at present. A person is a set of
 * candidates. Natural key: the normalised name with its context, or a curated id.
 */
export const CandidateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Further full names that mean the same candidate: aliases on record. */
  names: z.array(z.string()),
  /** Keys by which names find each other, see `ledger/names/keys.ts`. */
  keys: z.array(z.string()),
  /** ISO 3166 code of the country that holds them or whose office they bear. */
  country: z.string().nullable(),
  side: z.enum(candidateSides).nullable(),
  curator: z.enum(curators).nullable(),
  /** Names that mean this candidate only beside other signs of them. */
  needsContext: z.array(z.string()),
  personId: z.string(),
  /** Who this is depends on how often and beside whom others are named: looked at again with every article. */
  contested: z.boolean(),
  /** Standing decisions that give some of what is said of this candidate to somebody else. */
  splitIds: z.array(z.string()),
});
export type Candidate = z.infer<typeof CandidateSchema>;

/** An article names a candidate. Natural key: both ids. */
export const CandidateMentionSchema = z.strictObject({
  candidateId: z.string(),
  articleId: z.string(),
  /** What the article tells of them, in short, for comparing; see `ledger/persons/mentions.ts`. */
  facts: z.array(z.string()),
});
export type CandidateMention = z.infer<typeof CandidateMentionSchema>;
