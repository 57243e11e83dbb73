import { type PersonRole, personRoles } from "../../model/extraction.ts";
import type { AnyEntity, Entities, Mention, PersonEntity } from "../entities.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import type { GazetteerIndex, KnownPerson } from "./gazetteer-index.ts";
import { isCalledHeld } from "./likely.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { RoleLexicon } from "./role-lexicon.ts";

export interface RolesInput {
  document: Document;
  entities: Entities;
  clauses: ClauseMap;
  index: GazetteerIndex;
  lexicons: { names: NameLexicon; roles: RoleLexicon };
  /** What happens to whom; names are keys of entities. */
  events: readonly { type: string; subjects: readonly string[]; agents: readonly string[] }[];
  conditions: readonly { persons: readonly string[] }[];
}

/** Types of events whose subjects are detainees. */
const CUSTODY_EVENTS = new Set(
  `arrest charge trial sentence sentence_extension transfer hospitalisation death_in_custody execution disappearance
  release pardon exchange deportation visit`.split(/\s+/u),
);

type Votes = Record<PersonRole, number>;

/**
 * The part that each person plays in the article: by what happens to them first, then by what the text calls them,
 * then by what the gazetteers know for the article's date.
 */
export function assignRoles(input: RolesInput): Map<string, PersonRole> {
  const { entities } = input;
  const persons = [...entities.byKey.values()].filter((entity) => entity.kind === "person");
  const votes = new Map<string, Votes>(persons.map(({ key }) => [key, noVotes()]));
  const vote = (key: string, role: PersonRole, weight: number) => {
    const own = votes.get(key);
    if (own !== undefined) own[role] += weight;
  };
  for (const person of persons) {
    voteByKnowledge(person, input, vote);
    voteByDescription(person, input, vote);
  }
  voteByFate(input, vote);
  voteByGroup(input, vote);
  voteByList(input, votes, vote);
  for (const person of persons) {
    const own = votes.get(person.key);
    if (own !== undefined && strongest(own) === "other" && own.other < 0.9)
      voteByCompany(person, input, vote);
  }
  return new Map(persons.map(({ key }) => [key, strongest(votes.get(key) ?? noVotes())]));
}

type Vote = (key: string, role: PersonRole, weight: number) => void;

function noVotes(): Votes {
  return Object.fromEntries(personRoles.map((role) => [role, 0])) as Votes;
}

function strongest(votes: Votes): PersonRole {
  let best: PersonRole = "other";
  for (const role of personRoles)
    if (votes[role] > (best === "other" ? Math.max(0.9, votes.other) : votes[best])) best = role;
  return best;
}

function voteByKnowledge(person: PersonEntity, { index, document }: RolesInput, vote: Vote): void {
  const known = person.gazetteerId === null ? undefined : index.person(person.gazetteerId);
  if (known === undefined) return;
  const role = known.entry?.role;
  if (role === "relative") vote(person.key, "relative", 3);
  else if (role !== undefined) vote(person.key, "detainee", role === "counterparty" ? 2 : 3.5);
  for (const { actor, holder } of known.offices) {
    const inOffice = holdsAt(holder, document.published);
    const weight = inOffice ? 3 : 1.5;
    if (actor.class === "ngo" || actor.class === "party") vote(person.key, "advocate", weight);
    else if (actor.class === "media") vote(person.key, "journalist", weight);
    else vote(person.key, "official", weight);
    break;
  }
}

function holdsAt(holder: KnownPerson["offices"][number]["holder"], published: string | null): boolean {
  if (published === null) return holder.end === null;
  const day = published.slice(0, 10);
  const within = (bound: string, compare: (a: string, b: string) => boolean) =>
    compare(day.slice(0, bound.length), bound);
  return (
    (holder.start === null || within(holder.start, (a, b) => a >= b)) &&
    (holder.end === null || within(holder.end, (a, b) => a < b))
  );
}

