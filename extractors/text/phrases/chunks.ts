import type { Grammar } from "../../languages/grammar.ts";
import type { Token } from "../document.ts";
import { headOf, nounEnd } from "./noun-phrases.ts";
import type { Phrase } from "./phrase.ts";
import { type VerbGroup, verbGroup } from "./verb-groups.ts";

export type Chunk =
  | { kind: "noun"; phrase: Phrase; first: number; last: number }
  | { kind: "verb"; group: VerbGroup; first: number; last: number }
  | {
      kind: "relative" | "subordinator" | "complementiser" | "coordinator" | "mark" | "other";
      first: number;
      last: number;
    };

/** Cuts tokens `first` to `last` into noun phrases, verb groups and the words between them. */
export function chunk(tokens: readonly Token[], first: number, last: number, grammar: Grammar): Chunk[] {
  const chunks: Chunk[] = [];
  let i = first;
  let prep = -1;
  while (i < last) {
    const token = tokens[i];
    if (token === undefined) break;
    const { tags } = token;
    const group = verbGroup(tokens, i, last, grammar);
    if (group !== null) {
      chunks.push({ kind: "verb", group, first: i, last: group.last });
      i = group.last;
      prep = -1;
      continue;
    }
    const end = nounEnd(tokens, i, last, grammar);
    if (end > i) {
      let stop = end;
      while (tokens[stop]?.lower === grammar.genitivePreposition) {
        const next = nounEnd(tokens, stop + 1, last, grammar);
        if (next === stop + 1) break;
        stop = next;
      }
      const phrase: Phrase = {
        first: i,
        last: stop,
        head: headOf(tokens, i, end),
        coreLast: end,
        ownLast: stop,
        prep,
        preposition: prepositionAt(tokens, prep, grammar),
        parts: [],
      };
      chunks.push({ kind: "noun", phrase, first: i, last: stop });
      i = stop;
      prep = -1;
      continue;
    }
    if (tags.has("Relative")) chunks.push({ kind: "relative", first: i, last: i + 1 });
    else if (tags.has("Complementiser")) chunks.push({ kind: "complementiser", first: i, last: i + 1 });
    else if (tags.has("Coordinator")) chunks.push({ kind: "coordinator", first: i, last: i + 1 });
    else if (tags.has("Subordinator") || tags.has("QuestionWord"))
      chunks.push({ kind: "subordinator", first: i, last: i + 1 });
    else if (tags.has("Preposition") || tags.has("To")) {
      // "a prisoner identified as X was executed"
      const names =
        grammar.naming.has(tokens[i - 1]?.lemma ?? "") && token.lower === grammar.namingPreposition;
      const clausal = !names && tags.has("Conjunction") && startsClause(tokens, i + 1, last, grammar);
      if (clausal) chunks.push({ kind: "subordinator", first: i, last: i + 1 });
      else {
        prep = i;
        chunks.push({ kind: "other", first: i, last: i + 1 });
      }
      i++;
      continue;
    } else if (tags.has("Punctuation")) {
      if (!grammar.transparentMarks.has(token.text)) chunks.push({ kind: "mark", first: i, last: i + 1 });
    } else chunks.push({ kind: "other", first: i, last: i + 1 });
    if (!grammar.transparentMarks.has(token.text) && !tags.has("Adverb")) prep = -1;
    i++;
  }
  return chunks;
}

function prepositionAt(tokens: readonly Token[], prep: number, grammar: Grammar): string | null {
  const word = tokens[prep]?.lower;
  if (word === undefined) return null;
  const before = tokens[prep - 1]?.lower ?? "";
  return grammar.compoundPrepositions.has(`${before} ${word}`) ? `${before} ${word}` : word;
}

/** Whether "after", "before", "since", "as" at `i - 1` open a clause: a noun phrase and a finite verb follow. */
function startsClause(tokens: readonly Token[], i: number, last: number, grammar: Grammar): boolean {
  let j = i;
  let nouns = 0;
  while (j < last && nouns < 4) {
    const token = tokens[j];
    if (token === undefined) return false;
    if (token.tags.has("Punctuation") && !grammar.transparentMarks.has(token.text)) {
      // "since the agency, SEBIN, came for him"
      const end = nounEnd(tokens, j + 1, last, grammar);
      if (token.text !== "," || nouns === 0 || end === j + 1 || tokens[end]?.text !== ",") return false;
      j = end + 1;
      continue;
    }
    const group = verbGroup(tokens, j, last, grammar);
    if (group !== null) return nouns > 0 && group.form === "finite";
    const end = nounEnd(tokens, j, last, grammar);
    if (end > j) {
      nouns++;
      j = end;
    } else if (token.tags.has("Relative") || token.tags.has("Conjunction")) return false;
    else j++;
  }
  return false;
}
