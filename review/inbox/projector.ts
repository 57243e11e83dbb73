import { decisionsOf } from "../../ledger/decide.ts";
import { type Decision, standingDecisions } from "../../model/decision.ts";
import { type InboxItem, type InboxState, urgencyOf } from "../../model/inbox.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import type { StandingChange } from "../../model/standing-change.ts";
import type { Store } from "../../storage/store.ts";

export interface ProjectorOptions {
  store: Store;
  /** Countries of a source, ISO 3166. */
  countriesOf: (sourceId: string) => readonly string[];
}

export interface Projector {
  /** Follows the ledger's history up to its end, at most so many entries; returns those that were followed. */
  catchUp(most: number): Promise<StandingChange[]>;
  /** Brings one event's item up to date; null when the event is there no longer. */
  refresh(eventId: string, at: string): Promise<InboxItem | null>;
}

const cursorId = "inbox";
const deciding: Readonly<Partial<Record<Decision["kind"], InboxState>>> = {
  confirm: "done",
  reject: "done",
  edit: "done",
  add: "done",
  unsure: "unsure",
};

/**
 * Keeps the inbox in line with the ledger: reads the history of events from where it stopped and computes each item
 * anew from what stands now. So it may be interrupted, repeated, and run in several processes at once.
 */
export function createProjector({ store, countriesOf }: ProjectorOptions): Projector {
  const { inbox, cursors } = store.review;

  const refresh = async (eventId: string, at: string): Promise<InboxItem | null> => {
    const event = await store.events.get(eventId);
    if (event?.id !== eventId) await inbox.remove(eventId);
    if (event === null) return null;
    const known = await inbox.get(event.id);
    const item = await itemOf(store, event, countriesOf);
    // What changed after it had been decided waits anew; what was taken back stands where it stood.
    const waitsAnew = item.changedSince && known?.state !== "open";
    const next = {
      ...item,
      assignee: known?.assignee ?? null,
      since: known === null || waitsAnew ? at : known.since,
    };
    await inbox.put(next);
    return next;
  };

  return {
    refresh,
    async catchUp(most) {
      const { cursor: from = null } = (await cursors.get(cursorId)) ?? {};
      const { items, cursor } = await store.standingChanges.after(from, most);
      const lastAt = new Map(items.map(({ eventId, at }) => [eventId, at]));
      for (const [eventId, at] of lastAt) await refresh(eventId, at);
      if (items.length > 0) await cursors.update(cursorId, () => ({ id: cursorId, cursor }));
      return items;
    },
  };
}

async function itemOf(
  store: Store,
  event: LedgerEvent,
  countriesOf: ProjectorOptions["countriesOf"],
): Promise<Omit<InboxItem, "since" | "assignee">> {
  const claims = await store.claims.get(event.claimIds);
  const decided = standingDecisions(await decisionsOf(store, event)).findLast(({ kind }) => kind in deciding);
  const changes = decided === undefined ? [] : await store.standingChanges.ofEvent(event.id);
  const changedSince = changes.some(({ at, cause }) => cause.kind === "article" && at > (decided?.at ?? ""));
  const { type, standing, assertion, sourceIds } = event;
  const parties = [...event.subjects, ...event.agents, ...event.recipients];
  return {
    eventId: event.id,
    state: decided === undefined || changedSince ? "open" : (deciding[decided.kind] ?? "open"),
    urgency: urgencyOf(event),
    type,
    standing,
    assertion,
    confidence: Math.max(0, ...claims.map(({ confidence }) => confidence.value)),
    langs: [...new Set(claims.map(({ lang }) => lang))].toSorted(),
    sourceIds,
    countries: [...new Set(sourceIds.flatMap((id) => countriesOf(id)))].toSorted(),
    personIds: [...new Set(parties.map(({ id }) => id))].toSorted(),
    decided: decided === undefined ? null : { kind: decided.kind, by: decided.by, at: decided.at },
    changedSince,
  };
}
