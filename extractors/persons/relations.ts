import type { Confidence, RelationKind } from "../../model/extraction.ts";
import type { Span } from "../../model/article.ts";
import type { Entities, Mention, PersonEntity } from "../entities.ts";
import { hasTag, type Document, type Sentence } from "../text/document.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { RelationLexicon } from "./relation-lexicon.ts";

export interface FoundRelation {
  kind: RelationKind;
  words: string;
  /** Keys of entities. */
  person: string;
  of: string;
  evidence: Span;
  ruleId: string;
  confidence: Confidence;
}

interface RelationsOptions {
  document: Document;
  entities: Entities;
  names: Pick<NameLexicon, "relations" | "relativePronouns" | "sayVerbs">;
  lexicon: RelationLexicon;
}

/** "his wife", "the wife of Ihar Sample": a phrase with the noun and whose it is; half-open token ranges. */
interface Phrase {
  first: number;
  last: number;
  noun: number;
  of: PersonEntity;
  words: string;
  ruleId: "relation.possessive" | "relation.of";
  score: number;
}

/** Words between a possessive and the noun, or between "of" and the name, at most. */
const maxBetween = 4;
/** Whom a pronoun means is found out by rules of its own, which err more often than names. */
const scores = { named: 0.9, pronoun: 0.75 } as const;

/**
 * What named persons are to each other: "his wife, Maria Sample", "Maria Sample, the wife of Ihar Sample", "Ihar's
 * lawyer Maria Sample", "Maria Sample is his lawyer". Only who stands next to the words is meant by them.
 */
export function findRelations(options: RelationsOptions): FoundRelation[] {
  const { document, lexicon, entities } = options;
  const found = new Map<string, FoundRelation>();
  for (const sentence of document.sentences)
    for (let at = sentence.first; at < sentence.last; at++) {
      const kind = lexicon.nouns.get(document.tokens[at]?.lower ?? "");
      if (kind === undefined || entities.at(at)?.form === "full") continue;
      for (const phrase of [
        phraseWithPossessive(at, sentence, options),
        phraseWithOf(at, sentence, options),
      ]) {
        if (phrase === null) continue;
        const person = bearerAfter(phrase, sentence, options) ?? bearerBefore(phrase, sentence, options);
        if (person === null || person.key === phrase.of.key || !fits(person, at, options)) continue;
        const key = [kind, person.key, phrase.of.key].join(" ");
        if (!found.has(key))
          found.set(key, {
            kind,
            words: phrase.words,
            person: person.key,
            of: phrase.of.key,
            evidence: { start: sentence.start, end: sentence.end },
            ruleId: phrase.ruleId,
            confidence: confidenceOf(person, phrase),
          });
        break;
      }
    }
  return [...found.values()];
}

/** "his wife", "Ihar Sample's younger brother". */
function phraseWithPossessive(noun: number, { first }: Sentence, options: RelationsOptions): Phrase | null {
  const { document, entities, lexicon } = options;
  for (let at = noun - 1; at >= Math.max(first, noun - 1 - maxBetween); at--) {
    const owner = entities.at(at);
    if (owner !== undefined) {
      const of = owner.possessive && owner.last <= noun ? personOf(owner, entities) : null;
      const start = afterClitic(owner.last, document);
      return of === null
        ? null
        : {
            first: owner.first,
            last: noun + 1,
            noun,
            of,
            words: wordsOf(start, noun, document),
            ruleId: "relation.possessive",
            score: isNamed(owner) ? scores.named : scores.pronoun,
          };
    }
    const token = document.tokens[at];
    if (!isPlain(at, document) && !isClitic(token?.text ?? "")) return null;
    if (lexicon.owners.has(token?.lower ?? "")) return null;
  }
  return null;
}

