import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTopicFilter, loadTopicFilters } from "./topic-filter.ts";

describe("the filter for general news", () => {
  const filter = loadTopicFilters().get("detention_core");
  it.each([
    "Nine POLITICAL PRISONERS walk free in Minsk",
    "Court rules on “arbitrarily\ndetained” lawyer",
    "Hostages' families march in Tel Aviv",
    "Held in Evin, she wrote letters",
    "В Минске освободили политзаключённых",
    "Лукашенко помиловал 31 человека",
    "У Мінску вызвалены палітвязень",
    "Liberan a presos políticos en Caracas",
    "Deux otages d'État rentrent en France",
    "Gefangenenaustausch zwischen Berlin und Moskau",
    "آزادی زندانی سیاسی در تهران",
    "香港良心犯獲釋,家屬促關注政治犯處境",
  ])("keeps: %s", (text) => {
    expect(filter?.matches(text)).toBe(true);
  });
  it.each([
    "Football club releases its new shirt",
    "He was evincing little interest",
    "Minister opens a bridge in Hrodna",
    "Премьер открыл новый мост",
    "",
  ])("drops: %s", (text) => {
    expect(filter?.matches(text)).toBe(false);
  });
});

it("has a stricter filter for hostage diplomacy", () => {
  const filter = loadTopicFilters().get("hostage_diplomacy");
  expect(filter?.matches("An exit ban keeps the engineer in Shanghai")).toBe(true);
  expect(filter?.matches("Opposition leader pardoned")).toBe(false);
});

describe("patterns", () => {
  it("begin at the start of a word and may end inside one, whatever the script", () => {
    const filter = createTopicFilter({ patterns: { en: ["host"], ru: ["заложник"] } });
    expect(filter.matches("Hostages")).toBe(true);
    expect(filter.matches("ghost")).toBe(false);
    expect(filter.matches("заложников")).toBe(true);
    expect(filter.matches("незаложников")).toBe(false);
  });

  it("begin anywhere in languages that write no spaces", () => {
    expect(createTopicFilter({ patterns: { zh: ["人质"] } }).matches("两名人质获释")).toBe(true);
  });

  it("take ё for е, curly apostrophes for straight ones, and line breaks for blanks", () => {
    const filter = createTopicFilter({ patterns: { ru: ["пленён"], fr: ["otage d'État"] } });
    expect(filter.matches("пленен")).toBe(true);
    expect(filter.matches("otage\n  d’état")).toBe(true);
  });

  it("find themselves in any text around them", () => {
    const filter = createTopicFilter({ patterns: { en: ["dissident"] } });
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(filter.matches(`${before} dissident${after}`)).toBe(true);
      }),
    );
  });
});
