import type { Judgement } from "../assertion/verdict.ts";
import type { Zone } from "../../model/article.ts";
import type { Condition, FrameRule, Position, SlotName } from "../languages/frames.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Clause } from "../text/clauses/clause.ts";
import { custody } from "./anaphora.ts";
import type { Candidate } from "./candidate.ts";
import type { EventContext } from "./context.ts";
import type { EntityKind } from "./fill.ts";
import { alternativeKeys, keysAt, keysOf } from "./keys.ts";
import { phrasesAt, sentenceOf, type Trigger } from "./positions.ts";
import { chargeOf, dateOf, evidenceOf, placeOf, termOf } from "./slots.ts";
import { containsPhrase, phrasesOfCondition, type TriggerIndex } from "./triggers.ts";

/** Zones in which nothing is told as news of the article. */
const silentZones: ReadonlySet<Zone> = new Set(["faq", "tip", "teaser", "newsletter", "bio", "caption"]);

const people: ReadonlySet<EntityKind> = new Set(["person", "group"]);
const bodies: ReadonlySet<EntityKind> = new Set(["person", "actor"]);
const anyone: ReadonlySet<EntityKind> = new Set(["person", "group", "actor"]);

function kindsOf(rule: FrameRule, slot: SlotName): ReadonlySet<EntityKind> {
  if (slot !== "subjects") return bodies;
  return rule.type === "sanction" || rule.type === "designation" ? anyone : people;
}

/** All tellings of events in a document, in order. */
export function findCandidates(context: EventContext, index: TriggerIndex): Candidate[] {
  const { doc, map } = context;
  const found: Candidate[] = [];
  for (const sentence of doc.sentences) {
    if (silentZones.has(sentence.zone)) continue;
    const told: { clause: Clause; candidate: Candidate }[] = [];
    for (const clause of map.inSentence(sentence.index)) {
      const rules = index.verbs(clause.verb.lemma, clause.verb.particle);
      const candidate = firstMatch(context, rules, { kind: "verb", clause, token: clause.verb.head });
      if (candidate === null) continue;
      found.push(candidate);
      told.push({ clause, candidate });
    }
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = doc.tokens[i];
      if (token === undefined || token.tags.has("Verb")) continue;
      const rules = index
        .nouns(token.lemma)
        .concat(token.lemma === token.lower ? [] : index.nouns(token.lower));
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
      if (candidate !== null) found.push(candidate);
    }
  }
  return found.toSorted((a, b) => a.token - b.token);
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

function firstMatch(context: EventContext, rules: readonly FrameRule[], trigger: Trigger): Candidate | null {
  for (const rule of rules) {
    const candidate = match(context, rule, trigger);
    if (candidate !== null) return candidate;
  }
  return null;
}

function holds(context: EventContext, trigger: Trigger, condition: Condition): boolean {
  const phrases = phrasesOfCondition(condition);
  const { tokens, sentences } = context.doc;
  return condition.at.some((position) => {
    const sentence = sentences[sentenceOf(context, trigger.token)];
    if (position === "paragraph") {
      const first = sentences.find((other) => other.paragraph === sentence?.paragraph)?.first ?? 0;
      return containsPhrase(tokens, first, sentence?.last ?? first, phrases);
    }
    if (position === "clause" || position === "sentence") {
      const range = position === "clause" && trigger.clause !== undefined ? trigger.clause : sentence;
      if (range === undefined) return false;
      const last =
        trigger.clause !== undefined && position === "clause"
          ? Math.max(range.last, trigger.clause.verb.last)
          : range.last;
      return containsPhrase(
        tokens,
        Math.min(range.first, trigger.clause?.verb.first ?? range.first),
        last,
        phrases,
      );
    }
    return phrasesAt(context, trigger, position).some((phrase) =>
      containsPhrase(tokens, phrase.first, phrase.last, phrases),
    );
  });
}

function match(context: EventContext, rule: FrameRule, trigger: Trigger): Candidate | null {
  const result = tryRule(context, rule, trigger);
  const rejectedBecause = typeof result === "string" ? result : null;
  context.trace?.({ ruleId: rule.id, token: trigger.token, rejectedBecause });
  return typeof result === "string" ? null : result;
}

