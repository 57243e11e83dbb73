import type { Candidate, CandidateMention } from "../../model/candidate.ts";
import { type Decision, standingDecisions } from "../../model/decision.ts";
import type { Store } from "../../storage/store.ts";
import { plainId, plainKey } from "./candidate-ids.ts";
import { soughtKeys } from "../names/keys.ts";
import { compareCandidates, mayBeSettled } from "./compare.ts";
import type { KnownPeople } from "./known-people.ts";
import type { Pair } from "./partition.ts";
import { isSplitPerson, splitPersons } from "./splits.ts";

/** Everybody whom a change of some candidates may concern. */
export interface Survey {
  /** Those who may be grouped anew, ordered by id. */
  core: Candidate[];
  /** Those who are like somebody of the core without being known to be the same; they stay who they are. */
  border: Candidate[];
  /** Comparisons within the core and with the border. */
  pairs: Pair[];
  /** Candidates for whom further facts or counts may matter. */
  contested: ReadonlySet<string>;
  /** Standing decisions, oldest first. */
  decisions: Decision[];
  /** Of those of the core. */
  mentions: ReadonlyMap<string, readonly CandidateMention[]>;
  /** Candidates whom no article names any longer. */
  unnamed: string[];
}

/** More candidates than this are never grouped at once; those farthest from the change stay as they are. */
const maxCore = 150;
const byId = (a: Candidate, b: Candidate) => (a.id < b.id ? -1 : 1);

/** Compares candidates with the facts of their articles where facts can settle it. */
function createComparer(store: Store) {
  const mentions = new Map<string, readonly CandidateMention[]>();
  const pairs = new Map<string, Pair>();
  const contested = new Set<string>();
  const mentionsOf = async ({ id }: Candidate) => {
    const known = mentions.get(id) ?? (await store.candidates.mentions([id]));
    mentions.set(id, known);
    return known;
  };
  const factsOf = async (one: Candidate) => new Set((await mentionsOf(one)).flatMap(({ facts }) => facts));
  return {
    mentions,
    contested,
    async prefetch(ids: readonly string[]) {
      const missing = ids.filter((id) => !mentions.has(id));
      for (const id of missing) mentions.set(id, []);
      for (const mention of missing.length === 0 ? [] : await store.candidates.mentions(missing))
        mentions.set(mention.candidateId, [...(mentions.get(mention.candidateId) ?? []), mention]);
    },
    mentionsOf,
    async compare(one: Candidate, other: Candidate): Promise<Pair> {
      const [a, b] = one.id < other.id ? [one, other] : [other, one];
      const key = `${a.id}\n${b.id}`;
      const known = pairs.get(key);
      if (known !== undefined) return known;
      let comparison = compareCandidates(a, b);
      if (mayBeSettled(comparison, a, b)) {
        contested.add(a.id).add(b.id);
        comparison = compareCandidates(a, b, [await factsOf(a), await factsOf(b)]);
      }
      const pair = { a: a.id, b: b.id, comparison };
      pairs.set(key, pair);
      return pair;
    },
  };
}

/** Follows likeness, common persons and decisions from some candidates to all who may be one with them. */
export async function survey(store: Store, seeds: readonly Candidate[], known: KnownPeople): Promise<Survey> {
  const comparer = createComparer(store);
  const core = new Map<string, Candidate>();
  const border = new Map<string, Candidate>();
  const decisions = new Map<string, Decision>();
  const stored = new Map((await store.candidates.get(seeds.map(({ id }) => id))).map((one) => [one.id, one]));
  let next = seeds.map((one) => stored.get(one.id) ?? one);
  while (next.length > 0 && core.size < maxCore) {
    for (const one of next) {
      core.set(one.id, one);
      border.delete(one.id);
    }
    const keys = soughtKeys(next.flatMap((one) => one.keys));
    const personIds = [...new Set(next.flatMap((one) => [one.personId, one.id]))];
    const about = (await store.decisions.about(personIds)).filter(({ target }) => target.kind !== "event");
    for (const decision of about) decisions.set(decision.id, decision);
    const named = about.flatMap(({ target }) => (target.kind === "persons" ? target.ids : []));
    const near = [
      ...(await store.candidates.withKeys(keys)),
      ...(await store.candidates.ofPersons([...new Set([...personIds, ...named])])),
      ...(named.length === 0 ? [] : await store.candidates.get(named)),
      ...(named.length === 0 ? [] : await store.candidates.withKeys(named.map(plainKey))),
      ...known.withKeys(keys),
      ...named.flatMap((id) => known.person(id) ?? []),
      ...splitPersons(about),
    ];
    const fresh = new Map<string, Candidate>();
    for (const one of near) {
      if (core.has(one.id) || fresh.has(one.id)) continue;
      const linked =
        personIds.includes(one.personId) ||
        named.includes(one.id) ||
        named.includes(plainId(one.id)) ||
        isSplitPerson(one.id);
      let like = false;
      let same = linked;
      for (const other of next) {
        if (same) break;
        const { comparison } = await comparer.compare(one, other);
        // Namesakes whom only context keeps apart are told apart together.
        same = comparison.outcome === "same" || comparison.apart === "context";
        like ||= comparison.outcome === "unsure";
      }
      if (same) fresh.set(one.id, one);
      else if (like) border.set(one.id, one);
    }
    next = [...fresh.values()].toSorted(byId);
  }
  await comparer.prefetch([...core.keys()]);
  const unnamed: string[] = [];
  for (const one of core.values()) {
    const named = (await comparer.mentionsOf(one)).length > 0;
    if (named || one.curator !== null || isSplitPerson(one.id)) continue;
    core.delete(one.id);
    unnamed.push(one.id);
  }
  for (const id of core.keys()) border.delete(id);

  const members = [...core.values()].toSorted(byId);
  const others = [...border.values()].toSorted(byId);
  const pairs: Pair[] = [];
  for (const [at, one] of members.entries())
    for (const other of [...members.slice(at + 1), ...others]) pairs.push(await comparer.compare(one, other));
  // Whoever could join one of two who are kept apart by context depends on how often they are named.
  const contested = new Set(comparer.contested);
  for (const { a, b, comparison } of pairs)
    if (comparison.outcome === "same" && (comparer.contested.has(a) || comparer.contested.has(b)))
      contested.add(a).add(b);
  return {
    core: members,
    border: others,
    pairs,
    contested,
    decisions: standingDecisions([...decisions.values()]),
    mentions: comparer.mentions,
    unnamed,
  };
}
