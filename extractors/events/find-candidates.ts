import type { Zone } from "../../model/article.ts";
import type { FrameRule } from "../languages/frames.ts";
import type { Clause } from "../text/clauses/clause.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import { tryRule } from "./apply-rule.ts";
import { gappedTerms } from "./bare-terms.ts";
import type { Candidate } from "./candidate.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./positions.ts";
import type { TriggerIndex } from "./triggers.ts";

/** Zones in which nothing is told as news of the article. */
const silentZones: ReadonlySet<Zone> = new Set(["faq", "tip", "teaser", "newsletter", "bio", "caption"]);

/** All tellings of events in a document, in order. */
export function findCandidates(context: EventContext, index: TriggerIndex): Candidate[] {
  const { doc, map } = context;
  const found: Candidate[] = [];
  for (const sentence of doc.sentences) {
    if (silentZones.has(sentence.zone)) {
      context.trace?.silence({
        sentence: sentence.index,
        because: `the zone "${sentence.zone}" tells no news`,
      });
      continue;
    }
    const told: { clause: Clause; candidate: Candidate }[] = [];
    for (const clause of map.inSentence(sentence.index)) {
      const rules = index.verbs(clause.verb.lemma, clause.verb.particle);
      const trigger: Trigger = { kind: "verb", clause, token: clause.verb.head };
      for (const candidate of allMatches(context, rules, trigger)) {
        found.push(candidate);
        if (candidate.type === "sentence") found.push(...gappedTerms(context, candidate));
        told.push({ clause, candidate });
      }
    }
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = doc.tokens[i];
      if (token === undefined || token.tags.has("Verb")) continue;
      const own = index.nouns(token.lemma);
      const rules = token.lemma === token.lower ? own : own.concat(index.nouns(token.lower));
      if (rules.length > 0 && sentence.zone !== "headline" && isInTitle(doc, i, sentence)) continue;
      if (rules.length === 0) continue;
      const phrase = map.phrasesIn(sentence.index).find((item) => item.first <= i && i < item.last);
      if (phrase === undefined) continue;
      const inner = innermost(context, phrase, i);
      const clause = map
        .inSentence(sentence.index)
        .find((item) =>
          [
            ...item.objects,
            ...item.phrases,
            ...(item.ownSubject && item.subject !== null ? [item.subject] : []),
          ].some((part) => part.first === phrase.first),
        );
      const candidate = firstMatch(context, rules, { kind: "noun", clause, phrase: inner, token: i });
      // "denies that she is on hunger strike": verb and noun are one telling, which the verb's clause judges.
      if (told.some((other) => other.clause === clause && other.candidate.type === candidate?.type)) continue;
      if (candidate === null) continue;
      found.push(candidate);
      if (candidate.type === "sentence") found.push(...gappedTerms(context, candidate));
    }
  }
  return found.toSorted((a, b) => a.token - b.token);
}

const opening = new Set(['"', "“", "«"]);
const closing = new Set(['"', "”", "»"]);
const maxTitleWords = 8;

/** "a song called “Prisoner Exchange”": a word of a quoted title, whose longer words all begin with a capital. */
function isInTitle({ tokens }: Document, at: number, { first, last }: Sentence): boolean {
  let open = at;
  while (open >= first && open > at - maxTitleWords && !opening.has(tokens[open]?.text ?? "")) open--;
  let close = at;
  while (close < last && close < at + maxTitleWords && !closing.has(tokens[close]?.text ?? "")) close++;
  if (!opening.has(tokens[open]?.text ?? "") || !closing.has(tokens[close]?.text ?? "")) return false;
  const words = tokens.slice(open + 1, close).filter(({ text }) => text.length > 3);
  return words.length > 0 && words.every(({ text }) => /^\p{Lu}/u.test(text));
}

/** The item of a list in which the token stands; "their arrest and release" lends its possessor to both. */
function innermost(context: EventContext, phrase: Phrase, token: number): Phrase {
  const part = phrase.parts.find((item) => item.phrase.first <= token && token < item.phrase.ownLast);
  if (part === undefined) return phrase;
  const { tokens } = context.doc;
  const shared = part.role === "conjunct" && tokens[phrase.first]?.tags.has("Possessive") === true;
  const own = tokens[part.phrase.first]?.tags;
  const determined = own?.has("Determiner") === true || own?.has("Possessive") === true;
  return shared && !determined ? { ...part.phrase, first: phrase.first } : part.phrase;
}

/** What the first rule that fits makes of the trigger, and each rule that stands beside others. */
function allMatches(context: EventContext, rules: readonly FrameRule[], trigger: Trigger): Candidate[] {
  const first = firstMatch(context, rules, trigger);
  const beside = rules
    .filter((rule) => rule.beside === true)
    .flatMap((rule) => match(context, rule, trigger) ?? []);
  return first === null ? beside : [first, ...beside];
}

function firstMatch(context: EventContext, rules: readonly FrameRule[], trigger: Trigger): Candidate | null {
  for (const rule of rules) {
    if (rule.beside === true) continue;
    const candidate = match(context, rule, trigger);
    if (candidate !== null) return candidate;
  }
  return null;
}

function match(context: EventContext, rule: FrameRule, trigger: Trigger): Candidate | null {
  const result = tryRule(context, rule, trigger);
  const rejectedBecause = typeof result === "string" ? result : null;
  context.trace?.rule({ ruleId: rule.id, token: trigger.token, rejectedBecause });
  return typeof result === "string" ? null : result;
}