/** Titles, professions, relations and the words around them. */
function voteByDescription(person: PersonEntity, { lexicons, entities }: RolesInput, vote: Vote): void {
  const { names, roles } = lexicons;
  let nouns = 0;
  const held = isCalledHeld(person.descriptions, roles);
  const placed = person.descriptions.some((word) => roles.contexts.get(word) === "official");
  const former = person.descriptions.some((word) => roles.former.has(word));
  for (const word of person.descriptions) {
    if (held && roles.custodyWords.has(word)) vote(person.key, "detainee", 3);
    if (names.relations.has(word)) vote(person.key, "relative", 3);
    if (names.lawyers.has(word)) vote(person.key, "lawyer", 2.5);
    const title = names.titleHeads.get(word)?.role;
    const noun = names.personNouns.get(word)?.role;
    const role = noun ?? title;
    if (role != null && role !== "other") {
      // "the chairman of the commission": where the post is tells more than the post.
      const elsewhere = roles.posts.has(word) && role === "advocate" && placed;
      vote(person.key, role, role === "lawyer" ? 0.5 : (role === "official" && former) || elsewhere ? 1 : 2);
      nouns += 1;
    } else if (noun === "other") vote(person.key, "other", 0.3);
    const context = roles.contexts.get(word);
    if (context !== undefined) vote(person.key, context, 1);
  }
  if (person.descriptions.some((word) => roles.posts.has(word)))
    for (const own of person.affiliations) vote(person.key, roles.postRoles[own], 2.5);
  const text = ` ${person.descriptions.join(" ")} `;
  for (const [phrase, role] of roles.phrases) if (text.includes(` ${phrase} `)) vote(person.key, role, 3);
  for (const entity of entities.byKey.values()) {
    if (entity.kind !== "actor" || nouns === 0) continue;
    if (![entity.name, ...entity.aliases].some((form) => text.includes(` ${form.toLowerCase()} `))) continue;
    if (entity.class === "ngo" || entity.class === "party") vote(person.key, "advocate", 3);
    else if (entity.class === "media") vote(person.key, "journalist", 2);
    else if (entity.class === "company") vote(person.key, "other", 3);
    else vote(person.key, "official", 1);
  }
}

/** Whether a person holds an office now: by the gazetteer for the article's date, or by a title that is not a former one. */
function createInOffice({ entities, index, document, lexicons }: RolesInput): (key: string) => boolean {
  const { names, roles } = lexicons;
  const answers = new Map<string, boolean>();
  for (const entity of entities.byKey.values()) {
    if (entity.kind !== "person") continue;
    const known = entity.gazetteerId === null ? undefined : index.person(entity.gazetteerId);
    const custody = known?.entry?.role !== undefined || isCalledHeld(entity.descriptions, roles);
    const former = entity.descriptions.some((word) => roles.former.has(word));
    const holds = known?.offices.some(({ holder }) => holdsAt(holder, document.published)) ?? false;
    const titled = entity.descriptions.some(
      (word) => (names.titleHeads.get(word)?.role ?? names.personNouns.get(word)?.role) === "official",
    );
    answers.set(entity.key, !custody && (holds || (titled && !former)));
  }
  return (key) => answers.get(key) ?? false;
}

