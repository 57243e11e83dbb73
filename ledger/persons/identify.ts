import type { Candidate } from "../../model/candidate.ts";
import type { Store } from "../../storage/store.ts";
import type { KnownPeople } from "./known-people.ts";
import type { Absorption } from "./move-blocks.ts";
import { openQuestions, partition } from "./partition.ts";
import { closeSettled, openTasks } from "./questions.ts";
import { splitIdsOf } from "./splits.ts";
import { survey } from "./survey.ts";

/** All changes to who is who take turns: they are rare, a name that is known already needs none. */
const identityLock = "identity";

export interface Regrouping {
  /** Articles that name somebody who is another person now: what they claim has to move. */
  articleIds: string[];
  /** Persons of whom nothing is left but another person. */
  absorptions: Absorption[];
}

/**
 * Brings candidates into the ledger and decides anew who is who among all whom that may concern. Whatever the order in
 * which candidates come, and however many workers bring them, the sets of candidates that make up persons are the same
 * in the end; only which of their ids a person bears tells who came first.
 *
 * @param candidates those that are new, and those of whom articles or analysts say something else than before
 * @param at ISO time for review tasks
 */
export async function regroup(
  store: Store,
  candidates: readonly Candidate[],
  known: KnownPeople,
  at: string,
): Promise<Regrouping> {
  return store.withLock(identityLock, async () => {
    const { core, border, pairs, contested, decisions, mentions, unnamed } = await survey(
      store,
      candidates,
      known,
    );
    const times = (id: string) => mentions.get(id)?.length ?? 0;
    const clusters = partition({ candidates: core, pairs, decisions, mentions: times });
    const clusterOf = new Map(clusters.flatMap((one) => one.members.map((id) => [id, one] as const)));

    const stored = new Map(
      (await store.candidates.get(core.map(({ id }) => id))).map((one) => [one.id, one]),
    );
    const grouped = core.map((candidate): Candidate => {
      const { personId, members } = clusterOf.get(candidate.id) ?? { personId: candidate.id, members: [] };
      const next = { ...candidate, personId, contested: contested.has(candidate.id) };
      return { ...next, splitIds: splitIdsOf(next, members, decisions) };
    });
    const disturbed = border
      .filter((one) => contested.has(one.id) && !one.contested)
      .map((one) => ({ ...one, contested: true }));
    const moved = grouped.filter((one) => {
      const before = stored.get(one.id);
      if (before === undefined) return false;
      return before.personId !== one.personId || before.splitIds.join() !== one.splitIds.join();
    });
    const articleIds = new Set(
      moved.flatMap(({ id }) => (mentions.get(id) ?? []).map(({ articleId }) => articleId)),
    );
    // Whoever dies between here and the moving of claims leaves articles behind, which the sweeper brings back.
    for (const articleId of articleIds) await markBehind(store, articleId, at);
    const changed = grouped.filter((one) => JSON.stringify(stored.get(one.id)) !== JSON.stringify(one));
    await store.candidates.put([...changed, ...disturbed]);
    await store.candidates.remove(unnamed);
    const everybody = [...grouped, ...border];
    const open = openQuestions(pairs, everybody, decisions);
    await openTasks(store, everybody, open, at);
    // As long as nobody moves, no earlier question has found its answer.
    if (moved.length + decisions.length + unnamed.length > 0) await closeSettled(store, everybody, open, at);
    return {
      articleIds: [...articleIds].toSorted(),
      absorptions: absorptionsOf([...stored.values()], grouped),
    };
  });
}

/** Persons all of whose candidates mean one other person now. */
function absorptionsOf(before: readonly Candidate[], after: readonly Candidate[]): Absorption[] {
  const now = new Map(after.map(({ id, personId }) => [id, personId]));
  const living = new Set(now.values());
  return [...new Set(before.map(({ personId }) => personId))].toSorted().flatMap((from) => {
    const heirs = new Set(
      before.filter(({ personId }) => personId === from).map(({ id }) => now.get(id) ?? from),
    );
    const [into = from] = heirs;
    return heirs.size === 1 && into !== from && !living.has(from) ? [{ from, into }] : [];
  });
}

async function markBehind(store: Store, articleId: string, at: string): Promise<void> {
  const record = await store.articles.get(articleId);
  if (record?.stage === "resolved")
    await store.articles.advance(articleId, { stage: "extracted", at, force: true });
}
