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

describe("a release", () => {
  it.each([
    "Officials promised to free Ann Lee by June.",
    "Ann Lee was never released.",
    "Could Ann Lee be released this week?",
    "Ann Lee would have been released in 2023 had she confessed.",
    "If Ann Lee is freed, her family will be on the first plane.",
    "The foreign ministry refused to release Ann Lee on bail last month.",
    "On Tuesday a judge ordered that Ann Lee be released, but prosecutors lodged an objection.",
    "Rumours that Ann Lee had been freed spread on Wednesday.",
    "It is not true that Ann Lee was released.",
    "They failed to free Ann Lee.",
    "Efforts to free Ann Lee have stalled.",
    "Ann Lee hopes to be freed soon.",
    "Lawyers are working for the release of Ann Lee.",
    "Without the release of Ann Lee there will be no treaty.",
    "Police released a photograph of Ann Lee.",
    "Ann Lee was granted bail but remains in custody because prosecutors appealed.",
    "Thailand releases about 30,000 prisoners every year on the birthday of the king.",
    "The release of Ann Lee is expected on Friday.",
    "Ann Lee should be released, Amnesty International said.",
    "The court delayed the release of Ann Lee.",
  ])("is not told as done by: %s", (sentence) => {
    const done = eventsIn(sentence).filter(
      ({ type, assertion }) =>
        (type === "release" || type === "exchange" || type === "pardon") && assertion === "asserted",
    );
    expect(done).toEqual([]);
  });
});

describe("events", () => {
  it("of two people who are then called by their number are theirs by name", () => {
    const found = eventsIn(
      "Tom Fox and Ann Lee were detained in May. The two women were released on Friday.",
    );
    expect(found.find(({ type }) => type === "release")?.subjects.toSorted()).toEqual(["Ann Lee", "Tom Fox"]);
  });

  it("are one however often they are told", () => {
    const found = eventsIn(
      "Ann Lee was arrested on 3 May 2024.",
      "Her arrest on 3 May 2024 shocked the town. Police arrested Ann Lee at home.",
    );
    expect(found.filter(({ type }) => type === "arrest")).toHaveLength(1);
  });

  it("of different years are two", () => {
    const found = eventsIn("Ann Lee was arrested in May 2019 and was arrested again in June 2021.");
    expect(found.filter(({ type }) => type === "arrest")).toHaveLength(2);
  });

  it("join the beginning and the end of a hunger strike", () => {
    const [strike, ...others] = eventsIn(
      "Ann Lee went on hunger strike on 3 March 2025. She ended her hunger strike on 2 April 2025.",
    ).filter(({ type }) => type === "hunger_strike");
    expect(strike?.date).toBe("2025-03-03");
    expect(others).toEqual([]);
  });

  it("name as their source the one who tells of himself", () => {
    const [release] = eventsIn('"I was released at night," Tom Fox said.');
    expect(release?.attributedTo).toEqual(["Tom Fox"]);
  });

  it("that voice concern and ask are appeals", () => {
    const found = eventsIn(
      "Amnesty International expressed concern at the sentence of Ann Lee and urged Iran to release her.",
    );
    expect(found.map(({ type }) => type)).toContain("appeal");
    expect(found.map(({ type }) => type)).not.toContain("statement");
  });

  it.each([
    ["Ann Lee was sentenced to 11 years in prison.", "11 years"],
    ["Ann Lee was sentenced to three and a half years.", "3.5 years"],
    ["Ann Lee was sentenced to five years and nine months.", "5 years and 9 months"],
    ["Ann Lee was sentenced to eighteen months in jail.", "18 months"],
    ["Ann Lee was sentenced to life in prison.", "life"],
    ["Ann Lee was sentenced to death.", "death"],
    ["Ann Lee was given a 10-year term for treason.", "10 years"],
  ])("tell the term: %s", (sentence, term) => {
    expect(eventsIn(sentence).find(({ type }) => type === "sentence")?.term).toBe(term);
  });

  // Published on Monday, 5 May 2025.
  it.each([
    ["Ann Lee was arrested on Friday.", "2025-05-02"],
    ["Ann Lee was arrested yesterday.", "2025-05-04"],
    ["Ann Lee was arrested on 12 January.", "2025-01-12"],
    ["Ann Lee was arrested in December.", "2024-12"],
    ["Ann Lee was arrested last month.", "2025-04"],
    ["Ann Lee was arrested in March 2021.", "2021-03"],
    ["Ann Lee has been in custody since June 2020.", "2020-06"],
    ["On 12 January Ann Lee was arrested.", "2025-01-12"],
    ["Ann Lee was fined in May 2019. Two years later she was arrested.", "2021"],
  ])("are dated: %s", (sentence, date) => {
    expect(eventsIn(sentence).find(({ type }) => type === "arrest")?.date).toBe(date);
  });

  it("in a row of clauses do not lend each other the date behind the first verb", () => {
    const found = eventsIn("Tom Fox was arrested in July 2022 and was sentenced to 10 years.");
    expect(found.find(({ type }) => type === "sentence")?.date).toBeNull();
  });
});
