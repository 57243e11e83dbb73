import type { Article } from "../model/article.ts";
import type { ExtractedActor, ExtractedPerson, Extraction } from "../model/extraction.ts";
import { extractionId } from "../model/extraction.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import { createAssertionJudge } from "./assertion/assertion.ts";
import { createAttribution } from "./assertion/attribution.ts";
import { createConditionFinder } from "./conditions/find-conditions.ts";
import type { ActorEntity, Entities, PersonEntity } from "./entities.ts";
import { createEventFinder } from "./events/find-events.ts";
import { englishActors } from "./languages/en/actors-lexicon.ts";
import { englishConditions } from "./languages/en/conditions-lexicon.ts";
import { englishNames } from "./languages/en/names-lexicon.ts";
import { englishRoles } from "./languages/en/roles-lexicon.ts";
import { english } from "./languages/en/index.ts";
import { findEntities } from "./persons/find-entities.ts";
import { createGazetteerIndex } from "./persons/gazetteer-index.ts";
import { createUnlikely } from "./persons/likely.ts";
import { assignRoles } from "./persons/roles.ts";
import { analyse } from "./text/analyse.ts";
import { analyseClauses } from "./text/clauses/analyse-clauses.ts";

/** Stands on every extraction; raise it whenever rules or lexicons change what is extracted. */
const extractorVersion = "1";

export type Extractor = (article: Article) => Extraction;

/**
 * Makes the extractor: text in, persons, actors, conditions and events out, with their evidence. Pure: no I/O, no
 * clock; the same article gives the same extraction. Build it once, its indexes are costly.
 */
export function createExtractor(gazetteers: Gazetteers): Extractor {
  const index = createGazetteerIndex(gazetteers);
  const { grammar, assertion, events } = english;
  const eventFinder = grammar === null || events === null ? null : createEventFinder(events, grammar);
  const conditionFinder = createConditionFinder(englishConditions);
  return (article) => {
    const document = analyse(article);
    const clauses = analyseClauses(document);
    const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
    const isEnglish = document.lang.toLowerCase().startsWith(english.code);
    const shared =
      !isEnglish || assertion === null
        ? null
        : {
            document,
            clauses,
            entities,
            judge: createAssertionJudge(document, clauses, assertion),
            attribution: createAttribution(document, clauses, assertion),
            source: article.sourceName,
            unlikely: createUnlikely(entities, index, { names: englishNames, roles: englishRoles }),
          };
    const found = shared === null ? [] : (eventFinder?.find(shared) ?? []);
    const conditions = shared === null ? [] : conditionFinder.find(shared);
    const roles = assignRoles({
      document,
      entities,
      clauses,
      index,
      lexicons: { names: englishNames, roles: englishRoles },
      events: found,
      conditions,
    });
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
      id: extractionId(article.id, article.captureHash, extractorVersion),
      articleId: article.id,
      captureHash: article.captureHash,
      extractorVersion,
      persons: all.flatMap((entity): ExtractedPerson[] =>
        entity.kind !== "person"
          ? []
          : [{ ...shownOf(entity), canonical: entity.canonical, role: roles.get(entity.key) ?? "other" }],
      ),
      actors: all.flatMap((entity): ExtractedActor[] =>
        entity.kind !== "actor" ? [] : [{ ...shownOf(entity), class: entity.class }],
      ),
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
