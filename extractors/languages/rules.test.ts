import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { type Article, composeText } from "../../model/article.ts";
import { explain } from "../explain/explain.ts";
import { createExtractor } from "../index.ts";
import { english } from "./en/index.ts";

const extract = createExtractor({ gazetteers: loadGazetteers(), code: "test" });
const published = "2025-05-05T00:00:00Z";

/** A sentence in a text about prisoners, as the example tests have it. */
function articleOf(sentence: string): Article {
  const context = "This page is about the prison, its jailed inmates and political prisoners.";
  return {
    id: "a",
    url: "",
    sourceId: "",
    sourceName: "",
    captureHash: null,
    title: "From the prison",
    authors: [],
    published,
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    ...composeText(
      "From the prison",
      [sentence, context].map((text) => ({ text, zone: "body" as const })),
    ),
  };
}

const triesOf = (sentence: string, ruleId: string) =>
  explain(extract, articleOf(sentence)).explanation.sentences.flatMap(({ tries }) =>
    tries.filter((one) => one.ruleId === ruleId),
  );

const matchesOf = (sentence: string, ruleId: string) =>
  explain(extract, articleOf(sentence)).explanation.sentences.flatMap(({ conditions }) =>
    conditions.filter((one) => one.ruleId === ruleId),
  );

const rules = english.events?.rules ?? [];
const frames = english.conditions?.frames ?? [];

/** Whether the rule itself is at work in its examples; what events come of them is tested beside the finders. */
describe.each(rules.map((rule) => [rule.id, rule] as const))("the examples of rule %s", (id, rule) => {
  it("include one that this very rule turns into a telling", () => {
    const accepted = rule.examples.yes.filter((sentence) =>
      triesOf(sentence, id).some(({ rejectedBecause }) => rejectedBecause === null),
    );
    expect(accepted).not.toEqual([]);
  });

  it("include one that has its trigger and yet tells no such event", () => {
    expect(rule.examples.no.filter((sentence) => triesOf(sentence, id).length > 0)).not.toEqual([]);
  });
});

describe.each(frames.map((frame) => [frame.id, frame] as const))("the examples of frame %s", (id, frame) => {
  it("include one that this very frame turns into a condition", () => {
    const accepted = frame.positive.filter(({ text }) =>
      matchesOf(text, `condition.${id}`).some(({ rejectedBecause }) => rejectedBecause === null),
    );
    expect(accepted).not.toEqual([]);
  });
});

it("every rule has an id of its own", () => {
  const ids = [...rules, ...frames].map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
