import type { Span } from "../../model/article.ts";
import type { AssertionLexicon } from "../languages/assertion-lexicon.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Clause, ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";

const maxDepth = 8;

export interface Attribution {
  /** Phrases that name who says what stands at `token`, innermost first. */
  sourcesOf(token: number): readonly Phrase[];
  /** Whether a cue of doubt only says that somebody else tells it ("reportedly"). */
  asksForSource(cue: Span): boolean;
}

function speakerOf(clause: Clause, by: string): Phrase | null {
  if (clause.verb.voice === "active") return clause.subject;
  return clause.phrases.find((phrase) => phrase.preposition === by) ?? null;
}

/**
 * Finds the sources of statements: the subject of a reporting verb above the clause, beside it ("…, X said") or in
 * the neighbouring sentence of the same quotation, and "according to X".
 */
export function createAttribution(doc: Document, map: ClauseMap, lexicon: AssertionLexicon): Attribution {
  const reports = (clause: Clause): boolean =>
    lexicon.reporting.has(clause.verb.lemma) && clause.verb.negation < 0;
  const sentenceAt = (token: number): number =>
    doc.sentences.findIndex((item) => item.first <= token && token < item.last);

  /** A reporting clause that has nothing below it speaks for what stands around it. */
  const governsOther = (clause: Clause): boolean =>
    map
      .inSentence(clause.sentence)
      .some(
        (other) =>
          other.parent === clause.index && (other.kind === "complement" || other.kind === "infinitive"),
      );

  const above = (start: Clause, into: Phrase[]): void => {
    let clause: Clause | undefined = start;
    for (let depth = 0; clause !== undefined && depth < maxDepth; depth++) {
      const parent: Clause | undefined = map.clauses[clause.parent];
      if (parent === undefined) return;
      if ((clause.kind === "complement" || clause.kind === "infinitive") && reports(parent)) {
        const speaker = speakerOf(parent, lexicon.agentPreposition);
        if (speaker !== null) into.push(speaker);
      }
      clause = parent;
    }
  };

  /** Sources that a sentence names for all that it tells: "as reported by X", "according to X". */
  const namedIn = (sentence: number): Phrase[] => {
    const found: Phrase[] = [];
    // "…, as first documented by Viasna"
    for (const { verb } of map.inSentence(sentence)) {
      const opening = [verb.first - 1, verb.first - 2].some((i) =>
        lexicon.asWords.has(doc.tokens[i]?.lower ?? ""),
      );
      if (!opening || !lexicon.reporting.has(verb.lemma)) continue;
      const by = map
        .phrasesIn(sentence)
        .find(({ preposition, prep }) => preposition === lexicon.agentPreposition && prep === verb.last);
      if (by !== undefined) found.push(by);
    }
    for (const phrase of map.phrasesIn(sentence)) {
      if (phrase.preposition !== null && lexicon.sourcePrepositions.has(phrase.preposition))
        found.push(phrase);
    }
    return found;
  };

  const beside = (sentence: number, token: number, into: Phrase[]): void => {
    for (const clause of map.inSentence(sentence)) {
      const own = clause.verb.first <= token && token < clause.last;
      if (!reports(clause) || own || governsOther(clause)) continue;
      const after = clause.verb.first > token;
      const isParenthetical = clause.kind === "main" || clause.kind === "adverbial";
      if (!isParenthetical || clause.verb.voice !== "active") continue;
      // A speaker before a quotation mark or colon, or one after what was said.
      const opensQuote = /[“"«:]/u.test(
        doc.text.slice(doc.tokens[clause.verb.last - 1]?.end ?? 0, doc.tokens[token]?.start ?? 0),
      );
      if ((after || opensQuote) && clause.subject !== null) into.push(clause.subject);
    }
    into.push(...namedIn(sentence));
    for (const clause of map.inSentence(sentence)) {
      const word = doc.tokens[clause.verb.head]?.lower ?? "";
      if (lexicon.sourceGerunds.has(word) && clause.objects[0] !== undefined) into.push(clause.objects[0]);
    }
  };

  /** "her reported release": by whom, a neighbouring sentence of the paragraph may say. */
  const ofUnsourced = (index: number): Phrase[] => {
    const sentence = doc.sentences[index];
    if (sentence === undefined) return [];
    const words = doc.tokens.slice(sentence.first, sentence.last);
    if (!words.some(({ lower }) => lexicon.unsourced.has(lower))) return [];
    for (const step of [1, -1]) {
      const other = doc.sentences[index + step];
      const found = other?.paragraph === sentence.paragraph ? namedIn(other.index) : [];
      if (found.length > 0) return found;
    }
    return [];
  };

  /** In a running quotation the speaker stands in a neighbouring sentence of the same paragraph. */
  const aroundQuote = (index: number, into: Phrase[]): void => {
    const sentence = doc.sentences[index];
    if (sentence === undefined) return;
    const opens = /^[“"«]/u.test(doc.text.slice(sentence.start, sentence.start + 1));
    if (!sentence.quoted && !opens) return;
    for (const step of [-1, 1, -2, 2]) {
      const other = doc.sentences[index + step];
      if (other === undefined || other.paragraph !== sentence.paragraph) continue;
      for (const clause of map.inSentence(other.index)) {
        if (
          reports(clause) &&
          clause.kind === "main" &&
          !governsOther(clause) &&
          clause.verb.voice === "active" &&
          clause.subject !== null
        ) {
          into.push(clause.subject);
          return;
        }
      }
    }
  };

  return {
    asksForSource: ({ start, end }) => lexicon.unsourced.has(doc.text.slice(start, end).toLowerCase()),
    sourcesOf(token) {
      const found: Phrase[] = [];
      const clause = map.at(token);
      if (clause !== undefined) above(clause, found);
      const sentence = sentenceAt(token);
      beside(sentence, token, found);
      if (found.length === 0) aroundQuote(sentence, found);
      if (found.length === 0) found.push(...ofUnsourced(sentence));
      return found;
    },
  };
}
