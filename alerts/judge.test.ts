import { describe, expect, it } from "vitest";
import type { Claim } from "../model/ledger.ts";
import type { Facts } from "./facts.ts";
import { judge } from "./judge.ts";
import { ruleOf, stateOf } from "./samples.ts";

const now = Date.parse("2025-12-14T00:00:00Z");

const claim = (changes: Partial<Claim>): Claim => ({
  id: "c",
  articleId: "a",
  extractionId: "x",
  sourceId: "vigil",
  originId: "a",
  published: "2025-12-13T17:30:00Z",
  lang: "en",
  type: "release",
  subjects: [],
  group: null,
  agents: [],
  recipients: [],
  date: null,
  place: null,
  term: null,
  charge: null,
  assertion: "asserted",
  attributedTo: [],
  evidence: { start: 0, end: 1 },
  quote: "",
  ruleId: "release.verb",
  confidence: { value: 0.9, parts: {} },
  ...changes,
});

const factsOf = (changes: Partial<Facts> = {}): Facts => ({
  eventId: "e",
  changes: ["new"],
  before: null,
  after: stateOf({}),
  remark: null,
  told: [claim({})],
  confidence: 0.9,
  countries: ["BY"],
  facilities: [],
  tiers: new Map([["vigil", 1]]),
  restricted: false,
  published: "2025-12-13T17:30:00Z",
  ...changes,
});

const asked = (rule: Record<string, unknown>, facts: Partial<Facts> = {}, told = false) => {
  const parsed = ruleOf(rule);
  return judge(parsed, factsOf(facts), { people: new Set(parsed.who.persons), told, now });
};

describe("a rule", () => {
  it("without conditions wants every new fact", () => {
    expect(asked({}).send).toBe(true);
  });

  it.each([
    ["of other types", { what: { types: ["arrest"] } }, {}, "type is release, wanted: arrest"],
    ["of another country", { where: { countries: ["IR"] } }, {}, "country is BY, wanted: IR"],
    ["about somebody else", { who: { persons: ["x"] } }, {}, "nobody on the rule's list"],
    ["of better sources", { from: { tiers: [2] } }, {}, "tier is 1, wanted: 2"],
    ["of other sources", { from: { sources: ["reuters"] } }, {}, "source is vigil"],
    ["in another language", { from: { languages: ["ru"] } }, {}, "language is en"],
    ["that are surer", { minimum: { confidence: 0.95 } }, {}, "confidence is 0.90"],
    [
      "that several tell",
      { minimum: { standing: "corroborated" } },
      {},
      "it is claimed, at least corroborated",
    ],
    ["that were confirmed", { changes: ["confirmed"] }, {}, "it is new, wanted: confirmed"],
    ["that is switched off", { enabled: false }, {}, "switched off"],
    [
      "of things that are only planned",
      {},
      { after: stateOf({ assertion: "planned" }) },
      "assertion is planned",
    ],
    ["of what happened long ago", {}, { after: stateOf({ date: "2025-06" }) }, "more than 14 days ago"],
    [
      "of undated things in old reports",
      {},
      { after: stateOf({ date: null }), published: "2025-06-01T00:00:00Z" },
      "newest report is of 2025-06-01",
    ],
    ["of restricted things", {}, { restricted: true }, "it is restricted"],
  ])("for events %s says why it does not send", (_what, rule, facts, why) => {
    const { send, because } = asked(rule, facts);
    expect(send).toBe(false);
    expect(because.join("; ")).toContain(why);
  });

  it("says every reason for which it sends", () => {
    const { send, because } = asked({
      what: { types: ["release"] },
      who: { persons: ["sample-alena-karpovich"] },
      where: { countries: ["BY"] },
    });
    expect(send).toBe(true);
    expect(because).toContain("Alena Karpovich is on the rule's list");
    expect(because).toContain("its country is BY, wanted: BY");
  });

  it("tells a denial to everybody who heard of the event, whatever else it wants", () => {
    const denied = {
      changes: ["denied" as const],
      after: stateOf({ standing: "denied", assertion: "negated" }),
    };
    expect(asked({ changes: ["new"], minimum: { standing: "confirmed" } }, denied, true).send).toBe(true);
    expect(asked({ changes: ["new"] }, denied, false).send).toBe(false);
  });

  it("tells who heard of an event that nobody tells it any longer, and nobody else", () => {
    const gone = { changes: ["retracted" as const], after: null, before: stateOf({}) };
    expect(asked({}, gone, true).send).toBe(true);
    expect(asked({}, gone, false).send).toBe(false);
  });

  it("holds a vague date for as new as its last day", () => {
    expect(asked({}, { after: stateOf({ date: "2025-12" }) }).send).toBe(true);
    expect(asked({}, { after: stateOf({ date: "2025" }) }).send).toBe(true);
    expect(asked({}, { after: stateOf({ date: "2024" }) }).send).toBe(false);
    expect(asked({ oldNews: true }, { after: stateOf({ date: "2024" }) }).send).toBe(true);
  });

  it("never tells restricted things to readers who may not see them, not even their denial", () => {
    const denied = { changes: ["denied" as const], restricted: true };
    expect(asked({}, denied, true).send).toBe(false);
    expect(asked({ restricted: true }, denied, true).send).toBe(true);
  });
});
