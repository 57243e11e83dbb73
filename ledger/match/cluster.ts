import type { Claim } from "../../model/ledger.ts";
import { originsOf } from "../standing/origins.ts";
import { type Cluster, type Match, matchClaim, type MatchContext, type Told, toldOf } from "./score.ts";
import { matchGroup, typeRules } from "./type-rules.ts";
import { enough } from "./weights.ts";

/** Why a claim stands where it stands; null for the one that opened the event. */
export type Reasons = ReadonlyMap<string, Match | null>;
export interface ClaimCluster {
  claims: Claim[];
  reasons: Reasons;
}

/** Told as fact first, then denials, then what is only announced: facts settle the day that the others speak of. */
const rank = { asserted: 0, negated: 1, planned: 2, uncertain: 3, demanded: 4 } as const;

/**
 * Splits the claims of one block into events. The order in which claims are placed depends on the claims alone: facts
 * with a day first, those whose day most origins give in front; then vague dates, then none; so the result depends on the
 * set of claims, never on the order in which they came. Each claim joins the event that it fits best, the earlier one on
 * a tie, or opens one.
 */
export function clusterClaims(claims: readonly Claim[], ofGroup: boolean): ClaimCluster[] {
  const told = claims.map(toldOf);
  const context: MatchContext = { ofGroup, custody: ofGroup ? [] : custodyOf(told) };
  const byType = new Map<string, Told[]>();
  for (const one of told) {
    const group = matchGroup(one.claim.type);
    byType.set(group, [...(byType.get(group) ?? []), one]);
  }
  return [...byType]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, ofType]) => clusterType(ofType, context));
}

/** What began and ended a person's custody, as far as it is told as fact with its day. */
function custodyOf(told: readonly Told[]): MatchContext["custody"] {
  const found = new Map<string, { kind: "begins" | "ends"; day: number; published: string | null }>();
  for (const { claim, day } of told) {
    const kind = typeRules[claim.type].custody;
    if (kind === null || day === null || claim.assertion !== "asserted") continue;
    const key = `${kind} ${day}`;
    const known = found.get(key)?.published ?? "~";
    const published =
      (claim.published ?? "~") < known ? claim.published : (found.get(key)?.published ?? null);
    found.set(key, { kind, day, published });
  }
  return [...found.values()];
}

const precision = ({ claim }: Told) => claim.date?.length ?? 0;

function clusterType(told: readonly Told[], context: MatchContext): ClaimCluster[] {
  const weight = new Map<number, Set<string>>();
  for (const { day, claim } of told)
    if (day !== null && claim.assertion === "asserted")
      weight.set(day, new Set([...(weight.get(day) ?? []), ...originsOf(claim)]));
  const weightOf = ({ day }: Told) => (day === null ? 0 : (weight.get(day)?.size ?? 0));
  const ordered = told.toSorted(
    (a, b) =>
      rank[a.claim.assertion] - rank[b.claim.assertion] ||
      precision(b) - precision(a) ||
      weightOf(b) - weightOf(a) ||
      compareText(a.claim.date, b.claim.date) ||
      Number(b.again) - Number(a.again) ||
      compareText(a.claim.published, b.claim.published) ||
      compareText(a.claim.id, b.claim.id),
  );
  const clusters: { cluster: Cluster; reasons: Map<string, Match | null> }[] = [];
  for (const one of ordered) {
    let best: { at: (typeof clusters)[number]; match: Match; score: number } | null = null;
    for (const at of clusters) {
      const match = matchClaim(at.cluster, one, context);
      if (match.score === null || match.score < enough) continue;
      if (
        best === null ||
        match.score > best.score ||
        (match.score === best.score && later(at.cluster, best.at.cluster, one))
      )
        best = { at, match, score: match.score };
    }
    if (best === null)
      clusters.push({ cluster: { opened: one, told: [one] }, reasons: new Map([[one.claim.id, null]]) });
    else {
      best.at.cluster.told.push(one);
      best.at.reasons.set(one.claim.id, best.match);
    }
  }
  return clusters.map(({ cluster, reasons }) => ({
    claims: cluster.told.map(({ claim }) => claim),
    reasons,
  }));
}

/** Of two events that fit equally well, background means the later one; else the one that stood first remains. */
function later(a: Cluster, b: Cluster, { day, vague }: Told): boolean {
  return day === null && vague === null && (a.opened.day ?? 0) > (b.opened.day ?? 0);
}

const compareText = (a: string | null, b: string | null): number => {
  const [x, y] = [a ?? "~", b ?? "~"];
  return x < y ? -1 : x > y ? 1 : 0;
};
