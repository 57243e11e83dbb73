import type { Confidence } from "../../model/extraction.ts";
import { findActors } from "../actors/find-actors.ts";
import { findOrganisations, type Organisation } from "../actors/organisations.ts";
import type { ActorLexicon } from "../actors/lexicon.ts";
import type { AnyEntity, Entities, Mention } from "../entities.ts";
import type { Document } from "../text/document.ts";
import { findPersons } from "./find-persons.ts";
import type { GazetteerIndex, Hit } from "./gazetteer-index.ts";
import { findGroups } from "./groups.ts";
import type { NameLexicon } from "./lexicon.ts";
import { givenGender, PERSON_SCORE } from "./judge.ts";
import { findSpeakers } from "./quotes.ts";
import { affiliationsOf } from "./affiliations.ts";
import { findReferences } from "./references.ts";
import type { Draft, PersonDraft } from "./roster.ts";
import { cutWords, type Word } from "./words.ts";

/** The words of a language that names and actors need. */
export interface EntityLexicon {
  names: NameLexicon;
  actors: ActorLexicon;
}

/** In a heading every word may have a capital: what stands nowhere else is no organisation, though no person either. */
function settleHeadings(
  document: Document,
  words: readonly Word[],
  found: readonly Organisation[],
): Organisation[] {
  const nameOf = ({ first, last }: Organisation) =>
    words
      .slice(first, last)
      .map(({ fold }) => fold)
      .join(" ");
  const inHeading = ({ first }: Organisation) =>
    document.sentences[words[first]?.sentence ?? -1]?.zone === "heading";
  const elsewhere = new Set(found.filter((one) => !inHeading(one)).map(nameOf));
  return found.map((one) => (inHeading(one) && !elsewhere.has(nameOf(one)) ? { ...one, class: null } : one));
}

/**
 * Finds the persons, actors and groups of a document and everything that refers to them: by the gazetteer first, by
 * patterns next, then surnames, pronouns and descriptions.
 */
export function findEntities(document: Document, index: GazetteerIndex, lexicon: EntityLexicon): Entities {
  const { names, actors } = lexicon;
  const words = cutWords(document);
  const hits = index.find(words);
  const knownPerson = marks(
    hits.filter(({ known, needsContext }) => known.kind === "person" && !needsContext),
  );
  const national = marks(hits.filter(({ known }) => known.kind === "country"));
  const lowered = new Set(words.filter(({ shape }) => shape === "lower").map(({ fold }) => fold));
  const organisations = settleHeadings(
    document,
    words,
    findOrganisations({
      words,
      names,
      actors,
      lowered,
      person: (at) => knownPerson.has(at),
      place: (at) => national.has(at),
      given: (fold) => givenGender({ index, lexicon: names }, fold) !== undefined,
    }),
  );
  const taken = takenWords(hits, organisations, words, index);
  const roster = findPersons({
    document,
    words,
    lexicon: names,
    index,
    hits,
    taken: (at) => taken.has(at),
    national: (at) => national.has(at),
  });
  const named = roster.persons.flatMap(({ mentions }) => mentions).toSorted((a, b) => a.first - b.first);
  const personWords = marks(named);
  const foundActors = findActors({
    document,
    words,
    names,
    actors,
    hits,
    organisations,
    person: (at) => personWords.has(at),
  });
  const groups = findGroups(words, names, named);
  const speakerAt = findSpeakers({ document, words, lexicon: names, roster });
  const references = findReferences({ document, words, lexicon: names, roster, groups, speakerAt });

  const byKey = new Map<string, AnyEntity>();
  for (const person of roster.persons) {
    byKey.set(person.key, {
      kind: "person",
      key: person.key,
      name: person.name,
      aliases: [...person.forms].filter((form) => form !== person.name),
      canonical: person.known?.name ?? person.name,
      gazetteerId: person.known?.id ?? null,
      ruleId: person.ruleId,
      confidence: confidenceOf(person),
      gender: person.gender,
      descriptions: [...new Set(person.descriptions)],
      affiliations: affiliationsOf(person.mentions, { words, names, hits, organisations }),
    });
  }
  for (const actor of foundActors) {
    byKey.set(actor.key, {
      kind: "actor",
      key: actor.key,
      name: actor.name,
      aliases: [...actor.forms].filter((form) => form !== actor.name),
      class: actor.class,
      gazetteerId: actor.gazetteerId,
      ruleId: actor.ruleId,
      confidence: {
        value: actor.gazetteerId === null ? 0.75 : 0.9,
        parts: { name: actor.gazetteerId === null ? 0.75 : 0.9 },
      },
    });
  }
  for (const group of groups) {
    byKey.set(group.key, {
      kind: "group",
      key: group.key,
      name: group.label,
      aliases: [],
      gazetteerId: null,
      ruleId: "group.count",
      confidence: { value: 0.8, parts: { pattern: 0.8 } },
      count: group.count,
      label: group.label,
      members: group.members,
    });
  }
  const drafts = [
    ...named,
    ...foundActors.flatMap(({ mentions }) => mentions),
    ...groups.flatMap(({ mentions }) => mentions),
    ...references,
  ];
  return createEntities(
    byKey,
    drafts.map((draft) => finish(draft, words, document)),
  );
}

