import type { ActorClass } from "../../model/extraction.ts";
import type { Mention } from "../entities.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { EventContext } from "./context.ts";
import { type EntityKind, mentionsOf, mentionsWithin } from "./fill.ts";
import { sentenceOf } from "./ranges.ts";

const speakers: ReadonlySet<EntityKind> = new Set(["person", "actor"]);
/** How many sentences back an organisation may have been named. */
const maxSentencesBack = 4;

/**
 * Who is meant by a phrase that names nobody: "I" is the speaker, "we" the speaker's side or the publisher, "it" and
 * "the organisation" the body that was named last.
 */
export function standIns(context: EventContext, phrase: Phrase, kinds: ReadonlySet<EntityKind>): string[] {
  const { doc, grammar, lexicon } = context;
  const head = doc.tokens[phrase.head];
  if (head === undefined) return [];
  if (grammar.firstPerson.has(head.lower)) return speakersOf(context, phrase.head, kinds);
  if (grammar.firstPersonPlural.has(head.lower)) {
    const named = speakersOf(context, phrase.head, kinds);
    return named.length > 0 || !kinds.has("actor") ? named : publisherKeys(context);
  }
  if (!kinds.has("actor")) return [];
  if (lexicon.neuterPronouns.has(head.lower)) return lastActor(context, phrase.first, null);
  const classes = lexicon.bodyNouns.get(head.lemma);
  if (lexicon.officeNouns.has(head.lemma) || classes !== undefined) {
    // "UN experts", "the EU's spokesperson", "the UN human rights office": they speak for the body.
    const body = mentionsWithin(context, phrase.first, phrase.head).findLast((mention) =>
      mention.entities.some((key) => context.entities.byKey.get(key)?.kind === "actor"),
    );
    if (body !== undefined) return [...body.entities];
  }
  const first = doc.tokens[phrase.first];
  // "the Emergency Lawyers group", "the government of X": a body of its own, though nobody knows it.
  const isOther =
    phrase.ownLast > phrase.coreLast ||
    doc.tokens.slice(phrase.first, phrase.coreLast).some(({ tags }) => tags.has("ProperNoun"));
  if (isOther || classes === undefined || first === undefined || !lexicon.definite.has(first.lower))
    return [];
  return lastActor(context, phrase.first, classes);
}

function speakersOf(context: EventContext, token: number, kinds: ReadonlySet<EntityKind>): string[] {
  return context.attribution
    .sourcesOf(token)
    .slice(0, 1)
    .flatMap((source) => mentionsOf(context, source, speakers).slice(0, 1))
    .flatMap((mention) =>
      mention.entities.filter((key) => kinds.has(context.entities.byKey.get(key)?.kind ?? "group")),
    );
}

/** The body that publishes the article, when the article names it. */
export function publisherKeys(context: EventContext): string[] {
  const wanted = context.source.toLowerCase();
  if (wanted === "") return [];
  for (const entity of context.entities.byKey.values()) {
    if (entity.kind !== "actor") continue;
    if (
      [entity.name, ...entity.aliases].some(
        (name) => name.toLowerCase() === wanted || wanted.includes(name.toLowerCase()),
      )
    )
      return [entity.key];
  }
  return [];
}

function lastActor(context: EventContext, token: number, classes: ReadonlySet<ActorClass> | null): string[] {
  const sentence = sentenceOf(context, token);
  const from = context.doc.sentences[Math.max(0, sentence - maxSentencesBack)]?.first ?? 0;
  const before = mentionsWithin(context, from, token);
  const fits = (mention: Mention): string | undefined =>
    mention.entities.find((key) => {
      const entity = context.entities.byKey.get(key);
      return entity?.kind === "actor" && (classes === null || classes.has(entity.class));
    });
  // The body that acted last is meant rather than one that was only mentioned.
  const acted = before.findLast((mention) => fits(mention) !== undefined && isSubject(context, mention));
  const last =
    acted ?? (classes === null ? undefined : before.findLast((mention) => fits(mention) !== undefined));
  const key = last === undefined ? undefined : fits(last);
  return key === undefined ? [] : [key];
}

function isSubject(context: EventContext, mention: Mention): boolean {
  return context.map
    .inSentence(mention.sentence)
    .some(
      (clause) =>
        clause.ownSubject &&
        clause.subject !== null &&
        clause.subject.first <= mention.first &&
        mention.last <= clause.subject.last,
    );
}
