import type { Position } from "../languages/frames.ts";
import type { Mention } from "../entities.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import { isTime } from "../text/phrases/coordination.ts";
import type { Clause } from "../text/clauses/clause.ts";
import type { EventContext } from "./context.ts";
import { holderOfTerm, topicOf } from "./bare-terms.ts";
import { mentionsWithin } from "./fill.ts";
import { rangePhrase, sentenceOf } from "./ranges.ts";

/** A trigger in the text: a verb with its clause, or a noun in its phrase. */
export type Trigger =
  | { kind: "verb"; clause: Clause; token: number }
  | { kind: "noun"; clause: Clause | undefined; phrase: Phrase; token: number };

/** The phrases at a position, seen from the trigger. */
export function phrasesAt(context: EventContext, trigger: Trigger, position: Position): readonly Phrase[] {
  if (position === "content") return contentOf(context, trigger);
  if (position === "self") return trigger.kind === "noun" ? [trigger.phrase] : [];
  if (position === "holder") {
    const sentence = context.doc.sentences[sentenceOf(context, trigger.token)];
    if (trigger.kind === "noun") return holderOfTerm(context, trigger.phrase);
    return sentence === undefined ? [] : topicOf(context, sentence);
  }
  if (position === "source") return context.attribution.sourcesOf(trigger.token);
  return trigger.kind === "verb"
    ? ofVerb(context, trigger.clause, position)
    : ofNoun(context, trigger, position);
}

function ofVerb(context: EventContext, clause: Clause, position: Position): readonly Phrase[] {
  const passive = clause.verb.voice === "passive";
  const { agentPreposition, genitivePreposition } = context.grammar;
  switch (position) {
    case "agent":
      if (passive) return clause.phrases.filter((phrase) => phrase.preposition === agentPreposition);
      return clause.subject === null ? [] : [clause.subject];
    case "patient":
      if (passive) return clause.subject === null ? [] : [clause.subject];
      return clause.objects.slice(0, 1);
    case "theme":
      return [
        ...(passive ? clause.objects.slice(0, 1) : clause.objects.slice(1, 2)),
        // "gave her five years": a length of time that is given is no adverb.
        ...(context.grammar.ditransitive.has(clause.verb.lemma)
          ? clause.times.map((time) => withNumber(context, time))
          : []),
      ];
    case "of":
    case "possessor": {
      const holder = passive ? clause.subject : clause.objects[0];
      if (holder === undefined || holder === null) return [];
      return position === "of" ? complementOf(holder) : possessorOf(context, holder, holder.head);
    }
    case "modifier": {
      const holder = passive ? clause.objects[0] : (clause.objects[1] ?? clause.objects[0]);
      return holder === undefined ? [] : [rangePhrase(holder.first, holder.coreLast)];
    }
    default: {
      const own = clause.phrases.filter(
        (phrase) =>
          `prep:${phrase.preposition}` === position ||
          (phrase.preposition === genitivePreposition && position === "prep:of"),
      );
      return own.length > 0 ? own : latePhrases(context, clause, position);
    }
  }
}

/** 'brought charges of "insulting the president" against him': a phrase behind a gerund belongs to the verb above. */
function latePhrases(context: EventContext, clause: Clause, position: Position): readonly Phrase[] {
  const { latePrepositions } = context.grammar;
  if (!latePrepositions.has(position.slice("prep:".length))) return [];
  return context.map
    .inSentence(clause.sentence)
    .filter(({ parent, verb }) => parent === clause.index && verb.form === "gerund")
    .flatMap(({ phrases }) => phrases.filter(({ preposition }) => `prep:${preposition}` === position));
}

/** A length of time right after a name leaves its number with the name ("Ann Lee five | years"). */
function withNumber(context: EventContext, phrase: Phrase): Phrase {
  const before = context.doc.tokens[phrase.first - 1];
  return before?.tags.has("Value") === true ? { ...phrase, first: phrase.first - 1 } : phrase;
}

function complementOf(phrase: Phrase): readonly Phrase[] {
  return phrase.ownLast > phrase.coreLast + 1 ? [rangePhrase(phrase.coreLast + 1, phrase.ownLast)] : [];
}

/** What owns the noun at `noun`: the words before a possessive mark, or a possessive pronoun. */
function possessorOf(context: EventContext, phrase: Phrase, noun: number): readonly Phrase[] {
  const { tokens } = context.doc;
  for (let i = noun - 1; i >= phrase.first; i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.tags.has("Clitic") && token.tags.has("Possessive")) return [rangePhrase(phrase.first, i)];
    if (token.tags.has("RelativePossessive")) {
      const owner = mentionsWithin(
        context,
        context.doc.sentences[sentenceOf(context, i)]?.first ?? i,
        i,
      ).findLast((mention) => !mention.possessive);
      return owner === undefined ? [] : [rangePhrase(owner.first, owner.last)];
    }
    if (token.tags.has("Possessive") && token.tags.has("Pronoun")) return [rangePhrase(i, i + 1)];
  }
  return [];
}

/** Phrases that follow the noun's phrase, each beginning where the one before ends. */
export function followers(context: EventContext, phrase: Phrase, token: number): readonly Phrase[] {
  const sentence = context.doc.tokens[token] === undefined ? -1 : sentenceOf(context, token);
  const all = context.map.phrasesIn(sentence);
  const found: Phrase[] = [];
  let end = phrase.last;
  for (const next of all) {
    if (next.first < end) continue;
    if (next.prep < 0 || next.prep > end + 1 || next.prep < end) {
      if (next.prep < 0 && next.first <= end + 1 && found.length > 0) continue;
      break;
    }
    found.push(next);
    end = next.last;
  }
  return found;
}

