import type { Candidate } from "../../model/candidate.ts";
import type { Decision } from "../../model/decision.ts";
import { isContextual, meantBy, plainId } from "./candidate-ids.ts";
import type { Comparison } from "./compare.ts";

/** Two candidates as they were compared. */
export interface Pair {
  a: string;
  b: string;
  comparison: Comparison;
}

export interface PartitionInput {
  candidates: readonly Candidate[];
  /** Pairs that are not certainly different by having nothing to do with each other. */
  pairs: readonly Pair[];
  /** Standing decisions on persons, oldest first. */
  decisions: readonly Decision[];
  /** In how many articles each candidate is named. */
  mentions: (id: string) => number;
}

/** A set of candidates that are one person. */
export interface Cluster {
  personId: string;
  members: readonly string[];
}

/** Two persons of whom nobody knows whether they are one. */
export interface OpenQuestion {
  personIds: readonly [string, string];
  reason: string;
}

/** A form of a name that two people may bear goes to the one who is named so much more often. */
const dominance = 2;

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Disjoint sets of candidates, each under its smallest member. */
function createSets(ids: readonly string[]) {
  const parent = new Map(ids.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  return {
    find,
    join(a: string, b: string) {
      const [one, other] = [find(a), find(b)].toSorted(compareText);
      if (one !== undefined && other !== undefined) parent.set(other, one);
    },
    all(): Map<string, string[]> {
      const sets = new Map<string, string[]>();
      for (const id of ids) sets.set(find(id), [...(sets.get(find(id)) ?? []), id]);
      return sets;
    },
  };
}

/**
 * Who is one person: a pure function of the candidates, their comparisons and the decisions, whatever the order. Those
 * who are the same join, unless somebody between them is kept apart; a candidate that would join two who are kept apart
 * stays by itself, or goes to the one who is named so far more often when only context keeps them apart. Then decisions
 * have the last word.
 */
export function partition({ candidates, pairs, decisions, mentions }: PartitionInput): Cluster[] {
  const ids = candidates.map(({ id }) => id).toSorted(compareText);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const apart = new Map<string, "name" | "context">();
  const same = new Map<string, Set<string>>(ids.map((id) => [id, new Set<string>()]));
  for (const { a, b, comparison } of pairs) {
    if (!byId.has(a) || !byId.has(b)) continue;
    if (comparison.apart !== null) apart.set(pairKey(a, b), comparison.apart);
    if (comparison.outcome === "same") {
      same.get(a)?.add(b);
      same.get(b)?.add(a);
    }
  }
  const decided = decidedApart(decisions, candidates);
  for (const key of decided) {
    apart.set(key, "name");
    const [a = "", b = ""] = key.split("\n");
    same.get(a)?.delete(b);
    same.get(b)?.delete(a);
  }

  const sets = createSets(ids);
  const isCurated = (id: string) => byId.get(id)?.curator !== null;
  const loose: string[] = [];
  /** Which of the neighbours a candidate may join; null when it would join two who are kept apart. */
  const choose = (id: string): readonly string[] | null => {
    const neighbours = [...(same.get(id) ?? [])].toSorted(compareText);
    const curated = neighbours.filter(isCurated);
    // Forms on record may differ as much as they like: the record joins them.
    if (curated.length === 1) return curated;
    if (curated.length > 1) return null;
    let kept = neighbours;
    for (const one of neighbours)
      for (const other of neighbours) {
        const kind = one < other ? apart.get(pairKey(one, other)) : undefined;
        if (kind === undefined || !kept.includes(one) || !kept.includes(other)) continue;
        const [less = one, more = other] = [one, other].toSorted((a, b) => mentions(a) - mentions(b));
        if (kind === "name" || mentions(more) < mentions(less) * dominance) return null;
        kept = kept.filter((neighbour) => neighbour !== less);
      }
    return kept;
  };
  const choices = new Map(ids.map((id) => [id, choose(id)]));
  for (const [id, chosen] of choices) if (chosen === null) loose.push(id);
  for (const [id, chosen] of choices)
    for (const other of chosen ?? []) {
      const back = choices.get(other);
      if (isCurated(other) || back?.includes(id)) sets.join(id, other);
    }
  for (const members of sets.all().values())
    if (contradictory(members, apart, same, isCurated)) loose.push(...members.filter((id) => !isCurated(id)));
  const alone = new Set(loose);

  const final = createSets(ids);
  for (const members of sets.all().values()) {
    const staying = members.filter((id) => !alone.has(id));
    for (const id of staying) final.join(id, staying[0] ?? id);
  }
  joinDecided(decisions, final, candidates, decided);
  return named([...final.all().values()], byId, decisions);
}

/** A chain of likenesses that ends where it must not; candidates that a record joins may differ among themselves. */
function contradictory(
  members: readonly string[],
  apart: ReadonlyMap<string, string>,
  same: ReadonlyMap<string, ReadonlySet<string>>,
  isCurated: (id: string) => boolean,
): boolean {
  if (members.filter(isCurated).length > 1) return true;
  const curated = members.find(isCurated);
  const onRecord = (id: string) =>
    curated !== undefined && (id === curated || same.get(curated)?.has(id) === true);
  return members.some((one) =>
    members.some(
      (other) => one < other && apart.has(pairKey(one, other)) && !(onRecord(one) && onRecord(other)),
    ),
  );
}

/** Pairs of candidates whose persons analysts called different, unless a later decision made them one. */
function decidedApart(decisions: readonly Decision[], candidates: readonly Candidate[]): Set<string> {
  const found = new Set<string>();
  const members = (personId: string) => [
    ...new Set([
      ...meantBy(personId, candidates),
      ...candidates.filter((one) => one.personId === personId).map(({ id }) => id),
    ]),
  ];
  for (const { kind, target } of decisions) {
    if (target.kind !== "persons" || (kind !== "merge" && kind !== "not_same")) continue;
    for (const one of target.ids)
      for (const other of target.ids) {
        if (one === other) continue;
        for (const a of members(one))
          for (const b of members(other)) {
            if (kind === "merge") found.delete(pairKey(a, b));
            else if (a !== b) found.add(pairKey(a, b));
          }
      }
  }
  return found;
}

function joinDecided(
  decisions: readonly Decision[],
  sets: ReturnType<typeof createSets>,
  candidates: readonly Candidate[],
  decided: ReadonlySet<string>,
): void {
  for (const { kind, target } of decisions) {
    if (kind !== "merge" || target.kind !== "persons") continue;
    const [first, ...others] = target.ids.flatMap((id) => meantBy(id, candidates));
    for (const other of others)
      if (first !== undefined && !decided.has(pairKey(first, other))) sets.join(first, other);
  }
}

/**
 * A person is called by the record, else by whom a merge kept, else keeps the id that most of the members had before, if
 * it is that of a member: then whoever still has an old id finds the person by it. A new one is called by the plainest
 * name, without what tells namesakes apart unless one of them has it.
 */
function named(
  sets: readonly (readonly string[])[],
  byId: ReadonlyMap<string, Candidate>,
  decisions: readonly Decision[],
): Cluster[] {
  const taken = new Set<string>();
  const settled = sets.map((members) => {
    const own = new Set(members.flatMap((id) => [id, plainId(id)]));
    const kept = decisions.findLast(
      ({ kind, target }) =>
        kind === "merge" && target.kind === "persons" && target.ids.filter((id) => own.has(id)).length > 1,
    );
    const keptId = kept?.target.kind === "persons" ? kept.target.ids.find((id) => own.has(id)) : undefined;
    const curated = members.filter((id) => byId.get(id)?.curator !== null);
    const counts = new Map<string, number>();
    for (const id of members) {
      const before = byId.get(id)?.personId ?? id;
      if (own.has(before) && before !== id) counts.set(before, (counts.get(before) ?? 0) + 1);
      else if (own.has(before) && !isContextual(id)) counts.set(before, (counts.get(before) ?? 0) + 1);
    }
    const earlier = [...counts].toSorted(([a, m], [b, n]) => n - m || byForm(a, b, byId)).map(([id]) => id);
    const forms = members.toSorted((a, b) => byForm(a, b, byId));
    const wishes = [...earlier, ...forms.map(plainId), ...forms];
    return { members, first: curated.length === 1 ? curated[0] : keptId, wishes };
  });
  for (const { first } of settled) if (first !== undefined) taken.add(first);
  // Who had an id keeps it; then those with the plain name choose before those who are told apart from them.
  const inTurn = settled.toSorted(
    (a, b) =>
      Number(isContextual(a.wishes[0] ?? "")) - Number(isContextual(b.wishes[0] ?? "")) ||
      compareText(a.members[0] ?? "", b.members[0] ?? ""),
  );
  const ids = new Map<readonly string[], string>();
  for (const { members, first, wishes } of inTurn) {
    const personId = first ?? wishes.find((id) => !taken.has(id)) ?? members[0] ?? "";
    taken.add(personId);
    ids.set(members, personId);
  }
  return settled.map(({ members }) => ({ members, personId: ids.get(members) ?? "" }));
}

/** Latin names before others, plain ones before those with a context, then by id. */
function byForm(a: string, b: string, byId: ReadonlyMap<string, Candidate>): number {
  const rank = (id: string) => {
    const candidate = byId.get(id);
    return Number(!/\p{Script=Latin}/u.test(candidate?.name ?? "")) * 2 + Number(/[@#]/u.test(id));
  };
  return rank(a) - rank(b) || compareText(a, b);
}

/** Reasons that do not change with every article: a question that was answered must not come back for a new one. */
const lasting = (reasons: readonly string[]) =>
  reasons.filter((reason) => !reason.startsWith("both: ")).join("; ");

/**
 * What is left open between different persons: not sure, or the same by name and kept apart by context alone.
 *
 * @param candidates with the persons whom they mean now
 */
export function openQuestions(
  pairs: readonly Pair[],
  candidates: readonly Candidate[],
  decisions: readonly Decision[],
): OpenQuestion[] {
  const decided = decidedApart(decisions, candidates);
  const personOf = new Map(candidates.map(({ id, personId }) => [id, personId]));
  const open = new Map<string, OpenQuestion & { score: number }>();
  for (const { a, b, comparison } of pairs) {
    const [one = a, other = b] = [personOf.get(a) ?? a, personOf.get(b) ?? b].toSorted(compareText);
    if (one === other || comparison.outcome === "different") continue;
    const key = pairKey(one, other);
    if (decided.has(key) || decided.has(pairKey(a, b))) continue;
    if ((open.get(key)?.score ?? -1) >= comparison.score) continue;
    open.set(key, {
      personIds: [one, other],
      reason: lasting(comparison.reasons),
      score: comparison.score,
    });
  }
  return [...open]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([, { personIds, reason }]) => ({ personIds, reason }));
}
