import { type Decision, type EventEdit, type EventTarget, standingDecisions } from "../model/decision.ts";
import type { Claim, LedgerEvent } from "../model/ledger.ts";
import { dayRange, gapDays } from "./date-range.ts";

type EventDecision = Extract<Decision, { target: EventTarget }>;

/** A decision that no event holds the evidence of any more. */
export interface Detached {
  decision: EventDecision;
  reason: string;
}
export interface Decided {
  events: LedgerEvent[];
  detached: Detached[];
}

const isAboutEvent = (decision: Decision): decision is EventDecision => decision.target.kind === "event";
/** Days that two tellings of one event may differ by, when nothing but its content is left to know it by. */
const contentReachDays = 7;

/**
 * What analysts decided about the events of a block, on top of what the claims say: a pure function of both. A decision
 * goes to the event that holds most of its evidence: the same claims, else words of the same articles, else the only
 * event of its type and day. Where nothing is left, it is handed back: somebody has to look.
 *
 * @param events computed from the claims, under any ids
 * @param claims of the block
 * @param decisions those about the block, its events and persons, in any order; the undone ones count for nothing
 */
export function applyDecisions(
  blockKey: string,
  events: readonly LedgerEvent[],
  claims: readonly Claim[],
  decisions: readonly Decision[],
): Decided {
  const holding = standingDecisions(decisions).filter(isAboutEvent);
  const added = holding.flatMap((decision) =>
    decision.kind === "add" && decision.target.blockKey === blockKey ? [addedEvent(decision)] : [],
  );
  const all = [...events, ...added];
  const byEvent = new Map<LedgerEvent, EventDecision[]>();
  const detached: Detached[] = [];
  for (const decision of holding) {
    if (decision.kind === "add") continue;
    const event = attach(decision.target, all, claims);
    if (event !== null) byEvent.set(event, [...(byEvent.get(event) ?? []), decision]);
    // A decision of another block is that block's to place.
    else if (decision.target.blockKey === blockKey)
      detached.push({ decision, reason: detachedReason(decision) });
  }
  return {
    events: all.map((event) => (byEvent.get(event) ?? []).reduce(withDecision, event)),
    detached,
  };
}

const detachedReason = ({ kind, target, by, at }: EventDecision) =>
  `The decision "${kind}" of ${by} (${at.slice(0, 10)}) on a ${target.type.replaceAll("_", " ")}${
    target.date === null ? "" : ` of ${target.date}`
  } has lost its evidence: no event holds it any more.`;

function attach(
  target: EventTarget,
  events: readonly LedgerEvent[],
  claims: readonly Claim[],
): LedgerEvent | null {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  const anchored = new Set(target.claims.map(({ id }) => id));
  const quotes = new Map<string, string[]>();
  for (const { articleId, quote } of target.claims)
    quotes.set(articleId, [...(quotes.get(articleId) ?? []), quote]);
  const sameClaims = ({ claimIds }: LedgerEvent) => claimIds.filter((id) => anchored.has(id)).length;
  const sameWords = (event: LedgerEvent) =>
    event.claimIds.filter((id) => {
      const claim = claimOf.get(id);
      return (
        claim?.type === target.type &&
        (quotes.get(claim.articleId) ?? []).some(
          (quote) => quote.includes(claim.quote) || claim.quote.includes(quote),
        )
      );
    }).length;
  return (
    events.find(({ id, claimIds }) => id === target.id && claimIds.length === 0) ??
    mostOf(events, sameClaims) ??
    mostOf(events, sameWords) ??
    onlyLike(target, events)
  );
}

function mostOf(events: readonly LedgerEvent[], count: (event: LedgerEvent) => number): LedgerEvent | null {
  let best: { event: LedgerEvent; shared: number } | null = null;
  for (const event of events) {
    const shared = count(event);
    if (shared > (best?.shared ?? 0)) best = { event, shared };
  }
  return best?.event ?? null;
}

/** The one event of the target's type, subjects and day; none when several could be meant. */
function onlyLike(
  { type, subjectIds, date }: EventTarget,
  events: readonly LedgerEvent[],
): LedgerEvent | null {
  if (date === null || subjectIds.length === 0) return null;
  const alike = events.filter(
    (event) =>
      event.type === type &&
      event.date !== null &&
      gapDays(dayRange(event.date), dayRange(date)) <= contentReachDays &&
      event.subjects.some(({ id }) => subjectIds.includes(id)),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function withDecision(event: LedgerEvent, decision: EventDecision): LedgerEvent {
  const decided = { ...event, decisionIds: [...event.decisionIds, decision.id] };
  switch (decision.kind) {
    case "confirm":
      return { ...decided, standing: "confirmed", assertion: "asserted", basis: ["analyst_confirms"] };
    case "reject":
      return { ...decided, standing: "denied", assertion: "negated", basis: ["analyst_rejects"] };
    case "unsure":
      return { ...decided, standing: "disputed", basis: ["analyst_unsure"] };
    case "edit":
      return edited(decided, decision.changes);
    default:
      return decided;
  }
}

function edited(event: LedgerEvent, changes: EventEdit): LedgerEvent {
  const basis = changes.standing === undefined ? event.basis : ["analyst_edits"];
  const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...event, ...set, basis };
}

function addedEvent({ id, target, changes }: EventDecision & { kind: "add" }): LedgerEvent {
  const event: LedgerEvent = {
    id: target.id,
    type: target.type,
    blockKey: target.blockKey,
    subjects: [],
    group: null,
    agents: [],
    recipients: [],
    date: target.date,
    place: null,
    term: null,
    charge: null,
    assertion: "asserted",
    standing: "confirmed",
    claimIds: [],
    sourceIds: [],
    originIds: [],
    basis: ["analyst_adds"],
    confirmedBy: [],
    deniedBy: [],
    dates: [],
    counts: [],
    decisionIds: [id],
    firstPublished: null,
    lastPublished: null,
  };
  return edited(event, changes);
}
