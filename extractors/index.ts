import type { Article } from "../model/article.ts";
import type { ExtractedActor, ExtractedPerson, Extraction } from "../model/extraction.ts";
import { extractionId } from "../model/extraction.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import { createAssertionJudge } from "./assertion/assertion.ts";
import { createAttribution } from "./assertion/attribution.ts";
import {
  type ConditionFinder,
  createConditionFinder,
  type FoundCondition,
} from "./conditions/find-conditions.ts";
import type { ActorEntity, Entities, PersonEntity } from "./entities.ts";
import { createEventFinder, type EventFinder } from "./events/find-events.ts";
import { isOnTopic } from "./events/topic.ts";
import { languageOf } from "./languages/index.ts";
import type { Language } from "./languages/language.ts";
import { findEntities } from "./persons/find-entities.ts";
import { createGazetteerIndex } from "./persons/gazetteer-index.ts";
import { createDetainees, createUnlikely } from "./persons/likely.ts";
import { markNames } from "./persons/mark-names.ts";
import { findRelations } from "./persons/relations.ts";
import { assignRoles } from "./persons/roles.ts";
import { analyse } from "./text/analyse.ts";
import { createFacilityTagger } from "./text/facilities.ts";
import { analyseClauses } from "./text/clauses/analyse-clauses.ts";
import type { Trace } from "./trace.ts";
import { extractorVersion } from "./version.ts";

/** Extracts from an article; a trace, for explanations, changes nothing in the result. */
export type Extractor = (article: Article, trace?: Trace) => Extraction;

export interface ExtractorOptions {
  gazetteers: Gazetteers;
  /** Fingerprint of the code, see `config/extractor-code.ts`; part of the version that stands on every extraction. */
  code: string;
}

/** A language with what is made of its rules once. */
interface Engine {
  language: Language;
  events: EventFinder | null;
  conditions: ConditionFinder | null;
}

function createEngine(language: Language): Engine {
  const { grammar, events, conditions } = language;
  return {
    language,
    events: grammar === null || events === null ? null : createEventFinder(events, grammar),
    conditions: conditions === null ? null : createConditionFinder(conditions),
  };
}

/**
 * Makes the extractor: text in, persons, actors, conditions and events out, with their evidence. Pure: no I/O, no
 * clock; the same article gives the same extraction. Build it once, its indexes are costly.
 */
export function createExtractor({ gazetteers, code }: ExtractorOptions): Extractor {
  const index = createGazetteerIndex(gazetteers);
  const tagFacilities = createFacilityTagger(gazetteers.facilities);
  const version = extractorVersion(code, gazetteers);
  const engines = new Map<string, Engine>();
  const engineOf = (language: Language): Engine => {
    const known = engines.get(language.code);
    if (known !== undefined) return known;
    const made = createEngine(language);
    engines.set(language.code, made);
    return made;
  };
  return (article, trace) => {
    const engine = engineOf(languageOf(article.lang));
    const { language } = engine;
    const analysed = analyse(article, language);
    const entities = findEntities(analysed, index, language);
    const document = tagFacilities(markNames(analysed, entities));
    const clauses = analyseClauses(document);
    trace?.begin({ document, clauses, entities });
    const shared =
      language.assertion === null
        ? null
        : {
            document,
            clauses,
            entities,
            judge: createAssertionJudge(document, clauses, language.assertion),
            attribution: createAttribution(document, clauses, language.assertion),
            source: article.sourceName,
            unlikely: createUnlikely(entities, index, language),
          };
    const found = shared === null ? [] : (engine.events?.find(shared, trace) ?? []);
    const rolesBy = (conditions: readonly FoundCondition[]) =>
      assignRoles({ document, entities, clauses, index, lexicons: language, events: found, conditions });
    const rolesByEvents = rolesBy([]);
    const detainee = createDetainees(entities, rolesByEvents, found, language);
    const onTopic = language.events === null || isOnTopic(document, language.events);
    const conditions =
      shared === null ? [] : (engine.conditions?.find({ ...shared, detainee, onTopic }, trace) ?? []);
    const roles = rolesBy(conditions);
    const relations =
      language.relations === null
        ? []
        : findRelations({ document, entities, names: language.names, lexicon: language.relations });
    const nameOf = namesByKey(entities);
    const names = (keys: readonly string[]): string[] => [
      ...new Set(keys.flatMap((key) => nameOf.get(key) ?? [])),
    ];
    const all = [...entities.byKey.values()];
    const shownOf = (entity: PersonEntity | ActorEntity) => ({
      name: nameOf.get(entity.key) ?? entity.name,
      aliases: [...entity.aliases],
      mentions: spansOf(entities, entity.key),
      ruleId: entity.ruleId,
      confidence: entity.confidence,
      gazetteerId: entity.gazetteerId,
    });
    return {
      id: extractionId(article.id, article.captureHash, version),
      articleId: article.id,
      captureHash: article.captureHash,
      extractorVersion: version,
      persons: all.flatMap((entity): ExtractedPerson[] =>
        entity.kind !== "person"
          ? []
          : [{ ...shownOf(entity), canonical: entity.canonical, role: roles.get(entity.key) ?? "other" }],
      ),
      actors: all.flatMap((entity): ExtractedActor[] =>
        entity.kind !== "actor" ? [] : [{ ...shownOf(entity), class: entity.class }],
      ),
      relations: relations.flatMap(({ person, of, ...relation }) => {
        const [whose, who] = [nameOf.get(of), nameOf.get(person)];
        return who === undefined || whose === undefined ? [] : [{ ...relation, person: who, of: whose }];
      }),
      conditions: conditions.map(({ sentence: _sentence, ...condition }) => ({
        ...condition,
        persons: names(condition.persons),
        attributedTo: names(condition.attributedTo),
      })),
      events: found.map((event) => ({
        ...event,
        subjects: names(event.subjects),
        agents: names(event.agents),
        recipients: names(event.recipients),
        attributedTo: names(event.attributedTo),
      })),
    };
  };
}

/** Names of persons and actors by key; a name that two entities share gets a number, as names are references. */
function namesByKey(entities: Entities): Map<string, string> {
  const used = new Map<string, number>();
  const names = new Map<string, string>();
  for (const entity of entities.byKey.values()) {
    if (entity.kind === "group") continue;
    const times = (used.get(entity.name) ?? 0) + 1;
    used.set(entity.name, times);
    names.set(entity.key, times === 1 ? entity.name : `${entity.name} (${times})`);
  }
  return names;
}

function spansOf(entities: Entities, key: string): { start: number; end: number }[] {
  return entities.mentions
    .filter((mention) => mention.entities.includes(key) && mention.form !== "pronoun")
    .map(({ start, end }) => ({ start, end }));
}