/** The telling that the rule makes of the trigger, or why it makes none. */
function tryRule(context: EventContext, rule: FrameRule, trigger: Trigger): Candidate | string {
  if (trigger.kind === "verb" && rule.voice !== undefined && trigger.clause.verb.voice !== rule.voice)
    return "voice";
  const unmet = rule.when?.find((condition) => !holds(context, trigger, condition));
  if (unmet !== undefined) return `none of these at ${unmet.at.join(", ")}: ${unmet.words}`;
  const other = rule.unless?.find((condition) => holds(context, trigger, condition));
  if (other !== undefined) return `another sense, one of these at ${other.at.join(", ")}: ${other.words}`;
  const slots = fillSlots(context, rule, trigger);
  const required = rule.requires ?? ["subjects"];
  const unnamed =
    rule.type === "appeal" && slots.subjects.length === 0 ? unnamedPeople(context, rule, trigger) : null;
  const anaphoric =
    unnamed === null &&
    (slots.pointsBack || (slots.subjects.length === 0 && impliesPeople(context, rule, trigger)));
  const empty = required.find(
    (slot) => slots[slot].length === 0 && !(slot === "subjects" && (anaphoric || unnamed !== null)),
  );
  if (empty !== undefined) return `no ${empty}`;
  const term = termOf(context, rule, trigger);
  if (rule.needsTerm === true && term === null) return "no term";
  const date = dateOf(context, rule, trigger);
  if (rule.needsDate === true && date === null) return "no date";
  let judgement =
    trigger.kind === "verb"
      ? context.judge.ofVerb(trigger.clause, rule.negativeObject !== true)
      : context.judge.ofNoun(trigger.token);
  if (trigger.kind === "verb" && judgement.assertion === "asserted")
    judgement = resultOf(context, trigger.clause) ?? judgement;
  if (judgement.assertion === "hypothetical") return "only supposed, asked or general";
  if (rule.needsNegation === true && judgement.assertion !== "negated") return "not negated";
  const sentence = context.doc.sentences[sentenceOf(context, trigger.token)];
  const token = context.doc.tokens[trigger.token];
  if (sentence === undefined || token === undefined) return "no sentence";
  const { subjects, groups } = splitGroups(context, slots.subjects);
  const agents = new Set(slots.agents.filter((key) => !subjects.has(key)));
  if (required.includes("agents") && agents.size === 0) return "no agents beside the subjects";
  if (isDescription(context, trigger) && subjects.size === 0 && date === null && term === null)
    return "only says which people are meant";
  if (isGeneric(context, trigger, subjects.size, groups)) return "a habit or general statement";
  const sources = new Set(
    context.attribution.sourcesOf(trigger.token).flatMap((phrase) => keysOf(context, phrase, bodies)),
  );
  if (sources.size === 0) for (const key of witness(context, trigger, slots)) sources.add(key);
  return {
    rule,
    type: rule.type,
    subjects,
    groups,
    agents,
    recipients: new Set(slots.recipients.filter((key) => !agents.has(key))),
    date,
    place: placeOf(context, rule, trigger),
    term,
    charge: chargeOf(context, rule, trigger),
    assertion: rule.needsNegation === true ? "asserted" : judgement.assertion,
    cues: judgement.cues,
    sources,
    trigger: { start: token.start, end: token.end },
    evidence: evidenceOf(context, trigger),
    sentence: sentence.index,
    token: trigger.token,
    headline: sentence.zone === "headline",
    anaphoric,
    unnamed,
    definite: slots.definite,
    parts: {
      rule: rule.weight ?? 0.9,
      ...(sentence.zone === "headline" ? { headline: 0.9 } : {}),
    },
    tellings: 1,
  };
}

/** "release all political prisoners": what the people are called for whom one asks. */
function unnamedPeople(context: EventContext, rule: FrameRule, trigger: Trigger): string | null {
  const { tokens, text } = context.doc;
  for (const phrase of (rule.slots.subjects ?? []).flatMap((slot) => phrasesAt(context, trigger, slot))) {
    const head = tokens[phrase.head];
    if (head === undefined || !context.lexicon.heldPeople.has(head.lower)) continue;
    let first = phrase.first;
    while (first < phrase.head && tokens[first]?.tags.has("Determiner") === true) first++;
    return text.slice(tokens[first]?.start ?? head.start, head.end);
  }
  return null;
}

