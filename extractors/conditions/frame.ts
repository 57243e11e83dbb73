import type { ConditionCategory } from "../../model/extraction.ts";
import type { WordClasses } from "./patterns.ts";

/**
 * Where the person stands in whom the frame is interested, in the order in which to look:
 * `inside`: within the matched words; `object`: object of the clause's verb; `subject`: its subject;
 * `possessor`: owner of the subject or of a noun in the match ("her cell"), relatives and lawyers set aside; `kin`: whose
 * relative or lawyer the subject is ("his wife may not see him"); `near`: the last person named before it in the
 * sentence; `topic`: the person whom a list item opens with; `context`: who leads the sentence before.
 */
export type Where = "inside" | "object" | "subject" | "kin" | "possessor" | "near" | "topic" | "context";

/** How a condition of detention is told in a language; see `patterns.ts` for the notation. */
export interface ConditionFrame {
  id: string;
  category: ConditionCategory;
  patterns: readonly string[];
  where?: readonly Where[];
  /** Told of a counted group ("forty women share a cell"), it is told of the person whom the text is about there. */
  shared?: boolean;
  /** Words that do not make it less certain here ("until he confessed"), separated by blanks. */
  ignoredCues?: string;
  /** Words in the same sentence that give the pattern another sense. */
  nulls?: readonly string[];
  /** A frame needs both kinds of examples: without one it does not compile. */
  positive: readonly [ConditionExample, ...ConditionExample[]];
  negative: readonly [string, ...string[]];
}

/** A sentence and the persons whose condition it tells (`[]` for a general statement). */
export interface ConditionExample {
  text: string;
  persons?: readonly string[];
}

/** All that the search for conditions knows of a language. */
export interface ConditionLexicon {
  classes: WordClasses;
  frames: readonly ConditionFrame[];
  /** Other senses of the words whatever the frame. */
  nulls: readonly string[];
  /** Words of detention: a text without them tells of no conditions. */
  detention: readonly string[];
  /** Words of sport, trade and the arts, which borrow the words of detention. */
  elsewhere: readonly string[];
  /** Patterns that call what the sentence tells untrue. */
  denials: readonly string[];
  /** Relatives and lawyers. */
  kin: ReadonlySet<string>;
  /** Plural subjects of general statements: prisoners, inmates, detainees. */
  general: ReadonlySet<string>;
}
