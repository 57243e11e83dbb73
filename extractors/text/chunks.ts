import type { Grammar } from "../languages/grammar.ts";
import type { Token } from "./document.ts";

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

export type Voice = "active" | "passive";
export type VerbForm = "finite" | "infinitive" | "gerund" | "participle";

export interface VerbGroup {
  first: number;
  last: number;
  /** Main verb. */
  head: number;
  lemma: string;
  /** Particle or predicate adjective that makes a verb of its own (`let out`, `walk free`); may follow the object. */
  particle: string | null;
  form: VerbForm;
  voice: Voice;
  tense: "past" | "present" | "future" | null;
  perfect: boolean;
  progressive: boolean;
  /** Tokens that negate the group, −1 for none. */
  negation: number;
  /** Modal verb, −1 for none. */
  modal: number;
  /** The group has an auxiliary, so that its form is beyond doubt. */
  certain: boolean;
}

export type Chunk =
  | { kind: "noun"; phrase: Phrase; first: number; last: number }
  | { kind: "verb"; group: VerbGroup; first: number; last: number }
  | {
      kind: "relative" | "subordinator" | "complementiser" | "coordinator" | "mark" | "other";
      first: number;
      last: number;
    };

const has = (token: Token | undefined, tag: string): boolean => token !== undefined && token.tags.has(tag);

function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.tags.has("Verb")) return false;
  const { tags } = token;
  return (
    tags.has("Noun") ||
    tags.has("Value") ||
    tags.has("Adjective") ||
    tags.has("Determiner") ||
    tags.has("Date") ||
    tags.has("Possessive")
  );
}

/** The preposition right before `i` that opens a sentence with a capital, or nothing. */
function opener(tokens: readonly Token[], i: number): string {
  const before = tokens[i - 1];
  return before !== undefined && before.tags.has("Preposition") ? before.text : "";
}

/** End of the noun phrase that starts at `i`, without `of` complements; `i` when there is none. */
function nounEnd(tokens: readonly Token[], i: number, last: number, grammar: Grammar): number {
  let j = i + quantityPrefix(tokens, i, last, grammar);
  let substance = false;
  while (j < last) {
    const token = tokens[j];
    if (token === undefined) break;
    const { tags } = token;
    if (tags.has("Relative")) break;
    // A full stop inside a sentence belongs to the abbreviation before it ("Ms. Azizi").
    if (
      token.text === "." &&
      substance &&
      token.start === tokens[j - 1]?.end &&
      j + 1 < last &&
      isNominal(tokens[j + 1])
    ) {
      j++;
      continue;
    }
    if (
      substance &&
      has(tokens[j - 1], "Date") &&
      (has(tokens[j - 1], "Value") ||
        has(tokens[j - 1], "WeekDay") ||
        has(tokens[j - 1], "Duration") ||
        // "On 12 January Ann Lee was …", "In May Ann Lee was …"
        (has(tokens[j - 1], "Month") &&
          !has(token, "Date") &&
          (has(tokens[j - 2], "Value") || /^\p{Lu}/u.test(opener(tokens, i))))) &&
      (tags.has("ProperNoun") || tags.has("Determiner") || tags.has("Pronoun"))
    )
      break;
    // "found her guilty": the pronoun is an object.
    if (
      tags.has("Pronoun") &&
      tags.has("Possessive") &&
      !substance &&
      grammar.particles.has(tokens[j + 1]?.lower ?? "") &&
      !has(tokens[j + 1], "Noun")
    )
      return j + 1;
    if (tags.has("Pronoun") && !tags.has("Possessive")) {
      if (substance) break;
      return j + 1;
    }
    if (tags.has("Clitic")) {
      if (!substance) break;
      j++;
      continue;
    }
    if (tags.has("Determiner") || (tags.has("Pronoun") && tags.has("Possessive"))) {
      const previous = tokens[j - 1];
      const quantifier =
        j > i && (has(previous, "Quantifier") || has(previous, "Determiner") || has(previous, "Preposition"));
      if (j > i && !quantifier && !(j === i + quantityPrefix(tokens, i, last, grammar))) break;
      substance = true;
      j++;
      continue;
    }
    const prefix = j > i && has(tokens[j - 1], "Determiner") ? quantityPrefix(tokens, j, last, grammar) : 0;
    if (prefix > 0) {
      j += prefix;
      continue;
    }
    const tail = has(tokens[j - 1], "Value")
      ? grammar.numberTails.find((words) => words.every((word, n) => tokens[j + n]?.lower === word))
      : undefined;
    if (tail !== undefined) {
      j += tail.length;
      continue;
    }
    // "asked Tanzania | four times"
    if (tags.has("TextValue") && has(tokens[j - 1], "ProperNoun")) break;
    if (isNominal(token)) {
      // A time word ends a phrase of another kind: "prisoners | Saturday", "the men | last month".
      if (
        substance &&
        startsTime(tokens, j) &&
        !has(tokens[j - 1], "Date") &&
        !has(tokens[j - 1], "Determiner") &&
        !has(tokens[j - 1], "Value") &&
        !has(tokens[j - 1], "Adjective")
      )
        break;
      substance = true;
      j++;
      continue;
    }
    if (
      tags.has("Adverb") &&
      !tags.has("Negative") &&
      j + 1 < last &&
      (has(tokens[j + 1], "Adjective") || has(tokens[j + 1], "Value")) &&
      substance &&
      has(tokens[j - 1], "Determiner")
    ) {
      j++;
      continue;
    }
    if ((tags.has("Participle") || tags.has("Gerund")) && tags.has("Adjective")) {
      substance = true;
      j++;
      continue;
    }
    break;
  }
  return substance ? j : i;
}

