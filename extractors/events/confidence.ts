import type { Confidence, EventType } from "../../model/extraction.ts";
import type { Entities } from "../entities.ts";
import type { Document } from "../text/document.ts";
import type { Candidate } from "./candidate.ts";

/** What speaks for or against an event; most are 0 or 1. */
export interface Features {
  /** Log-odds by which the rule is surer than an ordinary one (weight .9). */
  rule: number;
  /** Neither a name nor a number of people. */
  nobody: number;
  /** A subject is in the gazetteer. */
  known: number;
  /** Statements and talks, which have no clear bounds. */
  talk: number;
  /** Told more than once. */
  repeated: number;
  /** The people are those of an event before ("the verdict"). */
  anaphora: number;
  /** How many of date, place, term and charge are told. */
  details: number;
  /** Told outside of title, lead and body: in a list, a live blog, a quotation set apart. */
  aside: number;
  /** The article names its source. */
  sourced: number;
}

/**
 * Weights of a logistic regression, fitted on two thirds of the open corpus (`test/corpus/fit-confidence.mjs`). The
 * rule's own weight counts in full, as what its writer knows beyond these texts. Rules were written from the texts on
 * which the weights were fitted, so `unseen` lowers the odds for all others.
 */
const weights: Readonly<Record<keyof Features | "base" | "unseen", number>> = {
  base: 2.23,
  unseen: -0.9,
  rule: 1,
  nobody: -0.98,
  known: 0.99,
  talk: -0.6,
  repeated: 0.07,
  anaphora: -0.48,
  details: 0.02,
  aside: -0.39,
  sourced: 0.42,
};

const talks: ReadonlySet<EventType> = new Set(["statement", "negotiation"]);
const ordinaryRule = 0.9;
/** A rule is a rule: none is surer than this before it is seen at work. */
const surestRule = 0.95;

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

export function featuresOf(candidate: Candidate, { sentences }: Document, { byKey }: Entities): Features {
  const { subjects, groups, rule } = candidate;
  const isCounted = [...groups].some((key) => {
    const group = byKey.get(key);
    return group?.kind === "group" && group.count !== null;
  });
  const zone = sentences[candidate.sentence]?.zone;
  const details = [candidate.date, candidate.place, candidate.term, candidate.charge];
  return {
    rule: logOdds(Math.min(surestRule, rule.weight ?? ordinaryRule)) - logOdds(ordinaryRule),
    nobody: Number(subjects.size === 0 && !isCounted),
    known: Number([...subjects].some((key) => (byKey.get(key)?.gazetteerId ?? null) !== null)),
    talk: Number(talks.has(candidate.type)),
    repeated: Number(candidate.tellings > 1),
    anaphora: Number(candidate.parts["anaphora"] !== undefined),
    details: details.filter((detail) => detail !== null).length,
    aside: Number(zone !== "body" && zone !== "headline" && zone !== "lead"),
    sourced: Number(candidate.sources.size > 0),
  };
}

/** Probability that the event is right, and the factors of its odds. */
export function confidenceOf(features: Features): Confidence {
  let sum = weights.base + weights.unseen;
  const parts: Record<string, number> = { base: odds(weights.base), unseen: odds(weights.unseen) };
  for (const [name, value] of Object.entries(features) as [keyof Features, number][]) {
    if (value === 0) continue;
    sum += weights[name] * value;
    parts[name] = odds(weights[name] * value);
  }
  return { value: Number((1 / (1 + Math.exp(-sum))).toFixed(3)), parts };
}

const odds = (log: number): number => Number(Math.exp(log).toFixed(3));