/** "I was taken from my mother's house": who tells of themselves is the source of it. */
function witness(context: EventContext, trigger: Trigger, slots: Filled): string[] {
  const subject = trigger.clause?.subject;
  const head = subject == null ? undefined : context.doc.tokens[subject.head];
  return head !== undefined && context.grammar.firstPerson.has(head.lower)
    ? slots.subjects.filter((key) => context.entities.byKey.get(key)?.kind === "person")
    : [];
}

/** Named people and groups among the subjects; a group brings its named members along. */
function splitGroups(
  context: EventContext,
  keys: readonly string[],
): { subjects: Set<string>; groups: Set<string> } {
  const subjects = new Set<string>();
  const groups = new Set<string>();
  for (const key of keys) {
    const entity = context.entities.byKey.get(key);
    if (entity?.kind === "group") {
      groups.add(key);
      for (const member of entity.members) subjects.add(member);
    } else subjects.add(key);
  }
  return { subjects, groups };
}

interface Filled extends Record<SlotName, string[]> {
  /** The subject is a pronoun that cannot mean the agent, so that somebody told before is meant. */
  pointsBack: boolean;
  /** "the two women": a definite number of people. */
  definite: boolean;
}

/** "condemned the verdict", "the hearing was adjourned": definite nouns that have people behind them. */
function impliesPeople(context: EventContext, rule: FrameRule, trigger: Trigger): boolean {
  if (rule.sharesPeople === true) return true;
  if (rule.implied === undefined) return false;
  const { tokens } = context.doc;
  const nouns = impliedNouns(rule);
  const phrases =
    trigger.kind === "noun"
      ? [trigger.phrase]
      : [
          ...trigger.clause.objects,
          ...(trigger.clause.subject === null ? [] : [trigger.clause.subject]),
          ...trigger.clause.phrases,
        ];
  return phrases.some(
    (phrase) =>
      context.lexicon.definite.has(tokens[phrase.first]?.lower ?? "") &&
      containsPhrase(tokens, phrase.first, phrase.coreLast, nouns),
  );
}

const impliedCache = new WeakMap<FrameRule, readonly (readonly string[])[]>();

function impliedNouns(rule: FrameRule): readonly (readonly string[])[] {
  let nouns = impliedCache.get(rule);
  if (nouns === undefined) {
    nouns = phrasesOfCondition({ words: rule.implied ?? "" });
    impliedCache.set(rule, nouns);
  }
  return nouns;
}

function fillSlots(context: EventContext, rule: FrameRule, trigger: Trigger): Filled {
  const filled: Filled = { subjects: [], agents: [], recipients: [], pointsBack: false, definite: false };
  for (const slot of ["subjects", "agents", "recipients"] as const) {
    const kinds = kindsOf(rule, slot);
    for (const position of rule.slots[slot] ?? []) {
      let keys = phrasesAt(context, trigger, position).flatMap((phrase) =>
        keysAt(
          context,
          isHeadOnly(context, rule, slot, position, phrase) ? coreOf(phrase) : phrase,
          position,
          kinds,
        ),
      );
      if (keys.length === 0) keys = alternativeKeys(context, trigger, position, kinds);
      if (keys.length === 0) continue;
      if (
        slot === "subjects" &&
        (custody.has(rule.type) || rule.type === "visit") &&
        subjectIsPronoun(context, rule, trigger)
      ) {
        const likely = keys.filter((key) => !context.unlikely(key, true));
        if (likely.length < keys.length) filled.pointsBack = true;
        keys = likely;
      }
      if (slot === "subjects")
        filled.definite ||= phrasesAt(context, trigger, position).some((phrase) =>
          context.lexicon.definite.has(context.doc.tokens[phrase.first]?.lower ?? ""),
        );
      filled[slot].push(...keys);
      // Positions are listed by preference; sides of a deal add up.
      if (slot === "subjects" || rule.type === "appeal" || rule.type === "statement") break;
    }
  }
  const who = new Set(filled.agents);
  const named = new Set(filled.subjects).size;
  filled.subjects = [...new Set(filled.subjects)].filter(
    (key) => rule.type === "hunger_strike" || !who.has(key),
  );
  if (rule.type === "appeal" || rule.type === "statement") {
    const asked = new Set(filled.recipients);
    filled.subjects = filled.subjects.filter((key) => !asked.has(key));
  }
  if (filled.subjects.length < named && subjectIsPronoun(context, rule, trigger)) filled.pointsBack = true;
  return filled;
}

