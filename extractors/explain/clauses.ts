import type { Clause } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { VerbGroup } from "../text/phrases/verb-groups.ts";
import type { ExplainedClause } from "./explanation.ts";

/** The words from one token up to another, as they stand in the text. */
export function wordsOf({ text, tokens }: Document, first: number, last: number): string {
  return text.slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0).replace(/\s+/gu, " ");
}

function traitsOf(document: Document, verb: VerbGroup): string[] {
  const word = (token: number) => `"${document.tokens[token]?.text ?? ""}"`;
  return [
    verb.voice,
    verb.form,
    ...(verb.tense === null ? [] : [verb.tense]),
    ...(verb.perfect ? ["perfect"] : []),
    ...(verb.progressive ? ["progressive"] : []),
    ...(verb.modal < 0 ? [] : [`modal ${word(verb.modal)}`]),
    ...(verb.negation < 0 ? [] : [`negated by ${word(verb.negation)}`]),
  ];
}

/** The clauses of a sentence in words. */
export function explainClauses(document: Document, clauses: readonly Clause[]): ExplainedClause[] {
  const phrase = ({ first, last }: Phrase) => wordsOf(document, first, last);
  const offset = clauses[0]?.index ?? 0;
  const position = (index: number) => (index < 0 ? null : index - offset);
  return clauses.map((clause) => ({
    kind: clause.kind,
    mark: clause.mark,
    parent: position(clause.parent),
    coordinatedWith: position(clause.coordinatedWith),
    verb: {
      text: wordsOf(document, clause.verb.first, clause.verb.last),
      lemma: clause.verb.lemma,
      particle: clause.verb.particle,
      traits: traitsOf(document, clause.verb),
    },
    subject: clause.subject === null ? null : phrase(clause.subject),
    borrowedSubject: clause.subject !== null && !clause.ownSubject,
    objects: clause.objects.map(phrase),
    phrases: clause.phrases.map((item) => `${item.preposition ?? ""} ${phrase(item)}`.trim()),
    times: clause.times.map(phrase),
  }));
}
