import type { Candidate } from "../../model/candidate.ts";
import { normaliseName } from "../identity.ts";
import { matchNames } from "../names/match.ts";
import type { NameMatch } from "../names/outcome.ts";

export type IdentityOutcome = "same" | "different" | "unsure";

export interface Comparison {
  outcome: IdentityOutcome;
  /** 0…1: name, then context and facts. */
  score: number;
  /** Everything that counted, for people. */
  reasons: string[];
  /**
   * What keeps the two apart for good: their names (`name`), or only what is told about them (`context`); null when
   * they are only not known to be one. A third candidate must not join two that are kept apart.
   */
  apart: "name" | "context" | null;
}

const sameFrom = 0.75;
const unsureFrom = 0.45;

/** Points beside the name; documented in `docs/ledger.md`. */
const points = {
  sameCountry: 0.15,
  otherCountry: -0.35,
  /** Those on record have been in more countries than the one that is noted. */
  otherCountryOnRecord: -0.2,
  otherSide: -0.3,
  sharedFact: 0.08,
  sharedFactsAtMost: 0.3,
  needsContext: -0.3,
} as const;
/** With an initial in the place of a name, the surname has to be backed by something else. */
const initialCap = 0.6;

interface BestName extends NameMatch {
  form: string;
}

function bestName(a: Candidate, b: Candidate): BestName {
  let best: BestName = { outcome: "nomatch", score: -1, reason: "", form: b.name };
  for (const one of [a.name, ...a.names])
    for (const other of [b.name, ...b.names]) {
      const same = normaliseName(one) === normaliseName(other);
      const found: NameMatch = same
        ? { outcome: "match", score: 1, reason: "same name" }
        : matchNames(one, other);
      if (found.score > best.score) best = { ...found, form: b.curator === null ? one : other };
      if (best.score === 1) return best;
    }
  return best;
}

const hasInitial = (name: string) => /(?:^|\s)\p{Lu}\p{Ll}?\.(?:\s|$|\p{Lu})|^\p{Lu}\s|\s\p{Lu}$/u.test(name);

/**
 * Whether two candidates are one human being: the name decides, context and shared facts move the score. What the name
 * leaves open they cannot settle, except where a name is only abbreviated. Symmetric.
 *
 * @param facts what is told of either, as `mentionsOf` words it
 */
export function compareCandidates(
  a: Candidate,
  b: Candidate,
  facts?: readonly [ReadonlySet<string>, ReadonlySet<string>],
): Comparison {
  if (a.curator !== null && b.curator !== null)
    return {
      outcome: "different",
      score: 0,
      reasons: ["both are on record as people of their own"],
      apart: "name",
    };
  const name = bestName(a, b);
  const reasons = [`names: ${name.outcome} ${name.score.toFixed(2)} (${name.reason})`];
  if (name.outcome === "nomatch" || name.reason === "case or gender")
    return { outcome: "different", score: name.score, reasons, apart: "name" };
  let score = name.score;
  if (hasInitial(a.name) || hasInitial(b.name)) {
    score = Math.min(score, initialCap);
    reasons.push("an initial only");
  }
  let context = 0;
  const countries = a.country !== null && b.country !== null;
  if (countries && a.country === b.country) {
    context += points.sameCountry;
    reasons.push(`both ${a.country}`);
  } else if (countries) {
    const onRecord = a.curator !== null || b.curator !== null;
    context += onRecord ? points.otherCountryOnRecord : points.otherCountry;
    reasons.push(`${a.country} and ${b.country}`);
  }
  if (a.side !== null && b.side !== null && a.side !== b.side) {
    context += points.otherSide;
    reasons.push("one is held, the other holds office");
  }
  const needy = new Set([...a.needsContext, ...b.needsContext].map(normaliseName));
  if (needy.has(normaliseName(name.form)) && !(countries && a.country === b.country)) {
    context += points.needsContext;
    reasons.push("the name has other bearers");
  }
  if (facts !== undefined) {
    const shared = [...facts[0]].filter((fact) => facts[1].has(fact));
    if (shared.length > 0) {
      context += Math.min(shared.length * points.sharedFact, points.sharedFactsAtMost);
      reasons.push(`both: ${shared.slice(0, 4).join(", ")}`);
    }
  }
  score = Math.max(0, Math.min(1, score + context));
  const settled = name.outcome === "match";
  const outcome = score >= sameFrom && settled ? "same" : score >= unsureFrom ? "unsure" : "different";
  const against = context < 0 && outcome !== "same";
  return {
    outcome,
    score,
    reasons,
    apart: against || outcome === "different" ? (settled ? "context" : "name") : null,
  };
}

/** Whether more facts could settle what is open between two. */
export const mayBeSettled = ({ outcome, apart }: Comparison, a: Candidate, b: Candidate): boolean =>
  apart === "context" || (outcome === "unsure" && (hasInitial(a.name) || hasInitial(b.name)));