const coreOf = (phrase: Phrase): Phrase => ({ ...phrase, ownLast: phrase.coreLast });

/**
 * Whether only the phrase's head can be meant, not what follows "of": "demanded the release of Ann Lee" asks nothing
 * of her, and "released a photograph of Ann Lee" frees nobody, but "freed dozens of prisoners" does.
 */
function isHeadOnly(
  context: EventContext,
  rule: FrameRule,
  slot: SlotName,
  position: Position,
  phrase: Phrase,
): boolean {
  if (slot === "recipients") return true;
  if (slot !== "subjects" || !custody.has(rule.type)) return false;
  if (position !== "patient" && position !== "agent") return false;
  const head = context.doc.tokens[phrase.head];
  if (head === undefined || !head.tags.has("Noun") || head.tags.has("Value")) return false;
  const { quantityNouns } = context.grammar;
  return !quantityNouns.has(head.lower) && !context.lexicon.partNouns.has(head.lemma);
}

function subjectIsPronoun(context: EventContext, rule: FrameRule, trigger: Trigger): boolean {
  return (rule.slots.subjects ?? []).some((position) =>
    phrasesAt(context, trigger, position).some(
      (phrase) =>
        context.lexicon.objectPronouns.has(context.doc.tokens[phrase.head]?.lower ?? "") ||
        context.lexicon.objectPronouns.has(context.doc.tokens[phrase.first]?.lower ?? ""),
    ),
  );
}

/** "wants him freed", "hopes to see him freed": whether the result is there depends on the verb above. */
function resultOf(context: EventContext, clause: Clause): Judgement | null {
  const parent = context.map.clauses[clause.parent];
  if (parent === undefined || clause.kind !== "participial" || clause.verb.form !== "participle") return null;
  if (!parent.objects.some((object) => object.first === clause.subject?.first)) return null;
  const { wishVerbs, resultVerbs } = context.lexicon;
  if (resultVerbs.has(parent.verb.lemma)) return context.judge.ofVerb(parent);
  const cue = context.doc.tokens[parent.verb.head];
  if (cue === undefined || !wishVerbs.has(parent.verb.lemma)) return null;
  return { assertion: "demanded", cues: [{ start: cue.start, end: cue.end }] };
}

/** "16 people convicted of extremist crimes": a shortened clause that tells a group from others. */
function isDescription(context: EventContext, trigger: Trigger): boolean {
  if (trigger.kind !== "verb") return false;
  const { kind, verb, sentence } = trigger.clause;
  return (
    kind === "participial" &&
    verb.form === "participle" &&
    context.doc.sentences[sentence]?.zone !== "headline"
  );
}

/** Habits and general statements: a bare plural in the simple present, or an adverb of habit. */
function isGeneric(
  context: EventContext,
  trigger: Trigger,
  persons: number,
  groups: ReadonlySet<string>,
): boolean {
  const { clause } = trigger;
  if (clause === undefined) return false;
  const { tokens } = context.doc;
  for (let i = clause.first; i < Math.max(clause.last, clause.verb.last); i++) {
    if (context.map.at(i) === clause && context.lexicon.habitual.has(tokens[i]?.lower ?? "")) return true;
  }
  if (persons > 0 || trigger.kind === "noun") return false;
  const counted = [...groups].some((key) => {
    const entity = context.entities.byKey.get(key);
    return entity?.kind === "group" && entity.count !== null;
  });
  if (counted || groups.size === 0) return false;
  const { verb } = clause;
  const zone = context.doc.sentences[clause.sentence]?.zone;
  return (
    verb.form === "finite" &&
    verb.tense === "present" &&
    !verb.perfect &&
    !verb.progressive &&
    zone !== "headline" &&
    verb.voice === "active" &&
    !verb.certain
  );
}
