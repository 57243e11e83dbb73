import type { KnownPerson } from "./gazetteer-index.ts";
import { type Judgement, PERSON_SCORE } from "./judge.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Run } from "./runs.ts";
import type { Word } from "./words.ts";

/** A run that may be a person, and what was decided about it. */
export interface Candidate {
  run: Run;
  judgement: Judgement;
  known: KnownPerson | null;
  accepted: boolean;
}

/** In "A, B and C" the company of persons makes a person of an unsure name. */
export function acceptNeighbours(
  candidates: Candidate[],
  words: readonly Word[],
  lexicon: NameLexicon,
): void {
  const visit = (at: number, other: number) => {
    const candidate = candidates[at];
    const neighbour = candidates[other];
    if (candidate === undefined || neighbour === undefined || candidate.accepted || !neighbour.accepted)
      return;
    if (candidate.run.last - candidate.run.first < 2) return;
    const near =
      at < other
        ? listed(candidate, neighbour, words, lexicon)
        : listed(neighbour, candidate, words, lexicon);
    if (near && candidate.judgement.score + 2 >= PERSON_SCORE) candidate.accepted = true;
  };
  for (let at = 1; at < candidates.length; at += 1) visit(at, at - 1);
  for (let at = candidates.length - 2; at >= 0; at -= 1) visit(at, at + 1);
}

/** "the judges A and B": what the plural noun before a list says is said of everyone in it. */
export function shareNouns(
  candidates: readonly Candidate[],
  words: readonly Word[],
  lexicon: NameLexicon,
): void {
  let shared: string[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const before = words[candidate.run.titleFirst - 1];
    const previous = candidates[at - 1];
    if (previous === undefined || !listed(previous, candidate, words, lexicon)) shared = [];
    candidate.judgement.descriptions.push(...shared);
    if (before !== undefined && lexicon.pluralNouns.has(before.fold)) shared = [before.fold];
  }
}

/** Whether two names follow one another in a list: "A, B", "A and B". */
function listed(a: Candidate, b: Candidate, words: readonly Word[], lexicon: NameLexicon): boolean {
  const tail = words[a.run.last - 1];
  const head = words[b.run.titleFirst];
  if (tail === undefined || head === undefined || tail.sentence !== head.sentence || head.gap === null)
    return false;
  if (b.run.titleFirst === a.run.last) return head.gap === ", " || head.gap === "; ";
  const between = words[a.run.last];
  return (
    b.run.titleFirst === a.run.last + 1 &&
    between !== undefined &&
    lexicon.andWords.has(between.fold) &&
    head.gap === " " &&
    (between.gap === " " || between.gap === ", ")
  );
}
