import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { readText } from "../../crawlers/read/text.ts";
import type { Assertion, EventType } from "../../model/extraction.ts";
import { createExtractor } from "../index.ts";

const extract = createExtractor({ gazetteers: loadGazetteers(), code: "test" });

/** Assertions of the events of one type that a short report tells. */
function told(type: EventType, text: string): Assertion[] {
  const report = `The case of Alena Karpovich\n\nAlena Karpovich, 41, a teacher, was arrested in June 2025.\n\n${text}`;
  return extract(readText(report, { published: "2026-05-05", lang: "en" }))
    .events.filter((event) => event.type === type)
    .map(({ assertion }) => assertion);
}

/** What is told of Karpovich's release, and as what; null: nothing may be said to have happened. */
const releases: [Assertion | null, string][] = [
  ["asserted", "Karpovich was released on Monday."],
  ["asserted", "Her lawyer confirmed that Karpovich had been released."],
  ["asserted", "The authorities freed Karpovich on Monday, her lawyer said."],
  ["negated", "Karpovich has not been released."],
  ["negated", "The prison service denied that Karpovich had been released."],
  ["negated", "It is not true that Karpovich was released."],
  ["negated", "An earlier version of this article said that Karpovich had been released."],
  ["negated", "State television wrongly reported that Karpovich had been released."],
  ["negated", "Last week we wrote that Karpovich had been released. That was wrong."],
  ["negated", "The judge refused to release Karpovich."],
  ["negated", "Karpovich was never released."],
  ["negated", "Karpovich was falsely reported to have been released."],
  ["negated", "The release of Karpovich fell through at the last minute."],
  ["negated", "Instead of being released, Karpovich was moved to another cell."],
  ["uncertain", "There is no evidence that Karpovich has been released."],
  ["uncertain", "Minsk is close to freeing Karpovich."],
  [
    "negated",
    "France denied reports that Karpovich, a teacher who has been held for a year, was released on Monday.",
  ],
  [null, "The judges added a travel ban of 20 years, to begin on the day of Karpovich's release."],
  ["demanded", "Vigil House demanded that Karpovich be released."],
  ["demanded", "We repeat our demand that the case be closed and that Karpovich be released."],
  ["demanded", "The European Union called on Belarus to release Karpovich."],
  ["planned", "Karpovich will be released on Friday."],
  ["planned", "The president promised to release Karpovich."],
  ["uncertain", "Karpovich may be released soon."],
  [null, "If Karpovich is released, she will leave the country."],
  [null, "Was Karpovich released?"],
  [null, "Karpovich would have been released if she had asked for a pardon."],
];

describe("a release", () => {
  it.each(releases)("is %s in: %s", (assertion, sentence) => {
    const found = told("release", sentence);
    if (assertion === null) expect(found).not.toContain("asserted");
    else expect(found).toEqual([assertion]);
  });
});

describe("a trial", () => {
  it.each([
    "Karpovich's trial is due to begin on 13 January.",
    "The hearings in the trial of Karpovich have been postponed until January.",
  ])("that is still to come is not told as held: %s", (sentence) => {
    expect(told("trial", sentence)).not.toContain("asserted");
  });
});

describe("what stands beside a release", () => {
  it("keeps its own assertion", () => {
    const text = "Karpovich, who was sentenced to six years in March, has not been released.";
    expect(told("sentence", text)).toEqual(["asserted"]);
    expect(told("release", text)).toEqual(["negated"]);
  });

  it("is asserted again when the next sentence is about something else", () => {
    expect(told("release", "Karpovich was released on Monday. That was a surprise to her lawyer.")).toEqual([
      "asserted",
    ]);
    expect(told("release", "Karpovich was released on Monday. That is not wrong.")).toEqual(["asserted"]);
  });
});

describe("the source of a report", () => {
  it.each([
    ["Karpovich was released on Monday, as first reported by Reuters.", "Reuters"],
    ["As documented by Viasna, Karpovich was released on Monday.", "Viasna"],
    ["According to Reuters, Karpovich was released on Monday.", "Reuters"],
    ["Reuters reported that Karpovich had been released.", "Reuters"],
    ["Karpovich was reportedly released on Monday. As reported by Reuters, nobody had asked.", "Reuters"],
  ])("is found in: %s", (sentence, source) => {
    const report = `The case of Alena Karpovich\n\nAlena Karpovich, a political prisoner, is 41.\n\n${sentence}`;
    const { events, actors } = extract(readText(report, { published: "2026-05-05", lang: "en" }));
    const named = actors
      .filter(({ name, aliases }) => [name, ...aliases].includes(source))
      .map(({ name }) => name);
    expect(events.find(({ type }) => type === "release")?.attributedTo).toEqual(named);
    expect(named).toHaveLength(1);
  });
});

describe("a headline without a finite verb", () => {
  it.each(["Karpovich to be freed on Friday", "Teacher Karpovich to walk free next week"])(
    "tells what is to come: %s",
    (title) => {
      const report = `${title}\n\nAlena Karpovich, 41, a teacher, was arrested in June 2025.`;
      const { events } = extract(readText(report, { published: "2026-05-05", lang: "en" }));
      const found = events.filter(({ type }) => type === "release").map(({ assertion }) => assertion);
      expect(found).toEqual(["planned"]);
    },
  );
});
