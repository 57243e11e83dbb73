import type { ActorClass, EventType } from "../../model/extraction.ts";

/**
 * Where a filler stands, seen from the trigger. `agent`: who does it (active subject, by-phrase); `patient`: to whom
 * (active object, passive subject); `theme`: second object; `possessor`: X's release; `of`: the release of X;
 * `modifier`: a prisoner swap; `prep:to`: a phrase with that preposition; `content`: people in what is asked or said; `source`: who says it; `self`: the
 * noun's own phrase; `holder`: whose term a length of time is that stands by itself ("Six years for Ann Lee").
 */
export type Position =
  | "agent"
  | "patient"
  | "theme"
  | "possessor"
  | "of"
  | "modifier"
  | "content"
  | "source"
  | "self"
  | "holder"
  | `prep:${string}`;

export type SlotName = "subjects" | "agents" | "recipients";

/** A test on the words at a position; `clause` means all words of the clause, `sentence` those of the sentence, `paragraph` those up to its end, `before` those of the sentences right before it too. */
export interface Condition {
  at: readonly (Position | "clause" | "sentence" | "paragraph" | "before")[];
  /** Comma-separated words or phrases, lemmas, forms or #Tags of the tagger; one of them must be there. */
  words: string;
}

/** A rule that makes events: trigger, slots, conditions, and examples that the tests run. */
export interface FrameRule {
  id: string;
  type: EventType;
  /** Comma-separated verbs, lemma and particle ("free, let out, set free"). */
  verbs?: string;
  /** Comma-separated nouns, one word each. */
  nouns?: string;
  voice?: "active" | "passive";
  /** All must hold. */
  when?: readonly Condition[];
  /** None may hold: the trigger's other senses. */
  unless?: readonly Condition[];
  slots: Partial<Record<SlotName, readonly Position[]>>;
  /** Slots without which there is no event; the subjects by default. */
  requires?: readonly SlotName[];
  /** Which position tells the term of a sentence; the event needs one when `needsTerm`. */
  term?: readonly (Position | "clause" | "sentence")[];
  needsTerm?: boolean;
  /** A number without unit is a term too, when terms with one stand before it ("were each handed seven"). */
  ellipticTerm?: boolean;
  /** Which positions tell the charge. */
  charge?: readonly Position[];
  place?: readonly Position[];
  /** Date expressions at these positions belong to the event; all of the clause by default. */
  date?: readonly Position[];
  needsDate?: boolean;
  /** Comma-separated verbs of the act behind a state without date of its own ("a term handed down in March"). */
  imposedBy?: string;
  /** Only a negated telling makes the event ("nobody has heard from her"). */
  needsNegation?: boolean;
  /** Made beside what other rules make of the trigger ("must release her" is a demand and an appeal). */
  beside?: boolean;
  /** What stands above the trigger does not touch it ("refuse to say where they hold her"). */
  factive?: boolean;
  /** A negative object is part of what is told ("ate nothing"). */
  negativeObject?: boolean;
  /** Without people of its own it is about those of another event in the sentence ("released after appeals from X"). */
  sharesPeople?: boolean;
  /** Nouns that point back to people told before, when definite ("the verdict"); comma-separated. */
  implied?: string;
  /** How sure the rule is by itself, 0…1. */
  weight?: number;
  /** A rule needs both kinds: without one it does not compile. */
  examples: {
    /** Sentences that give this event; with `Name → …` checks in the tests. */
    yes: readonly [string, ...string[]];
    /** Sentences that must not give an event of this type. */
    no: readonly [string, ...string[]];
  };
}

/** Words of the event side of a language. */
export interface EventLexicon {
  rules: readonly FrameRule[];
  /** Nouns of a prison term → unit in English ("year" → "year"). */
  termUnits: ReadonlyMap<string, "year" | "month" | "week" | "day">;
  /** Words that are a term by themselves ("life", "death"). */
  absoluteTerms: ReadonlyMap<string, string>;
  numbers: ReadonlyMap<string, number>;
  half: readonly string[];
  /** Words that may stand between a term and "for" whom it is ("six years | in jail | for Ann Lee"). */
  termTails: ReadonlySet<string>;
  /** Words that show that an article is about detention and diplomacy, with their weight. */
  topic: ReadonlyMap<string, number>;
  /** Adverbs and determiners of habit ("usually", "every year"). */
  habitual: ReadonlySet<string>;
  /** Words with which a charge phrase starts that are no part of it ("charges of", "counts of"). */
  chargePrefixes: ReadonlySet<string>;
  /** Nouns that point back to an event ("the verdict") → its types. */
  eventNouns: ReadonlyMap<string, ReadonlySet<EventType>>;
  /** "court": a body that is one passes sentences. */
  courtNouns: ReadonlySet<string>;
  /** "case": whose it is, is the one whom an event in it befalls. */
  matterNouns: ReadonlySet<string>;
  /** Nouns for places of detention and care. */
  facilityNouns: ReadonlySet<string>;
  placePrepositions: ReadonlySet<string>;
  /** "it", "they" for bodies. */
  neuterPronouns: ReadonlySet<string>;
  /** People beside somebody, who are not that person ("the family of"). */
  kinNouns: ReadonlySet<string>;
  /** "the", "this": make a noun definite. */
  definite: ReadonlySet<string>;
  /** "group", "half": nouns for a part or sum of the people named after them. */
  partNouns: ReadonlySet<string>;
  /** "when": after a date, it tells what happened then. */
  timeMarks: ReadonlySet<string>;
  /** Nouns for what people are ("reporter"). */
  personNouns: ReadonlySet<string>;
  /** Plural nouns for people who are held ("prisoners"). */
  heldPeople: ReadonlySet<string>;
  /** Verbs that ask for a result ("wants him freed"). */
  wishVerbs: ReadonlySet<string>;
  /** Verbs whose result is as true as they are ("hopes to see him freed"). */
  resultVerbs: ReadonlySet<string>;
  /** "spokesperson", "experts": people without a name who speak for the body named with them. */
  officeNouns: ReadonlySet<string>;
  /** Verbs whose participle only describes ("regarded as prisoners"), so that a date after it is the main verb's. */
  describing: ReadonlySet<string>;
  /** "organisation", "ministry" → classes of actors that it may stand for. */
  bodyNouns: ReadonlyMap<string, ReadonlySet<ActorClass>>;
  /** Pronouns that can stand for a person other than the subject ("him"). */
  objectPronouns: ReadonlySet<string>;
}
