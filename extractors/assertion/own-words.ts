import type { Clause } from "../text/clauses/clause.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { AssertionScope } from "./scope.ts";
import type { Verdict } from "./verdict.ts";

/** Own words of the clause: modal, negation, adverbs, negative subject or object. */
export function ownWords(
  scope: AssertionScope,
  verdict: Verdict,
  clause: Clause,
  withObjects: boolean,
): void {
  const { verb } = clause;
  if (verb.modal >= 0) {
    const modal = scope.lower(verb.modal);
    const counterfactual = verb.perfect && scope.lexicon.counterfactualModals.has(modal);
    const effect = counterfactual ? "hypothetical" : scope.lexicon.modals.get(modal);
    // "said that it would release": the future seen from the past.
    const reported = effect === "hypothetical" && !counterfactual && clause.kind === "complement";
    verdict.apply(reported ? "planned" : effect, verb.modal);
  }
  if (verb.negation >= 0) verdict.apply("negated", verb.negation);
  const subject = negativePhrase(scope, clause.subject);
  if (subject >= 0 && clause.ownSubject) verdict.apply("negated", subject);
  if (withObjects)
    for (const object of clause.objects)
      if (negativePhrase(scope, object) >= 0) verdict.apply("negated", object.first);
  for (let i = clause.first; i < clause.last; i++) {
    if (scope.map.at(i) !== clause) continue;
    verdict.apply(scope.lexicon.adverbs.get(scope.lower(i)), i);
  }
  const { first } = verb;
  const before = `${scope.lower(first - 2)} ${scope.lower(first - 1)}`;
  verdict.apply(scope.lexicon.beforeGerunds.get(before), first - 2);
  if (clause.mark !== null) {
    const mark = scope.tokenOfMark(clause);
    if (clause.kind === "adverbial" || clause.kind === "complement")
      verdict.apply(scope.lexicon.marks.get(clause.mark), mark);
    if (clause.kind === "gerund") verdict.apply(scope.lexicon.prepositions.get(clause.mark), mark);
  }
}

function negativePhrase(scope: AssertionScope, phrase: Phrase | null): number {
  return phrase !== null && scope.isNegative(phrase.first) ? phrase.first : -1;
}

/** "could be freed if a deal is made" is less than a plan. */
export function conditionBeside(scope: AssertionScope, verdict: Verdict, clause: Clause): void {
  if (clause.verb.modal < 0) return;
  for (const other of scope.map.inSentence(clause.sentence)) {
    if (other === clause || other.kind !== "adverbial" || other.mark === null) continue;
    if (scope.lexicon.marks.get(other.mark) === "hypothetical")
      verdict.apply(verdict.effect === "planned" ? "uncertain" : "factual", other.verb.head);
  }
}

/** "… and that she be released": a bare form with a subject of its own is wished, whatever governs it. */
export function wish(scope: AssertionScope, verdict: Verdict, { verb, subject }: Clause): void {
  if (verdict.effect !== "factual" || subject === null || verb.modal >= 0) return;
  if (subject.first < verb.first && scope.lexicon.bareForms.has(scope.lower(verb.first)))
    verdict.apply("demanded", verb.first);
}