function ofNoun(
  context: EventContext,
  trigger: Extract<Trigger, { kind: "noun" }>,
  position: Position,
): readonly Phrase[] {
  const { phrase, token, clause } = trigger;
  const { grammar } = context;
  const inCore = token < phrase.coreLast;
  switch (position) {
    case "of": {
      const next = context.doc.tokens[token + 1];
      const joint = jointBeforeKin(context, token + 2, phrase.last);
      if (next?.lower === grammar.genitivePreposition && joint > 0) return [rangePhrase(token + 2, joint)];
      return next?.lower === grammar.genitivePreposition && token + 2 < phrase.last
        ? [{ ...rangePhrase(token + 2, phrase.last), parts: phrase.parts }]
        : ownerBehindPhrase(context, phrase, token);
    }
    case "possessor":
      return possessorOf(context, inCore ? phrase : rangePhrase(phrase.coreLast + 1, phrase.last), token);
    case "modifier":
      return token > phrase.first ? [rangePhrase(phrase.first, token)] : [];
    case "agent": {
      const by = followers(context, phrase, token).filter(
        (next) => next.preposition === grammar.agentPreposition,
      );
      if (by.length > 0) return by;
      // "Trump made an appeal", "the envoy held talks": the subject of the verb that carries the noun.
      const carried =
        clause?.objects.some((object) => object.first === phrase.first) === true ||
        clause?.phrases.some((object) => object.first === phrase.first) === true;
      return carried && clause?.verb.voice === "active" && clause.subject !== null ? [clause.subject] : [];
    }
    case "patient": {
      // "granted 12 prisoners a pardon"
      if (clause === undefined || !clause.objects.some((object) => object.first === phrase.first)) return [];
      const other = clause.objects.filter((object) => object.first !== phrase.first);
      return clause.verb.voice === "passive" && clause.subject !== null
        ? [clause.subject]
        : other.slice(0, 1);
    }
    case "theme":
      return [];
    default:
      return prepositional(context, trigger, position);
  }
}

/** "the whereabouts of Ann Lee | and her driver": where the words for somebody without a name begin, −1 for nowhere. */
function jointBeforeKin({ doc, grammar, lexicon }: EventContext, first: number, last: number): number {
  if (!lexicon.kinNouns.has(doc.tokens[last - 1]?.lemma ?? "")) return -1;
  for (let i = last - 2; i > first; i--)
    if (grammar.listCoordinators.has(doc.tokens[i]?.lower ?? "")) return i;
  return -1;
}

/** "the death in custody of Ann Lee", "the release on Friday of Ann Lee" */
function ownerBehindPhrase(context: EventContext, phrase: Phrase, token: number): readonly Phrase[] {
  const { doc, lexicon } = context;
  const [between] = followers(context, phrase, token);
  if (between === undefined) return [];
  const isPlace = lexicon.facilityNouns.has(doc.tokens[between.head]?.lemma ?? "");
  return isPlace || isTime(between, doc.tokens) ? complementOf(between) : [];
}

/** Phrases with a preposition behind the noun, else those of the verb that carries it ("Talks took place between …"). */
function prepositional(
  context: EventContext,
  { phrase, token, clause }: Extract<Trigger, { kind: "noun" }>,
  position: Position,
): readonly Phrase[] {
  const fits = ({ preposition }: Phrase): boolean => `prep:${preposition}` === position;
  const own = followers(context, phrase, token).filter(fits);
  if (own.length > 0 || clause === undefined) return own;
  const isLent = context.grammar.lentPrepositions.has(position.slice("prep:".length));
  return isLent && clause.subject?.first === phrase.first ? clause.phrases.filter(fits) : own;
}

/** Phrases in what the trigger asks for or speaks of: its objects, and all of the clauses below it. */
function contentOf(context: EventContext, trigger: Trigger): readonly Phrase[] {
  const { map, doc } = context;
  const found: Phrase[] = [];
  const sentence = sentenceOf(context, trigger.token);
  const clauses = map.inSentence(sentence);
  const below = new Set<number>();
  if (trigger.clause !== undefined) {
    const own = trigger.clause;
    for (const object of own.objects) found.push(object);
    for (const phrase of own.phrases)
      if (phrase.preposition !== null && phrase.first > own.verb.head) found.push(phrase);
    for (const clause of clauses) {
      if (clause.parent === own.index || below.has(clause.parent)) {
        if (clause.kind === "relative" || (clause.kind === "main" && clause.coordinatedWith < 0)) continue;
        below.add(clause.index);
        if (clause.ownSubject && clause.subject !== null) found.push(clause.subject);
        found.push(...clause.objects, ...clause.phrases);
      }
    }
    // "an appeal to free": what follows up to the next main clause.
    if (trigger.kind === "noun") {
      for (const next of followers(context, trigger.phrase, trigger.token)) found.push(next);
    }
  } else if (trigger.kind === "noun") {
    found.push(...followers(context, trigger.phrase, trigger.token));
  }
  return found.filter((phrase) => phrase.first < doc.tokens.length);
}

/** Possessive mentions inside a phrase: "her" in "her release", "Lissu's" in "Lissu's release". */
export function possessorPronoun(context: EventContext, phrase: Phrase): Mention[] {
  return mentionsWithin(context, phrase.first, phrase.last).filter((mention) => mention.possessive);
}
