import type { Article, Span } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Entities } from "../entities.ts";
import type { Extractor } from "../index.ts";
import type { Document } from "../text/document.ts";
import type { SlotNote, Trace, TracedParts } from "../trace.ts";
import { explainClauses, wordsOf } from "./clauses.ts";
import type { ExplainedEvent, ExplainedSentence, ExplainedSlot, Explanation, Try } from "./explanation.ts";

/** Extracts from an article and tells how it came about. */
export function explain(
  extract: Extractor,
  article: Article,
): { extraction: Extraction; explanation: Explanation } {
  const collector = createCollector();
  const extraction = extract(article, collector.trace);
  return { extraction, explanation: collector.finish(article, extraction) };
}

/** Gathers a trace's notes by sentence. */
function createCollector(): {
  trace: Trace;
  finish(article: Article, extraction: Extraction): Explanation;
} {
  let parts: TracedParts | null = null;
  let sentences: ExplainedSentence[] = [];
  let slots: ExplainedSlot[] = [];
  let silentBecause: string | null = null;
  const events: ExplainedEvent[] = [];
  const tries = new Map<string, Try>();

  const numberOf = (token: number): number =>
    (parts?.document.sentences.findIndex(({ first, last }) => first <= token && token < last) ?? -1) + 1;
  const spanOf = (token: number): Span => {
    const { start, end } = parts?.document.tokens[token] ?? { start: 0, end: 0 };
    return { start, end };
  };
  const trace: Trace = {
    begin(begun) {
      parts = begun;
      const { document, clauses } = begun;
      sentences = document.sentences.map(({ index, zone, start, end }) => ({
        number: index + 1,
        span: { start, end },
        zone,
        silentBecause: null,
        clauses: explainClauses(document, clauses.inSentence(index)),
        tries: [],
        conditions: [],
      }));
    },
    silence({ sentence, because }) {
      if (sentence === null) silentBecause = because;
      else {
        const one = sentences[sentence];
        if (one !== undefined) one.silentBecause = because;
      }
    },
    slot(note) {
      if (parts !== null) slots.push(explainSlot(note, parts.document, parts.entities));
    },
    rule({ ruleId, token, rejectedBecause }) {
      const tried: Try = { ruleId, trigger: spanOf(token), rejectedBecause, slots, became: null };
      slots = [];
      sentences[numberOf(token) - 1]?.tries.push(tried);
      if (rejectedBecause === null) tries.set(`${ruleId} ${token}`, tried);
    },
    fate({ ruleId, token, became, because, features }) {
      if (became === "told") events.push({ sentence: numberOf(token), cues: [], features: features ?? {} });
      const tried = tries.get(`${ruleId} ${token}`);
      if (tried === undefined) return;
      tried.became = became === "told" ? `event ${events.length}` : `${became}: ${because}`;
    },
    condition({ ruleId, first, last, rejectedBecause }) {
      if (parts === null) return;
      const words = wordsOf(parts.document, first, last);
      sentences[numberOf(first) - 1]?.conditions.push({ ruleId, words, rejectedBecause });
    },
  };
  return {
    trace,
    finish: ({ text }, extraction) => ({
      silentBecause,
      sentences,
      events: events.map((event, at) => ({
        ...event,
        cues: (extraction.events[at]?.cues ?? []).map(({ start, end }) => text.slice(start, end)),
      })),
    }),
  };
}

/** A slot with how each of its fillers is mentioned there. */
function explainSlot(note: SlotNote, document: Document, { byKey, mentions }: Entities): ExplainedSlot {
  const within = mentions.filter(({ first, last }) => note.first <= first && last <= note.last);
  const fillers = note.keys.map((key) => {
    const name = byKey.get(key)?.name ?? key;
    const mention = within.find(({ entities }) => entities.includes(key));
    if (mention === undefined) return `${name}, not named there`;
    const words = document.text.slice(mention.start, mention.end);
    return words === name ? name : `${name} by ${mention.form} "${words}"`;
  });
  return {
    slot: note.slot,
    from: note.from,
    words: wordsOf(document, note.first, note.last),
    fillers: note.value === null ? [...new Set(fillers)] : [note.value],
  };
}
