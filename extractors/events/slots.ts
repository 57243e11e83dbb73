import type { Span } from "../../model/article.ts";
import type { FrameRule, Position } from "../languages/frames.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Clause } from "../text/clauses/clause.ts";
import { isTime } from "../text/phrases/coordination.ts";
import { type EventContext, noted } from "./context.ts";
import { lastMentions } from "./fill.ts";
import { followers, phrasesAt, type Trigger } from "./positions.ts";
import { sentenceOf } from "./ranges.ts";
import { bareTermIn, termIn } from "./terms.ts";

const persons = new Set(["person"] as const);
const anyGroup = new Set(["group"] as const);

export function termOf(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  const { tokens } = context.doc;
  for (const position of rule.term ?? []) {
    if (position === "sentence") {
      const sentence = context.doc.sentences[sentenceOf(context, trigger.token)];
      const found =
        sentence === undefined ? null : termIn(tokens, trigger.token, sentence.last, context.lexicon);
      if (found !== null) return found;
      continue;
    }
    if (position === "clause") {
      const { clause } = trigger;
      if (clause === undefined) continue;
      const term = termIn(tokens, clause.verb.last, clause.last, context.lexicon);
      if (term !== null)
        return noted(context, "term", position, term, { first: clause.verb.last, last: clause.last });
      continue;
    }
    for (const phrase of phrasesAt(context, trigger, position)) {
      const term =
        termIn(tokens, phrase.first, phrase.last, context.lexicon) ??
        (rule.ellipticTerm === true ? ellipticTerm(context, phrase) : null);
      if (term !== null) return noted(context, "term", position, term, phrase);
    }
  }
  return null;
}

const ellipsisReach = 120;

/** "were each handed seven": the unit is that of the last term before. */
function ellipticTerm(context: EventContext, { first, last }: Phrase): string | null {
  const { tokens } = context.doc;
  for (let i = first - 1; i > Math.max(0, first - ellipsisReach); i--) {
    const unit = context.lexicon.termUnits.get(tokens[i]?.lower ?? "");
    if ((unit === "year" || unit === "month") && tokens[i - 1]?.tags.has("Value") === true) {
      let number = first;
      while (number < last - 1 && tokens[number]?.tags.has("Value") !== true) number++;
      return bareTermIn(tokens, number, last, unit, context.lexicon);
    }
  }
  return null;
}

export function chargeOf(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  const { doc, lexicon, map } = context;
  for (const position of rule.charge ?? []) {
    for (const phrase of phrasesAt(context, trigger, position)) {
      if (isTime(phrase, doc.tokens) || termIn(doc.tokens, phrase.first, phrase.last, lexicon) !== null)
        continue;
      // "went on trial": an event is no charge.
      const head = doc.tokens[phrase.head];
      if (phrase.ownLast === phrase.coreLast && lexicon.eventNouns.has(head?.lemma ?? "")) continue;
      let first = phrase.first;
      while (first < phrase.last && lexicon.chargePrefixes.has(doc.tokens[first]?.lower ?? "")) first++;
      if (first >= phrase.last) continue;
      return noted(context, "charge", position, textOf(context, first, phrase.last), phrase);
    }
  }
  if (rule.charge === undefined || trigger.clause === undefined) return null;
  // "for smuggling and financing protests": a gerund below the trigger.
  const own = trigger.clause;
  const gerunds = map
    .inSentence(own.sentence)
    .filter(
      (clause) =>
        clause.kind === "gerund" &&
        (clause.parent === own.index || clause.coordinatedWith >= 0) &&
        clause.verb.first > own.verb.head,
    );
  const first = gerunds[0];
  const last = gerunds.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    !rule.charge.includes(`prep:${first.mark ?? ""}` as Position)
  )
    return null;
  const range = { first: first.verb.first, last: Math.max(last.last, last.verb.last) };
  return noted(
    context,
    "charge",
    `prep:${first.mark ?? ""}`,
    textOf(context, range.first, range.last),
    range,
  );
}

