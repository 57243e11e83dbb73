import type { Clause } from "../text/clauses/clause.ts";
import { type AssertionScope, range } from "./scope.ts";
import type { Verdict } from "./verdict.ts";

/**
 * What an older version of the report said, or what somebody wrongly said, is no longer told: "an earlier version of
 * this article said that …", "wrongly reported that …".
 */
export function withdrawn(scope: AssertionScope, verdict: Verdict, clause: Clause): void {
  const report = scope.map.clauses[clause.parent];
  if (clause.kind !== "complement" && clause.kind !== "infinitive") return;
  if (report === undefined || !scope.lexicon.reporting.has(report.verb.lemma)) return;
  const { subject, verb } = report;
  const adverb = range(verb.first - 2, verb.last).find((i) => scope.lexicon.wrongly.has(scope.lower(i)));
  if (adverb !== undefined) return verdict.apply("negated", adverb);
  if (subject === null || !scope.lexicon.versions.has(scope.lemma(subject.head))) return;
  // Taggers take "earlier" for an adverb, which then stands before the phrase.
  const adjective = range(subject.first - 2, subject.head).find((i) =>
    scope.lexicon.superseded.has(scope.lower(i)),
  );
  if (adjective !== undefined) verdict.apply("negated", adjective);
}

/** "rejected a post which said that he had stopped eating": what becomes of the report becomes of its content. */
export function holderOfReport(scope: AssertionScope, verdict: Verdict, report: Clause): void {
  const holder = scope.map
    .inSentence(report.sentence)
    .find(
      (other) => other !== report && other.objects.some((object) => object.first === report.subject?.first),
    );
  const effect = holder === undefined ? undefined : scope.lexicon.verbs.get(holder.verb.lemma);
  if (holder !== undefined && effect !== "factual") verdict.apply(effect, holder.verb.head);
}

/** A sentence or its short successor that calls it all false: "… was untrue", "… came to nothing", "She has not." */
export function aroundSentence(
  scope: AssertionScope,
  verdict: Verdict,
  sentence: number,
  from: number,
): void {
  const own = scope.doc.sentences[sentence];
  if (own === undefined) return;
  for (const phrase of scope.lexicon.falsePhrases) {
    for (let i = own.first; i + phrase.length <= own.last; i++) {
      if (phrase.every((word, n) => scope.lower(i + n) === word || scope.lemma(i + n) === word))
        verdict.apply("negated", i);
    }
  }
  for (const other of scope.map.inSentence(sentence)) {
    if (
      other.index <= from ||
      other.verb.form !== "finite" ||
      other.kind === "complement" ||
      scope.lemma(other.verb.head) !== "be"
    )
      continue;
    const wrong = scope
      .wordsAfter(other)
      .slice(1, 4)
      .find((k) => scope.lexicon.falsePredicates.has(scope.lower(k)));
    if (wrong !== undefined) verdict.apply("negated", wrong);
  }
  const next = scope.doc.sentences[sentence + 1];
  if (next === undefined || next.paragraph !== own.paragraph) return;
  const words = scope.tokens.slice(next.first, next.last);
  // "That was wrong: …", "This turned out to be untrue."
  if (scope.lexicon.demonstratives.has(words[0]?.lower ?? "")) {
    const wrong = words.slice(0, 7).findIndex((token) => scope.lexicon.falsePredicates.has(token.lower));
    const doubled = words.slice(0, Math.max(wrong, 0)).some((token) => token.tags.has("Negative"));
    if (wrong > 0 && !doubled) return verdict.apply("negated", next.first + wrong);
  }
  if (words.length > 5) return;
  // "She has not."
  const end = words.findIndex((token) => token.tags.has("Punctuation"));
  const last = words[end < 0 ? words.length - 1 : end - 1];
  const isElliptic = words.some((token) => token.tags.has("Auxiliary"));
  if (last?.tags.has("Negative") && isElliptic) verdict.apply("negated", last.index);
}
