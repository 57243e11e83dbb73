import type { Claim, LedgerEvent } from "../model/ledger.ts";
import type { Cause } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { articleIndex, carryOver } from "./continuity.ts";
import { eventsOfBlock } from "./events.ts";
import { recordChanges, stateOf } from "./history.ts";

export interface Rebuild {
  /** All claims that the block has from now on. */
  claims: readonly Claim[];
  /** Claims that are about to leave it or to be worded differently. */
  leaving: readonly Claim[];
  /** ISO time of what changes. */
  at: string;
  cause: Cause;
}

/**
 * Computes the events of a block anew and writes them with their history. Called under the block's lock, before the
 * claims themselves are written: as long as they have not been replaced, a repetition still finds the block.
 */
export async function rebuildBlock(
  store: Store,
  blockKey: string,
  { claims, leaving, at, cause }: Rebuild,
): Promise<void> {
  const before = await store.events.inBlock(blockKey);
  const { events, successions, gone } = carryOver(
    before,
    eventsOfBlock(blockKey, claims),
    articleIndex(leaving, claims),
  );
  const successorOf = new Map(successions.map(({ id, successorId }) => [id, successorId]));
  const ending = ({ id }: LedgerEvent) => {
    const eventId = successorOf.get(id);
    return {
      eventId: id,
      state: null,
      cause: eventId === undefined ? cause : ({ kind: "joined", eventId } as const),
    };
  };
  // Endings before the events go: afterwards nobody would know of them.
  await recordChanges(store, gone.map(ending), at);
  await store.events.replaceBlock(blockKey, events, successions);
  await recordChanges(
    store,
    events.map((event) => ({ eventId: event.id, state: stateOf(event), cause })),
    at,
  );
}
