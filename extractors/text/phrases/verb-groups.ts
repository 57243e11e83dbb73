import type { Grammar } from "../../languages/grammar.ts";
import { hasTag, type Token } from "../document.ts";
import { isNominal } from "./noun-phrases.ts";

type Voice = "active" | "passive";
export type VerbForm = "finite" | "infinitive" | "gerund" | "participle";

export interface VerbGroup {
  first: number;
  last: number;
  /** Main verb. */
  head: number;
  lemma: string;
  /** Particle or predicate adjective that makes a verb of its own (`let out`, `walk free`); may follow the object. */
  particle: string | null;
  form: VerbForm;
  voice: Voice;
  tense: "past" | "present" | "future" | null;
  perfect: boolean;
  progressive: boolean;
  /** Tokens that negate the group, −1 for none. */
  negation: number;
  /** Modal verb, −1 for none. */
  modal: number;
  /** The group has an auxiliary, so that its form is beyond doubt. */
  certain: boolean;
}

/** The verb group that starts at `i`, or null. */
export function verbGroup(
  tokens: readonly Token[],
  i: number,
  last: number,
  grammar: Grammar,
): VerbGroup | null {
  let j = i;
  let infinitive = false;
  let negation = -1;
  let firstAux = -1;
  const skip = (): void => {
    while (j < last && hasTag(tokens[j], "Adverb") && !hasTag(tokens[j], "Conjunction")) {
      if (hasTag(tokens[j], "Negative")) negation = j;
      j++;
    }
    // was "deeply concerned"
    if (
      firstAux >= 0 &&
      grammar.transparentMarks.has(tokens[j]?.text ?? "") &&
      hasTag(tokens[j + 1], "Adverb")
    ) {
      j++;
      while (j < last && hasTag(tokens[j], "Adverb")) j++;
    } else if (
      firstAux >= 0 &&
      grammar.transparentMarks.has(tokens[j]?.text ?? "") &&
      hasTag(tokens[j + 1], "Participle") &&
      hasTag(tokens[j + 1], "Verb")
    )
      j++;
  };
  if (hasTag(tokens[j], "Negative") || hasTag(tokens[j], "Adverb")) {
    const start = j;
    skip();
    // Adverbs before a verb stay outside of its group, but a negation counts.
    if (!hasTag(tokens[j], "Gerund") && !hasTag(tokens[j], "To") && !hasTag(tokens[j], "Participle"))
      negation = -1;
    if (negation < 0) return null;
    if (start === j) return null;
  }
  if (hasTag(tokens[j], "To")) {
    j++;
    skip();
    if (!hasTag(tokens[j], "Verb") || !(hasTag(tokens[j], "Infinitive") || hasTag(tokens[j], "Auxiliary")))
      return null;
    infinitive = true;
  }
  if (!hasTag(tokens[j], "Verb")) return null;
  let modal = -1;
  let have = false;
  let be = false;
  let gerundAux = false;
  let head = j;
  while (j < last && hasTag(tokens[j], "Auxiliary")) {
    const token = tokens[j];
    if (firstAux < 0) firstAux = j;
    head = j;
    if (hasTag(token, "Modal")) modal = j;
    if (hasTag(token, "Have")) have = true;
    if (hasTag(token, "Copula")) {
      be = true;
      if (hasTag(token, "Gerund") && firstAux === j) gerundAux = true;
    } else if (hasTag(token, "Gerund") && firstAux === j) gerundAux = true;
    j++;
    skip();
    // "is to consider": a plan.
    if (
      be &&
      hasTag(tokens[j], "To") &&
      hasTag(tokens[j + 1], "Infinitive") &&
      hasTag(tokens[j + 1], "Verb")
    ) {
      if (grammar.copularPlan) {
        modal = head;
        j++;
        be = false;
      }
    }
  }
  if (firstAux >= 0) j = beyondInsertion(tokens, j, last, grammar);
  const main = tokens[j];
  let last_ = head + 1;
  let passive = false;
  let progressive = false;
  if (firstAux >= 0) {
    const participle = hasTag(main, "Participle") || hasTag(main, "PastTense");
    const usable = j < last && hasTag(main, "Verb") && !hasTag(main, "Auxiliary");
    if (usable && (participle || hasTag(main, "Gerund") || hasTag(main, "Infinitive") || modal >= 0)) {
      const lastAux = tokens[head];
      if (hasTag(main, "Gerund")) progressive = be;
      if (participle && (hasTag(lastAux, "Copula") || (be && !hasTag(lastAux, "Have"))))
        passive = !grammar.neverPassive.has(main?.lemma ?? "");
      head = j;
      last_ = j + 1;
    }
    // "got arrested"
  } else {
    head = j;
    last_ = j + 1;
    if (
      grammar.getPassive.has(main?.lemma ?? "") &&
      hasTag(tokens[j + 1], "Participle") &&
      hasTag(tokens[j + 1], "Verb")
    ) {
      passive = true;
      head = j + 1;
      last_ = j + 2;
    }
  }
  const headToken = tokens[head];
  if (headToken === undefined) return null;
  const finiteToken = tokens[firstAux >= 0 ? firstAux : head];
  const past = firstAux >= 0 ? hasTag(finiteToken, "PastTense") : hasTag(headToken, "PastTense");
  const form: VerbForm = infinitive
    ? "infinitive"
    : gerundAux || (firstAux < 0 && hasTag(headToken, "Gerund"))
      ? "gerund"
      : firstAux < 0 && hasTag(headToken, "Participle") && !hasTag(headToken, "PastTense") && !passive
        ? "participle"
        : "finite";
  if (
    firstAux >= 0 &&
    head < j &&
    hasTag(tokens[j], "Adjective") &&
    grammar.particles.has(tokens[j]?.lower ?? "")
  )
    last_ = j; // "is finally free"
  const following = tokens[last_]?.lower ?? "";
  // "handed over to Poland", but "fell over the edge": a preposition with a noun after it is no particle.
  const isParticle =
    last_ < last &&
    (grammar.phrasalVerbs.has(`${headToken.lemma} ${following}`) ||
      (grammar.particles.has(following) &&
        !hasTag(tokens[last_], "Noun") &&
        !(hasTag(tokens[last_], "Preposition") && isNominal(tokens[last_ + 1]))));
  const particle = isParticle ? following : null;
  return {
    first: i,
    last: particle === null ? last_ : last_ + 1,
    head,
    lemma: headToken.lemma,
    particle,
    form,
    voice: passive || form === "participle" ? "passive" : "active",
    tense: infinitive ? null : modal >= 0 ? "future" : past ? "past" : "present",
    perfect: have,
    progressive,
    negation,
    modal,
    certain: firstAux >= 0 || passive,
  };
}

