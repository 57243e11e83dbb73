import type { Claim, LedgerEvent } from "../model/ledger.ts";
import type { Cause } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { applyDecisions, type Detached } from "./apply-decisions.ts";
import { readBlockKey } from "./blocks.ts";
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
  const { kind, of } = readBlockKey(blockKey);
  // An event that came from the block of another person has decisions under its own id only.
  const keys = [blockKey, ...(kind === "person" ? [of] : []), ...before.map(({ id }) => id)];
  const decided = applyDecisions(
    blockKey,
    eventsOfBlock(blockKey, claims),
    claims,
    await store.decisions.about(keys),
  );
  const own = new Set(before.map(({ id }) => id));
  const arriving = decided.events.flatMap(({ id }) => (own.has(id) ? [] : [id]));
  const { events, successions, gone } = carryOver(
    before,
    decided.events,
    articleIndex(leaving, claims),
    await livingElsewhere(store, blockKey, arriving),
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
  await store.events.replaceBlock(blockKey, events, {
    successions,
    before,
    langs: new Map(claims.map(({ id, lang }) => [id, lang])),
  });
  await recordChanges(
    store,
    events.map((event) => ({ eventId: event.id, state: stateOf(event), cause })),
    at,
  );
  await openTasks(store, events, decided.detached, at);
}

/** Of ids that events would get anew, those that live in another block: whoever was taken for somebody else brought them there. */
async function livingElsewhere(
  store: Pick<Store, "events">,
  blockKey: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = ids.length === 0 ? [] : await store.events.withIds(ids);
  return new Set(found.flatMap((event) => (event.blockKey === blockKey ? [] : [event.id])));
}

/** What a human has to look at: decisions that lost their evidence, and releases and deaths that are disputed. */
async function openTasks(
  store: Pick<Store, "reviewTasks">,
  events: readonly LedgerEvent[],
  detached: readonly Detached[],
  openedAt: string,
): Promise<void> {
  for (const { decision, reason } of detached)
    await store.reviewTasks.open({
      kind: "reattach",
      target: { kind: "decision", id: decision.id },
      reason,
      priority: 3,
      openedAt,
    });
  for (const event of events) {
    if (event.standing !== "disputed" || event.basis.includes("analyst_unsure")) continue;
    const [subject] = event.subjects;
    await store.reviewTasks.open({
      kind: "dispute",
      target: { kind: "event", id: event.id },
      reason: `The ${event.type.replaceAll("_", " ")} of ${subject?.name ?? "a group"} is told by ${event.originIds.join(", ")} and denied by ${event.deniedBy.map(({ name }) => name).join(", ")}.`,
      priority: urgent.has(event.type) ? 1 : 5,
      openedAt,
    });
  }
}

const urgent: ReadonlySet<string> = new Set(["release", "exchange", "death_in_custody", "execution"]);
