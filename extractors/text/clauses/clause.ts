import type { Phrase } from "../phrases/phrase.ts";
import type { VerbGroup } from "../phrases/verb-groups.ts";

export type ClauseKind =
  | "main"
  | "complement" // said that …
  | "relative" // who was jailed
  | "participial" // jailed in 2021; trading 24 people
  | "infinitive" // agreed to lift
  | "gerund" // accused of spying
  | "adverbial"; // after he was freed

/** A verb group with what belongs to it. All phrases are ranges of the document's tokens. */
export interface Clause {
  /** Index in {@link ClauseMap.clauses}. */
  index: number;
  sentence: number;
  kind: ClauseKind;
  /** Word that introduces the clause (`after`, `that`, `who`, `of`), or null. */
  mark: string | null;
  /** Clause that this one depends on, −1 for none. */
  parent: number;
  verb: VerbGroup;
  /** Surface subject; taken over from another clause when it is shared, controlled or an antecedent. */
  subject: Phrase | null;
  /** Other noun phrases to which a shortened or relative clause may belong, nearest first. */
  alternatives: readonly Phrase[];
  /** True when the subject stands in this clause itself. */
  ownSubject: boolean;
  /** Phrases without preposition after the verb, in order. */
  objects: Phrase[];
  /** Phrases with a preposition, before or after the verb, in order. */
  phrases: Phrase[];
  /** Time phrases without a preposition ("last week"). */
  times: Phrase[];
  /** Half-open range of tokens from the clause's first word to the end of its complements. */
  first: number;
  last: number;
  /** Clause with which it shares its subject by coordination, −1 for none. */
  coordinatedWith: number;
}

export interface ClauseMap {
  clauses: readonly Clause[];
  /** Clauses of one sentence, in order. */
  inSentence(sentence: number): readonly Clause[];
  /** Innermost clause that covers the token, by its own words. */
  at(token: number): Clause | undefined;
  /** Noun phrases of a sentence, joined, with the prepositions that govern them. */
  phrasesIn(sentence: number): readonly Phrase[];
}