function finish(draft: Draft, words: readonly Word[], document: Document): Mention {
  const head = words[draft.first];
  const tail = words[draft.last - 1];
  const first = head?.token ?? 0;
  const last = (tail?.token ?? 0) + 1;
  return {
    start: head?.start ?? 0,
    end: document.tokens[last - 1]?.end ?? 0,
    first,
    last,
    sentence: head?.sentence ?? 0,
    form: draft.form,
    entities: draft.keys,
    possessive: draft.possessive,
  };
}

/** Orders mentions and answers which one, the innermost, covers a token. */
function createEntities(byKey: ReadonlyMap<string, AnyEntity>, mentions: readonly Mention[]): Entities {
  const ordered = mentions.toSorted((a, b) => a.first - b.first || b.last - a.last);
  const inner = new Map<number, Mention>();
  for (const mention of ordered) {
    for (let token = mention.first; token < mention.last; token += 1) {
      const other = inner.get(token);
      if (other === undefined || mention.last - mention.first <= other.last - other.first)
        inner.set(token, mention);
    }
  }
  return { byKey, mentions: ordered, at: (tokenIndex) => inner.get(tokenIndex) };
}

function marks(ranges: readonly { first: number; last: number }[]): Set<number> {
  const marked = new Set<number>();
  for (const { first, last } of ranges) for (let at = first; at < last; at += 1) marked.add(at);
  return marked;
}

/** Words that can be no part of a person's name because they name an organisation, a prison or a country. */
function takenWords(
  hits: readonly Hit[],
  organisations: readonly Organisation[],
  words: readonly Word[],
  index: GazetteerIndex,
): Set<number> {
  const places = hits.filter(({ known, first, last }) => {
    if (known.kind === "person") return false;
    if (known.kind !== "country") return true;
    // Israel, Georgia, Jordan: given names too, when a name follows.
    const head = words[first];
    const next = words[last];
    const named = next?.gap === " " && (next.shape === "capital" || next.shape === "upper");
    return !(known.as === "demonym" || (named && head !== undefined && index.givenNames.has(head.fold)));
  });
  return marks([
    ...places,
    ...organisations.map(({ first, last, acronym }) => ({ first, last: acronym?.last ?? last })),
  ]);
}

function confidenceOf(person: PersonDraft): Confidence {
  if (person.known !== null) return { value: 0.95, parts: { gazetteer: 0.95 } };
  const value = Math.min(0.95, 0.6 + 0.06 * (person.score - PERSON_SCORE + 1));
  return {
    value: Math.max(0.3, Math.round(value * 100) / 100),
    parts: { evidence: Math.max(0.3, Math.round(value * 100) / 100) },
  };
}
