import type { Assertion } from "../../model/extraction.ts";
import type { Claim, Party, Standing } from "../../model/ledger.ts";
import { originsOf } from "./origins.ts";
import { type Voice, voicesOf } from "./voices.ts";

/** The rules of standing in the order in which they are tried; `docs/ledger.md` is generated from this list. */
export const standingRules = {
  retracted: { standing: "retracted", says: "Everybody who told it as fact has taken it back." },
  denied: { standing: "denied", says: "Somebody denies it, and nobody tells it as fact." },
  disputed: { standing: "disputed", says: "Some tell it as fact, others deny it." },
  by_actor: {
    standing: "confirmed",
    says: "Who appeals, states, lists, pardons or imposes sanctions says so themselves.",
  },
  by_official: { standing: "confirmed", says: "An office or official says so." },
  by_family: { standing: "confirmed", says: "The family says so." },
  by_lawyer: { standing: "confirmed", says: "The lawyer says so." },
  by_self: { standing: "confirmed", says: "The person concerned says so." },
  by_monitor: {
    standing: "confirmed",
    says: "A human-rights organisation or intergovernmental body says so, and another independent origin does.",
  },
  two_origins: {
    standing: "corroborated",
    says: "Two independent origins tell it as fact, at least one of them not partisan.",
  },
  one_origin: { standing: "claimed", says: "One origin tells it as fact, or several that are partisan." },
  not_told: { standing: "claimed", says: "It is announced, wanted or held possible, and nobody denies it." },
} as const satisfies Record<string, { standing: Standing; says: string }>;
export type StandingRule = keyof typeof standingRules;

/** What analysts add to the rules. */
const analystRules: Readonly<Record<string, string>> = {
  analyst_confirms: "An analyst confirmed it.",
  analyst_rejects: "An analyst rejected it.",
  analyst_unsure: "An analyst is not sure.",
  analyst_edits: "An analyst set it.",
  analyst_adds: "An analyst added it.",
};

/** The sentence of a rule that stands in an event's basis. */
export const basisInWords = (rule: string): string =>
  rule in standingRules ? standingRules[rule as StandingRule].says : (analystRules[rule] ?? rule);

export interface Judgement {
  standing: Standing;
  assertion: Assertion;
  basis: string[];
  confirmedBy: Party[];
  deniedBy: Party[];
  originIds: string[];
}

const weaker: readonly Assertion[] = ["planned", "uncertain", "demanded"];
const confirming = {
  actor: "by_actor",
  official: "by_official",
  family: "by_family",
  lawyer: "by_lawyer",
  self: "by_self",
} as const;

const parties = (of: readonly Voice[]) => of.map(({ party }) => party);
const origins = (of: readonly Voice[]) => of.map(({ origin }) => origin);

/** Standing and assertion of what claims agree on, from who says what at present. */
export function judge(claims: readonly Claim[]): Judgement {
  const voices = voicesOf(claims);
  const asserting = withoutEchoes(
    voices.filter(({ says }) => says === "asserts"),
    voices,
  );
  const denying = voices.filter(({ says }) => says === "denies");
  const judgement = (
    rules: StandingRule[],
    assertion: Assertion,
    originIds: string[],
    confirmedBy: readonly Voice[] = [],
  ): Judgement => {
    const [first] = rules as [StandingRule, ...StandingRule[]];
    const { standing } = standingRules[first];
    return {
      standing,
      assertion,
      basis: rules,
      confirmedBy: parties(confirmedBy),
      deniedBy: parties(denying),
      originIds,
    };
  };

  if (asserting.length === 0 && denying.length > 0) {
    const rule = denying.some(({ tookBack }) => tookBack) ? "retracted" : "denied";
    return judgement([rule], "negated", origins(denying));
  }
  if (asserting.length === 0) {
    const assertion = weaker.find((kind) => claims.some((claim) => claim.assertion === kind)) ?? "uncertain";
    const told = claims.filter((claim) => claim.assertion === assertion);
    return judgement(["not_told"], assertion, [...new Set(told.flatMap(originsOf))].toSorted());
  }
  const confirmers = asserting.flatMap((voice) => (voice.kind in confirming ? [voice] : []));
  if (denying.length > 0) return judgement(["disputed"], "asserted", origins(asserting), confirmers);

  const rules: StandingRule[] = Object.entries(confirming).flatMap(([kind, rule]) =>
    confirmers.some((voice) => voice.kind === kind) ? [rule] : [],
  );
  const monitors = asserting.filter(({ kind }) => kind === "monitor");
  if (monitors.length > 0 && asserting.length > 1) rules.push("by_monitor");
  if (rules.length > 0) return judgement(rules, "asserted", origins(asserting), [...confirmers, ...monitors]);
  const isCorroborated =
    asserting.length > 1 && asserting.some(({ kind }) => kind !== "partisan" && kind !== "rewriter");
  return judgement([isCorroborated ? "two_origins" : "one_origin"], "asserted", origins(asserting));
}

/**
 * Rewriters and propaganda in their own voice add nothing to what others tell: they count when nobody else tells it, all
 * of them together as one; and when everybody else has taken it back, they stand for nothing.
 */
function withoutEchoes(asserting: readonly Voice[], all: readonly Voice[]): Voice[] {
  const own = asserting.filter(({ kind }) => kind !== "rewriter");
  if (own.length > 0) return own;
  if (all.some(({ tookBack }) => tookBack)) return [];
  return asserting.slice(0, 1);
}
