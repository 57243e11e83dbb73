import { languageOf } from "../../languages/index.ts";
import type { Document } from "../document.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Clause, ClauseMap } from "./clause.ts";
import { parseSentence } from "./parse-sentence.ts";

/** Analyses the clauses of a whole document. Languages without a grammar give none. */
export function analyseClauses(doc: Document): ClauseMap {
  const grammar = languageOf(doc.lang).grammar;
  const clauses: Clause[] = [];
  const bySentence: Clause[][] = [];
  const phrases: Phrase[][] = [];
  const owner = new Int32Array(doc.tokens.length).fill(-1);
  for (const sentence of doc.sentences) {
    const result = grammar === null ? null : parseSentence(doc, sentence, grammar, clauses.length);
    const own = result?.clauses ?? [];
    bySentence.push(own);
    phrases.push(result?.phrases ?? []);
    clauses.push(...own);
    // A clause lies inside the longer ones around it, wherever it stands in order.
    for (const clause of own.toSorted((a, b) => b.last - b.first - (a.last - a.first)))
      for (let i = clause.first; i < clause.last; i++) owner[i] = clause.index;
    // The verb's own words belong to it whatever clause surrounds them.
    for (const clause of own)
      for (let i = clause.verb.first; i < clause.verb.last; i++) owner[i] = clause.index;
  }
  return {
    clauses,
    inSentence: (sentence) => bySentence[sentence] ?? [],
    phrasesIn: (sentence) => phrases[sentence] ?? [],
    at: (token) => clauses[owner[token] ?? -1],
  };
}
