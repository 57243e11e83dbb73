import type { Span } from "../../model/article.ts";
import type { Assertion } from "../../model/extraction.ts";
import type { AssertionLexicon, Effect } from "../languages/assertion-lexicon.ts";
import type { Phrase } from "../text/chunks.ts";
import type { Clause, ClauseMap } from "../text/clauses.ts";
import type { Document, Token } from "../text/document.ts";

/** How an event is told. `hypothetical`: it is only supposed, asked or general, so nothing is told at all. */
export interface Judgement {
  assertion: Assertion | "hypothetical";
  /** Words that made it so. */
  cues: Span[];
}

export interface AssertionJudge {
  /** Judges what the verb of `clause` tells. */
  ofVerb(clause: Clause, withObjects?: boolean): Judgement;
  /** Judges what the noun at `token` tells, from its determiner up to the verbs that govern it. */
  ofNoun(token: number): Judgement;
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
const maxDepth = 8;

const range = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, n) => first + n);

/**
 * Judges assertion in the manner of ConText (Harkema et al. 2009): cues with a direction and a scope, here the
 * grammatical scope that the clause analysis gives, and pseudo-cues by what a verb governs.
 */
export function createAssertionJudge(
  doc: Document,
  map: ClauseMap,
  lexicon: AssertionLexicon,
): AssertionJudge {
  const { tokens } = doc;
  const lower = (index: number): string => tokens[index]?.lower ?? "";
  const lemma = (index: number): string => tokens[index]?.lemma ?? "";

  interface State {
    effect: Effect;
    cues: Token[];
  }

  const apply = (state: State, effect: Effect | undefined, cue: number): void => {
    if (effect === undefined || effect === "factual") return;
    const token = tokens[cue];
    if (token !== undefined) state.cues.push(token);
    // "did not deny", "cannot be ruled out": a negation of a negation leaves doubt.
    if (state.effect === "negated" && effect === "negated") state.effect = "uncertain";
    else if (strength[effect] > strength[state.effect]) state.effect = effect;
  };

  const finish = (state: State): Judgement => ({
    assertion: state.effect === "factual" ? "asserted" : state.effect,
    cues: [...new Set(state.cues)]
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ start, end })),
  });

  const isQuestion = (sentence: number): boolean => {
    const last = doc.sentences[sentence];
    if (last === undefined) return false;
    for (let i = last.last - 1; i >= Math.max(last.first, last.last - 3); i--)
      if (lower(i).startsWith("?")) return true;
    return false;
  };

  const negativePhrase = (phrase: Phrase | null): number =>
    phrase !== null && lexicon.negativeWords.has(lower(phrase.first)) ? phrase.first : -1;

  /** Own words of the clause: modal, negation, adverbs, negative subject or object. */
  const ownWords = (state: State, clause: Clause, withObjects: boolean): void => {
    const { verb } = clause;
    if (verb.modal >= 0) {
      const modal = lower(verb.modal);
      const counterfactual = verb.perfect && lexicon.counterfactualModals.has(modal);
      const effect = counterfactual ? "hypothetical" : lexicon.modals.get(modal);
      // "said that it would release": the future seen from the past.
      const reported = effect === "hypothetical" && !counterfactual && clause.kind === "complement";
      apply(state, reported ? "planned" : effect, verb.modal);
    }
    if (verb.negation >= 0) apply(state, "negated", verb.negation);
    const subject = negativePhrase(clause.subject);
    if (subject >= 0 && clause.ownSubject) apply(state, "negated", subject);
    if (withObjects)
      for (const object of clause.objects)
        if (negativePhrase(object) >= 0) apply(state, "negated", object.first);
    for (let i = clause.first; i < clause.last; i++) {
      if (map.at(i) !== clause) continue;
      apply(state, lexicon.adverbs.get(lower(i)), i);
    }
    if (clause.mark !== null) {
      const mark = tokenOfMark(clause);
      if (clause.kind === "adverbial" || clause.kind === "complement")
        apply(state, lexicon.marks.get(clause.mark), mark);
      if (clause.kind === "gerund") apply(state, lexicon.prepositions.get(clause.mark), mark);
    }
  };

  const tokenOfMark = (clause: Clause): number => {
    for (let i = Math.min(clause.first, clause.verb.first); i >= 0 && i > clause.verb.first - 60; i--)
      if (lower(i) === clause.mark) return i;
    return clause.verb.head;
  };

  /** What the governing verb does to a clause, noun or infinitive below it. */
  const governed = (state: State, governor: Clause, below: "clause" | "infinitive" | "noun"): void => {
    const { verb } = governor;
    const cue = verb.head;
    if (lemma(cue) === "be" || verb.voice === "passive") {
      // "is due to be freed", "is believed to have been freed"
      const predicate = verb.voice === "passive" ? cue : predicateOf(governor);
      const effect = lexicon.predicates.get(lower(predicate));
      if (effect !== undefined && below === "infinitive") {
        apply(state, effect, predicate);
        if (verb.negation >= 0) apply(state, "negated", verb.negation);
        return;
      }
    }
    const effect = lexicon.verbs.get(verb.lemma);
    if (verb.negation >= 0) {
      const negated = lexicon.negatedVerbs.get(verb.lemma);
      if (effect === "negated") apply(state, "uncertain", verb.negation);
      else if (negated !== undefined) apply(state, negated, verb.negation);
      else if (below === "infinitive") apply(state, "negated", verb.negation);
      else apply(state, effect, cue);
      return;
    }
    if (effect === "demanded" && below === "clause" && lexicon.reporting.has(verb.lemma)) return;
    apply(state, effect, cue);
    if (below === "infinitive" && verb.modal >= 0)
      apply(state, lexicon.modals.get(lower(verb.modal)), verb.modal);
  };

  const predicateOf = (clause: Clause): number => {
    for (let i = clause.verb.head + 1; i < clause.verb.head + 4; i++)
      if (lexicon.predicates.has(lower(i))) return i;
    return clause.verb.head;
  };

  /** Nouns that govern a clause ("rumours that", "a plan to"): the last noun before the clause. */
  const governingNoun = (state: State, clause: Clause): void => {
    // "reports that A and B, who …, were free": the noun stands before the mark, however long the subject.
    const own = Math.min(clause.first, clause.verb.first);
    const mark = clause.mark === null ? own : tokenOfMark(clause);
    let i = (lower(mark) === clause.mark ? Math.min(mark, own) : own) - 1;
    const floor = Math.max(doc.sentences[clause.sentence]?.first ?? 0, i - 12);
    if (lower(i) === clause.mark) i--;
    for (; i >= floor; i--) {
      const token = tokens[i];
      if (
        token === undefined ||
        token.tags.has("Verb") ||
        token.tags.has("Coordinator") ||
        token.text === ","
      )
        return;
      if (!token.tags.has("Noun")) continue;
      const effect = lexicon.nouns.get(token.lemma);
      if (effect === undefined) continue;
      apply(state, effect, i);
      // "denied reports that …"
      const holder = map
        .inSentence(clause.sentence)
        .find((other) => other.objects.some((object) => object.first <= i && i < object.last));
      if (holder !== undefined && lexicon.verbs.get(holder.verb.lemma) === "negated")
        apply(state, "negated", holder.verb.head);
      // "Reports that … were false"
      const verdict = map
        .inSentence(clause.sentence)
        .find((other) => other.index > clause.index && other.subject?.head === i);
      const main =
        verdict ??
        map.inSentence(clause.sentence).find((other) => other.index > clause.index && other.kind === "main");
      if (main !== undefined) {
        const rejected = lexicon.verbs.get(main.verb.lemma) === "negated" && main.verb.voice === "passive";
        const wrong = wordsAfter(main).find((k) => lexicon.falsePredicates.has(lower(k)));
        if (rejected || wrong !== undefined) apply(state, "negated", wrong ?? main.verb.head);
      }
      return;
    }
  };

  const wordsAfter = (clause: Clause): number[] => {
    const end = doc.sentences[clause.sentence]?.last ?? clause.last;
    return Array.from(
      { length: Math.min(6, end - clause.verb.last + 1) },
      (_, n) => clause.verb.last - 1 + n,
    );
  };

  const conditionBeside = (state: State, clause: Clause): void => {
    if (clause.verb.modal < 0) return;
    for (const other of map.inSentence(clause.sentence)) {
      if (other === clause || other.kind !== "adverbial" || other.mark === null) continue;
      if (lexicon.marks.get(other.mark) === "hypothetical")
        apply(state, state.effect === "planned" ? "uncertain" : "factual", other.verb.head);
    }
  };

  const climb = (state: State, start: Clause, withObjects = true): void => {
    let clause: Clause | undefined = start;
    for (let depth = 0; clause !== undefined && depth < maxDepth; depth++) {
      ownWords(state, clause, clause === start && withObjects);
      conditionBeside(state, clause);
      const parent: Clause | undefined = map.clauses[clause.parent];
      if (clause.kind === "complement" || clause.kind === "infinitive" || clause.kind === "gerund")
        governingNoun(state, clause);
      if (clause.kind === "main" || clause.kind === "relative" || clause.kind === "adverbial") break;
      if (parent === undefined) break;
      if (clause.kind === "participial") {
        // "denied having detained him", but not "came home, waving": only a gerund right after the verb is governed.
        if (clause.verb.form === "gerund" && clause.verb.first === parent.verb.last)
          governed(state, parent, "infinitive");
        // "was not among those released"
        else if (
          clause.verb.voice === "passive" &&
          parent.verb.negation >= 0 &&
          lemma(parent.verb.head) === "be"
        )
          apply(state, "negated", parent.verb.negation);
        break;
      }
      if (clause.kind === "gerund") {
        if (clause.mark === null) governed(state, parent, "infinitive");
        break;
      }
      if (clause.kind === "infinitive") {
        // "has yet to be released"
        for (const i of range(parent.verb.head + 1, clause.verb.first))
          if (lexicon.notYet.has(lower(i))) apply(state, "negated", i);
      }
      governed(state, parent, clause.kind === "infinitive" ? "infinitive" : "clause");
      if (clause.kind === "complement" && parent.kind === "relative") holderOfReport(state, parent);
      if (clause.kind === "complement") {
        // What a reporter is said to deny is denied, but the polarity of "said" itself is settled above.
        const up: Clause | undefined = map.clauses[parent.parent];
        if (up === undefined || (parent.kind !== "complement" && parent.kind !== "infinitive")) break;
        clause = parent;
        const effect: Effect | undefined = lexicon.verbs.get(up.verb.lemma);
        if (effect !== undefined && effect !== "factual" && parent.kind === "complement")
          governed(state, up, "clause");
        break;
      }
      clause = parent;
    }
  };

  /** "… and that she be released": a bare form with a subject of its own is wished, whatever governs it. */
  const wish = (state: State, { verb, subject }: Clause): void => {
    if (state.effect !== "factual" || subject === null || verb.modal >= 0) return;
    if (subject.first < verb.first && lexicon.bareForms.has(lower(verb.first)))
      apply(state, "demanded", verb.first);
  };

  /**
   * What an older version of the report said, or what somebody wrongly said, is no longer told: "an earlier version of
   * this article said that …", "wrongly reported that …".
   */
  const withdrawn = (state: State, clause: Clause): void => {
    const report = map.clauses[clause.parent];
    if (clause.kind !== "complement" || report === undefined || !lexicon.reporting.has(report.verb.lemma))
      return;
    const { subject, verb } = report;
    const adverb = range(verb.first - 2, verb.last).find((i) => lexicon.wrongly.has(lower(i)));
    if (adverb !== undefined) return apply(state, "negated", adverb);
    if (subject === null || !lexicon.versions.has(lemma(subject.head))) return;
    // Taggers take "earlier" for an adverb, which then stands before the phrase.
    const adjective = range(subject.first - 2, subject.head).find((i) => lexicon.superseded.has(lower(i)));
    if (adjective !== undefined) apply(state, "negated", adjective);
  };

  /** "rejected a post which said that he had stopped eating": what becomes of the report becomes of its content. */
  const holderOfReport = (state: State, report: Clause): void => {
    const holder = map
      .inSentence(report.sentence)
      .find(
        (other) => other !== report && other.objects.some((object) => object.first === report.subject?.first),
      );
    const effect = holder === undefined ? undefined : lexicon.verbs.get(holder.verb.lemma);
    if (holder !== undefined && effect !== "factual") apply(state, effect, holder.verb.head);
  };

  /** A sentence or its short successor that calls it all false: "… was untrue", "… came to nothing", "She has not." */
  const aroundSentence = (state: State, sentence: number, from: number): void => {
    const own = doc.sentences[sentence];
    if (own === undefined) return;
    for (const phrase of lexicon.falsePhrases) {
      for (let i = own.first; i + phrase.length <= own.last; i++) {
        if (phrase.every((word, n) => lower(i + n) === word || lemma(i + n) === word))
          apply(state, "negated", i);
      }
    }
    for (const other of map.inSentence(sentence)) {
      if (
        other.index <= from ||
        other.verb.form !== "finite" ||
        other.kind === "complement" ||
        lemma(other.verb.head) !== "be"
      )
        continue;
      const wrong = wordsAfter(other)
        .slice(1, 4)
        .find((k) => lexicon.falsePredicates.has(lower(k)));
      if (wrong !== undefined) apply(state, "negated", wrong);
    }
    const next = doc.sentences[sentence + 1];
    if (next === undefined || next.paragraph !== own.paragraph) return;
    const words = tokens.slice(next.first, next.last);
    // "That was wrong: …", "This turned out to be untrue."
    if (lexicon.demonstratives.has(words[0]?.lower ?? "")) {
      const wrong = words.slice(0, 7).findIndex((token) => lexicon.falsePredicates.has(token.lower));
      const doubled = words.slice(0, Math.max(wrong, 0)).some((token) => token.tags.has("Negative"));
      if (wrong > 0 && !doubled) return apply(state, "negated", next.first + wrong);
    }
    if (words.length > 5) return;
    // "She has not."
    const end = words.findIndex((token) => token.tags.has("Punctuation"));
    const last = words[end < 0 ? words.length - 1 : end - 1];
    const isElliptic = words.some((token) => token.tags.has("Auxiliary"));
    if (last?.tags.has("Negative") && isElliptic) apply(state, "negated", last.index);
  };

  return {
    ofVerb(clause, withObjects = true) {
      const state: State = { effect: "factual", cues: [] };
      if (isQuestion(clause.sentence)) return { assertion: "hypothetical", cues: [] };
      climb(state, clause, withObjects);
      wish(state, clause);
      withdrawn(state, clause);
      aroundSentence(state, clause.sentence, clause.index);
      return finish(state);
    },
    ofNoun(token) {
      const state: State = { effect: "factual", cues: [] };
      const sentence = doc.sentences.find((item) => item.first <= token && token < item.last);
      if (sentence === undefined || isQuestion(sentence.index))
        return { assertion: "hypothetical", cues: [] };
      const phrase = map.phrasesIn(sentence.index).find((item) => item.first <= token && token < item.last);
      if (phrase !== undefined) {
        for (let i = phrase.first; i < token; i++) {
          if (i < phrase.coreLast || token >= phrase.coreLast)
            apply(state, lexicon.adjectives.get(lower(i)), i);
          if (lexicon.negativeWords.has(lower(i))) apply(state, "negated", i);
          // "calls for the release", "rumours of a swap" inside one phrase
          if (i < phrase.coreLast && token >= phrase.coreLast && tokens[i]?.tags.has("Noun"))
            apply(state, lexicon.nouns.get(lemma(i)), i);
        }
        if (phrase.preposition !== null)
          apply(state, lexicon.prepositions.get(phrase.preposition), phrase.prep);
        const clause = clauseOf(sentence.index, phrase);
        nounBefore(state, phrase);
        if (clause !== undefined) {
          ownOfGovernor(state, clause, phrase);
        }
      }
      aroundSentence(
        state,
        sentence.index,
        phrase === undefined ? -1 : (clauseOf(sentence.index, phrase)?.index ?? -1),
      );
      return finish(state);
    },
  };

  /** The noun that a prepositional phrase depends on: "a call for her release". */
  function nounBefore(state: State, phrase: Phrase): void {
    if (phrase.prep < 1) return;
    let i = phrase.prep - 1;
    while (i > 0 && (tokens[i]?.tags.has("Adverb") ?? false)) i--;
    if (tokens[i]?.tags.has("Noun")) apply(state, lexicon.nouns.get(lemma(i)), i);
  }

  function clauseOf(sentence: number, phrase: Phrase): Clause | undefined {
    const own = map.inSentence(sentence);
    return (
      own.find(
        (clause) =>
          clause.objects.some((item) => item.first === phrase.first) ||
          clause.phrases.some((item) => item.first === phrase.first),
      ) ?? own.find((clause) => clause.ownSubject && clause.subject?.first === phrase.first)
    );
  }

  /** "called for", "hoping for", "waiting for": the preposition belongs to the verb. */
  function isGovernedPhrase({ preposition }: Phrase, verb: string): boolean {
    const effect = lexicon.verbs.get(verb);
    if (preposition === null || effect === undefined || effect === "factual" || effect === "negated")
      return false;
    return effect === "demanded" || lexicon.governedPrepositions.has(preposition);
  }

  function ownOfGovernor(state: State, clause: Clause, phrase: Phrase): void {
    const isSubject = clause.ownSubject && clause.subject?.first === phrase.first;
    const isObject = clause.objects.some((item) => item.first === phrase.first);
    const { verb } = clause;
    // Adjuncts ("after his release", "since her arrest") are presupposed; objects, subjects and "called for" are not.
    const selected =
      isObject || isSubject || (phrase.first > verb.head && isGovernedPhrase(phrase, verb.lemma));
    if (!selected) {
      // "to begin on the day of his release": neither has come yet.
      if (clause.kind === "infinitive" && phrase.first > verb.head) apply(state, "planned", verb.head);
      // "Closing speeches in the trial have been postponed"
      const insideSubject =
        clause.subject !== null && clause.subject.first < phrase.first && phrase.last <= verb.first;
      if (insideSubject && verb.voice === "passive" && lexicon.verbs.get(verb.lemma) === "negated")
        apply(state, "negated", verb.head);
      // "is due in Minsk for talks": what is only due has not taken place.
      const predicate =
        lemma(verb.head) === "be" ? lexicon.predicates.get(lower(predicateOf(clause))) : undefined;
      if (predicate !== undefined && phrase.first > verb.head) apply(state, predicate, predicateOf(clause));
      if (verb.modal >= 0 && phrase.first > verb.head && lexicon.modals.get(lower(verb.modal)) !== undefined)
        apply(state, lexicon.modals.get(lower(verb.modal)), verb.modal);
      return;
    }
    if (isSubject && verb.voice === "active") {
      climbSubject(state, clause);
      return;
    }
    const effect = lexicon.verbs.get(verb.lemma);
    const named = isObject && lexicon.prepositionalDemand.has(verb.lemma);
    if (!named && (effect !== undefined || verb.negation >= 0)) governed(state, clause, "noun");
    climb(state, clause);
  }

  /** The subject of a verb shares its modality only when the verb says that the event takes place. */
  function climbSubject(state: State, clause: Clause): void {
    // "Her trial is due to begin"
    if (lemma(clause.verb.head) === "be") {
      const predicate = predicateOf(clause);
      apply(state, lexicon.predicates.get(lower(predicate)), predicate);
    }
    climb(state, clause);
  }
}
