import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertions, type ExtractedEvent } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import { blockKeysOf } from "./claims.ts";
import { eventsOfBlock } from "./events.ts";

const block = "release|person|p1";
let serial = 0;

function claim(change: Partial<Claim> = {}): Claim {
  const id = change.id ?? `c${String(serial++).padStart(4, "0")}`;
  return {
    id,
    articleId: `a-${id}`,
    extractionId: "x",
    sourceId: "s",
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

  it("let an undated claim join the event shortly before its publication only", () => {
    expect(eventsOfBlock(block, [claim({}), claim({ date: null, published: "2025-12-20" })])).toHaveLength(1);
    expect(eventsOfBlock(block, [claim({}), claim({ date: null, published: "2026-06-20" })])).toHaveLength(2);
  });

  it("are corroborated by two origins, but not by a copy of the first", () => {
    const first = claim({});
    const copy = claim({ originId: first.articleId });
    expect(eventsOfBlock(block, [first, copy])[0]).toMatchObject({
      standing: "claimed",
      originIds: [first.articleId],
    });
    expect(eventsOfBlock(block, [first, copy, claim({})])[0]?.standing).toBe("corroborated");
  });

  it("are disputed when one article asserts what another denies, and never asserted by demands alone", () => {
    expect(eventsOfBlock(block, [claim({}), claim({ assertion: "negated" })])[0]).toMatchObject({
      assertion: "asserted",
      standing: "disputed",
    });
    expect(eventsOfBlock(block, [claim({ assertion: "demanded" })])[0]?.assertion).toBe("demanded");
    expect(eventsOfBlock(block, [claim({ assertion: "negated" })])[0]?.standing).toBe("denied");
  });

  it("keep groups of different size apart and near ones together", () => {
    const group = (count: number | null) =>
      claim({ subjects: [], group: { count, label: "political prisoners" } });
    const events = eventsOfBlock("release|group|2025", [group(123), group(120), group(9), group(null)]);
    expect(events.map((event) => event.claimIds.length)).toEqual([3, 1]);
  });

  it("name only the block's own person although the article tells of several", () => {
    const both = claim({
      subjects: [
        { id: "p1", name: "Alena Sample" },
        { id: "p2", name: "Ihar Sample" },
      ],
    });
    expect(blockKeysOf(both)).toEqual(["release|person|p1", "release|person|p2"]);
    expect(eventsOfBlock(block, [both])[0]?.subjects).toEqual([{ id: "p1", name: "Alena Sample" }]);
  });

  it("do not depend on the order in which claims came in", () => {
    const claims = fc.array(
      fc.record({
        date: anyDate,
        published: anyDate,
        assertion: fc.constantFrom(...assertions),
        place: fc.constantFrom(null, "Minsk", "Homel"),
      }),
      { minLength: 1, maxLength: 12 },
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
