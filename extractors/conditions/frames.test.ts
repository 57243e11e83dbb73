import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText } from "../../model/article.ts";
import { createAssertionJudge } from "../assertion/assertion.ts";
import { createAttribution } from "../assertion/attribution.ts";
import { englishActors } from "../languages/en/actors-lexicon.ts";
import { englishAssertion } from "../languages/en/assertion-words.ts";
import { englishConditions } from "../languages/en/conditions-lexicon.ts";
import { englishNames } from "../languages/en/names-lexicon.ts";
import { englishRoles } from "../languages/en/roles-lexicon.ts";
import { findEntities } from "../persons/find-entities.ts";
import { createGazetteerIndex } from "../persons/gazetteer-index.ts";
import type { Entities } from "../entities.ts";
import { assignRoles } from "../persons/roles.ts";
import type { ClauseMap } from "../text/clauses/clause.ts";
import type { Document } from "../text/document.ts";
import { createUnlikely } from "../persons/likely.ts";
import { analyse } from "../text/analyse.ts";
import { analyseClauses } from "../text/clauses/analyse-clauses.ts";
import { createConditionFinder } from "./find-conditions.ts";

const index = createGazetteerIndex(loadGazetteers());
const finder = createConditionFinder(englishConditions);

function createDetainees(document: Document, clauses: ClauseMap, entities: Entities) {
  const roles = assignRoles({
    document,
    entities,
    clauses,
    index,
    lexicons: { names: englishNames, roles: englishRoles },
    events: [],
    conditions: [],
  });
  return (key: string) => roles.get(key) === "detainee";
}

/** What is found in a sentence that stands in a text about a prison. */
function conditionsIn(sentence: string) {
  const { text, paragraphs } = composeText("From the prison", [
    { text: "This is about a prison and about people in custody.", zone: "body" },
    { text: sentence, zone: "body" },
  ]);
  const document = analyse({ text, paragraphs, lang: "en", published: "2025-05-05" });
  const clauses = analyseClauses(document);
  const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
  const found = finder.find({
    document,
    clauses,
    entities,
    judge: createAssertionJudge(document, clauses, englishAssertion),
    attribution: createAttribution(document, clauses, englishAssertion),
    unlikely: createUnlikely(entities, index, { names: englishNames, roles: englishRoles }),
    detainee: createDetainees(document, clauses, entities),
    onTopic: true,
  });
  return found.map((condition) => ({
    ...condition,
    persons: condition.persons.map((key) => entities.byKey.get(key)?.name),
    words: text.slice(condition.evidence.start, condition.evidence.end),
  }));
}

describe.each(englishConditions.frames.map((frame) => [frame.id, frame] as const))(
  "frame %s",
  (_id, frame) => {
    it("has examples of what it means and of what it does not", () => {
      expect(frame.positive.length).toBeGreaterThan(0);
      expect(frame.negative.length).toBeGreaterThan(0);
    });

    it.each(frame.positive.map((example) => [example.text, example.persons ?? []] as const))(
      "is told by: %s",
      (sentence, persons) => {
        const found = conditionsIn(sentence).find(({ category }) => category === frame.category);
        expect(found?.assertion).toBe("asserted");
        expect(found?.persons).toEqual(persons);
        expect(sentence).toContain(found?.words);
      },
    );

    it.each(frame.negative)("is not told by: %s", (sentence) => {
      expect(conditionsIn(sentence).filter(({ category }) => category === frame.category)).toEqual([]);
    });
  },
);

describe("conditions", () => {
  it("belong to the client, not to the lawyer who is turned away", () => {
    const found = conditionsIn("Pavel Levin is ill. His lawyer, Olena Kravets, was not let in.").find(
      ({ category }) => category === "denied_lawyer",
    );
    expect(found?.persons).toEqual(["Pavel Levin"]);
  });

  it("that an official calls an invention are negated", () => {
    const [found] = conditionsIn("The prosecutor called reports of beatings in the prison an invention.");
    expect(found?.assertion).toBe("negated");
  });

  it("are told once for every person however often they are repeated", () => {
    const found = conditionsIn(
      "Pavel Levin was beaten in the van. Levin was beaten again in the cell. Pavel Levin was kicked and punched.",
    );
    expect(found.filter(({ category }) => category === "torture")).toHaveLength(1);
  });

  it("are not found in a text that is not about detention", () => {
    const { text, paragraphs } = composeText("Match report", [
      {
        text: "The team was beaten in the final, and its captain was denied a visit to the podium.",
        zone: "body",
      },
    ]);
    const document = analyse({ text, paragraphs, lang: "en", published: null });
    const clauses = analyseClauses(document);
    const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
    const found = finder.find({
      document,
      clauses,
      entities,
      judge: createAssertionJudge(document, clauses, englishAssertion),
      attribution: createAttribution(document, clauses, englishAssertion),
      unlikely: () => false,
      detainee: () => true,
      onTopic: false,
    });
    expect(found).toEqual([]);
  });
});
