import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText } from "../../model/article.ts";
import { createExtractor } from "../index.ts";

const extract = createExtractor({ gazetteers: loadGazetteers(), code: "test" });

/** What is told of people in paragraphs of a text about prisoners: type, who, term. */
function told(...paragraphs: string[]): string[] {
  const { text, paragraphs: zones } = composeText(
    "Sentenced this week",
    [...paragraphs, "The prison holds political prisoners and jailed journalists."].map((one) => ({
      text: one,
      zone: "body" as const,
    })),
  );
  const { events } = extract({
    id: "a",
    url: "",
    sourceId: "",
    sourceName: "",
    captureHash: null,
    title: "Sentenced this week",
    authors: [],
    published: "2025-05-05T00:00:00Z",
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    text,
    paragraphs: zones,
  });
  return events
    .filter(({ assertion }) => assertion === "asserted")
    .map(({ type, subjects, term }) =>
      [type, subjects.join(" + "), term ?? ""].join(" | ").replace(/ \| $/u, ""),
    );
}

describe("a term without a verb of its own", () => {
  it("belongs to the name before a bracket", () => {
    const events = told("Those convicted on Friday were Ann Lee (five years) and Tom Fox (18 months).");
    expect(events).toContain("sentence | Ann Lee | 5 years");
    expect(events).toContain("sentence | Tom Fox | 18 months");
  });

  it("belongs to the name for whom it is", () => {
    expect(told("Six years for Ann Lee: that is the verdict of the court.")).toContain(
      "sentence | Ann Lee | 6 years",
    );
  });

  it("belongs to the person of the entry", () => {
    expect(told("Ann Lee, blogger, Minsk. Six years for “extremism”, May 2023.")).toContain(
      "sentence | Ann Lee | 6 years",
    );
    expect(told("– Tom Fox, driver: 3.5 years")).toContain("sentence | Tom Fox | 3.5 years");
  });

  it("is told of each who shares a verb that is said once", () => {
    const events = told(
      "Judges gave Peter Lim 12 years, his wife Grace Lim seven and their driver, Daniel Koh, 18 months.",
    );
    expect(events).toContain("sentence | Peter Lim | 12 years");
    expect(events).toContain("sentence | Grace Lim | 7 years");
    expect(events).toContain("sentence | Daniel Koh | 18 months");
  });

  it("takes its unit from the term before it", () => {
    const events = told("Paul Hill was jailed for nine years. Ann Lee and Tom Fox were each handed seven.");
    expect(events).toContain("sentence | Ann Lee + Tom Fox | 7 years");
  });

  it.each([
    "Nine years after her trial Ann Lee published a book.",
    "Ann Lee (60 years old) and Tom Fox (41) live in Minsk.",
    "Paul Hill wrote nine letters to the court and Ann Lee seven.",
  ])("is no age, age of a thing or number: %s", (sentence) => {
    expect(told(sentence).filter((event) => event.startsWith("sentence"))).toEqual([]);
  });
});

describe("people who are not named in the clause", () => {
  it("are found behind an opening participle, and behind a phrase that points ahead", () => {
    expect(told("Arrested in May 2021, Ann Lee was taken to Minsk.")).toContain("arrest | Ann Lee");
    const events = told("After her sentencing in June, Ann Lee was moved to a women's prison in Homel.");
    expect(events).toContain("sentence | Ann Lee");
    expect(events).toContain("transfer | Ann Lee");
  });

  it("are those that a number or a noun for two sums up", () => {
    const events = told(
      "Ann Lee, Tom Fox and Paul Hill were arrested on Friday. The three were charged with treason.",
    );
    expect(events).toContain("charge | Ann Lee + Tom Fox + Paul Hill");
    expect(told("Tom Fox and Paul Hill were arrested in May. Both men were charged with treason.")).toContain(
      "charge | Tom Fox + Paul Hill",
    );
  });

  it("are the only ones whom a description can mean", () => {
    expect(
      told("Ann Lee was released on Friday. The aid worker had been detained at a roadblock in May."),
    ).toContain("arrest | Ann Lee");
  });

  it("stand before a relative clause with a subject of its own", () => {
    expect(
      told("Tom Fox, a driver from Kyiv whom the KGB pulled from his cab in 2022, is in a colony."),
    ).toContain("arrest | Tom Fox");
  });
});
