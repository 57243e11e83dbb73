import type { Position } from "../languages/frames.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Clause } from "../text/clauses/clause.ts";
import type { EventContext } from "./context.ts";
import { type EntityKind, lastMentions, mentionsOf } from "./fill.ts";
import { phrasesAt, possessorPronoun, type Trigger } from "./positions.ts";
import { sentenceOf } from "./ranges.ts";
import { standIns } from "./stand-ins.ts";

const people: ReadonlySet<EntityKind> = new Set(["person", "group"]);

/** A relative or shortened clause belongs to the nearest noun of the right kind ("Fogel, a teacher from Kent serving …"). */
export function alternativeKeys(
  context: EventContext,
  trigger: Trigger,
  position: Position,
  kinds: ReadonlySet<EntityKind>,
): string[] {
  if (trigger.kind !== "verb") return [];
  const { clause } = trigger;
  if (clause.kind === "relative" && clause.ownSubject) {
    // "a driver from Kyiv whom the KGB seized": the noun behind the antecedent is nobody.
    return position === "patient" && clause.verb.voice === "active" ? fromNouns(context, clause, kinds) : [];
  }
  const isSubject = clause.verb.voice === "passive" ? position === "patient" : position === "agent";
  if (!isSubject) return [];
  const parent = context.map.clauses[clause.parent];
  if (
    clause.kind === "gerund" &&
    parent !== undefined &&
    context.grammar.listCoordinators.has(clause.mark ?? "")
  ) {
    // "condemning her arrest and calling for her release"
    const above: Trigger = { kind: "verb", clause: parent, token: parent.verb.head };
    const keys = phrasesAt(context, above, position).flatMap((phrase) => keysOf(context, phrase, kinds));
    return keys.length > 0 ? keys : alternativeKeys(context, above, position, kinds);
  }
  const titled = holderOfTitle(context, clause, kinds);
  if (titled.length > 0) return titled;
  const called = calledAs(context, clause, kinds);
  if (called.length > 0) return called;
  const owner = ownerOfResult(context, clause, kinds);
  if (owner.length > 0) return owner;
  if (clause.kind === "participial" && clause.verb.form === "gerund" && clause.subject !== null) {
    // "signed a decree pardoning 16 people": who acts is the one who makes the decree.
    const { first } = clause.subject;
    const maker = context.map
      .inSentence(clause.sentence)
      .find(
        (other) => other.verb.voice === "active" && other.objects.some((object) => object.first === first),
      );
    const keys = maker?.subject == null ? [] : keysOf(context, maker.subject, kinds);
    if (keys.length > 0) return keys;
  }
  const opens = clause.verb.first === context.doc.sentences[clause.sentence]?.first;
  if (
    clause.subject === null &&
    (clause.verb.form === "participle" || (opens && clause.verb.form === "finite"))
  )
    return paragraphTopic(context, clause.sentence, kinds);
  return fromNouns(context, clause, kinds);
}

function fromNouns(context: EventContext, clause: Clause, kinds: ReadonlySet<EntityKind>): string[] {
  for (const phrase of clause.alternatives) {
    const keys = keysOf(context, phrase, kinds);
    if (keys.length > 0) return keys;
  }
  return [];
}

export function keysAt(
  context: EventContext,
  phrase: Phrase,
  position: Position,
  kinds: ReadonlySet<EntityKind>,
): string[] {
  const keys = keysOf(context, phrase, kinds);
  if (keys.length > 0) return keys;
  // "the hearing in Lee's case"
  const isMatter = context.lexicon.matterNouns.has(context.doc.tokens[phrase.head]?.lemma ?? "");
  if (position === "possessor" || position === "content" || (isMatter && position.startsWith("prep:")))
    return possessorPronoun(context, phrase).flatMap((mention) =>
      mention.entities.filter((key) => kinds.has(context.entities.byKey.get(key)?.kind ?? "actor")),
    );
  return [];
}

/** In lists of cases a sentence may have no subject ("Freed on 2 May."): the person whom the paragraph is about. */
function paragraphTopic(context: EventContext, sentence: number, kinds: ReadonlySet<EntityKind>): string[] {
  if (!kinds.has("person")) return [];
  const own = context.doc.sentences[sentence];
  if (own === undefined) return [];
  const opening = context.doc.sentences.find((other) => other.paragraph === own.paragraph);
  if (opening === undefined || opening === own) return [];
  const mention = lastMentions(context, opening.first, own.first, people).find(
    (item) => item.form === "full",
  );
  return mention === undefined ? [] : [...mention.entities];
}

export function keysOf(context: EventContext, phrase: Phrase, kinds: ReadonlySet<EntityKind>): string[] {
  const keys = mentionsOf(context, phrase, kinds).flatMap((mention) =>
    mention.entities.filter((key) => kinds.has(context.entities.byKey.get(key)?.kind ?? "actor")),
  );
  if (keys.length > 0) return keys;
  const others = standIns(context, phrase, kinds);
  return others.length > 0 ? others : entryKeys(context, phrase, kinds);
}

