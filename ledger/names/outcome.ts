export type NameOutcome = "match" | "nomatch" | "unsure";

export interface NameMatch {
  outcome: NameOutcome;
  /** 0…1; a match from .75 on, left open from .525 on. */
  score: number;
  /** What spoke most against it, for people who review. */
  reason: string;
}

/** Cost up to which two names are one, and up to which it is left open; scores are 1 − cost / 2. */
export const matchCost = 0.5;
const unsureCost = 0.95;

/** A surname alone, or an initial without a surname: never enough. */
export const onlyOneWord = 0.8;

/** What a cost means. */
export function result(cost: number, reason: string): NameMatch {
  const score = Math.round(Math.max(0, 1 - cost / 2) * 1000) / 1000;
  const outcome = cost <= matchCost ? "match" : cost <= unsureCost ? "unsure" : "nomatch";
  return { outcome, score, reason };
}
