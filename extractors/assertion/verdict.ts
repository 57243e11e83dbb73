import type { Span } from "../../model/article.ts";
import type { Assertion } from "../../model/extraction.ts";
import type { Effect } from "../languages/assertion-lexicon.ts";
import type { Token } from "../text/document.ts";

/** How an event is told. `hypothetical`: it is only supposed, asked or general, so nothing is told at all. */
export interface Judgement {
  assertion: Assertion | "hypothetical";
  /** Words that made it so. */
  cues: Span[];
}

/** Stronger effects win: what is negated stays so under "may", what is only supposed tells nothing. */
const strength: Record<Effect, number> = {
  factual: 0,
  uncertain: 1,
  planned: 2,
  demanded: 3,
  negated: 4,
  hypothetical: 5,
};

/** What the cues found so far say of one telling. */
export class Verdict {
  effect: Effect = "factual";
  readonly #tokens: readonly Token[];
  readonly #cues = new Set<Token>();

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Takes in what the word at `cue` does to the telling. */
  apply(effect: Effect | undefined, cue: number): void {
    if (effect === undefined || effect === "factual") return;
    const token = this.#tokens[cue];
    // One negative word counts once, however often the clauses lead to it.
    if (token !== undefined && this.#cues.has(token) && effect === this.effect) return;
    if (token !== undefined) this.#cues.add(token);
    // "did not deny", "cannot be ruled out": a negation of a negation leaves doubt.
    if (this.effect === "negated" && effect === "negated") this.effect = "uncertain";
    else if (strength[effect] > strength[this.effect]) this.effect = effect;
  }

  finish(): Judgement {
    return {
      assertion: this.effect === "factual" ? "asserted" : this.effect,
      cues: [...this.#cues].toSorted((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end })),
    };
  }
}
