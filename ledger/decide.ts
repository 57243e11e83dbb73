import { createHash } from "node:crypto";
import {
  type Decision,
  decisionId,
  type EventEdit,
  EventEditSchema,
  type EventTarget,
} from "../model/decision.ts";
import { Permanent } from "../model/errors.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import type { Store } from "../storage/store.ts";
import { groupBlockKey, isBlockKey, personBlockKey } from "./blocks.ts";
import { rebuildBlock } from "./rebuild-block.ts";

/** What somebody asks to have recorded. */
export type DecisionRequest =
  | { kind: "confirm" | "reject" | "unsure"; eventId: string }
  | { kind: "edit"; eventId: string; changes: EventEdit }
  /** Needs at least a type, and a subject or a group. */
  | { kind: "add"; changes: EventEdit }
  | { kind: "comment"; eventId: string; text: string }
  | { kind: "comment"; personIds: readonly string[]; text: string }
  /** The first person is kept. */
  | { kind: "merge" | "not_same"; personIds: readonly string[] }
  | { kind: "split"; personId: string; articleIds: string[]; names: string[]; into: string | null }
  | { kind: "undo"; decisionId: string };

export interface Deciding {
  by: string;
  /** ISO time. */
  at: string;
  reason?: string | null;
}

/**
 * Records an analyst's decision with all that is needed to find what it is about again.
 *
 * @throws Permanent when what it is about does not exist, or it says nothing.
 */
export async function recordDecision(
  store: Store,
  request: DecisionRequest,
  { by, at, reason = null }: Deciding,
): Promise<Decision> {
  const decided = { at, by, ...(await describe(store, request, at)) } as Omit<
    Decision,
    "id" | "about" | "reason"
  >;
  const about = await aboutOf(store, decided);
  const decision = { ...decided, id: decisionId(decided), reason, about } as Decision;
  await store.decisions.add(decision);
  return decision;
}

async function describe(store: Store, request: DecisionRequest, at: string): Promise<object> {
  switch (request.kind) {
    case "confirm":
    case "reject":
    case "unsure":
      return { kind: request.kind, target: await eventTarget(store, request.eventId), changes: {} };
    case "edit": {
      const changes = EventEditSchema.parse(request.changes);
      if (Object.keys(changes).length === 0) throw new Permanent("the edit changes nothing");
      return { kind: "edit", target: await eventTarget(store, request.eventId), changes };
    }
    case "add":
      return { kind: "add", ...addition(EventEditSchema.parse(request.changes), at) };
    case "comment": {
      const target =
        "eventId" in request
          ? await eventTarget(store, request.eventId)
          : { kind: "persons", ids: await knownPersons(store, request.personIds, 1) };
      return { kind: "comment", target, changes: { text: request.text } };
    }
    case "merge":
    case "not_same": {
      const ids = await knownPersons(store, request.personIds, 2);
      return { kind: request.kind, target: { kind: "persons", ids }, changes: {} };
    }
    case "split": {
      const { personId, articleIds, names, into } = request;
      const ids = await knownPersons(store, [personId], 1);
      return { kind: "split", target: { kind: "persons", ids }, changes: { articleIds, names, into } };
    }
    case "undo":
      break;
  }
  if ((await store.decisions.get(request.decisionId)) === null)
    throw new Permanent(`no decision ${request.decisionId}`);
  return { kind: "undo", target: { kind: "decision", id: request.decisionId }, changes: {} };
}

async function aboutOf(store: Store, { target }: Pick<Decision, "target">): Promise<string[]> {
  if (target.kind === "persons") return target.ids;
  if (target.kind === "event") return [target.id, target.blockKey, ...target.subjectIds];
  return [target.id, ...((await store.decisions.get(target.id))?.about ?? [])];
}

/** An event as a decision remembers it. */
async function eventTarget(store: Store, eventId: string): Promise<EventTarget> {
  const event = await store.events.get(eventId);
  if (event === null) throw new Permanent(`no event ${eventId}`);
  const claims = await store.claims.get(event.claimIds);
  return {
    kind: "event",
    id: event.id,
    type: event.type,
    blockKey: event.blockKey,
    subjectIds: event.subjects.map(({ id }) => id),
    date: event.date,
    claims: claims.map(({ id, articleId, quote }) => ({ id, articleId, quote })),
  };
}

/** The event that somebody adds: its id comes from its content and time, its block from its first subject. */
function addition(changes: EventEdit, at: string): { target: EventTarget; changes: EventEdit } {
  const { type, subjects = [], group = null, date = null } = changes;
  if (type === undefined) throw new Permanent("an added event needs a type");
  const [subject] = subjects;
  if (subject === undefined && group === null)
    throw new Permanent("an added event needs a subject or a group");
  const blockKey = subject === undefined ? groupBlockKey(type, date ?? at) : personBlockKey(type, subject.id);
  const id = createHash("sha256")
    .update(JSON.stringify(["added", at, changes]))
    .digest("hex")
    .slice(0, 24);
  const subjectIds = subjects.map((party) => party.id);
  return { target: { kind: "event", id, type, blockKey, subjectIds, date, claims: [] }, changes };
}

async function knownPersons(
  store: Pick<Store, "persons">,
  ids: readonly string[],
  atLeast: number,
): Promise<string[]> {
  const different = [...new Set(ids)];
  if (different.length < atLeast) throw new Permanent(`expected ${atLeast} different persons`);
  for (const id of different)
    if ((await store.persons.get(id)) === null) throw new Permanent(`no person ${id}`);
  return different;
}

/**
 * Records a decision and brings the events that it is about in line with it. Decisions on persons are recorded only: who
 * decides on identity moves their claims.
 *
 * @throws Permanent as {@link recordDecision}.
 */
export async function decide(store: Store, request: DecisionRequest, deciding: Deciding): Promise<Decision> {
  const decision = await recordDecision(store, request, deciding);
  const blockKeys = decision.about.filter(isBlockKey);
  for (const blockKey of blockKeys)
    await store.withLock(`block:${blockKey}`, async () => {
      await rebuildBlock(store, blockKey, {
        claims: await store.claims.inBlock(blockKey),
        leaving: [],
        at: deciding.at,
        cause: { kind: "decision", decisionId: decision.id },
      });
    });
  return decision;
}

/** The decisions of analysts that have to do with an event, those on what became part of it included. */
export async function decisionsOf(store: Store, event: LedgerEvent): Promise<Decision[]> {
  return store.decisions.about([event.id, ...(await store.events.predecessors(event.id))]);
}
