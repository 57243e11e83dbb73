import type { Effect } from "../languages/assertion-lexicon.ts";
import type { Clause } from "../text/clauses/clause.ts";
import { conditionBeside, ownWords } from "./own-words.ts";
import { holderOfReport } from "./retraction.ts";
import { type AssertionScope, range } from "./scope.ts";
import type { Verdict } from "./verdict.ts";

const maxDepth = 8;

/** Goes up from a clause to those that govern it, as far as one takes its modality from the other. */
export function climb(scope: AssertionScope, verdict: Verdict, start: Clause, withObjects = true): void {
  let clause: Clause | undefined = start;
  for (let depth = 0; clause !== undefined && depth < maxDepth; depth++) {
    ownWords(scope, verdict, clause, clause === start && withObjects);
    conditionBeside(scope, verdict, clause);
    const parent: Clause | undefined = scope.map.clauses[clause.parent];
    if (clause.kind === "complement" || clause.kind === "infinitive" || clause.kind === "gerund")
      governingNoun(scope, verdict, clause);
    if (clause.kind === "main" || clause.kind === "relative" || clause.kind === "adverbial") break;
    if (parent === undefined) {
      // A headline's future: "Editor to be freed on Friday".
      if (clause.kind === "infinitive") verdict.apply("planned", clause.verb.head);
      break;
    }
    if (clause.kind === "participial") {
      // "denied having detained him", but not "came home, waving": only a gerund right after the verb is governed.
      if (clause.verb.form === "gerund" && clause.verb.first === parent.verb.last)
        governed(scope, verdict, parent, "infinitive");
      // "was not among those released"
      else if (
        clause.verb.voice === "passive" &&
        parent.verb.negation >= 0 &&
        scope.lemma(parent.verb.head) === "be"
      )
        verdict.apply("negated", parent.verb.negation);
      break;
    }
    if (clause.kind === "gerund") {
      if (clause.mark === null) governed(scope, verdict, parent, "infinitive");
      break;
    }
    if (clause.kind === "infinitive") {
      // "has yet to be released"
      for (const i of range(parent.verb.head + 1, clause.verb.first))
        if (scope.lexicon.notYet.has(scope.lower(i))) verdict.apply("negated", i);
    }
    if (clause.kind === "infinitive") purpose(scope, verdict, clause, parent);
    if (clause.kind === "complement") mandative(scope, verdict, clause, parent);
    governed(scope, verdict, parent, clause.kind === "infinitive" ? "infinitive" : "clause");
    if (clause.kind === "complement" && parent.kind === "relative") holderOfReport(scope, verdict, parent);
    if (clause.kind === "complement") {
      // What a reporter is said to deny is denied, but the polarity of "said" itself is settled above.
      const up: Clause | undefined = scope.map.clauses[parent.parent];
      if (up === undefined || (parent.kind !== "complement" && parent.kind !== "infinitive")) break;
      clause = parent;
      const effect: Effect | undefined = scope.lexicon.verbs.get(up.verb.lemma);
      if (effect !== undefined && effect !== "factual" && parent.kind === "complement")
        governed(scope, verdict, up, "clause");
      break;
    }
    clause = parent;
  }
}

/** What the governing verb does to a clause, noun or infinitive below it. */
export function governed(
  scope: AssertionScope,
  verdict: Verdict,
  governor: Clause,
  below: "clause" | "infinitive" | "noun",
): void {
  const { verb } = governor;
  const cue = verb.head;
  if (scope.lemma(cue) === "be" || verb.voice === "passive") {
    // "is due to be freed", "is believed to have been freed"
    const predicate = verb.voice === "passive" ? cue : scope.predicateOf(governor);
    const effect = scope.lexicon.predicates.get(scope.lower(predicate));
    if (effect !== undefined && below === "infinitive") {
      verdict.apply(effect, predicate);
      if (verb.negation >= 0) verdict.apply("negated", verb.negation);
      return;
    }
  }
  const effect = scope.lexicon.verbs.get(verb.lemma);
  if (verb.negation >= 0) {
    const negated = scope.lexicon.negatedVerbs.get(verb.lemma);
    if (effect === "negated") verdict.apply("uncertain", verb.negation);
    else if (negated !== undefined) verdict.apply(negated, verb.negation);
    else if (below === "infinitive") verdict.apply("negated", verb.negation);
    else verdict.apply(effect, cue);
    return;
  }
  if (effect === "demanded" && below === "clause" && scope.lexicon.reporting.has(verb.lemma)) return;
  verdict.apply(effect, cue);
  if (below === "infinitive" && verb.modal >= 0)
    verdict.apply(scope.lexicon.modals.get(scope.lower(verb.modal)), verb.modal);
}

