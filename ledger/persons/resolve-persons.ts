import type { Candidate, CandidateMention } from "../../model/candidate.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Party } from "../../model/ledger.ts";
import type { PersonMention, Store } from "../../storage/store.ts";
import { actorId, normaliseName } from "../identity.ts";
import { localId } from "./candidate-ids.ts";
import { regroup, type Regrouping } from "./identify.ts";
import type { KnownPeople } from "./known-people.ts";
import { type MentionedPerson, mentionsOf } from "./mentions.ts";
import { splitPersonId } from "./splits.ts";

/** A name of the extraction as the ledger knows its bearer. */
export interface Identified {
  party: Party;
  /** Does not change with who is who: what natural keys are made of. */
  candidateId: string;
}

export interface ResolvedPersons {
  /** By the names that the extraction uses in its events. */
  identified: (name: string) => Identified;
  mentions: PersonMention[];
  /** Whose claims have to move because of what this article brought. */
  regrouping: Regrouping;
  /** Whether everybody is still who they were. */
  stillHolds(): Promise<boolean>;
}

interface PersonsOptions {
  /** ISO time for review tasks. */
  at: string;
  known: KnownPeople;
  /** Ids of publishers by their normalised names. */
  outletIds: ReadonlyMap<string, string>;
}

/** Who the persons of an extraction are; brings those that are new into the ledger. */
export async function resolvePersons(
  store: Store,
  extraction: Extraction,
  { at, known, outletIds }: PersonsOptions,
): Promise<ResolvedPersons> {
  const mentioned = mentionsOf(extraction, known);
  const ids = [...new Set(mentioned.map(({ candidate }) => candidate.id))];
  const before = await store.candidates.namedIn(extraction.articleId);
  // What is told is kept first: whoever decides who is who has to see it.
  await store.candidates.noteMentions(
    extraction.articleId,
    factsByCandidate(mentioned, extraction.articleId),
  );
  let stored = await store.candidates.get(ids);
  const missing = mentioned.filter(({ candidate }) => !stored.some(({ id }) => id === candidate.id));
  // Whoever no other name can find concerns nobody else.
  const lonely = missing.filter(({ candidate }) => candidate.keys.length === 0);
  if (lonely.length > 0) await store.candidates.put(lonely.map(({ candidate }) => candidate));
  const unnamed = before.filter((id) => !ids.includes(id));
  const dropped = unnamed.length === 0 ? [] : await store.candidates.get(unnamed);
  const changed = new Map(
    [
      ...missing.map(({ candidate }) => candidate),
      ...stored.filter(({ contested }) => contested),
      ...dropped,
    ].map((candidate) => [candidate.id, candidate]),
  );
  let regrouping: Regrouping = { articleIds: [], absorptions: [] };
  if (changed.size > 0) regrouping = await regroup(store, [...changed.values()], known, at);
  if (changed.size + lonely.length > 0) {
    stored = await store.candidates.get(ids);
  }
  const personIds = await personIdsOf(store, mentioned, stored, extraction.articleId);

  const bearers = new Map<string, Identified>();
  for (const actor of extraction.actors) {
    const id = outletIds.get(normaliseName(actor.name)) ?? actorId(actor.gazetteerId, actor.name);
    bearers.set(actor.name, { party: { id, name: actor.name, kind: actor.class }, candidateId: id });
  }
  for (const { name, person, candidate } of mentioned) {
    const id = personIds.get(name) ?? candidate.id;
    bearers.set(name, {
      party: { id, name: person.canonical, kind: person.role },
      candidateId: candidate.id,
    });
  }
  return {
    identified(name) {
      const id = localId(normaliseName(name), extraction.articleId);
      return bearers.get(name) ?? { party: { id, name }, candidateId: id };
    },
    mentions: mentioned.map(({ name, person, candidate }) => {
      const id = personIds.get(name) ?? candidate.id;
      const onRecord = known.person(id);
      return {
        id,
        name: onRecord?.name ?? person.canonical,
        names: [person.canonical, person.name, ...person.aliases],
        curated: onRecord !== null || candidate.curator !== null,
        role: person.role,
      };
    }),
    regrouping,
    async stillHolds() {
      const now = await store.candidates.get(ids);
      return state(now) === state(stored);
    },
  };
}

/** What of candidates decides who a mention is. */
const state = (all: readonly Candidate[]) =>
  JSON.stringify(all.map(({ id, personId, splitIds }) => [id, personId, splitIds]));

/** One mention for every candidate, with the facts of all who are it. */
function factsByCandidate(mentioned: readonly MentionedPerson[], articleId: string): CandidateMention[] {
  const facts = new Map<string, Set<string>>();
  for (const { candidate, facts: told } of mentioned)
    facts.set(candidate.id, new Set([...(facts.get(candidate.id) ?? []), ...told]));
  return [...facts].map(([candidateId, told]) => ({ candidateId, articleId, facts: [...told].toSorted() }));
}

/** The person behind every mention, split off where an analyst said so. */
async function personIdsOf(
  store: Store,
  mentioned: readonly MentionedPerson[],
  stored: readonly Candidate[],
  articleId: string,
): Promise<Map<string, string>> {
  const byId = new Map(stored.map((candidate) => [candidate.id, candidate]));
  const personIds = new Map<string, string>();
  for (const { name, person, candidate } of mentioned) {
    const { personId, splitIds } = byId.get(candidate.id) ?? candidate;
    personIds.set(name, personId);
    for (const splitId of splitIds) {
      const decision = await store.decisions.get(splitId);
      if (decision?.kind !== "split") continue;
      const { articleIds, names, into } = decision.changes;
      const forms = new Set([person.name, person.canonical, ...person.aliases].map(normaliseName));
      const here = articleIds.length === 0 || articleIds.includes(articleId);
      const so = names.length === 0 || names.some((form) => forms.has(normaliseName(form)));
      if (!here || !so) continue;
      const target = into ?? splitPersonId(splitId);
      const [bearer] = await store.candidates.get([target]);
      personIds.set(name, bearer?.personId ?? target);
    }
  }
  return personIds;
}
