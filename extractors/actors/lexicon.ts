import type { ActorClass } from "../../model/extraction.ts";

/** What the search for organisations and acting states needs to know of a language. All words are folded. */
export interface ActorLexicon {
  /**
   * Nouns that, with a capital, are the heart of an organisation's name, with its class; null: the name of something
   * that is no actor (universities, prisons, streets, laws, prizes) and no person either.
   */
  heads: ReadonlyMap<string, ActorClass | null>;
  /** Words inside a name that decide its class whatever the head: UN, European, Investigative. */
  deciders: ReadonlyMap<string, ActorClass>;
  /** Words that tie the parts of a name: of, for, on, against, to, the. */
  connectors: ReadonlySet<string>;
  /** Those of them that tie only the names of societies and courts: to, on (Committee to Protect Journalists). */
  looseConnectors: ReadonlySet<string>;
  /** Connectors that count only after these heads: "in" after Embassy or Court. */
  seatConnectors: ReadonlySet<string>;
  seatHeads: ReadonlySet<string>;
  /** Heads that may be in lower case after a name: the Kisutu court. */
  namedSeats: ReadonlySet<string>;
  /** Lower-case nouns that, beside a capitalised name, say what it is: newspaper, party, channel. */
  kinds: ReadonlyMap<string, ActorClass>;
  /** Lower-case bodies that are actors by themselves when they act: police, prosecutors, foreign ministry. */
  bodies: ReadonlyMap<string, ActorClass>;
  /** government, authorities, regime: after a demonym or a country they mean the state. */
  governments: ReadonlySet<string>;
  /** Verbs whose object is addressed or blamed: urged, thanked, accused. */
  addressing: ReadonlySet<string>;
  /** Nouns and verbs before "on", "with", "to", "against", "between" that make a state a party to the affair. */
  dealings: ReadonlySet<string>;
  dealingPrepositions: ReadonlySet<string>;
  agentPrepositions: ReadonlySet<string>;
  /** Words that may stand between a subject and its verb: on Saturday, also, again. */
  adverbs: ReadonlySet<string>;
  calendar: ReadonlySet<string>;
  /** which: opens a relative clause after a comma. */
  relatives: ReadonlySet<string>;
  /** Titles that also stand in the names of bodies: Prosecutor General's Office. */
  ranks: ReadonlySet<string>;
  /** No., Nr.: a number follows in the name. */
  numerals: ReadonlySet<string>;
  /** Words before a state's name that make it a place, prepositions of place aside: of, to. */
  statePlaces: ReadonlySet<string>;
  /** experts, investigators: after the name of an intergovernmental body they speak for it ("UN experts"). */
  experts: ReadonlySet<string>;
  /** human, rights: may stand between such a name and what speaks for it ("UN human rights office"). */
  officeWords: ReadonlySet<string>;
  /** agents, officers: between a body and its verb ("police officers arrested him"). */
  staff: ReadonlySet<string>;
  /** Services on which people post; named as a place only. */
  platforms: ReadonlySet<string>;
  /** international: makes a court one of several states. */
  crossBorder: ReadonlySet<string>;
  /** country, citizen, border: what lies in or belongs to the body named before, which does not act. */
  territory: ReadonlySet<string>;
  /** working, spying: before "for X" they tell where somebody belongs. */
  employments: ReadonlySet<string>;
  /** Those who made or own an organisation and are no voice of it: founder, owner. */
  masters: ReadonlySet<string>;
  /** Verbs whose object is told something: "told X" makes media of an unknown name. */
  tellingVerbs: ReadonlySet<string>;
  /** Nouns that make the body after "of" act: the refusal of the prosecutor's office. */
  deeds: ReadonlySet<string>;
  /** Prepositions after a person noun that make an organisation a mere affiliation: director of, works for. */
  affiliation: ReadonlySet<string>;
}
