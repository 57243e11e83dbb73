import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText } from "../../model/article.ts";
import { createAssertionJudge } from "../assertion/assertion.ts";
import { createAttribution } from "../assertion/attribution.ts";
import { englishActors } from "../languages/en/actors-lexicon.ts";
import { englishAssertion } from "../languages/en/assertion-words.ts";
import { englishEvents } from "../languages/en/event-words.ts";
import { englishGrammar } from "../languages/en/grammar.ts";
import { englishNames } from "../languages/en/names-lexicon.ts";
import { englishRoles } from "../languages/en/roles-lexicon.ts";
import { findEntities } from "../persons/find-entities.ts";
import { createGazetteerIndex } from "../persons/gazetteer-index.ts";
import { createUnlikely } from "../persons/likely.ts";
import { analyse } from "../text/analyse.ts";
import { analyseClauses } from "../text/clauses.ts";
import { createEventFinder } from "./find-events.ts";

const index = createGazetteerIndex(loadGazetteers());
const finder = createEventFinder(englishEvents, englishGrammar);

/** What is found in paragraphs that stand in a text about prisoners. */
function eventsIn(...paragraphs: string[]) {
  const article = composeText(
    "From the prison",
    [...paragraphs, "This page is about the prison, its jailed inmates and political prisoners."].map(
      (text) => ({ text, zone: "body" as const }),
    ),
  );
  const document = analyse({ ...article, lang: "en", published: "2025-05-05" });
  const clauses = analyseClauses(document);
  const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
  const nameOf = (key: string): string => entities.byKey.get(key)?.name ?? key;
  return finder
    .find({
      document,
      clauses,
      entities,
      judge: createAssertionJudge(document, clauses, englishAssertion),
      attribution: createAttribution(document, clauses, englishAssertion),
      source: "",
      unlikely: createUnlikely(entities, index, { names: englishNames, roles: englishRoles }),
    })
    .map((event) => ({
      ...event,
      subjects: event.subjects.map(nameOf),
      agents: event.agents.map(nameOf),
      recipients: event.recipients.map(nameOf),
      attributedTo: event.attributedTo.map(nameOf),
    }));
}

describe.each(englishEvents.rules.map((rule) => [rule.id, rule] as const))("frame %s", (_id, rule) => {
  it.each(rule.examples.yes)("is told by: %s", (sentence) => {
    expect(eventsIn(sentence).map(({ type }) => type)).toContain(rule.type);
  });

  it.each(rule.examples.no)("is not told as a fact by: %s", (sentence) => {
    const told = eventsIn(sentence).filter(
      ({ ruleId, assertion }) => ruleId === rule.id && assertion === "asserted",
    );
    expect(told).toEqual([]);
  });
});
