import type { Claim } from "../model/ledger.ts";
import { type DayRange, dayRange, gapDays, spanning } from "./date-range.ts";

/** Claims with days of their own that lie this far apart or nearer speak of one event. */
const sameEventDays = 7;
/** A claim without a date joins an event that lies at most this long before its publication. */
const undatedReachDays = 45;

interface Cluster {
  range: DayRange | null;
  published: DayRange | null;
  claims: Claim[];
}

const precision = (claim: Claim) => claim.date?.length ?? 0;
const publishedRange = (claim: Claim) => (claim.published === null ? null : dayRange(claim.published));

/** In a block of groups, claims are only the same when their numbers do not contradict each other (within a tenth). */
function countsAgree(cluster: Cluster, claim: Claim): boolean {
  const count = claim.group?.count ?? null;
  if (count === null) return true;
  const counts = cluster.claims.flatMap((other) => other.group?.count ?? []);
  return (
    counts.length === 0 || counts.some((other) => Math.abs(other - count) <= Math.max(other, count) * 0.1)
  );
}

/** Distance in days between a claim and a cluster; null when they cannot be the same event. */
function distance(cluster: Cluster, claim: Claim, byCount: boolean): number | null {
  if (byCount && !countsAgree(cluster, claim)) return null;
  if (claim.date !== null) {
    if (cluster.range === null) return null;
    const gap = gapDays(cluster.range, dayRange(claim.date));
    const reach = claim.date.length === 10 ? sameEventDays : 0;
    return gap <= reach ? gap : null;
  }
  const published = publishedRange(claim);
  if (published === null) return cluster.published === null ? 0 : null;
  if (cluster.range !== null) {
    const before = published.first - cluster.range.last;
    return before >= -sameEventDays && before <= undatedReachDays ? Math.abs(before) : null;
  }
  const gap = cluster.published === null ? null : gapDays(cluster.published, published);
  return gap !== null && gap <= undatedReachDays ? gap : null;
}

/**
 * Splits the claims of one block into events by date. The most precise dates go first, each claim joins the nearest
 * event that it fits, ties go to the earlier one: the result depends on the set of claims only, never on the order in
 * which they came in.
 *
 * @param byCount tell groups of different size apart (blocks without a person of their own)
 */
export function clusterClaims(claims: readonly Claim[], byCount: boolean): Claim[][] {
  const ordered = claims.toSorted(
    (a, b) =>
      precision(b) - precision(a) ||
      (a.date ?? "").localeCompare(b.date ?? "") ||
      (a.published ?? "").localeCompare(b.published ?? "") ||
      a.id.localeCompare(b.id),
  );
  const clusters: Cluster[] = [];
  for (const claim of ordered) {
    let best: { cluster: Cluster; days: number } | null = null;
    for (const cluster of clusters) {
      const days = distance(cluster, claim, byCount);
      if (days !== null && (best === null || days < best.days)) best = { cluster, days };
    }
    const published = publishedRange(claim);
    if (best === null) {
      clusters.push({
        range: claim.date === null ? null : dayRange(claim.date),
        published,
        claims: [claim],
      });
      continue;
    }
    const { cluster } = best;
    cluster.claims.push(claim);
    // A vague date must not widen what a precise one has settled.
    if (claim.date?.length === 10 && cluster.range !== null)
      cluster.range = spanning(cluster.range, dayRange(claim.date));
    if (published !== null)
      cluster.published = cluster.published === null ? published : spanning(cluster.published, published);
  }
  return clusters.map((cluster) => cluster.claims);
}
