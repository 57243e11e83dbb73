import type { ActorLexicon } from "../actors/lexicon.ts";
import type { ConditionLexicon } from "../conditions/frame.ts";
import type { NameLexicon } from "../persons/lexicon.ts";
import type { RelationLexicon } from "../persons/relation-lexicon.ts";
import type { RoleLexicon } from "../persons/role-lexicon.ts";
import type { Token } from "../text/document.ts";
import type { AssertionLexicon } from "./assertion-lexicon.ts";
import type { DateLexicon } from "./dates.ts";
import type { EventLexicon } from "./frames.ts";
import type { Grammar } from "./grammar.ts";

/** A word before it is tagged. */
export type BareToken = Omit<Token, "tags" | "lemma">;

/** What the tagger says about one token. */
export interface Tagged {
  lemma: string;
  tags: ReadonlySet<string>;
}

/** All that the extractors know of a language. Words of a language live here, never in the engine. */
export interface Language {
  code: string;
  /** Lower-case words whose full stop does not end a sentence before a capital (`mr`, `gen`). */
  titleAbbreviations: ReadonlySet<string>;
  /** Abbreviations that only continue before a digit (`no`, `art`, months). */
  numberAbbreviations: ReadonlySet<string>;
  /** Abbreviations that may end a sentence; they do so before one of {@link sentenceOpeners}. */
  openAbbreviations: ReadonlySet<string>;
  sentenceOpeners: ReadonlySet<string>;
  /** Endings that are tokens of their own, matched at the end of a word. */
  clitics: RegExp | null;
  /** Null when the language has no clause analysis yet. */
  grammar: Grammar | null;
  /** Null when the language has no date expressions yet. */
  dates: DateLexicon | null;
  /** Words around the names of persons and groups. */
  names: NameLexicon;
  /** Words around organisations and states. */
  actors: ActorLexicon;
  /** Words that tell what part a person plays. */
  roles: RoleLexicon;
  /** Null when the language has no words for what people are to each other yet. */
  relations: RelationLexicon | null;
  /** Null when the language has no frames for conditions of detention yet. */
  conditions: ConditionLexicon | null;
  /** Null when the language has no event rules yet. */
  events: EventLexicon | null;
  /** Null when the language has no cues of assertion yet. */
  assertion: AssertionLexicon | null;
  tag(text: string, offset: number, tokens: readonly BareToken[]): Tagged[];
}
