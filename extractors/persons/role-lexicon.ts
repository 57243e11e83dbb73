import type { ActorClass, PersonRole } from "../../model/extraction.ts";

/** Words from which a person's part in an article is read; data of a language folder. */
export interface RoleLexicon {
  /** Verbs (lemmas) done to detainees: arrest, jail, free, pardon. Passive subject or active object. */
  custodyVerbs: ReadonlySet<string>;
  /** Verbs (lemmas) whose active subject is a detainee: serve (a term), walk free. */
  custodyDeeds: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nouns (lemmas) that belong to a detainee: arrest, release, sentence, trial. */
  custodyNouns: ReadonlySet<string>;
  /** Words beside a name: jailed, freed, imprisoned. */
  custodyWords: ReadonlySet<string>;
  /** Nouns (lemmas) for places and states of custody: prison, jail. */
  custodyPlaces: ReadonlySet<string>;
  /** Words of an apposition that tell where the person belongs: ministry, court → official; group, foundation → advocate. */
  contexts: ReadonlyMap<string, PersonRole>;
  /** Labels of groups whose members are detainees. */
  detaineeLabels: ReadonlySet<string>;
  genitive: string;
  /** Verbs (lemmas) that tell a profession: teach → expert. */
  professions: ReadonlyMap<string, PersonRole>;
  /** Phrases beside a name that outweigh single words: working group. */
  phrases: ReadonlyMap<string, PersonRole>;
  /** former, ex: what follows is no office any more. */
  former: ReadonlySet<string>;
  /** Words beside which prisoner and hostage tell of somebody's business: envoy for hostage affairs. */
  custodyAffairs: ReadonlySet<string>;
  /** Posts in organisations, whose kind then tells the role: director, chairman, founder. */
  posts: ReadonlySet<string>;
  /** Roles by the class of the organisation in which somebody has a post. */
  postRoles: Readonly<Record<ActorClass, PersonRole>>;
  /** Offices of those who speak for organisations, not for themselves: director, spokesperson. */
  representatives: ReadonlySet<string>;
}