const maxInsertedWords = 6;

/**
 * Beyond what stands between an auxiliary and its participle ("was on Thursday brought", "was himself detained"): a
 * time with its preposition, or a pronoun that only stresses the subject; `i` when no participle follows it.
 */
function beyondInsertion(tokens: readonly Token[], i: number, last: number, grammar: Grammar): number {
  let j = i;
  if (grammar.stressing.has(tokens[j]?.lower ?? "")) j++;
  else {
    if (tokens[j]?.text === ",") j++;
    const hasPreposition = hasTag(tokens[j], "Preposition");
    if (hasPreposition) j++;
    const start = j;
    const isTime = (k: number): boolean =>
      hasTag(tokens[k], "Date") ||
      hasTag(tokens[k], "Value") ||
      (hasTag(tokens[k], "Adjective") && hasTag(tokens[k + 1], "Date"));
    while (j < Math.min(last, start + maxInsertedWords) && isTime(j)) j++;
    // "had 18 months added to her term": an object, no time.
    if (!hasPreposition && hasTag(tokens[start], "Value")) return i;
    if (j === start) return i;
    if (tokens[j]?.text === ",") j++;
  }
  while (j < last && hasTag(tokens[j], "Adverb")) j++;
  return j < last &&
    hasTag(tokens[j], "Participle") &&
    hasTag(tokens[j], "Verb") &&
    !hasTag(tokens[j], "Auxiliary")
    ? j
    : i;
}
