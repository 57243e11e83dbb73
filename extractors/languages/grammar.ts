/** Words that the clause analysis needs to know of a language; everything in lower case, verbs as lemmas. */
export interface Grammar {
  /** "more than", "at least": belong to the number that follows. */
  quantityPrefixes: ReadonlySet<string>;
  /** "dozens", "hundreds": nouns that count what follows them. */
  quantityNouns: ReadonlySet<string>;
  /** "and a half": continues a number. */
  numberTails: readonly (readonly string[])[];
  /** "include": names members of its subject. */
  memberVerbs: ReadonlySet<string>;
  genitivePreposition: string;
  /** Indefinite articles. */
  indefinite: ReadonlySet<string>;
  /** First person, which stands for the speaker. */
  firstPerson: ReadonlySet<string>;
  firstPersonPlural: ReadonlySet<string>;
  /** "by": names who does what a passive tells. */
  agentPreposition: string;
  /** "for": names who gets what stands before it. */
  benefactivePreposition: string;
  /** "from": names the body for which unnamed people act ("men from the agency"). */
  originPrepositions: ReadonlySet<string>;
  /** Prepositions of a verb that may stand behind a gerund of its object ("charges of spying against him"). */
  latePrepositions: ReadonlySet<string>;
  /** Prepositions of a subject's noun that may stand behind its verb ("a deal was reached between …"). */
  lentPrepositions: ReadonlySet<string>;
  /** "according to": prepositions of several words. */
  compoundPrepositions: ReadonlySet<string>;
  /** Quotation marks and brackets that do not separate phrases. */
  transparentMarks: ReadonlySet<string>;
  /** Particles and adjectives that form one verb with the word before. */
  particles: ReadonlySet<string>;
  /** Verbs with a preposition that is a particle even before a noun ("call off a strike"). */
  phrasalVerbs: ReadonlySet<string>;
  /** "is to" + infinitive tells a plan. */
  copularPlan: boolean;
  /** Intransitive verbs whose participle after "be" is no passive ("is gone"). */
  neverPassive: ReadonlySet<string>;
  /** Verbs that form a passive with a participle ("got arrested"). */
  getPassive: ReadonlySet<string>;
  /** "himself", "each": stress or distribute the subject between auxiliary and participle. */
  stressing: ReadonlySet<string>;
  /** Transitive verbs that with an infinitive are none ("tried to leave"). */
  infinitival: ReadonlySet<string>;
  /** Verbs whose object is the subject of the infinitive after it ("urged Moscow to free him"). */
  objectControl: ReadonlySet<string>;
  /** Verbs after whose object an infinitive stands without a mark ("let a doctor see her"). */
  bareInfinitive: ReadonlySet<string>;
  /** "was", "has": forms that only one person has. */
  singularVerbs: ReadonlySet<string>;
  /** Verbs that say what somebody is called or held for ("identified as", "considered"), and their preposition. */
  naming: ReadonlySet<string>;
  namingPreposition: string;
  /** "have": what is done to its object befalls its subject ("had her sentence extended"). */
  causatives: ReadonlySet<string>;
  /** Verbs with two objects ("gave him 14 years"). */
  ditransitive: ReadonlySet<string>;
  /** "hostage": what an object becomes ("took her hostage"). */
  depictives: ReadonlySet<string>;
  /** "take": verbs behind whose object such a word stands. */
  takingVerbs: ReadonlySet<string>;
  /** Verbs that take a clause ("said he had left"). */
  clausal: ReadonlySet<string>;
  /** Verbs without an object, whose bare past form is never a shortened passive ("walked out"). */
  intransitive: ReadonlySet<string>;
  /** "and", "or": join the items of a list. */
  listCoordinators: ReadonlySet<string>;
  /** "as well as", "together with". */
  listConnectors: readonly (readonly string[])[];
  /** "including": names members of the set before. */
  memberPrepositions: ReadonlySet<string>;
  /** "among" + pronoun: names members of the set before. */
  amongPrepositions: ReadonlySet<string>;
}