/** "the wife of Ihar Sample", "a lawyer for the jailed poet Ihar Sample". */
function phraseWithOf(noun: number, sentence: Sentence, options: RelationsOptions): Phrase | null {
  const { document, entities, lexicon } = options;
  if (!lexicon.owners.has(document.tokens[noun + 1]?.lower ?? "")) return null;
  for (let at = noun + 2; at < Math.min(sentence.last, noun + 3 + maxBetween); at++) {
    const owner = entities.at(at);
    if (owner !== undefined) {
      const of = owner.possessive ? null : personOf(owner, entities);
      if (of === null || owner.form === "pronoun") return null;
      let first = noun;
      const isArticle = (index: number) => lexicon.articles.has(document.tokens[index]?.lower ?? "");
      while (first > sentence.first && noun - first < maxBetween && isPlain(first - 1, document)) {
        first--;
        if (isArticle(first)) break;
      }
      const start = isArticle(first) ? first + 1 : first;
      return {
        first,
        last: owner.last,
        noun,
        of,
        words: wordsOf(start, noun, document),
        ruleId: "relation.of",
        score: scores.named,
      };
    }
    if (!isPlain(at, document)) return null;
  }
  return null;
}

/** "his wife Maria", "the wife of Ihar Sample, Maria Sample,": who is named behind the words. */
function bearerAfter({ last }: Phrase, sentence: Sentence, options: RelationsOptions): PersonEntity | null {
  const { document, entities, names } = options;
  const comma = document.tokens[last]?.text === ",";
  const at = comma ? last + 1 : last;
  if (at >= sentence.last) return null;
  const mention = entities.at(at);
  if (mention === undefined || mention.first !== at || !isNamed(mention) || mention.possessive) return null;
  // "He told his wife, Ihar Sample said": whoever is set off by a comma is set off on both sides.
  const next = document.tokens[mention.last];
  if (comma && next !== undefined && names.sayVerbs.has(next.lower)) return null;
  return personOf(mention, entities);
}

/** "Maria Sample, his wife", "Maria Sample, who is his wife", "Maria Sample is the wife of …". */
function bearerBefore({ first }: Phrase, sentence: Sentence, options: RelationsOptions): PersonEntity | null {
  const { document, entities, names, lexicon } = options;
  const lower = (index: number) => document.tokens[index]?.lower ?? "";
  let at = first - 1;
  const copula = lexicon.copulas.has(lower(at));
  if (copula) at--;
  const relative = copula && names.relativePronouns.has(lower(at));
  if (relative) at--;
  if (!copula || relative) {
    if (!/^[,(–—]$/u.test(lower(at))) return null;
    at--;
  }
  const mention = at < sentence.first ? undefined : entities.at(at);
  return mention !== undefined && isNamed(mention) && !mention.possessive
    ? personOf(mention, entities)
    : null;
}

const isNamed = ({ form }: Mention) => form !== "pronoun" && form !== "descriptor" && form !== "group";

function personOf({ entities: keys }: Mention, { byKey }: Entities): PersonEntity | null {
  const [key] = keys;
  const entity = keys.length === 1 && key !== undefined ? byKey.get(key) : undefined;
  return entity?.kind === "person" ? entity : null;
}

/** A wife is no man. */
function fits({ gender }: PersonEntity, noun: number, { document, names }: RelationsOptions): boolean {
  const wanted = names.relations.get(document.tokens[noun]?.lower ?? "") ?? null;
  return gender === null || wanted === null || gender === wanted;
}

/** A word in lower case that is no verb, unless a participle: "his jailed brother". */
function isPlain(index: number, { tokens }: Document): boolean {
  const token = tokens[index];
  if (token === undefined || !/^\p{Ll}[\p{L}\p{N}-]*$/u.test(token.text)) return false;
  return (
    !hasTag(token, "Conjunction") &&
    !hasTag(token, "Negative") &&
    (!hasTag(token, "Verb") || hasTag(token, "Participle"))
  );
}

const isClitic = (text: string) => /^['’ʼ]/u.test(text);
const afterClitic = (index: number, { tokens }: Document) =>
  isClitic(tokens[index]?.text ?? "") ? index + 1 : index;

function wordsOf(first: number, noun: number, { tokens, text }: Document): string {
  const [from, to] = [tokens[Math.min(first, noun)], tokens[noun]];
  return text.slice(from?.start ?? 0, to?.end ?? 0).replace(/\s+/gu, " ");
}

function confidenceOf(person: PersonEntity, { of, score }: Phrase): Confidence {
  const parts = { rule: score, person: person.confidence.value, of: of.confidence.value };
  const value = Object.values(parts).reduce((product, part) => product * part, 1);
  return { value: Math.round(value * 100) / 100, parts };
}