const startsTime = (tokens: readonly Token[], i: number): boolean =>
  has(tokens[i], "WeekDay") ||
  (has(tokens[i], "Adjective") &&
    (has(tokens[i + 1], "Duration") || has(tokens[i + 1], "WeekDay")) &&
    !has(tokens[i], "ProperNoun"));

/** Words such as "more than" and "at least" that belong to the number after them: how many tokens. */
function quantityPrefix(tokens: readonly Token[], i: number, last: number, grammar: Grammar): number {
  const first = tokens[i];
  const second = tokens[i + 1];
  if (first === undefined || second === undefined) return 0;
  const at = grammar.quantityPrefixes.has(`${first.lower} ${second.lower}`)
    ? 2
    : grammar.quantityPrefixes.has(first.lower)
      ? 1
      : 0;
  if (at === 0 || i + at >= last) return 0;
  let j = i + at;
  if (has(tokens[j], "Determiner")) j++;
  return has(tokens[j], "Value") || grammar.quantityNouns.has(tokens[j]?.lower ?? "") ? at : 0;
}

function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let j = last - 1; j >= first; j--) {
    if (has(tokens[j], "Noun") && !has(tokens[j], "Clitic")) return j;
  }
  return last - 1;
}

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
      const clausal = tags.has("Conjunction") && startsClause(tokens, i + 1, last, grammar);
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

/** The verb group that starts at `i`, or null. */
function verbGroup(tokens: readonly Token[], i: number, last: number, grammar: Grammar): VerbGroup | null {
  let j = i;
  let infinitive = false;
  let negation = -1;
  const skip = (): void => {
    while (j < last && has(tokens[j], "Adverb") && !has(tokens[j], "Conjunction")) {
      if (has(tokens[j], "Negative")) negation = j;
      j++;
    }
  };
  if (has(tokens[j], "Negative") || has(tokens[j], "Adverb")) {
    const start = j;
    skip();
    // Adverbs before a verb stay outside of its group, but a negation counts.
    if (!has(tokens[j], "Gerund") && !has(tokens[j], "To") && !has(tokens[j], "Participle")) negation = -1;
    if (negation < 0) return null;
    if (start === j) return null;
  }
  if (has(tokens[j], "To")) {
    j++;
    skip();
    if (!has(tokens[j], "Verb") || !(has(tokens[j], "Infinitive") || has(tokens[j], "Auxiliary")))
      return null;
    infinitive = true;
  }
  if (!has(tokens[j], "Verb")) return null;
  let modal = -1;
  let have = false;
  let be = false;
  let gerundAux = false;
  let firstAux = -1;
  let head = j;
  while (j < last && has(tokens[j], "Auxiliary")) {
    const token = tokens[j];
    if (firstAux < 0) firstAux = j;
    head = j;
    if (has(token, "Modal")) modal = j;
    if (has(token, "Have")) have = true;
    if (has(token, "Copula")) {
      be = true;
      if (has(token, "Gerund") && firstAux === j) gerundAux = true;
    } else if (has(token, "Gerund") && firstAux === j) gerundAux = true;
    j++;
    skip();
    // "is to consider": a plan.
    if (be && has(tokens[j], "To") && has(tokens[j + 1], "Infinitive") && has(tokens[j + 1], "Verb")) {
      if (grammar.copularPlan) {
        modal = head;
        j++;
        be = false;
      }
    }
  }
  const main = tokens[j];
  let last_ = head + 1;
  let passive = false;
  let progressive = false;
  if (firstAux >= 0) {
    const participle = has(main, "Participle") || has(main, "PastTense");
    const usable = j < last && has(main, "Verb") && !has(main, "Auxiliary");
    if (usable && (participle || has(main, "Gerund") || has(main, "Infinitive") || modal >= 0)) {
      const lastAux = tokens[head];
      if (has(main, "Gerund")) progressive = be;
      if (participle && (has(lastAux, "Copula") || (be && !has(lastAux, "Have"))))
        passive = !grammar.neverPassive.has(main?.lemma ?? "");
      head = j;
      last_ = j + 1;
    }
    // "got arrested"
  } else {
    head = j;
    last_ = j + 1;
    if (
      grammar.getPassive.has(main?.lemma ?? "") &&
      has(tokens[j + 1], "Participle") &&
      has(tokens[j + 1], "Verb")
    ) {
      passive = true;
      head = j + 1;
      last_ = j + 2;
    }
  }
  const headToken = tokens[head];
  if (headToken === undefined) return null;
  const finiteToken = tokens[firstAux >= 0 ? firstAux : head];
  const past = firstAux >= 0 ? has(finiteToken, "PastTense") : has(headToken, "PastTense");
  const form: VerbForm = infinitive
    ? "infinitive"
    : gerundAux || (firstAux < 0 && has(headToken, "Gerund"))
      ? "gerund"
      : firstAux < 0 && has(headToken, "Participle") && !has(headToken, "PastTense") && !passive
        ? "participle"
        : "finite";
  const following = tokens[last_]?.lower ?? "";
  // "handed over to Poland", but "fell over the edge": a preposition with a noun after it is no particle.
  const isParticle =
    grammar.particles.has(following) &&
    last_ < last &&
    !has(tokens[last_], "Noun") &&
    !(has(tokens[last_], "Preposition") && isNominal(tokens[last_ + 1]));
  const particle = isParticle ? following : null;
  return {
    first: i,
    last: particle === null ? last_ : last_ + 1,
    head,
    lemma: headToken.lemma,
    particle,
    form,
    voice: passive || form === "participle" ? "passive" : "active",
    tense: infinitive ? null : modal >= 0 ? "future" : past ? "past" : "present",
    perfect: have,
    progressive,
    negation,
    modal,
    certain: firstAux >= 0 || passive,
  };
}
