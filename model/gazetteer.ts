import { z } from "zod";
import { actorClasses, PartialDateSchema } from "./extraction.ts";

/** Names by script or language: `latn`, `ru`, `be`, `es`, … */
const namesByScript = z.record(z.string(), z.array(z.string().min(1)));

/**
 * Stems by language (`ru`, `be`) and for surnames alone (`ru_surname`): a star stands for 0 to 4 more letters, words
 * follow one another directly, ё is folded to е.
 */
const stemsByLanguage = z.record(z.string(), z.array(z.string().min(1)));

/** A person whom Habeas knows before any article names them. */
export const PersonEntrySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: namesByScript.default({}),
  stems: stemsByLanguage.default({}),
  /** ISO 3166 code of the country that holds or held them. */
  heldIn: z.string().nullable(),
  nationality: z.array(z.string()),
  role: z.enum(["prisoner", "former_prisoner", "deceased_prisoner", "counterparty", "relative"]),
  occupation: z.array(z.string()),
  status: z.strictObject({ value: z.string(), asOf: z.string().nullable(), sure: z.boolean() }).nullable(),
  events: z.array(
    z.strictObject({
      type: z.string(),
      date: PartialDateSchema.nullable(),
      detail: z.string().nullable(),
      sure: z.boolean(),
    }),
  ),
  /** Forms that mean this person only beside another sign of them (namesakes). */
  needsContext: z.array(z.string()).default([]),
  sure: z.boolean(),
  checked: z.array(z.string()).default([]),
});
export type PersonEntry = z.infer<typeof PersonEntrySchema>;

/** Somebody who held an office from `start` to `end` (exclusive; null: still in office as of the file's date). */
export const HolderSchema = z.strictObject({
  name: z.string(),
  aliases: namesByScript.default({}),
  stems: stemsByLanguage.default({}),
  title: z.string().nullable(),
  start: PartialDateSchema.nullable(),
  end: PartialDateSchema.nullable(),
  sure: z.boolean(),
});
export type Holder = z.infer<typeof HolderSchema>;

/** An organisation, office or state. */
export const ActorEntrySchema = z.strictObject({
  id: z.string(),
  class: z.enum(actorClasses),
  /** Finer kind: `state_executive`, `foreign_ministry`, `un_body`, … */
  kind: z.string(),
  country: z.string().nullable(),
  name: z.string(),
  aliases: namesByScript.default({}),
  needsContext: z.array(z.string()).default([]),
  holders: z.array(HolderSchema).default([]),
  sure: z.boolean(),
});
export type ActorEntry = z.infer<typeof ActorEntrySchema>;

/** A prison, colony or other place of detention. */
export const FacilityEntrySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: namesByScript.default({}),
  needsContext: z.array(z.string()).default([]),
  country: z.string(),
  place: z.string().nullable(),
  kind: z.string(),
  sure: z.boolean(),
});
export type FacilityEntry = z.infer<typeof FacilityEntrySchema>;

/** A country: its names, capital and the words for its people, for actors of class `state` and for places. */
export const CountryEntrySchema = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  id: z.string().regex(/^[A-Z]{2}$/),
  name: z.string(),
  aliases: namesByScript.default({}),
  /** Capital and other names that stand for the government (`Minsk`, `the Kremlin`). */
  metonyms: z.array(z.string()).default([]),
  demonyms: z.array(z.string()).default([]),
});
export type CountryEntry = z.infer<typeof CountryEntrySchema>;

/** Everything that extraction and the ledger know in advance; read-only after loading. */
export interface Gazetteers {
  /** Date of the data, `YYYY-MM`. */
  asOf: string;
  people: readonly PersonEntry[];
  actors: readonly ActorEntry[];
  facilities: readonly FacilityEntry[];
  countries: readonly CountryEntry[];
  /** Given names in Latin script with the gender that they usually show (`m`, `f`, `u` for both). */
  givenNames: ReadonlyMap<string, "m" | "f" | "u">;
  /** Vocabulary of terms.yaml, unchanged in structure: conditions, regimes, legal articles, lists, triggers. */
  terms: Terms;
}

const TermEntrySchema = z.looseObject({ id: z.string() });
export const TermsSchema = z.strictObject({
  conditions: z.array(TermEntrySchema),
  regimes: z.array(TermEntrySchema),
  legalArticles: z.array(z.looseObject({ code: z.string(), country: z.string(), title: z.string() })),
  lists: z.array(TermEntrySchema),
  eventTriggers: z.record(z.string(), z.unknown()),
});
export type Terms = z.infer<typeof TermsSchema>;
