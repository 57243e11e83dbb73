import type { Entities, Mention } from "../entities.ts";
import type { Phrase } from "../text/chunks.ts";
import type { Clause, ClauseMap } from "../text/clauses.ts";
import type { Document } from "../text/document.ts";
import type { Where } from "./frame.ts";

/** Whose condition it is: keys of persons, or `[]` when it is told of people in general. */
export interface Holders {
  persons: readonly string[];
  how: Where | "general";
}

export interface HoldersOptions {
  document: Document;
  clauses: ClauseMap;
  entities: Entities;
  /** Plural nouns of general statements. */
  general: ReadonlySet<string>;
}

const DEFAULT: readonly Where[] = ["inside", "object", "subject", "possessor", "near", "topic"];

/** Finds in whom a condition is, for the words `first`…`last` that tell it. */
export function holdersOf(
  match: { first: number; last: number },
  where: readonly Where[] | undefined,
  options: HoldersOptions,
): Holders {
  const { document, clauses, entities, general } = options;
  const sentence = document.sentences.find((item) => item.first <= match.first && match.first < item.last);
  if (sentence === undefined) return { persons: [], how: "general" };
  const clause = clauseOf(match, clauses);
  const persons = (mention: Mention | undefined): string[] | null => {
    if (mention === undefined) return null;
    const keys = mention.entities.flatMap((key) => {
      const entity = entities.byKey.get(key);
      if (entity?.kind === "group") return entity.members;
      return entity?.kind === "person" ? [key] : [];
    });
    const group = mention.entities.some((key) => entities.byKey.get(key)?.kind === "group");
    return keys.length > 0 ? keys : group ? [] : null;
  };
  const isGeneral = (phrase: Phrase | null): boolean => {
    if (phrase === null) return false;
    for (let at = phrase.first; at < phrase.coreLast; at += 1)
      if (general.has(document.tokens[at]?.lower ?? "")) return true;
    return false;
  };
  const inRange = (first: number, last: number, possessive: boolean): string[] | null => {
    for (let at = first; at < last; at += 1) {
      const mention = entities.at(at);
      if (mention === undefined || mention.possessive !== possessive) continue;
      const found = persons(mention);
      if (found !== null) return found;
    }
    return null;
  };
  const ofPhrase = (phrase: Phrase | null | undefined): string[] | null => {
    if (phrase === null || phrase === undefined) return null;
    return persons(headMention(phrase, entities)) ?? inRange(phrase.first, phrase.last, true) ?? (isGeneral(phrase) ? [] : null);
  };

  const passive = clause?.verb.voice === "passive";
  const finders: Record<Where, () => string[] | null> = {
    inside: () => inRange(match.first, match.last, false) ?? inRange(match.first, match.last, true),
    object: () => {
      if (clause === undefined || passive) return null;
      for (const object of clause.objects) {
        const found = ofPhrase(object);
        if (found !== null) return found;
      }
      return null;
    },
    subject: () => ofPhrase(clause?.subject),
    possessor: () => inRange(Math.max(sentence.first, match.first - 4), match.last, true),
    near: () => {
      for (let at = match.first - 1; at >= sentence.first; at -= 1) {
        const mention = entities.at(at);
        const found = persons(mention);
        if (found !== null) return found;
        if (general.has(document.tokens[at]?.lower ?? "")) return [];
      }
      return null;
    },
    topic: () => topicOf(sentence.paragraph, options),
  };
  for (const place of where ?? DEFAULT) {
    const found = finders[place]();
    if (found !== null) return { persons: [...new Set(found)], how: place };
  }
  return { persons: [], how: "general" };
}

/** The clause whose verb stands in the match, else the innermost one around its first word. */
function clauseOf(match: { first: number; last: number }, clauses: ClauseMap): Clause | undefined {
  for (let at = match.first; at < match.last; at += 1) {
    const clause = clauses.at(at);
    if (clause !== undefined && clause.verb.head >= match.first && clause.verb.head < match.last) return clause;
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
    if (mention?.form === "full" && key !== undefined && entities.byKey.get(key)?.kind === "person") return [key];
  }
  return null;
}
