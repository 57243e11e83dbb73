import type { Assertion } from "../model/extraction.ts";
import type { Claim, LedgerEvent, Party } from "../model/ledger.ts";
import { isPersonBlock, personBlockKey } from "./claims.ts";
import { foundingId } from "./continuity.ts";
import { clusterClaims } from "./grouping.ts";
import { normaliseName } from "./identity.ts";

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

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

function parties(claims: readonly Claim[], of: (claim: Claim) => readonly Party[]): Party[] {
  const found = new Map<string, Party>();
  for (const claim of claims)
    for (const party of of(claim)) if (!found.has(party.id)) found.set(party.id, party);
  return [...found.values()];
}

/** Independent roots among claims: copies and what they copy fall together. Sorted. */
function independentOrigins(claims: readonly Claim[]): string[] {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let next = root.get(at); next !== undefined && next !== at; next = root.get(at)) at = next;
    return at;
  };
  for (const { articleId, originId } of claims) {
    const [a, b] = [find(articleId), find(originId)];
    if (a !== b) root.set(a, b);
  }
  return [...new Set(claims.map((claim) => find(claim.articleId)))].toSorted();
}

const strength: readonly Assertion[] = ["asserted", "negated", "planned", "uncertain", "demanded"];

/** Assertion and standing of what the claims agree on. */
function judge(claims: readonly Claim[]): Pick<LedgerEvent, "assertion" | "standing"> {
  const said = (assertion: Assertion) => claims.filter((claim) => claim.assertion === assertion);
  const asserted = said("asserted");
  const negated = said("negated");
  const assertion = strength.find((kind) => said(kind).length > 0) ?? "uncertain";
  if (asserted.length > 0 && negated.length > 0) return { assertion, standing: "disputed" };
  if (asserted.length > 0)
    return { assertion, standing: independentOrigins(asserted).length > 1 ? "corroborated" : "claimed" };
  return { assertion, standing: negated.length > 0 ? "denied" : "claimed" };
}

/** Most precise date, then the one most claims give. */
function bestDate(claims: readonly Claim[]): string | null {
  const dates = present(claims.map((claim) => claim.date));
  const longest = Math.max(0, ...dates.map((date) => date.length));
  return mostCommon(
    dates.filter((date) => date.length === longest),
    String,
  );
}

/**
 * The events of one block: a pure function of the set of its claims.
 *
 * @param blockKey key made by `blockKeysOf`; a person's block gives events with that one subject and no group, a group's
 *   block the group without its named members, who have events of their own
 * @param claims all claims of the block, in any order
 */
export function eventsOfBlock(blockKey: string, claims: readonly Claim[]): LedgerEvent[] {
  const ofPerson = isPersonBlock(blockKey);
  return clusterClaims(claims, !ofPerson).map((cluster) => {
    const reported = cluster.toSorted(
      (a, b) => (a.published ?? "~").localeCompare(b.published ?? "~") || a.id.localeCompare(b.id),
    );
    // Slots are filled from what is told as fact, as long as anything is.
    const facts = reported.filter((claim) => claim.assertion === "asserted");
    const telling = facts.length > 0 ? facts : reported;
    const [first] = reported as [Claim, ...Claim[]];
    const published = present(reported.map((claim) => claim.published));
    const own = parties(telling, (claim) => claim.subjects).filter(
      ({ id }) => blockKey === personBlockKey(first.type, id),
    );
    return {
      id: foundingId(blockKey, first.id),
      type: first.type,
      blockKey,
      subjects: own,
      group: ofPerson
        ? null
        : mostCommon(present(telling.map((claim) => claim.group)), (group) => String(group.count)),
      agents: parties(telling, (claim) => claim.agents),
      recipients: parties(telling, (claim) => claim.recipients),
      date: bestDate(telling) ?? bestDate(reported),
      place: mostCommon(present(telling.map((claim) => claim.place)), normaliseName),
      term: mostCommon(present(telling.map((claim) => claim.term)), String),
      charge: mostCommon(present(telling.map((claim) => claim.charge)), normaliseName),
      ...judge(cluster),
      claimIds: cluster.map((claim) => claim.id).toSorted(),
      sourceIds: [...new Set(cluster.map((claim) => claim.sourceId))].toSorted(),
      originIds: independentOrigins(cluster),
      firstPublished: published[0] ?? null,
      lastPublished: published.at(-1) ?? null,
    };
  });
}
