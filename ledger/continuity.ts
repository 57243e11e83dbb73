import { createHash } from "node:crypto";
import type { Claim, LedgerEvent } from "../model/ledger.ts";
import type { Succession } from "../storage/store.ts";

/** Identifier that an event gets when it is told for the first time, from its block and its earliest report. */
export const foundingId = (blockKey: string, claimId: string): string =>
  createHash("sha256").update(`${blockKey}|${claimId}`).digest("hex").slice(0, 24);

export interface Continuity {
  /** The computed events under the ids that they keep. */
  events: LedgerEvent[];
  /** Events whose claims are part of another event now. */
  successions: Succession[];
  /** Events before that are there no longer, the succeeded ones among them. */
  gone: LedgerEvent[];
}

/**
 * Carries the ids of a block's events over to the events that were computed anew: an event keeps the id of the earlier
 * event with which it shares most claims, else most articles (a new extraction words its claims differently). Of several
 * earlier events that became one, the others are succeeded by it; of several that one fell into, the largest keeps the id.
 *
 * @param articleOf the article of a claim, also of those that are about to be replaced
 * @param elsewhere ids that events of other blocks have
 */
export function carryOver(
  before: readonly LedgerEvent[],
  computed: readonly LedgerEvent[],
  articleOf: (claimId: string) => string | undefined,
  elsewhere: ReadonlySet<string> = new Set(),
): Continuity {
  const kept = new Map<LedgerEvent, string>();
  const placed = new Set<string>();
  const pairUp = (partsOf: (event: LedgerEvent) => Iterable<string>) => {
    const pairs = sharing(before, computed, partsOf).toSorted(
      (a, b) =>
        b.shared - a.shared ||
        a.earlier.id.localeCompare(b.earlier.id) ||
        a.later.id.localeCompare(b.later.id),
    );
    for (const { earlier, later } of pairs) {
      if (kept.has(later) || placed.has(earlier.id)) continue;
      kept.set(later, earlier.id);
      placed.add(earlier.id);
    }
    return pairs;
  };
  const byClaim = pairUp(({ claimIds }) => claimIds);
  const byArticle = pairUp(({ claimIds }) => new Set(claimIds.flatMap((id) => articleOf(id) ?? [])));

  const taken = new Set(kept.values());
  const named = new Map<LedgerEvent, string>();
  for (const event of computed) {
    let id = kept.get(event) ?? event.id;
    // The id of its earliest report may live on in another part of an event that fell apart.
    for (let part = 2; !kept.has(event) && (taken.has(id) || elsewhere.has(id)); part++)
      id = foundingId(event.blockKey, `${event.id}#${part}`);
    taken.add(id);
    named.set(event, id);
  }
  const gone = before.filter(({ id }) => !taken.has(id));
  const successions = gone.flatMap(({ id }) => {
    const into = [...byClaim, ...byArticle].find((pair) => pair.earlier.id === id)?.later;
    const successorId = into && named.get(into);
    return successorId === undefined ? [] : [{ id, successorId }];
  });
  return {
    events: computed.map((event) => ({ ...event, id: named.get(event) ?? event.id })),
    successions,
    gone,
  };
}

interface Pair {
  earlier: LedgerEvent;
  later: LedgerEvent;
  /** How many parts they have in common, at least one. */
  shared: number;
}

/** Earlier and later events with parts in common. */
function sharing(
  before: readonly LedgerEvent[],
  computed: readonly LedgerEvent[],
  partsOf: (event: LedgerEvent) => Iterable<string>,
): Pair[] {
  const having = new Map<string, LedgerEvent[]>();
  for (const later of computed)
    for (const part of partsOf(later)) having.set(part, [...(having.get(part) ?? []), later]);
  return before.flatMap((earlier) => {
    const shared = new Map<LedgerEvent, number>();
    for (const part of partsOf(earlier))
      for (const later of having.get(part) ?? []) shared.set(later, (shared.get(later) ?? 0) + 1);
    return [...shared].map(([later, count]) => ({ earlier, later, shared: count }));
  });
}

/** Look-up of claims' articles. */
export function articleIndex(
  ...claims: readonly (readonly Claim[])[]
): (claimId: string) => string | undefined {
  const articles = new Map(claims.flat().map(({ id, articleId }) => [id, articleId]));
  return (claimId) => articles.get(claimId);
}
