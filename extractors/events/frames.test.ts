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
import { markNames } from "../persons/mark-names.ts";
import { createUnlikely } from "../persons/likely.ts";
import { analyse } from "../text/analyse.ts";
import { createFacilityTagger } from "../text/facilities.ts";
import { analyseClauses } from "../text/clauses/analyse-clauses.ts";
import { createEventFinder } from "./find-events.ts";

const gazetteers = loadGazetteers();
const index = createGazetteerIndex(gazetteers);
const tagFacilities = createFacilityTagger(gazetteers.facilities);
const finder = createEventFinder(englishEvents, englishGrammar);

/** What is found in paragraphs that stand in a text about prisoners. */
function eventsIn(...paragraphs: string[]) {
  const article = composeText(
    "From the prison",
    [...paragraphs, "This page is about the prison, its jailed inmates and political prisoners."].map(
      (text) => ({ text, zone: "body" as const }),
    ),
  );
  const analysed = analyse({ ...article, lang: "en", published: "2025-05-05" });
  const entities = findEntities(analysed, index, { names: englishNames, actors: englishActors });
  const document = tagFacilities(markNames(analysed, entities));
  const clauses = analyseClauses(document);
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
    "Amnesty International called the transfer an outrage and wants her freed at once. It wants Ann Lee freed.",
    "Her family hopes to see Ann Lee freed by Christmas.",
    "Lawyers are trying to get Ann Lee released.",
    "The judge ordered Ann Lee released.",
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

  it("told by a number and then by names are one", () => {
    const found = eventsIn(
      "Authorities let two bloggers go after 90 days. The men, Daler Safarov and Firuz Nazarov, walked out of prison on Monday.",
    ).filter(({ type }) => type === "release");
    expect(found.map(({ subjects }) => subjects)).toEqual([["Daler Safarov", "Firuz Nazarov"]]);
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

  it("that are only reported are the claim of whoever the next sentence says reports them", () => {
    const [release] = eventsIn(
      "Ann Lee was reportedly released on Friday. As reported by Reuters, she flew to Berlin.",
    );
    expect(release).toMatchObject({ assertion: "asserted", attributedTo: ["Reuters"] });
    const [rumour] = eventsIn("Ann Lee was reportedly released on Friday. She is 41.");
    expect(rumour?.assertion).toBe("uncertain");
  });

  it("that ask somebody learn from the answer who was asked", () => {
    const found = eventsIn(
      "The release of Ann Lee followed appeals from Donald Trump for her freedom.",
      "Nicolás Maduro responded to the appeals of a former president.",
    );
    const [appeal, ...others] = found.filter(({ type }) => type === "appeal");
    expect(appeal).toMatchObject({ agents: ["Donald Trump"], recipients: ["Nicolás Maduro"] });
    expect(others).toEqual([]);
  });

  it("name as their source the one who tells of himself", () => {
    const [release] = eventsIn('"I was released at night," Tom Fox said.');
    expect(release?.attributedTo).toEqual(["Tom Fox"]);
  });

  it("that ask for people without names say what they are called", () => {
    const found = eventsIn("The European Union urged Belarus to release all political prisoners.");
    const appeal = found.find(({ type }) => type === "appeal");
    expect(appeal?.group).toEqual({ count: null, label: "political prisoners" });
    expect(appeal?.recipients).toEqual(["Belarus"]);
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

  it("that are states have the date of the act behind them", () => {
    const found = eventsIn("Ann Lee was serving a 10-year term handed down in March 2023 for treason.");
    expect(found.find(({ type }) => type === "sentence")?.date).toBe("2023-03");
  });

  it("told after a date and a when are of that date", () => {
    const found = eventsIn("That was over in March 2024, when Ann Lee was released.");
    expect(found.find(({ type }) => type === "release")?.date).toBe("2024-03");
  });

  it("in a row of clauses do not lend each other the date behind the first verb", () => {
    const found = eventsIn("Tom Fox was arrested in July 2022 and was sentenced to 10 years.");
    expect(found.find(({ type }) => type === "sentence")?.date).toBeNull();
  });
});

/** Denied, doubted, planned, demanded, supposed: sentences that a careless reader takes for news. */
const notFacts: readonly (readonly [type: string, sentence: string])[] = [
  ["release", "Reports that Ann Lee had been freed turned out to be false."],
  ["release", "Ann Lee could be released as early as next week, her lawyer said."],
  ["release", "The ministry denied that Ann Lee had been released."],
  ["release", "Supporters are hoping for the release of Ann Lee."],
  ["release", "Ann Lee is due to be released in March 2027."],
  ["release", "There was no sign that Ann Lee would be freed."],
  ["release", "Negotiations to secure the release of Ann Lee have stalled."],
  ["release", "Ann Lee will be freed once the fine is paid."],
  ["release", "A judge refused to release Ann Lee on bail."],
  ["release", "The envoy offered to lift sanctions if Ann Lee was freed."],
  ["release", "Rumours of the release of Ann Lee spread on Friday."],
  ["release", "Ann Lee's release has been postponed."],
  ["release", "The court rejected a request for the release of Ann Lee."],
  ["release", "It is unclear whether Ann Lee has been freed."],
  ["release", "Officials said they had not released Ann Lee."],
  ["release", "Nobody knows when Ann Lee will walk free."],
  ["release", "Until Ann Lee is released, the vigil will go on."],
  ["release", "Ann Lee may walk free in May."],
  ["release", "The hopes that Ann Lee would be released were dashed."],
  ["release", "The government is considering the release of Ann Lee."],
  ["release", "A campaign to free Ann Lee began in London."],
  ["release", "Ann Lee has yet to be released."],
  ["release", "Ann Lee was not among those released."],
  ["release", "The agency retracted its report that Ann Lee had been freed."],
  ["release", "Ann Lee was expected to be released on Monday but remains in prison."],
  ["release", "Ann Lee narrowly missed being included in the swap and was not freed."],
  ["pardon", "The president said he would not pardon Ann Lee."],
  ["pardon", "A pardon for Ann Lee is being discussed."],
  ["pardon", "Ann Lee has refused to ask for a pardon."],
  ["pardon", "Ann Lee's request for a pardon was turned down."],
  ["exchange", "Moscow ruled out an exchange of Ann Lee."],
  ["exchange", "Ann Lee could be swapped for a Russian spy, two sources said."],
  ["exchange", "Talks about swapping Ann Lee for a spy continue."],
  ["execution", "Tom Fox faces imminent execution."],
  ["execution", "Amnesty fears that Tom Fox will be executed."],
  ["execution", "The execution of Tom Fox was halted at the last minute."],
  ["death_in_custody", "Reports that Tom Fox had died in prison are untrue."],
  ["death_in_custody", "Tom Fox may die in prison, doctors warn."],
  ["death_in_custody", "His wife fears that Tom Fox will die in custody."],
  ["arrest", "Tom Fox left the country for fear of being arrested."],
  ["arrest", "Police denied having detained Tom Fox."],
  ["arrest", "Tom Fox narrowly escaped arrest."],
  ["arrest", "Prosecutors sought the arrest of Tom Fox."],
  ["sentence", "Prosecutors asked the court to sentence Tom Fox to nine years."],
  ["sentence", "Tom Fox could be sentenced to life in prison."],
  ["sentence", "If convicted, Tom Fox faces 15 years in prison."],
  ["sentence", "The prosecutor demanded 12 years for Tom Fox."],
  ["hunger_strike", "Tom Fox threatened to go on hunger strike."],
  ["hunger_strike", "Tom Fox denied that he was on hunger strike."],
  ["visit", "Her husband called on the authorities to let a doctor see Ann Lee."],
  ["visit", "Officials did not let a lawyer see Ann Lee."],
  ["visit", "The consul was refused permission to visit Ann Lee."],
  ["visit", "Ann Lee's mother has not been allowed to see Ann Lee since May."],
  ["visit", "The lawyer, Peter Hall, was turned away when he tried to visit Ann Lee."],
  ["transfer", "Ann Lee's lawyers asked for her to be moved to a prison in Minsk."],
  ["deportation", "Tom Fox faces deportation to Russia."],
  ["deportation", "A court blocked the deportation of Tom Fox."],
  ["sanction", "The European Union threatened to impose sanctions on Belarus."],
  ["sanction_relief", "The EU will not lift sanctions on Belarus."],
  ["sanction_relief", "Minsk wants Washington to lift sanctions on Belavia."],
  ["hospitalisation", "The prison refused to take Ann Lee to hospital."],
  ["hospitalisation", "Ann Lee asked to be moved to a hospital."],
];

describe("events that are not told as facts", () => {
  it.each(notFacts)("%s: %s", (type, sentence) => {
    const told = eventsIn(sentence).filter((event) => event.type === type && event.assertion === "asserted");
    expect(told).toEqual([]);
  });
});

describe("an event that was announced and then happened", () => {
  const fact = "Ann Lee and Tom Fox have been released.";
  const plan =
    "A speaker of the rebels said in a recording that Ann Lee and Tom Fox would be released on Monday.";

  it.each([
    ["the fact first", [fact, plan]],
    ["the plan first", [plan, fact]],
  ])("is proved by the words that tell it as a fact, %s", (_order, paragraphs) => {
    const [release, ...others] = eventsIn(...paragraphs).filter(({ type }) => type === "release");
    expect(others).toEqual([]);
    expect(release).toMatchObject({ assertion: "asserted", attributedTo: [] });
    const { start = 0, end = 0 } = release?.evidence ?? {};
    expect(end - start).toBe(fact.length - 1);
  });
});