/** "met officials to free her", "pressure grew to free her": what is only aimed at has not come about. */
function purpose(
  scope: AssertionScope,
  verdict: Verdict,
  clause: Clause,
  { verb, subject, kind }: Clause,
): void {
  const noun = subject === null ? undefined : scope.lexicon.nouns.get(scope.lemma(subject.head));
  if (subject !== null && kind === "main" && noun !== undefined) return verdict.apply(noun, subject.head);
  const { verbs, implicatives } = scope.lexicon;
  if (verbs.has(verb.lemma) || implicatives.has(verb.lemma) || verb.modal >= 0) return;
  if (clause.coordinatedWith >= 0 || verb.form === "infinitive") return;
  verdict.apply("planned", clause.verb.head);
}

/** "insisted that Iran free her": a bare form behind a verb of demand is what is asked for. */
function mandative(scope: AssertionScope, verdict: Verdict, { verb, subject }: Clause, above: Clause): void {
  if (!scope.lexicon.mandative.has(above.verb.lemma) || verb.certain || subject === null) return;
  if (scope.tokens[verb.head]?.tags.has("Infinitive") === true && verb.tense !== "past")
    verdict.apply("demanded", above.verb.head);
}

/** Nouns that govern a clause ("rumours that", "a plan to"): the last noun before the clause. */
function governingNoun(scope: AssertionScope, verdict: Verdict, clause: Clause): void {
  // "reports that A and B, who …, were free": the noun stands before the mark, however long the subject.
  const own = Math.min(clause.first, clause.verb.first);
  const mark = clause.mark === null ? own : scope.tokenOfMark(clause);
  let i = (scope.lower(mark) === clause.mark ? Math.min(mark, own) : own) - 1;
  const floor = Math.max(scope.doc.sentences[clause.sentence]?.first ?? 0, i - 12);
  if (scope.lower(i) === clause.mark) i--;
  for (; i >= floor; i--) {
    const token = scope.tokens[i];
    if (token === undefined || token.tags.has("Verb") || token.tags.has("Coordinator") || token.text === ",")
      return;
    if (!token.tags.has("Noun")) continue;
    if (scope.lexicon.evidenceNouns.has(token.lemma) && scope.isNegative(i - 1))
      return verdict.apply("uncertain", i - 1);
    const effect = scope.lexicon.nouns.get(token.lemma);
    if (effect === undefined) continue;
    verdict.apply(effect, i);
    // "denied reports that …"
    const holder = scope.map
      .inSentence(clause.sentence)
      .find((other) => other.objects.some((object) => object.first <= i && i < object.last));
    if (holder !== undefined && scope.lexicon.verbs.get(holder.verb.lemma) === "negated")
      verdict.apply("negated", holder.verb.head);
    // "Reports that … were false"
    const denial = scope.map
      .inSentence(clause.sentence)
      .find((other) => other.index > clause.index && other.subject?.head === i);
    const main =
      denial ??
      scope.map
        .inSentence(clause.sentence)
        .find((other) => other.index > clause.index && other.kind === "main");
    if (main !== undefined) {
      const rejected =
        scope.lexicon.verbs.get(main.verb.lemma) === "negated" && main.verb.voice === "passive";
      const wrong = scope.wordsAfter(main).find((k) => scope.lexicon.falsePredicates.has(scope.lower(k)));
      if (rejected || wrong !== undefined) verdict.apply("negated", wrong ?? main.verb.head);
    }
    return;
  }
}
