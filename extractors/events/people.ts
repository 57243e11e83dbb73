import type { EventType } from "../../model/extraction.ts";
import type { FrameRule, Position, SlotName } from "../languages/frames.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import { custody } from "./custody.ts";
import type { EventContext } from "./context.ts";
import type { EntityKind } from "./fill.ts";
import { alternativeKeys, keysAt, oneAmongKeys } from "./keys.ts";
import { phrasesAt, possessorPronoun, type Trigger } from "./positions.ts";
import { publisherKeys } from "./stand-ins.ts";
import { containsPhrase, phrasesOfCondition } from "./triggers.ts";

const people: ReadonlySet<EntityKind> = new Set(["person", "group"]);
export const bodies: ReadonlySet<EntityKind> = new Set(["person", "actor"]);
const anyone: ReadonlySet<EntityKind> = new Set(["person", "group", "actor"]);

/** Events whose people are found in what is said, where officials are named too. */
const spokenOf: ReadonlySet<EventType> = new Set(["appeal", "statement", "negotiation"]);

function kindsOf(rule: FrameRule, slot: SlotName): ReadonlySet<EntityKind> {
  if (slot !== "subjects") return bodies;
  return rule.type === "sanction" || rule.type === "designation" ? anyone : people;
}

export interface Filled extends Record<SlotName, string[]> {
  /** The subject is a pronoun that cannot mean the agent, so that somebody told before is meant. */
  pointsBack: boolean;
  /** "the two women": a definite number of people. */
  definite: boolean;
}

export function fillSlots(context: EventContext, rule: FrameRule, trigger: Trigger): Filled {
  const filled: Filled = { subjects: [], agents: [], recipients: [], pointsBack: false, definite: false };
  let taken: Position | null = null;
  for (const slot of ["subjects", "agents", "recipients"] as const) {
    const allKinds = kindsOf(rule, slot);
    for (const position of rule.slots[slot] ?? []) {
      // "came home in a swap": who stands for the subject is not the agent too.
      if (slot === "agents" && position === taken) continue;
      const kinds = position === "content" && rule.type === "designation" ? people : allKinds;
      let keys = phrasesAt(context, trigger, position).flatMap((phrase) =>
        keysAt(
          context,
          isHeadOnly(context, rule, trigger, slot, position, phrase) ? coreOf(phrase) : phrase,
          position,
          kinds,
        ),
      );
      if (position === "source" && keys.length === 0) keys = publisherKeys(context);
      if (slot === "subjects") keys.push(...oneAmongKeys(context, trigger, position));
      if (slot === "agents" && keys.length === 0) keys = whereTheyComeFrom(context, trigger, position);
      const isThere = keys.length > 0;
      if (!isThere) keys = alternativeKeys(context, trigger, position, kinds);
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
      if (context.trace !== undefined) noteFillers(context, slot, position, isThere, trigger, keys);
      filled[slot].push(...keys);
      if (slot === "subjects") taken ??= position;
      // Positions are listed by preference; sides of a deal add up.
      if (slot === "subjects" && rule.type === "exchange" && trigger.kind === "verb") continue;
      if (slot === "subjects" || rule.type === "appeal" || rule.type === "statement") break;
    }
  }
  if (rule.type === "visit" && filled.subjects.length === 0)
    filled.subjects.push(...kinOf(context, rule, trigger));
  const who = new Set(filled.agents);
  const named = new Set(filled.subjects).size;
  if (spokenOf.has(rule.type))
    filled.subjects = filled.subjects.filter((key) => !context.unlikely(key, false));
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

/** "men from the agency led him out": who acts is the body that the unnamed people come from. */
function whereTheyComeFrom(context: EventContext, trigger: Trigger, position: Position): string[] {
  if (position !== "agent" || trigger.kind !== "verb") return [];
  const [who] = phrasesAt(context, trigger, position);
  const origin = trigger.clause.phrases.find(
    ({ prep, preposition }) =>
      prep === who?.last && context.grammar.originPrepositions.has(preposition ?? ""),
  );
  return origin === undefined ? [] : keysAt(context, origin, position, bodies);
}

/** "a last visit from his mother": who is visited is the one whose mother it is. */
function kinOf(context: EventContext, rule: FrameRule, trigger: Trigger): string[] {
  return (rule.slots.agents ?? [])
    .flatMap((position) => phrasesAt(context, trigger, position))
    .filter(({ head }) => context.lexicon.kinNouns.has(context.doc.tokens[head]?.lemma ?? ""))
    .flatMap((phrase) => possessorPronoun(context, phrase).slice(0, 1))
    .flatMap(({ entities }) =>
      entities.filter((key) => people.has(context.entities.byKey.get(key)?.kind ?? "actor")),
    );
}

/** Tells where fillers stood; those of another clause stood at the noun that the trigger's clause describes. */
function noteFillers(
  context: EventContext,
  slot: SlotName,
  position: Position,
  isThere: boolean,
  trigger: Trigger,
  keys: readonly string[],
): void {
  const phrases = phrasesAt(context, trigger, position);
  const first = phrases[0]?.first ?? trigger.token;
  context.trace?.slot({
    slot,
    from: isThere ? position : `${position}, by the noun or clause that this one belongs to`,
    first,
    last: phrases.at(-1)?.last ?? first + 1,
    keys,
    value: null,
  });
}

const coreOf = (phrase: Phrase): Phrase => ({ ...phrase, ownLast: phrase.coreLast });

/**
 * Whether only the phrase's head can be meant, not what follows "of": "demanded the release of Ann Lee" asks nothing
 * of her, and "released a photograph of Ann Lee" frees nobody, but "freed dozens of prisoners" does.
 */
function isHeadOnly(
  context: EventContext,
  rule: FrameRule,
  trigger: Trigger,
  slot: SlotName,
  position: Position,
  phrase: Phrase,
): boolean {
  if (slot === "recipients") return true;
  if (slot !== "subjects" || !custody.has(rule.type)) return false;
  if (position !== "patient" && position !== "agent") return false;
  // "the whereabouts of Tom Fox, who …": the person inside, not the noun.
  if (trigger.kind === "verb" && trigger.clause.kind === "relative" && !trigger.clause.ownSubject)
    return false;
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

/** Named people and groups among the subjects; a group brings its named members along. */
export function splitGroups(
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

/** "condemned the verdict", "the hearing was adjourned": definite nouns that have people behind them. */
export const impliesPeople = (context: EventContext, rule: FrameRule, trigger: Trigger): boolean =>
  rule.sharesPeople === true || impliedNounAt(context, rule, trigger) >= 0;

/** Types of event that the noun behind which people stand means ("the verdict" → sentence). */
export function impliedEvent(
  context: EventContext,
  rule: FrameRule,
  trigger: Trigger,
): ReadonlySet<EventType> | null {
  const noun = impliedNounAt(context, rule, trigger);
  return context.lexicon.eventNouns.get(context.doc.tokens[noun]?.lemma ?? "") ?? null;
}

/** Token of the definite noun that points back, −1 for none. */
function impliedNounAt(context: EventContext, rule: FrameRule, trigger: Trigger): number {
  if (rule.implied === undefined) return -1;
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
  const found = phrases.find(
    (phrase) =>
      context.lexicon.definite.has(tokens[phrase.first]?.lower ?? "") &&
      containsPhrase(tokens, phrase.first, phrase.coreLast, nouns),
  );
  return found?.head ?? -1;
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
