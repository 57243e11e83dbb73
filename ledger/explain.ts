import type { LedgerEvent } from "../model/ledger.ts";
import type { Store } from "../storage/store.ts";
import { explainBlock } from "./events.ts";
import { type Reason, weights } from "./match/weights.ts";

/** Why a claim is part of its event. */
export interface ClaimReason {
  claimId: string;
  /** Null for the claim that opened the event. */
  score: number | null;
  reasons: { points: number; says: string }[];
}

const explained = (reason: Reason) => ({ points: weights[reason].points, says: weights[reason].says });

/** Works out anew why each claim of an event stands in it; the same as when the event was computed. */
export async function explainEvent(
  store: Pick<Store, "claims">,
  { blockKey, claimIds }: LedgerEvent,
): Promise<ClaimReason[]> {
  const wanted = new Set(claimIds);
  const events = explainBlock(blockKey, await store.claims.inBlock(blockKey));
  const found = events.find(({ event }) => event.claimIds.some((id) => wanted.has(id)));
  return [...(found?.reasons ?? [])].map(([claimId, match]) => ({
    claimId,
    score: match?.score ?? null,
    reasons: (match?.reasons ?? []).map(explained),
  }));
}
