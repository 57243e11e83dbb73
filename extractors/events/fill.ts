import type { AnyEntity, Mention } from "../entities.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { EventContext } from "./context.ts";

export type EntityKind = AnyEntity["kind"];

/** Mentions that a phrase is about: its head's, else the last of its own words', then those joined to it. */
export function mentionsOf(context: EventContext, phrase: Phrase, kinds: ReadonlySet<EntityKind>): Mention[] {
  const found: Mention[] = [];
  const core = headMention(context, phrase.first, phrase.coreLast, phrase.head, kinds);
  if (core !== undefined) found.push(...listedBefore(context, phrase.first, core, kinds), core);
  else if (
    phrase.ownLast > phrase.coreLast &&
    !context.lexicon.kinNouns.has(context.doc.tokens[phrase.head]?.lemma ?? "")
  ) {
    // "dozens of prisoners", "officers of the FSB": the head counts or serves what follows.
    const inner = lastMentions(context, phrase.coreLast, phrase.ownLast, kinds);
    found.push(...inner);
  }
  // Items of a list of names that were joined inside one complement.
  if (core !== undefined && phrase.ownLast > phrase.coreLast && core.form === "group")
    found.push(...members(context, phrase.coreLast, phrase.ownLast, kinds));
  for (const part of phrase.parts) {
    const head = headMention(context, part.phrase.first, part.phrase.coreLast, part.phrase.head, kinds);
    if (head !== undefined) found.push(head);
    else if (part.role !== "apposition" && part.phrase.ownLast > part.phrase.coreLast)
      found.push(...lastMentions(context, part.phrase.coreLast, part.phrase.ownLast, kinds));
  }
  return found;
}

const members = (
  context: EventContext,
  first: number,
  last: number,
  kinds: ReadonlySet<EntityKind>,
): Mention[] => lastMentions(context, first, last, kinds).filter((mention) => mention.form !== "group");

function accepted(context: EventContext, mention: Mention, kinds: ReadonlySet<EntityKind>): boolean {
  return mention.entities.some((key) => {
    const entity = context.entities.byKey.get(key);
    return entity !== undefined && kinds.has(entity.kind);
  });
}

function headMention(
  context: EventContext,
  first: number,
  last: number,
  head: number,
  kinds: ReadonlySet<EntityKind>,
): Mention | undefined {
  const inside = mentionsWithin(context, first, last).filter(
    (mention) => !(mention.possessive && mention.last < last) && accepted(context, mention, kinds),
  );
  // A name with a preposition in it ends after the core: "the Council of the European Union".
  const covering = mentionsAround(context, first, head).filter(
    (mention) => !(mention.possessive && mention.last < last) && accepted(context, mention, kinds),
  );
  return (
    longest(covering) ??
    (inside.length > 0 && mentionEndsPhrase(context, inside.at(-1), last) ? inside.at(-1) : undefined)
  );
}

/** A mention before the head counts when only digits, brackets or ages follow it. */
function mentionEndsPhrase(context: EventContext, mention: Mention | undefined, last: number): boolean {
  if (mention === undefined) return false;
  for (let i = mention.last; i < last; i++) {
    const token = context.doc.tokens[i];
    if (token !== undefined && token.tags.has("Noun") && !token.tags.has("Value")) return false;
  }
  return true;
}

/** All mentions among the tokens that are not possessive and stand for something of the kinds. */
export function lastMentions(
  context: EventContext,
  first: number,
  last: number,
  kinds: ReadonlySet<EntityKind>,
): Mention[] {
  return mentionsWithin(context, first, last).filter(
    (mention) => !(mention.possessive && mention.last < last) && accepted(context, mention, kinds),
  );
}

/** "the pastors Haile Naizgi and Kiflu Gebremeskel": names that only a comma or "and" parts from the last one. */
function listedBefore(
  context: EventContext,
  first: number,
  last: Mention,
  kinds: ReadonlySet<EntityKind>,
): Mention[] {
  const found: Mention[] = [];
  let next = last;
  for (const mention of lastMentions(context, first, last.first, kinds).toReversed()) {
    const between = context.doc.tokens.slice(mention.last, next.first);
    const joined = between.every(
      (token) => token.text === "," || context.grammar.listCoordinators.has(token.lower),
    );
    if (between.length === 0 || between.length > 2 || !joined || mention.form === "pronoun") break;
    found.push(mention);
    next = mention;
  }
  return found;
}

const longest = (mentions: readonly Mention[]): Mention | undefined =>
  mentions.toSorted((a, b) => a.last - a.first - (b.last - b.first)).at(-1);

/** Mentions that begin at `first` or later and cover the token `head`, wherever they end. */
const mentionsAround = (context: EventContext, first: number, head: number): Mention[] =>
  mentionsFrom(context, first, head + 1).filter((mention) => head < mention.last);

export function mentionsWithin(context: EventContext, first: number, last: number): Mention[] {
  return mentionsFrom(context, first, last).filter((mention) => mention.last <= last);
}

/** Mentions that begin among the tokens. */
function mentionsFrom(context: EventContext, first: number, last: number): Mention[] {
  const { mentions } = context.entities;
  let low = 0;
  let high = mentions.length;
  const start = context.doc.tokens[first]?.start ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.first >= last) break;
    found.push(mention);
  }
  return found;
}
