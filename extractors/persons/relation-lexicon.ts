import type { RelationKind } from "../../model/extraction.ts";

/** Words for what one person is to another; data of a language folder, lower case. */
export interface RelationLexicon {
  /** wife, lawyer, colleague … */
  nouns: ReadonlyMap<string, RelationKind>;
  /** Prepositions before the one whose wife or lawyer it is. */
  owners: ReadonlySet<string>;
  articles: ReadonlySet<string>;
  copulas: ReadonlySet<string>;
}
