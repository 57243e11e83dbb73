import type { AssertionLexicon } from "../languages/assertion-lexicon.ts";
import type { Clause, ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import { climb } from "./governors.ts";
import { nounBefore, ownOfGovernor, phraseWords } from "./noun-cues.ts";
import { wish } from "./own-words.ts";
import { aroundSentence, withdrawn } from "./retraction.ts";
import { AssertionScope } from "./scope.ts";
import { type Judgement, Verdict } from "./verdict.ts";

export interface AssertionJudge {
  /** Judges what the verb of `clause` tells. */
  ofVerb(clause: Clause, withObjects?: boolean): Judgement;
  /** Judges what the noun at `token` tells, from its determiner up to the verbs that govern it. */
  ofNoun(token: number): Judgement;
}

/**
 * Judges assertion in the manner of ConText (Harkema et al. 2009): cues with a direction and a scope, here the
 * grammatical scope that the clause analysis gives, and pseudo-cues by what a verb governs.
 */
export function createAssertionJudge(
  doc: Document,
  map: ClauseMap,
  lexicon: AssertionLexicon,
): AssertionJudge {
  const scope = new AssertionScope(doc, map, lexicon);
  return {
    ofVerb(clause, withObjects = true) {
      const verdict = new Verdict(doc.tokens);
      if (scope.isQuestion(clause.sentence)) return { assertion: "hypothetical", cues: [] };
      climb(scope, verdict, clause, withObjects);
      wish(scope, verdict, clause);
      withdrawn(scope, verdict, clause);
      aroundSentence(scope, verdict, clause.sentence, clause.index);
      return verdict.finish();
    },
    ofNoun(token) {
      const verdict = new Verdict(doc.tokens);
      const sentence = doc.sentences.find((item) => item.first <= token && token < item.last);
      if (sentence === undefined || scope.isQuestion(sentence.index))
        return { assertion: "hypothetical", cues: [] };
      const phrase = map.phrasesIn(sentence.index).find((item) => item.first <= token && token < item.last);
      const clause = phrase === undefined ? undefined : scope.clauseOf(sentence.index, phrase);
      if (phrase !== undefined) {
        phraseWords(scope, verdict, phrase, token);
        nounBefore(scope, verdict, phrase);
        if (clause !== undefined) ownOfGovernor(scope, verdict, clause, phrase);
      }
      aroundSentence(scope, verdict, sentence.index, clause?.index ?? -1);
      return verdict.finish();
    },
  };
}
