/** What a word does to the event below it. `factual` leaves it as it is; `hypothetical` means that nothing is told. */
export type Effect = "factual" | "negated" | "uncertain" | "planned" | "demanded" | "hypothetical";

/** Cues of assertion and attribution of a language; verbs, nouns and adjectives as lemmas in lower case. */
export interface AssertionLexicon {
  /** Verb → effect on an infinitive, clause or noun that it governs. Reporting verbs are `factual`. */
  verbs: ReadonlyMap<string, Effect>;
  /** The same verbs when they are negated themselves ("did not deny", "could not confirm"). */
  negatedVerbs: ReadonlyMap<string, Effect>;
  /** Verbs that report: their subject is the source of what they govern. */
  reporting: ReadonlySet<string>;
  /** Prepositions that belong to verbs of hope and plan ("hoping for"). */
  governedPrepositions: ReadonlySet<string>;
  /** Adverbs that negate the infinitive after them ("has yet to be freed"). */
  notYet: ReadonlySet<string>;
  /** Verbs of demand that name what they ask for with a preposition only ("called for", not "called it"). */
  prepositionalDemand: ReadonlySet<string>;
  /** Verbs whose infinitive is as true as they are ("managed to flee", "was forced to leave"). */
  implicatives: ReadonlySet<string>;
  /** Verbs whose clause with a bare form is a demand ("insisted that Iran free her"). */
  mandative: ReadonlySet<string>;
  /** Nouns whose absence leaves open what they would show ("no evidence that"). */
  evidenceNouns: ReadonlySet<string>;
  /** Modal → effect. */
  modals: ReadonlyMap<string, Effect>;
  /** Adjective or participle between "be" and an infinitive ("due to", "likely to"). */
  predicates: ReadonlyMap<string, Effect>;
  /** Noun → effect on what it governs ("calls for", "rumours of", "a plan to"). */
  nouns: ReadonlyMap<string, Effect>;
  /** Adjectives before an event's noun ("possible release"). */
  adjectives: ReadonlyMap<string, Effect>;
  /** Adverbs in the event's clause. */
  adverbs: ReadonlyMap<string, Effect>;
  /** Words that open a clause. */
  marks: ReadonlyMap<string, Effect>;
  /** Prepositions before an event's noun or gerund ("without", "until"). */
  prepositions: ReadonlyMap<string, Effect>;
  /** Two words before a gerund → effect on it ("instead of freeing her"). */
  beforeGerunds: ReadonlyMap<string, Effect>;
  /** Subjects and determiners that negate ("nobody", "no"). */
  negativeWords: ReadonlySet<string>;
  /** Predicates that call a report false. */
  falsePredicates: ReadonlySet<string>;
  /** Phrases that call a whole sentence false ("came to nothing"). */
  falsePhrases: readonly (readonly string[])[];
  /** Words that begin a sentence about the one before it ("That was wrong"). */
  demonstratives: ReadonlySet<string>;
  /** Adverbs that call a report wrong ("wrongly reported"). */
  wrongly: ReadonlySet<string>;
  /** Adjectives of what has been replaced ("an earlier version"), and what is replaced, as lemmas. */
  superseded: ReadonlySet<string>;
  versions: ReadonlySet<string>;
  /** Verb forms that are only wished when they have a subject and no modal ("that she be released"). */
  bareForms: ReadonlySet<string>;
  /** Perfect after this modal tells what did not happen ("would have been freed"). */
  counterfactualModals: ReadonlySet<string>;
  /** Prepositions that name a source ("according to"). */
  sourcePrepositions: ReadonlySet<string>;
  /** "by": names who reports in a passive. */
  agentPreposition: string;
  /** Words that say that somebody reports, without saying who ("her reported release"). */
  unsourced: ReadonlySet<string>;
  /** Words before a parenthetical report ("as reported by"). */
  asWords: ReadonlySet<string>;
  /** Gerunds that name a source ("citing"). */
  sourceGerunds: ReadonlySet<string>;
}
