import type { Clause } from "../text/clauses/clause.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import { climb, governed } from "./governors.ts";
import type { AssertionScope } from "./scope.ts";
import type { Verdict } from "./verdict.ts";

/** Words of the phrase before the noun at `token`, and the preposition that governs it. */
export function phraseWords(scope: AssertionScope, verdict: Verdict, phrase: Phrase, token: number): void {
  for (let i = phrase.first; i < token; i++) {
    if (i < phrase.coreLast || token >= phrase.coreLast)
      verdict.apply(scope.lexicon.adjectives.get(scope.lower(i)), i);
    if (scope.isNegative(i)) verdict.apply("negated", i);
    // "calls for the release", "rumours of a swap" inside one phrase
    if (i < phrase.coreLast && token >= phrase.coreLast && scope.tokens[i]?.tags.has("Noun"))
      verdict.apply(scope.lexicon.nouns.get(scope.lemma(i)), i);
  }
  if (phrase.preposition !== null)
    verdict.apply(scope.lexicon.prepositions.get(phrase.preposition), phrase.prep);
}

/** The noun that a prepositional phrase depends on: "a call for her release". */
export function nounBefore(scope: AssertionScope, verdict: Verdict, phrase: Phrase): void {
  if (phrase.prep < 1) return;
  let i = phrase.prep - 1;
  while (i > 0 && (scope.tokens[i]?.tags.has("Adverb") ?? false)) i--;
  if (scope.tokens[i]?.tags.has("Noun")) verdict.apply(scope.lexicon.nouns.get(scope.lemma(i)), i);
}

/** What the verb that carries the phrase says of it. */
export function ownOfGovernor(scope: AssertionScope, verdict: Verdict, clause: Clause, phrase: Phrase): void {
  const isSubject = clause.ownSubject && clause.subject?.first === phrase.first;
  const isObject = clause.objects.some((item) => item.first === phrase.first);
  const { verb } = clause;
  // Adjuncts ("after his release", "since her arrest") are presupposed; objects, subjects and "called for" are not.
  const selected =
    isObject || isSubject || (phrase.first > verb.head && isGovernedPhrase(scope, phrase, verb.lemma));
  if (!selected) {
    // "to begin on the day of his release": neither has come yet.
    if (clause.kind === "infinitive" && phrase.first > verb.head) verdict.apply("planned", verb.head);
    // "Closing speeches in the trial have been postponed"
    const insideSubject =
      clause.subject !== null && clause.subject.first < phrase.first && phrase.last <= verb.first;
    if (insideSubject && verb.voice === "passive" && scope.lexicon.verbs.get(verb.lemma) === "negated")
      verdict.apply("negated", verb.head);
    // "is due in Minsk for talks": what is only due has not taken place.
    const predicate =
      scope.lemma(verb.head) === "be"
        ? scope.lexicon.predicates.get(scope.lower(scope.predicateOf(clause)))
        : undefined;
    if (predicate !== undefined && phrase.first > verb.head)
      verdict.apply(predicate, scope.predicateOf(clause));
    if (
      verb.modal >= 0 &&
      phrase.first > verb.head &&
      scope.lexicon.modals.get(scope.lower(verb.modal)) !== undefined
    )
      verdict.apply(scope.lexicon.modals.get(scope.lower(verb.modal)), verb.modal);
    return;
  }
  if (isSubject && verb.voice === "active") {
    climbSubject(scope, verdict, clause);
    return;
  }
  const effect = scope.lexicon.verbs.get(verb.lemma);
  const named = isObject && scope.lexicon.prepositionalDemand.has(verb.lemma);
  if (!named && (effect !== undefined || verb.negation >= 0)) governed(scope, verdict, clause, "noun");
  climb(scope, verdict, clause);
}

/** "called for", "hoping for", "waiting for": the preposition belongs to the verb. */
function isGovernedPhrase(scope: AssertionScope, { preposition }: Phrase, verb: string): boolean {
  const effect = scope.lexicon.verbs.get(verb);
  if (preposition === null || effect === undefined || effect === "factual" || effect === "negated")
    return false;
  return effect === "demanded" || scope.lexicon.governedPrepositions.has(preposition);
}

/** The subject of a verb shares its modality only when the verb says that the event takes place. */
function climbSubject(scope: AssertionScope, verdict: Verdict, clause: Clause): void {
  // "Her trial is due to begin"
  if (scope.lemma(clause.verb.head) === "be") {
    const predicate = scope.predicateOf(clause);
    verdict.apply(scope.lexicon.predicates.get(scope.lower(predicate)), predicate);
  }
  climb(scope, verdict, clause);
}
