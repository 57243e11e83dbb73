import type { Entities, Mention } from "../entities.ts";
import type { Phrase } from "../text/phrases/phrase.ts";
import type { Clause, ClauseMap } from "../text/clauses/clause.ts";
import type { Document, Sentence, Token } from "../text/document.ts";
import type { ConditionFrame, Where } from "./frame.ts";
import type { Held } from "./held.ts";

/** Whose condition it is: keys of persons, or `[]` when it is told of people in general. */
export interface Holders {
  persons: readonly string[];
  how: Where | "general";
}

export interface HoldersOptions {
  held: Held;
  /** Persons of whom the text or the gazetteer says that they are or were held. */
  detainee: (key: string) => boolean;
  kin: ReadonlySet<string>;
  document: Document;
  clauses: ClauseMap;
  entities: Entities;
  /** Plural nouns of general statements. */
  general: ReadonlySet<string>;
}

/** Tokens after a match among which its person may stand. */
const MAX_AHEAD = 8;
const DEFAULT: readonly Where[] = ["inside", "object", "subject", "possessor", "near", "topic", "context"];

/** Finds in whom a condition is, for the words `first`…`last` that tell it; null when they tell of somebody unnamed. */
export function holdersOf(
  match: { first: number; last: number },
  sentence: Sentence,
  frame: Pick<ConditionFrame, "where" | "shared">,
  options: HoldersOptions,
): Holders | null {
  const { document, clauses, entities, general, kin, held } = options;
  const where = frame.where ?? DEFAULT;
  const clause = clauseOf(match, clauses);
  const hasWord = (phrase: Phrase | null, wordSet: ReadonlySet<string>): boolean => {
    if (phrase === null) return false;
    for (let at = phrase.first; at < phrase.coreLast; at += 1)
      if (wordSet.has(document.tokens[at]?.lower ?? "")) return true;
    return false;
  };
  const isGeneral = (phrase: Phrase | null) => hasWord(phrase, general);
  const isKin = (phrase: Phrase) => hasWord(phrase, kin);
  const inRange = (first: number, last: number, possessive: boolean): string[] | null => {
    for (let at = first; at < last; at += 1) {
      const mention = entities.at(at);
      if (mention === undefined || mention.possessive !== possessive) continue;
      const found = held.named(mention);
      if (found !== null) return found;
    }
    return null;
  };
  const ofPhrase = (phrase: Phrase | null | undefined): string[] | null => {
    if (phrase === null || phrase === undefined) return null;
    const own = held.named(headMention(phrase, entities));
    if (own !== null) return own;
    // "his cellmate, Yonas Abraha, went blind"
    for (const { role, phrase: part } of phrase.parts) {
      const named = role === "apposition" ? held.named(headMention(part, entities)) : null;
      if (named !== null) return named;
    }
    if (isKin(phrase)) return kinOf(phrase);
    return inRange(phrase.first, phrase.last, true) ?? (isGeneral(phrase) ? [] : null);
  };
  /** "Her son was vomiting blood": when she is not the one held, he is. */
  const kinOf = (phrase: Phrase): string[] | null => {
    const whose = inRange(phrase.coreLast, phrase.last, false);
    if (whose !== null) return where.includes("kin") ? whose : null;
    for (let at = phrase.first; at < phrase.coreLast; at += 1) {
      const owner = entities.at(at);
      const unread = owner === undefined && document.tokens[at]?.tags.has("Possessive") === true;
      if (!unread && owner?.possessive !== true) continue;
      if (owner?.entities.some((key) => options.detainee(key)) === true) continue;
      const meant = held.recent(phrase.first, null);
      if (meant !== null) return [meant];
    }
    return null;
  };

  const passive = clause?.verb.voice === "passive";
  const finders: Record<Where, () => string[] | null> = {
    inside: () =>
      inRange(match.first, match.last, false) ??
      (clause?.ownSubject === true && isGeneral(clause.subject)
        ? []
        : inRange(match.first, match.last, true)),
    object: () => {
      if (clause === undefined || passive) return null;
      for (const object of clause.objects) {
        const found = ofPhrase(object);
        if (found !== null) return found;
      }
      return null;
    },
    subject: () => ofPhrase(clause?.subject),
    kin: () => {
      const subject = clause?.subject;
      if (subject != null && isKin(subject))
        return (
          inRange(subject.first, subject.last, true) ?? inRange(subject.coreLast, subject.ownLast, false)
        );
      return kinBefore(match, sentence.first, inRange, document, kin);
    },
    possessor: () =>
      inRange(Math.max(sentence.first, match.first - 4), match.last, true) ?? ownerAfter(match.last),
    near: () => {
      for (let at = match.first - 1; at >= sentence.first; at -= 1) {
        const mention = entities.at(at);
        const found = held.named(mention);
        if (found !== null && !(mention !== undefined && tellsOfOthers(mention))) return found;
        if (general.has(document.tokens[at]?.lower ?? "")) return [];
      }
      // "Not one parcel for X was let through"
      for (let at = match.last; at < Math.min(sentence.last, match.last + MAX_AHEAD); at += 1) {
        const mention = entities.at(at);
        const found = mention?.entities.every(options.detainee) === true ? held.named(mention) : null;
        if (found !== null) return found;
      }
      return null;
    },
    topic: () => topicOf(sentence.paragraph, options),
    context: () => {
      // Another thing or other people are the subject: then it is told of the place, of everyone.
      if (clause?.ownSubject === true && clause.subject !== null) {
        if (isPlural(document.tokens[clause.subject.head]) && !owned(clause.subject)) return null;
      }
      if (generalSubject) return [];
      return leaderBefore(sentence, document, inRange) ?? held.before(sentence);
    },
  };
  /** "a rope around the neck of X" */
  const ownerAfter = (at: number): string[] | null => {
    const phrase = clauses.phrasesIn(sentence.index).find(({ first, last }) => first < at && at < last);
    return phrase === undefined || at < phrase.coreLast ? null : inRange(at, phrase.last, false);
  };
  const owned = (phrase: Phrase): boolean => inRange(phrase.first, phrase.last, true) !== null;
  const generalSubject = clauses
    .inSentence(sentence.index)
    .some(({ subject, ownSubject }) => ownSubject && subject !== null && isGeneral(subject));
  /** "X told them that the men slept in their coats": X speaks of the others. */
  const tellsOfOthers = (mention: Mention): boolean =>
    generalSubject &&
    clause?.kind === "complement" &&
    clause.ownSubject &&
    mention.last <= (clause.subject?.first ?? clause.first);

  // "her son was vomiting blood": of a relative without a name nothing can be said.
  const subject = clause?.subject ?? null;
  if (!where.includes("kin") && subject !== null && isKin(subject) && ofPhrase(subject) === null) return null;
  // "His wife, X, has not been allowed a visit": his, whatever else the words name.
  const first: Where[] = where.includes("kin") && subject !== null && isKin(subject) ? ["kin"] : [];
  for (const place of [...first, ...where]) {
    const found = finders[place]();
    if (found === null) continue;
    if (found.length > 0) return { persons: [...new Set(found)], how: place };
    break;
  }
  const entry = isEntry(sentence.paragraph, options) ? topicOf(sentence.paragraph, options) : null;
  if (entry !== null) return { persons: entry, how: "topic" };
  if (frame.shared === true && counted(match, sentence, options)) {
    const told = inRange(sentence.first, match.first, false) ?? leaderBefore(sentence, document, inRange);
    if (told !== null && told.length === 1) return { persons: told, how: "context" };
  }
  return { persons: [], how: "general" };
}

