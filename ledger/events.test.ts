import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertions, type ExtractedEvent } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import { blockKeysOf } from "./blocks.ts";
import { eventsOfBlock } from "./events.ts";

const block = "custody|person|p1";
let serial = 0;

function claim(change: Partial<Claim> = {}): Claim {
  const id = change.id ?? `c${String(serial++).padStart(4, "0")}`;
  return {
    id,
    articleId: `a-${id}`,
    extractionId: "x",
    sourceId: `s-${id}`,
    originId: change.articleId ?? `a-${id}`,
    published: "2025-12-14T08:00:00Z",
    lang: "en",
    type: "release",
    subjects: [{ id: "p1", name: "Alena Sample" }],
    group: null,
    agents: [],
    recipients: [],
    date: "2025-12-13",
    place: null,
    term: null,
    charge: null,
    assertion: "asserted" satisfies ExtractedEvent["assertion"],
    attributedTo: [],
    evidence: { start: 0, end: 1 },
    quote: "q",
    ruleId: "r",
    confidence: { value: 1, parts: {} },
    ...change,
  };
}

const anyDate = fc.oneof(
  fc.constant(null),
  fc.constantFrom("2025", "2025-11", "2025-12"),
  fc
    .date({ min: new Date("2025-10-01"), max: new Date("2026-01-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

describe("events of a block", () => {
  it("are one when claims name days at most a week apart, and two when a month lies between", () => {
    const near = eventsOfBlock(block, [claim({ date: "2025-12-13" }), claim({ date: "2025-12-15" })]);
    expect(near).toHaveLength(1);
    const far = eventsOfBlock(block, [claim({ date: "2025-11-10" }), claim({ date: "2025-12-15" })]);
    expect(far.map((event) => event.date)).toEqual(["2025-11-10", "2025-12-15"]);
  });

  it("take the most precise date, and a vague one joins the day that it contains", () => {
    const [event, ...others] = eventsOfBlock(block, [
      claim({ date: "2025" }),
      claim({ date: "2025-12" }),
      claim({ date: "2025-12-13" }),
    ]);
    expect(others).toEqual([]);
    expect(event?.date).toBe("2025-12-13");
  });

  it("let an undated claim join the event before its publication, as background also long afterwards", () => {
    const freed = claim({});
    const later = (published: string) => claim({ date: null, published });
    expect(eventsOfBlock(block, [freed, later("2025-12-20")])).toHaveLength(1);
    expect(eventsOfBlock(block, [freed, later("2026-06-20")])).toHaveLength(1);
    expect(eventsOfBlock(block, [freed, later("2025-12-01")])).toHaveLength(2);
    const hearing = (change: Partial<Claim>) => claim({ type: "trial", ...change });
    expect(
      eventsOfBlock(block, [hearing({}), hearing({ date: null, published: "2026-06-20" })]),
    ).toHaveLength(2);
  });

  it("are told apart by what happened in between, also within one day", () => {
    const arrest = (change: Partial<Claim>) => claim({ type: "arrest", ...change });
    const morning = arrest({ date: "2025-12-13", published: "2025-12-13T08:00:00Z" });
    const freed = claim({ date: "2025-12-13", published: "2025-12-13T18:00:00Z" });
    const again = arrest({
      date: "2025-12-13",
      published: "2025-12-13T22:00:00Z",
      quote: "She was detained again.",
    });
    const afterwards = arrest({ date: "2025-12-13", published: "2025-12-14T07:00:00Z" });
    const events = eventsOfBlock(block, [morning, freed, again, afterwards]);
    expect(events.map(({ type, claimIds }) => [type, claimIds])).toEqual(
      expect.arrayContaining([
        ["arrest", [morning.id]],
        ["release", [freed.id]],
        ["arrest", [again.id, afterwards.id].toSorted()],
      ]),
    );
    const nextDay = arrest({ date: "2025-12-14" });
    expect(eventsOfBlock(block, [morning, freed, nextDay])).toHaveLength(3);
    expect(eventsOfBlock(block, [morning, nextDay])).toHaveLength(1);
  });

  it("keep an announcement with what it announced, and the next one apart", () => {
    const hearing = (change: Partial<Claim>) => claim({ type: "trial", ...change });
    const events = eventsOfBlock(block, [
      hearing({ date: "2025-12-13", published: "2025-12-13T10:00:00Z" }),
      hearing({ date: "2025-12-13", assertion: "planned", published: "2025-12-10" }),
      hearing({ date: "2025-12-20", assertion: "planned", published: "2025-12-13T11:00:00Z" }),
    ]);
    expect(events.map(({ date, assertion }) => [date, assertion])).toEqual([
      ["2025-12-13", "asserted"],
      ["2025-12-20", "planned"],
    ]);
  });

  it("tell a term from another one, and know the sentence that is served", () => {
    const sentence = (change: Partial<Claim>) => claim({ type: "sentence", ...change });
    const events = eventsOfBlock(block, [
      sentence({ date: "2023-07-06", term: "10 years", published: "2023-07-06" }),
      sentence({ date: "2023-07-10", term: "6 years", published: "2023-07-10" }),
      sentence({ date: null, term: "10 years", published: "2025-05-01" }),
    ]);
    expect(events.map(({ term, claimIds }) => [term, claimIds.length])).toEqual([
      ["10 years", 2],
      ["6 years", 1],
    ]);
  });

  it("keep numbers of different units side by side, and groups of different size apart", () => {
    const group = (count: number | null, label = "political prisoners") =>
      claim({ subjects: [], group: { count, label } });
    const events = eventsOfBlock("release|group|2025-12", [
      group(123),
      group(120),
      group(9),
      group(14, "foreigners"),
      group(null),
    ]);
    expect(events.map(({ counts }) => counts.map(({ count }) => count))).toEqual([[123, 120, 14], [9]]);
    expect(events[0]?.group).toEqual({ count: 123, label: "political prisoners" });
  });

  it("of groups are kept by the month of their day, however their claims stand in two", () => {
    const eve = claim({ subjects: [], group: { count: 22, label: "people" }, date: "2025-12-31" });
    const report = claim({
      subjects: [],
      group: { count: 22, label: "people" },
      date: null,
      published: "2026-01-02",
    });
    expect(blockKeysOf(eve)).toEqual(["release|group|2025-12", "release|group|2026-01"]);
    expect(blockKeysOf(report)).toEqual(["release|group|2025-12", "release|group|2026-01"]);
    const december = eventsOfBlock("release|group|2025-12", [eve, report]);
    expect(december.map(({ claimIds }) => claimIds.length)).toEqual([2]);
    expect(eventsOfBlock("release|group|2026-01", [eve, report])).toEqual([]);
  });

  it("name only the block's own person although the article tells of several", () => {
    const both = claim({
      subjects: [
        { id: "p1", name: "Alena Sample" },
        { id: "p2", name: "Ihar Sample" },
      ],
    });
    expect(blockKeysOf(both)).toEqual(["custody|person|p1", "custody|person|p2"]);
    expect(eventsOfBlock(block, [both])[0]?.subjects).toEqual([{ id: "p1", name: "Alena Sample" }]);
  });

  it("do not depend on the order in which claims came in", () => {
    const claims = fc.array(
      fc.record({
        date: anyDate,
        published: anyDate,
        assertion: fc.constantFrom(...assertions),
        place: fc.constantFrom(null, "Minsk", "Homel"),
        type: fc.constantFrom(
          "release" as const,
          "exchange" as const,
          "arrest" as const,
          "sentence" as const,
        ),
        term: fc.constantFrom(null, "3 years", "5 years"),
        quote: fc.constantFrom("q", "detained again"),
        sourceId: fc.constantFrom("s1", "s2"),
      }),
      { minLength: 1, maxLength: 14 },
    );
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (changes, random) => {
        const made = changes.map((change, index) => claim({ ...change, id: `k${index}` }));
        const shuffled = made
          .map((one) => ({ one, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
        expect(eventsOfBlock(block, shuffled).toSorted(byId)).toEqual(
          eventsOfBlock(block, made).toSorted(byId),
        );
      }),
    );
  });
});