/** In a list of cases ("Evan Lee, 32. The reporter was arrested …") a description means the person whose entry it is. */
function entryKeys(context: EventContext, phrase: Phrase, kinds: ReadonlySet<EntityKind>): string[] {
  if (!kinds.has("person")) return [];
  const { doc, map, lexicon, grammar } = context;
  const [first, head] = [doc.tokens[phrase.first], doc.tokens[phrase.head]];
  if (first === undefined || head === undefined || !head.tags.has("Noun")) return [];
  const introduces = lexicon.definite.has(first.lower) || grammar.indefinite.has(first.lower);
  if (!introduces || lexicon.bodyNouns.has(head.lemma) || lexicon.eventNouns.has(head.lemma)) return [];
  const own = doc.sentences[sentenceOf(context, phrase.first)];
  const opening = doc.sentences.find((other) => other.paragraph === own?.paragraph);
  if (own === undefined || opening === undefined || opening === own) return [];
  if (map.inSentence(opening.index).length > 0) return [];
  const names = lastMentions(context, opening.first, opening.last, people).filter(
    ({ form }) => form === "full",
  );
  if (names[0]?.first !== opening.first) return [];
  return context.lexicon.personNouns.has(head.lower) ? names.flatMap(({ entities }) => entities) : [];
}

/** "the High Commissioner for Human Rights, Volker Türk, raised …": the name stands after the rest of the title. */
function holderOfTitle(context: EventContext, clause: Clause, kinds: ReadonlySet<EntityKind>): string[] {
  if (clause.subject === null || !clause.ownSubject || !kinds.has("person")) return [];
  let end = clause.subject.last;
  for (const phrase of clause.phrases) {
    if (phrase.prep < 0 || phrase.prep !== end || phrase.first >= clause.verb.first) continue;
    end = phrase.last;
    const name = lastMentions(context, phrase.first, phrase.last, people).find(
      (mention) => mention.last === phrase.last && context.doc.tokens[mention.first - 1]?.text === ",",
    );
    if (name !== undefined) return [...name.entities];
  }
  return [];
}

/** "a prisoner identified as Ann Lee was executed": the name stands in a clause that describes the subject. */
function calledAs(context: EventContext, clause: Clause, kinds: ReadonlySet<EntityKind>): string[] {
  const { naming, namingPreposition } = context.grammar;
  const description = context.map
    .inSentence(clause.sentence)
    .find(
      ({ verb, subject, kind }) =>
        kind === "participial" && naming.has(verb.lemma) && subject?.first === clause.subject?.first,
    );
  if (description === undefined || description === clause) return [];
  return [
    ...description.phrases.filter(({ preposition }) => preposition === namingPreposition),
    ...description.objects,
  ].flatMap((phrase) => keysOf(context, phrase, kinds));
}

/** "had her sentence extended": the event befalls the subject of "have". */
function ownerOfResult(context: EventContext, clause: Clause, kinds: ReadonlySet<EntityKind>): string[] {
  const above = context.map.clauses[clause.parent];
  if (above === undefined || above.subject === null || clause.verb.form !== "participle") return [];
  if (!context.grammar.causatives.has(above.verb.lemma)) return [];
  const isObject = [...above.objects, ...above.times].some(({ first }) => first === clause.subject?.first);
  return isObject ? keysOf(context, above.subject, kinds) : [];
}

/** "Ann Lee was among those who walked free": one of them is the subject above. */
export function oneAmongKeys(context: EventContext, trigger: Trigger, position: Position): string[] {
  if (trigger.kind !== "verb") return [];
  const { clause } = trigger;
  const isSubject = position === (clause.verb.voice === "passive" ? "patient" : "agent");
  return isSubject ? oneAmong(context, clause, people) : [];
}

function oneAmong(context: EventContext, clause: Clause, kinds: ReadonlySet<EntityKind>): string[] {
  const { subject, parent } = clause;
  if (subject === null || clause.ownSubject) return [];
  const above = context.map.clauses[parent];
  const isAmong = above?.phrases.some(
    (phrase) =>
      phrase.first === subject.first && context.grammar.amongPrepositions.has(phrase.preposition ?? ""),
  );
  if (above === undefined || isAmong !== true || above.subject === null) return [];
  const keys = keysOf(context, above.subject, kinds);
  if (keys.length > 0) return keys;
  // "Shin Daewe, whose sentence was reduced, was among those …"
  const owner =
    above.subject.first > 0
      ? lastMentions(
          context,
          context.doc.sentences[above.sentence]?.first ?? 0,
          above.subject.first,
          people,
        ).at(-1)
      : undefined;
  return owner === undefined ? [] : [...owner.entities];
}
