import { z } from "zod";
import { actorClasses, conditionCategories, eventTypes, PartialDateSchema } from "./extraction.ts";

/** Names by script or language: `latn`, `ru`, `be`, `es`, … */
const namesByScript = z.record(z.string(), z.array(z.string().min(1)));

/**
 * Stems by language (`ru`, `be`) and for surnames alone (`ru_surname`): a star stands for 0 to 4 more letters, words
 * follow one another directly, ё is folded to е.
 */
const stemsByLanguage = z.record(z.string(), z.array(z.string().min(1)));

/** Types of a person's known events: those of articles, and a few that only a biography has. */
const biographyEventTypes = [...eventTypes, "health", "award", "furlough", "appeal_ruling", "note"] as const;

/** A person whom Habeas knows before any article names them. */
export const PersonEntrySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: namesByScript.default({}),
  stems: stemsByLanguage.default({}),
  /** ISO 3166 code of the country that holds or held them. */
  heldIn: z.string().nullable(),
  nationality: z.array(z.string()).default([]),
  role: z.enum(["prisoner", "former_prisoner", "deceased_prisoner", "counterparty", "relative"]),
  occupation: z.array(z.string()).default([]),
  status: z
    .strictObject({ value: z.string(), asOf: z.string().nullable(), sure: z.boolean().default(true) })
    .nullable()
    .default(null),
  events: z.array(
    z.strictObject({
      type: z.enum(biographyEventTypes),
      date: PartialDateSchema.nullable(),
      detail: z.string().nullable().default(null),
      sure: z.boolean().default(true),
    }),
  ),
  /** Forms that mean this person only beside another sign of them (namesakes). */
  needsContext: z.array(z.string()).default([]),
  sure: z.boolean().default(true),
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
  sure: z.boolean().default(true),
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
  sure: z.boolean().default(true),
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
  sure: z.boolean().default(true),
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
  /**
   * Given names in Latin and Cyrillic script, folded with `foldName`, with the gender that they usually show
   * (`m`, `f`, `u` for both).
   */
  givenNames: ReadonlyMap<string, "m" | "f" | "u">;
  /** Vocabulary: conditions, regimes, legal articles, lists, event triggers. */
  terms: Terms;
}

const words = z.array(z.string().min(1)).default([]);

/**
 * Words by language. In English and Spanish they are whole words or phrases; in Russian and Belarusian a star stands
 * for any ending, and up to two words may stand between the words of a phrase.
 */
const WordsSchema = z.strictObject({ en: words, ru: words, be: words, es: words });

/** A kind of treatment, with the words that speak of it. */
const ConditionTermSchema = z.strictObject({
  id: z.string(),
  /** Categories of an extraction that the words stand for; empty when they speak of an event or a cause. */
  categories: z.array(z.enum(conditionCategories)),
  /** Rules of the UN Standard Minimum Rules (Nelson Mandela Rules) and articles of the Convention against Torture. */
  mandela: z.array(z.string()).default([]),
  uncat: z.array(z.string()).default([]),
  icd10: z.array(z.string()).default([]),
  words: WordsSchema,
  /** Words that make a hit a false friend. */
  negContext: words,
  note: z.string().optional(),
});

/** A regime or kind of place: SHIZO, PKT, RSDL … with the names that people give it. */
const RegimeSchema = z.strictObject({
  id: z.string(),
  countries: z.array(z.string()),
  kind: z.string(),
  names: namesByScript,
  /** Longest lawful order by country. */
  maxDays: z.record(z.string(), z.number()).default({}),
  maxMonths: z.record(z.string(), z.number()).default({}),
  negContext: words,
  sure: z.boolean().default(true),
  /** False when the limits were not checked. */
  sureLimits: z.boolean().default(true),
});

const LegalArticleSchema = z.strictObject({
  code: z.string(),
  country: z.string(),
  title: z.string(),
  names: namesByScript.default({}),
  sure: z.boolean().default(true),
});

/** Lists and statuses that a state or the movement puts people on. `country` is null for those of no single state. */
const StatusListSchema = z.strictObject({
  id: z.string(),
  country: z.string().nullable(),
  words: WordsSchema,
});

/** Words that tell an event; `type` is null for words that take one back. */
const EventTriggerSchema = z.strictObject({
  id: z.string(),
  type: z.enum(eventTypes).nullable(),
  words: WordsSchema,
});

export const TermsSchema = z.strictObject({
  conditions: z.array(ConditionTermSchema),
  regimes: z.array(RegimeSchema),
  legalArticles: z.array(LegalArticleSchema),
  lists: z.array(StatusListSchema),
  eventTriggers: z.array(EventTriggerSchema),
});
export type Terms = z.infer<typeof TermsSchema>;
