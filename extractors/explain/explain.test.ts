import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { type Article, composeText } from "../../model/article.ts";
import { createExtractor } from "../index.ts";
import { explain } from "./explain.ts";

const extract = createExtractor({ gazetteers: loadGazetteers(), code: "test" });

function articleOf(...paragraphs: string[]): Article {
  const composed = composeText(
    "From the prison",
    [...paragraphs, "This page is about the prison, its jailed inmates and political prisoners."].map(
      (text) => ({ text, zone: "body" as const }),
    ),
  );
  return {
    id: "a",
    url: "",
    sourceId: "s",
    sourceName: "",
    captureHash: null,
    title: "From the prison",
    authors: [],
    published: "2025-05-05T00:00:00Z",
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    ...composed,
  };
}

describe("an explanation", () => {
  it("changes nothing in what is extracted", () => {
    const article = articleOf(
      "Ann Lee was released from prison on Friday.",
      "She had been held in solitary confinement for weeks. The ministry released a statement.",
    );
    expect(explain(extract, article).extraction).toEqual(extract(article));
  });

  it("tells which rule made an event and where each slot stood", () => {
    const { explanation, extraction } = explain(
      extract,
      articleOf("Ann Lee came home. She had been jailed for six years in May 2021."),
    );
    const { tries } = explanation.sentences.find(({ tries: one }) => one.length > 0 && one[0]?.became) ?? {
      tries: [],
    };
    const made = tries.find(({ rejectedBecause }) => rejectedBecause === null);
    expect(made?.became).toBe("event 1");
    expect(made?.ruleId).toBe(extraction.events[0]?.ruleId);
    expect(made?.slots).toContainEqual({
      slot: "subjects",
      from: "patient",
      words: "She",
      fillers: ['Ann Lee by pronoun "She"'],
    });
    expect(made?.slots.map(({ slot, fillers }) => [slot, fillers])).toContainEqual(["term", ["6 years"]]);
    expect(made?.slots.map(({ slot, fillers }) => [slot, fillers])).toContainEqual(["date", ["2021-05"]]);
  });

  it("tells why a trigger made no event", () => {
    const { explanation } = explain(extract, articleOf("Police released a photograph of Ann Lee."));
    const tries = explanation.sentences.flatMap((sentence) => sentence.tries);
    expect(tries.find(({ ruleId }) => ruleId === "release.verb")?.rejectedBecause).toBe("no subjects");
    expect(explanation.events).toEqual([]);
  });

  it("tells what became of a second telling", () => {
    const { explanation } = explain(
      extract,
      articleOf("Ann Lee was arrested on 3 May 2024.", "Police arrested Ann Lee at home."),
    );
    const fates = explanation.sentences.flatMap(({ tries }) => tries.map(({ became }) => became));
    expect(fates).toContain("event 1");
    expect(fates.some((fate) => fate?.startsWith("merged: told before, by arrest."))).toBe(true);
  });

  it("tells of conditions that were taken for another sense", () => {
    const { explanation } = explain(
      extract,
      articleOf("His solitary goal kept the team of the jailed coach in the match for a stint in solitary."),
    );
    const tried = explanation.sentences.flatMap(({ conditions }) => conditions);
    expect(tried.map(({ rejectedBecause }) => rejectedBecause)).toContain("another sense of the words");
  });

  it("tries the rules on a text that is off topic, and says so", () => {
    const article = {
      ...articleOf("Ann Lee was released."),
      ...composeText("", [
        {
          text: "Ann Lee was released in a long story of gardens and trees and flowers and cakes.",
          zone: "body",
        },
      ]),
    };
    const { explanation, extraction } = explain(extract, article);
    expect(extraction.events).toEqual([]);
    expect(explanation.silentBecause).toBe("the text has too few words of the matter");
    expect(explanation.sentences[0]?.tries.map(({ ruleId }) => ruleId)).toContain("release.verb");
  });
});

describe("the confidence of an event", () => {
  it("is worked out from the odds that it lists", () => {
    const [event] = extract(articleOf("Ann Lee was released from prison in Minsk on Friday.")).events;
    const odds = Object.values(event?.confidence.parts ?? {}).reduce(
      (product, factor) => product * factor,
      1,
    );
    expect(odds / (1 + odds)).toBeCloseTo(event?.confidence.value ?? 0, 2);
  });

  it("is less for people without name or number", () => {
    const named = extract(articleOf("Ann Lee was released from prison.")).events[0];
    const unnamed = extract(articleOf("Several women were released from prison.")).events[0];
    expect(unnamed?.confidence.value).toBeLessThan(named?.confidence.value ?? 0);
  });
});
