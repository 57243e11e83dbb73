import type { AssertionLexicon } from "../languages/assertion-lexicon.ts";
import type { Clause, ClauseMap } from "../text/clauses/clause.ts";
import type { Document, Token } from "../text/document.ts";
import type { Phrase } from "../text/phrases/phrase.ts";

/** Token indices from `first` up to `end`. */
export const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);

/** The document in which cues are looked for, and the words that are cues. */
export class AssertionScope {
  readonly tokens: readonly Token[];
  readonly doc: Document;
  readonly map: ClauseMap;
  readonly lexicon: AssertionLexicon;

  constructor(doc: Document, map: ClauseMap, lexicon: AssertionLexicon) {
    this.tokens = doc.tokens;
    this.doc = doc;
    this.map = map;
    this.lexicon = lexicon;
  }

  lower(index: number): string {
    return this.tokens[index]?.lower ?? "";
  }

  lemma(index: number): string {
    return this.tokens[index]?.lemma ?? "";
  }

  /** Whether the word negates; the "No." of a number does not. */
  isNegative(index: number): boolean {
    return (
      this.lexicon.negativeWords.has(this.lower(index)) && this.tokens[index]?.tags.has("ProperNoun") !== true
    );
  }

  isQuestion(sentence: number): boolean {
    const last = this.doc.sentences[sentence];
    if (last === undefined) return false;
    for (let i = last.last - 1; i >= Math.max(last.first, last.last - 3); i--)
      if (this.lower(i).startsWith("?")) return true;
    return false;
  }

  /** Token of the word that introduces the clause; its verb when there is none near. */
  tokenOfMark(clause: Clause): number {
    for (let i = Math.min(clause.first, clause.verb.first); i >= 0 && i > clause.verb.first - 60; i--)
      if (this.lower(i) === clause.mark) return i;
    return clause.verb.head;
  }

  /** What follows "is": "is due", "is set"; the verb itself when nothing known does. */
  predicateOf(clause: Clause): number {
    for (let i = clause.verb.head + 1; i < clause.verb.head + 4; i++)
      if (this.lexicon.predicates.has(this.lower(i))) return i;
    return clause.verb.head;
  }

  /** The clause's last verb and the few words behind it. */
  wordsAfter(clause: Clause): number[] {
    const end = this.doc.sentences[clause.sentence]?.last ?? clause.last;
    return Array.from(
      { length: Math.min(6, end - clause.verb.last + 1) },
      (_, n) => clause.verb.last - 1 + n,
    );
  }

  /** The clause to which the phrase belongs. */
  clauseOf(sentence: number, phrase: Phrase): Clause | undefined {
    const own = this.map.inSentence(sentence);
    return (
      own.find(
        (clause) =>
          clause.objects.some((item) => item.first === phrase.first) ||
          clause.phrases.some((item) => item.first === phrase.first),
      ) ?? own.find((clause) => clause.ownSubject && clause.subject?.first === phrase.first)
    );
  }
}
