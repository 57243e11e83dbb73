/** A noun phrase with its `of` complements; all indices are token indices, ranges half-open. */
export interface Phrase {
  first: number;
  last: number;
  /** Noun that the phrase is about, before any `of`. */
  head: number;
  /** End of the part before the first `of`. */
  coreLast: number;
  /** End without the phrases that were joined to it. */
  ownLast: number;
  /** Token of the preposition that governs the phrase, −1 for none. */
  prep: number;
  /** The preposition in lower case, or null. */
  preposition: string | null;
  /** Phrases joined to this one; `last` covers them. */
  parts: readonly PhrasePart[];
}

/** `conjunct`: another item of a list; `apposition`: the same thing in other words; `member`: one of the set. */
export interface PhrasePart {
  role: "conjunct" | "apposition" | "member";
  phrase: Phrase;
}
