import type { Judgement } from "../assertion/verdict.ts";
import type { EventType } from "../../model/extraction.ts";
import type { FrameRule } from "../languages/frames.ts";
import type { Clause } from "../text/clauses/clause.ts";
import type { Candidate } from "./candidate.ts";
import { custody } from "./custody.ts";
import type { EventContext } from "./context.ts";
import { isDescription, isGeneric, isOfThose } from "./generic.ts";
import { keysOf } from "./keys.ts";
import { bodies, type Filled, fillSlots, impliedEvent, impliesPeople, splitGroups } from "./people.ts";
import { phrasesAt, type Trigger } from "./positions.ts";
import { sentenceOf } from "./ranges.ts";
import { conditionHolds } from "./rule-conditions.ts";
import { chargeOf, dateOf, evidenceOf, placeOf, termOf } from "./slots.ts";

/** The telling that the rule makes of the trigger, or why it makes none. */
export function tryRule(context: EventContext, rule: FrameRule, trigger: Trigger): Candidate | string {
  if (trigger.kind === "verb" && rule.voice !== undefined && trigger.clause.verb.voice !== rule.voice)
    return "voice";
  const unmet = rule.when?.find((condition) => !conditionHolds(context, trigger, condition));
  if (unmet !== undefined) return `none of these at ${unmet.at.join(", ")}: ${unmet.words}`;
  const other = rule.unless?.find((condition) => conditionHolds(context, trigger, condition));
  if (other !== undefined) return `another sense, one of these at ${other.at.join(", ")}: ${other.words}`;
  const slots = fillSlots(context, rule, trigger);
  const required = rule.requires ?? ["subjects"];
  const unnamed =
    rule.type === "appeal" && slots.subjects.length === 0 ? unnamedPeople(context, rule, trigger) : null;
  const anaphoric =
    unnamed === null &&
    (slots.pointsBack || (slots.subjects.length === 0 && impliesPeople(context, rule, trigger)));
  const nameless = slots.agents.length === 0 && hasNamelessAgent(context, rule, trigger, slots);
  const empty = required.find(
    (slot) =>
      slots[slot].length === 0 &&
      !(slot === "subjects" && (anaphoric || unnamed !== null)) &&
      !(slot === "agents" && nameless),
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
  if (rule.factive === true) judgement = { assertion: "asserted", cues: [] };
  if (judgement.assertion === "hypothetical") return "only supposed, asked or general";
  if (rule.needsNegation === true && judgement.assertion !== "negated") return "not negated";
  const sentence = context.doc.sentences[sentenceOf(context, trigger.token)];
  const token = context.doc.tokens[trigger.token];
  if (sentence === undefined || token === undefined) return "no sentence";
  const { subjects, groups } = splitGroups(context, slots.subjects);
  const agents = new Set(slots.agents.filter((key) => !subjects.has(key)));
  if (required.includes("agents") && agents.size === 0 && !nameless) return "no agents beside the subjects";
  const isOwnDate = date !== null && date.length < "YYYY-MM-DD".length;
  if (
    custody.has(rule.type) &&
    isDescription(context, trigger) &&
    (subjects.size === 0 || isOfThose(context, trigger)) &&
    !isOwnDate &&
    term === null
  )
    return "only says which people are meant";
  if (isGeneric(context, trigger, subjects.size, groups)) return "a habit or general statement";
  const sources = new Set(
    context.attribution.sourcesOf(trigger.token).flatMap((phrase) => keysOf(context, phrase, bodies)),
  );
  if (sources.size === 0) for (const key of witness(context, trigger, slots)) sources.add(key);
  // "reportedly freed" is hearsay until the article says who reports it: then it is that source's claim.
  const sourced =
    judgement.assertion === "uncertain" &&
    sources.size > 0 &&
    judgement.cues.every((cue) => context.attribution.asksForSource(cue));
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
    assertion: rule.needsNegation === true || sourced ? "asserted" : judgement.assertion,
    cues: judgement.cues,
    sources,
    trigger: { start: token.start, end: token.end },
    evidence: evidenceOf(context, trigger),
    sentence: sentence.index,
    token: trigger.token,
    headline: sentence.zone === "headline",
    anaphoric,
    unnamed,
    nameless,
    pointsTo: anaphoric ? impliedEvent(context, rule, trigger) : null,
    definite: slots.definite,
    parts: {
      rule: rule.weight ?? 0.9,
      ...(sentence.zone === "headline" ? { headline: 0.9 } : {}),
      ...(nameless ? { agent: 0.8 } : {}),
    },
    tellings: 1,
  };
}

const mayBeNameless: ReadonlySet<EventType> = new Set(["appeal", "negotiation"]);

/** "a group of senators pressed Hanoi to free Ann Lee": who asks has no name, but for whom does. */
function hasNamelessAgent(context: EventContext, rule: FrameRule, trigger: Trigger, slots: Filled): boolean {
  if (!mayBeNameless.has(rule.type) || trigger.clause === undefined) return false;
  const isNamed = slots.subjects.some((key) => context.entities.byKey.get(key)?.kind === "person");
  const agents = trigger.kind === "verb" ? phrasesAt(context, trigger, "agent") : [trigger.phrase];
  return isNamed && agents.some((phrase) => !context.doc.tokens[phrase.head]?.tags.has("Pronoun"));
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