function textOf(context: EventContext, first: number, last: number): string {
  const { text, tokens } = context.doc;
  return text
    .slice(tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0)
    .replace(/["“”«»]/gu, "")
    .replace(/[\s,.;]+$/u, "");
}

/** Place: the rule's own positions first, then any "in" or "at" with a name or a place of detention. */
export function placeOf(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  const { lexicon, doc } = context;
  const own = (rule.place ?? []).flatMap((position) => phrasesAt(context, trigger, position));
  const others =
    trigger.kind === "verb" ? trigger.clause.phrases : followers(context, trigger.phrase, trigger.token);
  for (const phrase of [...own, ...others]) {
    if (!own.includes(phrase) && !lexicon.placePrepositions.has(phrase.preposition ?? "")) continue;
    if (isTime(phrase, doc.tokens) || isPerson(context, phrase)) continue;
    const named = doc.tokens
      .slice(phrase.first, phrase.ownLast)
      .some((token) => token.tags.has("ProperNoun"));
    const facility = lexicon.facilityNouns.has(doc.tokens[phrase.head]?.lemma ?? "");
    if (!named && !(facility && own.includes(phrase))) continue;
    let first = phrase.first;
    if (doc.tokens[first]?.tags.has("Determiner") && first + 1 < phrase.ownLast) first++;
    const from = phrase.preposition === null ? "its own positions" : `prep:${phrase.preposition}`;
    return noted(context, "place", from, textOf(context, first, phrase.ownLast), phrase);
  }
  return null;
}

const isPerson = (context: EventContext, phrase: Phrase): boolean =>
  lastMentions(context, phrase.first, phrase.ownLast, persons).some(
    (mention) => mention.first <= phrase.head && phrase.head < mention.last,
  );

/** The event's own date: of its clause, else of the clause that it shares its time with. */
export function dateOf(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  if (rule.date?.length === 0) return imposedDate(context, rule, trigger);
  const wanted =
    rule.date?.flatMap((position) => (position.startsWith("prep:") ? [position.slice(5)] : [])) ?? [];
  if (trigger.kind === "noun") return nounDate(context, trigger);
  return clauseDate(context, trigger.clause, trigger.token, wanted, 0);
}

/** "was serving a 10-year term handed down in March 2023": the date of the act behind a state. */
function imposedDate(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  if (rule.imposedBy === undefined || trigger.clause === undefined) return null;
  const verbs = rule.imposedBy.split(", ");
  const { verb, sentence } = trigger.clause;
  const act = context.map
    .inSentence(sentence)
    .find(
      (clause) =>
        clause.kind === "participial" &&
        clause.verb.form === "participle" &&
        clause.verb.first > verb.head &&
        verbs.includes(clause.verb.lemma),
    );
  const date = act === undefined ? undefined : ownDates(context, act)[0];
  return date === undefined ? null : noted(context, "date", "the act behind the state", date.value, date);
}

/** "in March, when 553 people had been released": the day right before the clause. */
function dateBeforeWhen(context: EventContext, clause: Clause): string | null {
  if (clause.kind !== "adverbial" || !context.lexicon.timeMarks.has(clause.mark ?? "")) return null;
  const { tokens } = context.doc;
  let mark = clause.verb.first;
  while (mark > 0 && tokens[mark]?.lower !== clause.mark) mark--;
  const end = tokens[mark - 1]?.text === "," ? mark - 1 : mark;
  const date = context.timeline.within(end - 1, end).at(-1);
  return date === undefined ? null : noted(context, "date", "before the clause", date.value, date);
}

function ownDates(
  context: EventContext,
  clause: Clause,
): readonly { value: string; first: number; last: number; before: string; isLimit: boolean }[] {
  return context.timeline
    .within(Math.min(clause.first, clause.verb.first), Math.max(clause.last, clause.verb.last) + 3)
    .filter((date) => {
      if (date.isLimit) return false;
      const owner = context.map.at(date.first);
      if (owner === clause) return true;
      // Adverbs right after the clause ("freed today", "two days earlier") belong to no phrase.
      return owner === undefined && date.first <= clause.last + 1;
    });
}

function clauseDate(
  context: EventContext,
  clause: Clause,
  token: number,
  wanted: readonly string[],
  depth: number,
): string | null {
  const own = ownDates(context, clause).filter((date) => wanted.length === 0 || wanted.includes(date.before));
  const nearest = own.toSorted(
    (a, b) => b.value.length - a.value.length || Math.abs(a.first - token) - Math.abs(b.first - token),
  )[0];
  if (nearest !== undefined)
    return noted(
      context,
      "date",
      depth === 0 ? "the clause" : "the clause to which it belongs",
      nearest.value,
      nearest,
    );
  if (wanted.length > 0 || depth > 3) return null;
  // "freed 135 people regarded as political prisoners on Thursday"
  const described = context.map
    .inSentence(clause.sentence)
    .find(
      (other) =>
        other.parent === clause.index &&
        other.kind === "participial" &&
        other.verb.form === "participle" &&
        (context.lexicon.describing.has(other.verb.lemma) || describesGroup(context, other)),
    );
  const late = described === undefined ? undefined : ownDates(context, described).at(-1);
  if (late !== undefined)
    return noted(context, "date", "behind the clause that describes the people", late.value, late);
  // "stopped eating on 14 March"
  const governed = context.map
    .inSentence(clause.sentence)
    .find((other) => other.parent === clause.index && other.verb.first === clause.verb.last);
  const behind = governed === undefined ? undefined : ownDates(context, governed)[0];
  if (behind !== undefined) return behind.value;
  const before = dateBeforeWhen(context, clause);
  if (before !== null) return before;
  const partner = context.map.clauses[clause.coordinatedWith];
  if (partner !== undefined) return sharedDate(context, partner, token, depth + 1);
  const parent = context.map.clauses[clause.parent];
  if (parent === undefined) return null;
  const simultaneous =
    clause.kind === "infinitive" || (clause.kind === "participial" && clause.verb.form === "gerund");
  if (simultaneous) return clauseDate(context, parent, token, wanted, depth + 1);
  return null;
}

/** "pardoned 23 people convicted of extremism | on Thursday": the day behind the group is the main verb's. */
function describesGroup(context: EventContext, { subject, verb }: Clause): boolean {
  if (subject === null || subject.first >= verb.first) return false;
  return lastMentions(context, subject.first, subject.coreLast, anyGroup).length > 0;
}

/** Of two joined clauses the second shares a date that stands before the first verb: "On Friday he was seized and beaten". */
function sharedDate(context: EventContext, partner: Clause, token: number, depth: number): string | null {
  const own = ownDates(context, partner);
  const isSharedOut = context.lexicon.describing.has(partner.verb.lemma);
  if (!isSharedOut && own.some((date) => date.first > partner.verb.head)) return null;
  return clauseDate(context, partner, token, [], depth);
}

function nounDate(context: EventContext, trigger: Extract<Trigger, { kind: "noun" }>): string | null {
  const chain = followers(context, trigger.phrase, trigger.token);
  const end = chain.at(-1)?.last ?? trigger.phrase.last;
  const own = context.timeline.within(trigger.phrase.first, end + 1).find((date) => !date.isLimit);
  if (own !== undefined) return noted(context, "date", "the noun's phrase", own.value, own);
  const { clause } = trigger;
  if (clause === undefined) return null;
  const carried =
    clause.subject?.first === trigger.phrase.first ||
    clause.objects.some((object) => object.first === trigger.phrase.first);
  return carried ? clauseDate(context, clause, trigger.token, [], 0) : null;
}

/** The words that prove the event: its clause, or the noun phrase with what follows from it. */
export function evidenceOf(context: EventContext, trigger: Trigger): Span {
  const { doc } = context;
  const sentence = doc.sentences[sentenceOf(context, trigger.token)];
  let first = trigger.clause?.first ?? trigger.token;
  let last = Math.max(trigger.clause?.last ?? 0, trigger.token + 1);
  if (trigger.kind === "noun") {
    first = Math.min(first, trigger.phrase.first);
    last = Math.max(
      last,
      trigger.phrase.last,
      followers(context, trigger.phrase, trigger.token).at(-1)?.last ?? 0,
    );
  } else {
    first = Math.min(first, trigger.clause.verb.first);
    last = Math.max(last, trigger.clause.verb.last);
  }
  first = Math.max(first, sentence?.first ?? first);
  last = Math.min(last, sentence?.last ?? last);
  return { start: doc.tokens[first]?.start ?? 0, end: doc.tokens[last - 1]?.end ?? 0 };
}
