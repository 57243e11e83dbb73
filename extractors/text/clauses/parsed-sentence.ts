import type { Grammar } from "../../languages/grammar.ts";
import { type Document, hasTag, type Sentence, type Token } from "../document.ts";
import { type Chunk, chunk } from "../phrases/chunks.ts";
import { joinPhrases } from "../phrases/coordination.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Clause } from "./clause.ts";

/** A clause in the making. */
export interface Draft extends Clause {
  /** Position of the verb's chunk. */
  verbAt: number;
  /** Position of the clause's first chunk. */
  startAt: number;
}

/** The chunks of one sentence and the clauses found in them so far; positions are indices of chunks. */
export class ParsedSentence {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly grammar: Grammar;
  /** Index that the sentence's first clause has in the document. */
  readonly offset: number;
  readonly chunks: readonly Chunk[];
  readonly drafts: Draft[] = [];
  /** Draft by the position of its verb chunk. */
  readonly byVerb = new Map<number, Draft>();

  constructor(doc: Document, sentence: Sentence, grammar: Grammar, offset: number) {
    this.tokens = doc.tokens;
    this.sentence = sentence;
    this.grammar = grammar;
    this.offset = offset;
    this.chunks = joinPhrases(chunk(doc.tokens, sentence.first, sentence.last, grammar), doc.tokens, grammar);
  }

  word(position: number): string {
    const item = this.chunks[position];
    return item === undefined ? "" : (this.tokens[item.first]?.lower ?? "");
  }

  noun(position: number): Phrase | null {
    const item = this.chunks[position];
    return item?.kind === "noun" ? item.phrase : null;
  }

  /** Position before `position`, skipping adverbs. */
  back(position: number): number {
    let i = position - 1;
    while (
      i >= 0 &&
      this.chunks[i]?.kind === "other" &&
      hasTag(this.tokens[this.chunks[i]?.first ?? -1], "Adverb")
    )
      i--;
    return i;
  }

  isComma(position: number): boolean {
    return this.chunks[position]?.kind === "mark" && this.word(position) === ",";
  }

  /** Nearest clause, from `draft` upwards, whose verb is finite. */
  finiteAncestor(draft: Draft | undefined): Draft | undefined {
    let current = draft;
    while (
      current !== undefined &&
      (current.verb.form === "infinitive" || current.verb.form === "gerund") &&
      current.parent >= 0
    ) {
      const up = this.drafts[current.parent - this.offset];
      if (up === undefined) break;
      current = up;
    }
    return current;
  }
}