/** What is done to them: by events, conditions, and verbs and nouns of custody wherever they stand. */
function voteByFate(input: RolesInput, cast: Vote): void {
  const { document, entities, clauses, events, conditions, lexicons } = input;
  const { roles } = lexicons;
  const inOffice = createInOffice(input);
  // What seems to happen to those who hold an office is most often a slip of the reading.
  const vote: Vote = (key, role, weight) =>
    cast(key, role, role === "detainee" && inOffice(key) ? weight * 0.3 : weight);
  for (const event of events) {
    const weight = CUSTODY_EVENTS.has(event.type)
      ? 4
      : event.type === "appeal"
        ? 2
        : event.type === "hunger_strike"
          ? 1.5
          : 0;
    if (weight > 0) for (const key of event.subjects) vote(key, "detainee", weight);
  }
  for (const { persons } of conditions) for (const key of persons) vote(key, "detainee", 3.5);
  const keysOf = (phrase: Phrase | null | undefined): string[] =>
    phrase == null ? [] : phraseKeys(phrase, entities);
  for (const clause of clauses.clauses) {
    const { verb } = clause;
    if (roles.custodyVerbs.has(verb.lemma)) {
      const undergone = verb.voice === "passive" ? [clause.subject] : clause.objects;
      for (const phrase of undergone) for (const key of keysOf(phrase)) vote(key, "detainee", 3);
    }
    const profession = roles.professions.get(verb.lemma);
    if (profession !== undefined && verb.voice === "active")
      for (const key of keysOf(clause.subject)) vote(key, profession, 2);
    const deeds = roles.custodyDeeds.get(verb.lemma);
    if (deeds !== undefined && verb.negation < 0) {
      for (let at = verb.first; at < Math.min(clause.last, verb.last + 9); at += 1) {
        if (!deeds.has(document.tokens[at]?.lower ?? "")) continue;
        for (const key of keysOf(clause.subject)) vote(key, "detainee", 2);
        break;
      }
    }
  }
  let previous: Mention | null = null;
  let inList = false;
  for (const mention of entities.mentions) {
    if (mention.possessive) {
      for (let at = mention.last; at < mention.last + 4; at += 1) {
        const token = document.tokens[at];
        if (token === undefined || /^[.,;:—–“”"]/u.test(token.text)) break;
        // "their imprisonment" says it of both; "his" may be a slip of the reading.
        if (roles.custodyNouns.has(token.lemma))
          for (const key of mention.entities) vote(key, "detainee", mention.entities.length > 1 ? 3.2 : 1.5);
        if (lexicons.names.relations.has(token.lower))
          for (const key of mention.entities) vote(key, "relative", 1);
      }
    }
    const before = document.tokens[mention.first - 1];
    const noun = document.tokens[mention.first - 2];
    const owned =
      before?.lower === roles.genitive && noun !== undefined && roles.custodyNouns.has(noun.lemma);
    // "the disappearances of A, B and C"
    const continued =
      previous !== null && mention.first - previous.last <= 2 && mention.sentence === previous.sentence;
    if (owned || (continued && inList)) for (const key of mention.entities) vote(key, "detainee", 2);
    inList = owned || (continued && inList);
    previous = mention;
  }
}

/** Keys of the persons whom a phrase names itself, its joined parts included, owners of things left out. */
function phraseKeys(phrase: Phrase, entities: Entities): string[] {
  const keys: string[] = [];
  for (let at = phrase.first; at < phrase.last; at += 1) {
    const mention = entities.at(at);
    if (mention === undefined || mention.possessive || mention.first !== at) continue;
    const heads = [phrase, ...phrase.parts.map((part) => part.phrase)];
    if (!heads.some(({ head }) => head >= mention.first && head < mention.last)) continue;
    for (const key of mention.entities) {
      const entity = entities.byKey.get(key);
      keys.push(...(entity?.kind === "group" ? entity.members : [key]));
    }
  }
  return keys;
}

/** Of whom nothing else is said: named, and not as a speaker, in a sentence that tells of custody. */
function voteByCompany(person: PersonEntity, { document, entities, lexicons }: RolesInput, vote: Vote): void {
  const { names, roles } = lexicons;
  for (const mention of entities.mentions) {
    if (mention.form !== "full" || !mention.entities.includes(person.key)) continue;
    const sentence = document.sentences[mention.sentence];
    if (sentence === undefined) continue;
    const near = [document.tokens[mention.first - 1], document.tokens[mention.last]];
    if (near.some((token) => token !== undefined && names.sayVerbs.has(token.lower))) return;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = document.tokens[at];
      if (token === undefined) break;
      if (!roles.custodyWords.has(token.lower) && !roles.custodyPlaces.has(token.lemma)) continue;
      vote(person.key, "detainee", 1);
      return;
    }
  }
}

/** "Still held are A, a teacher, and B": those named in one breath with a detainee, and of whom nothing else is told. */
function voteByList({ clauses, entities }: RolesInput, votes: ReadonlyMap<string, Votes>, vote: Vote): void {
  for (const { subject, objects } of clauses.clauses) {
    for (const phrase of [subject, ...objects]) {
      const keys = phrase === null ? [] : phraseKeys(phrase, entities);
      if (!keys.some((key) => (votes.get(key)?.detainee ?? 0) >= 2)) continue;
      for (const key of keys) {
        const own = votes.get(key);
        if (own !== undefined && own.detainee === 0 && strongest(own) === "other") vote(key, "detainee", 1.5);
      }
    }
  }
}

function voteByGroup({ entities, lexicons }: RolesInput, vote: Vote): void {
  for (const entity of entities.byKey.values()) {
    if (!isDetaineeGroup(entity, lexicons.roles)) continue;
    if (entity.kind === "group") for (const key of entity.members) vote(key, "detainee", 2);
  }
}

function isDetaineeGroup(entity: AnyEntity, roles: RoleLexicon): boolean {
  return (
    entity.kind === "group" &&
    entity.label.split(" ").some((word) => roles.detaineeLabels.has(word.toLowerCase()))
  );
}
