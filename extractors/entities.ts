import type { Span } from "../model/article.ts";
import type { ActorClass, Confidence } from "../model/extraction.ts";

/** How a mention refers to its entity. */
export type MentionForm =
  | "full" // Maria Kalesnikava; Council of Europe
  | "surname" // Kalesnikava
  | "given" // Maria
  | "titled" // President Lukashenko
  | "alias" // short form, acronym, capital for a government
  | "descriptor" // the laureate, the 42-year-old, his wife
  | "pronoun" // she, his, them
  | "group"; // 123 prisoners, nine of them

export interface Mention extends Span {
  /** Half-open range of tokens, including titles and appositions only when they are part of the name. */
  first: number;
  last: number;
  sentence: number;
  form: MentionForm;
  /** Keys of the entities referred to: one, or several for "they", "the couple", "both men". */
  entities: readonly string[];
  /** True for possessives: "her", "Kalesnikava's". */
  possessive: boolean;
}

interface Entity {
  /** Unique in the document, never shown. */
  key: string;
  /** Fullest form in the article. */
  name: string;
  aliases: readonly string[];
  gazetteerId: string | null;
  ruleId: string;
  confidence: Confidence;
}

export interface PersonEntity extends Entity {
  kind: "person";
  canonical: string;
  gender: "m" | "f" | null;
  /** Words that the article says beside the name: titles, professions, ages, relations. Feed the role. */
  descriptions: readonly string[];
  /** Classes of the organisations that stand with the title or the apposition: "CIA Director X", "X, head of Viasna". */
  affiliations: readonly ActorClass[];
}

export interface ActorEntity extends Entity {
  kind: "actor";
  class: ActorClass;
}

/** Unnamed people: "123 political prisoners", "two journalists". */
export interface GroupEntity extends Entity {
  kind: "group";
  count: number | null;
  label: string;
  /** Named members given with it ("among them A and B"). */
  members: readonly string[];
}

export type AnyEntity = PersonEntity | ActorEntity | GroupEntity;

/** Who is who in one document. */
export interface Entities {
  byKey: ReadonlyMap<string, AnyEntity>;
  /** Ordered by start; mentions may nest but do not overlap otherwise. */
  mentions: readonly Mention[];
  /** The innermost mention that covers the token. */
  at(tokenIndex: number): Mention | undefined;
}