const isPlural = (token: Token | undefined): boolean =>
  token !== undefined && token.tags.has("Noun") && token.tags.has("Plural") && !token.tags.has("Pronoun");

/** The one person whom one of the two sentences before names first, in the same paragraph. */
function leaderBefore(sentence: Sentence, document: Document, inRange: InRange): string[] | null {
  for (const other of [sentence.index - 1, sentence.index - 2]) {
    const before = document.sentences[other];
    if (before === undefined || before.paragraph !== sentence.paragraph) return null;
    const found = inRange(before.first, before.last, false);
    if (found !== null) return found.length === 1 ? found : null;
  }
  return null;
}

/** A number of people is named in the match or shortly before it. */
function counted(
  match: { first: number; last: number },
  sentence: Sentence,
  { entities }: HoldersOptions,
): boolean {
  for (let at = Math.max(sentence.first, match.first - 8); at < match.last; at += 1)
    if (entities.at(at)?.form === "group") return true;
  return false;
}

/** A list item: its first sentence is only a name with what belongs to it. */
function isEntry(paragraph: number, { document, clauses }: HoldersOptions): boolean {
  const opening = document.sentences.find((sentence) => sentence.paragraph === paragraph);
  const next = opening === undefined ? undefined : document.sentences[opening.index + 1];
  return (
    opening !== undefined && next?.paragraph === paragraph && clauses.inSentence(opening.index).length === 0
  );
}

type InRange = (first: number, last: number, possessive: boolean) => string[] | null;

/** "Her sister … was sent away": a relative with an owner, named before the match and perhaps in another clause. */
function kinBefore(
  match: { first: number },
  from: number,
  inRange: InRange,
  document: Document,
  kin: ReadonlySet<string>,
): string[] | null {
  for (let at = match.first; at > from; at -= 1) {
    if (!kin.has(document.tokens[at]?.lower ?? "")) continue;
    const owner = inRange(Math.max(from, at - 4), at, true) ?? inRange(at + 1, at + 3, false);
    if (owner !== null) return owner;
  }
  return null;
}

/** The clause whose verb stands in the match, else the innermost one around its first word. */
function clauseOf(match: { first: number; last: number }, clauses: ClauseMap): Clause | undefined {
  for (let at = match.first; at < match.last; at += 1) {
    const clause = clauses.at(at);
    if (clause !== undefined && clause.verb.head >= match.first && clause.verb.head < match.last)
      return clause;
  }
  return clauses.at(match.first);
}

function headMention(phrase: Phrase, entities: Entities): Mention | undefined {
  const own = entities.at(phrase.head);
  if (own !== undefined && !own.possessive) return own;
  for (let at = phrase.coreLast - 1; at >= phrase.first; at -= 1) {
    const mention = entities.at(at);
    if (mention !== undefined && !mention.possessive && mention.last >= phrase.coreLast) return mention;
  }
  return undefined;
}

/** In lists of cases every paragraph opens with its person. */
function topicOf(paragraph: number, { document, entities }: HoldersOptions): string[] | null {
  const opening = document.sentences.find((sentence) => sentence.paragraph === paragraph);
  if (opening === undefined) return null;
  for (let at = opening.first; at < Math.min(opening.last, opening.first + 3); at += 1) {
    const mention = entities.at(at);
    const [key] = mention?.entities ?? [];
    if (mention?.form === "full" && key !== undefined && entities.byKey.get(key)?.kind === "person")
      return [key];
  }
  return null;
}
