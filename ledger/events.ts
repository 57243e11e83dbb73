import type { EventType, Group } from "../model/extraction.ts";
import type { Claim, LedgerEvent, Party } from "../model/ledger.ts";
import { owningWindow, readBlockKey } from "./blocks.ts";
import { foundingId } from "./continuity.ts";
import { normaliseName } from "./identity.ts";
import { clusterClaims, type Reasons } from "./match/cluster.ts";
import { unitOf } from "./match/counts.ts";
import { typesOf } from "./match/score.ts";
import { judge } from "./standing/judge.ts";
import { originsOf, tierOf } from "./standing/origins.ts";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** Value that most claims give; the earlier reported one on a tie. */
function mostCommon<T>(values: readonly T[], key: (value: T) => string): T | null {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const entry = counts.get(key(value));
    if (entry === undefined) counts.set(key(value), { value, count: 1 });
    else entry.count++;
  }
  let best: { value: T; count: number } | null = null;
  for (const entry of counts.values()) if (best === null || entry.count > best.count) best = entry;
  return best?.value ?? null;
}

function parties(claims: readonly Claim[], of: (claim: Claim) => readonly Party[]): Party[] {
  const found = new Map<string, Party>();
  for (const claim of claims)
    for (const party of of(claim)) if (!found.has(party.id)) found.set(party.id, party);
  return [...found.values()];
}

/** Values with the origins that gave them: those that most gave first, then those of better sources, then as reported. */
function withOrigins<T>(claims: readonly Claim[], of: (claim: Claim) => T | null, key: (value: T) => string) {
  const found = new Map<string, { value: T; origins: Set<string>; tier: number; order: number }>();
  for (const [order, claim] of claims.entries()) {
    const value = of(claim);
    if (value === null) continue;
    const known = found.get(key(value)) ?? { value, origins: new Set(), tier: 4, order };
    for (const origin of originsOf(claim)) known.origins.add(origin);
    known.tier = Math.min(known.tier, tierOf(claim));
    found.set(key(value), known);
  }
  return [...found.values()]
    .toSorted((a, b) => b.origins.size - a.origins.size || a.tier - b.tier || a.order - b.order)
    .map(({ value, origins }) => ({ value, originIds: [...origins].toSorted() }));
}

/** Dates as they were given, the most precise first. */
function datesOf(claims: readonly Claim[]): LedgerEvent["dates"] {
  return withOrigins(claims, (claim) => claim.date, String)
    .map(({ value: date, originIds }) => ({ date, originIds }))
    .toSorted((a, b) => b.date.length - a.date.length);
}

const countedGroup = ({ group }: Claim): Group | null => (group?.count == null ? null : group);

/** Numbers as they were given, those of everybody in front of those of a part. */
function countsOf(claims: readonly Claim[]): LedgerEvent["counts"] {
  return withOrigins(claims, countedGroup, (group) => `${group.count} ${unitOf(group)}`)
    .map(({ value, originIds }) => ({ ...value, originIds }))
    .toSorted((a, b) => Number(unitOf(b) === "people") - Number(unitOf(a) === "people"));
}

/** An event with the reasons why each claim is part of it. */
export interface ExplainedEvent {
  event: LedgerEvent;
  reasons: Reasons;
}

/**
 * The events of one block, with their reasons: a pure function of the set of its claims.
 *
 * @param blockKey key made by `blockKeysOf`; a person's block gives events with that one subject and no group, a window's
 *   block groups, swaps and what concerns nobody by name
 * @param claims all claims of the block, in any order
 */
export function explainBlock(blockKey: string, claims: readonly Claim[]): ExplainedEvent[] {
  const { kind, of } = readBlockKey(blockKey);
  return clusterClaims(claims, kind !== "person")
    .filter(
      ({ claims: [opened] }) => kind === "person" || (opened !== undefined && owningWindow(opened) === of),
    )
    .map(({ claims: cluster, reasons }) => ({ event: eventOf(blockKey, cluster), reasons }));
}

export const eventsOfBlock = (blockKey: string, claims: readonly Claim[]): LedgerEvent[] =>
  explainBlock(blockKey, claims).map(({ event }) => event);

/** The most telling of the types that claims of one event have. */
function typeOf(claims: readonly Claim[], first: Claim): EventType {
  const told = new Set(claims.map(({ type }) => type));
  return typesOf(first.type).find((type) => told.has(type)) ?? first.type;
}

function eventOf(blockKey: string, cluster: readonly Claim[]): LedgerEvent {
  const { kind, of } = readBlockKey(blockKey);
  const reported = cluster.toSorted(
    (a, b) => compare(a.published ?? "~", b.published ?? "~") || compare(a.id, b.id),
  );
  // Slots are filled from what is told as fact, as long as anything is.
  const facts = reported.filter((claim) => claim.assertion === "asserted");
  const telling = facts.length > 0 ? facts : reported;
  const [first] = reported as [Claim, ...Claim[]];
  const published = present(reported.map((claim) => claim.published));
  const subjects = parties(telling, (claim) => claim.subjects);
  const own = parties(reported, (claim) => claim.subjects).filter(({ id }) => id === of);
  const dates = datesOf(telling);
  const counts = kind === "person" ? [] : countsOf(telling);
  const groups = present(telling.map((claim) => claim.group));
  const [counted] = counts;
  return {
    id: foundingId(blockKey, first.id),
    type: typeOf(telling, first),
    blockKey,
    subjects: kind === "person" ? own : subjects,
    group:
      kind === "person"
        ? null
        : counted === undefined
          ? (groups[0] ?? null)
          : { count: counted.count, label: counted.label },
    agents: parties(telling, (claim) => claim.agents),
    recipients: parties(telling, (claim) => claim.recipients),
    date: (dates[0] ?? datesOf(reported)[0])?.date ?? null,
    place: mostCommon(present(telling.map((claim) => claim.place)), normaliseName),
    term: mostCommon(present(telling.map((claim) => claim.term)), String),
    charge: mostCommon(present(telling.map((claim) => claim.charge)), normaliseName),
    ...judge(cluster),
    claimIds: cluster.map((claim) => claim.id).toSorted(),
    sourceIds: [...new Set(cluster.map((claim) => claim.sourceId))].toSorted(),
    dates,
    counts,
    decisionIds: [],
    firstPublished: published[0] ?? null,
    lastPublished: published.at(-1) ?? null,
  };
}
