import { describe, expect, it } from "vitest";
import type { Claim, Outlet, Party } from "../../model/ledger.ts";
import { claim } from "../../storage/conformance/samples.ts";
import { judge } from "./judge.ts";

const day = (number: number) => `2025-12-${String(number).padStart(2, "0")}T12:00:00.000Z`;
const outlets: Record<string, Outlet> = {
  wire: { id: "wire", kind: "news_agency", tier: 1 },
  paper: { id: "paper", kind: "newspaper", tier: 2 },
  watch: { id: "watch", kind: "human_rights_ngo", tier: 2 },
  office: { id: "office", kind: "government", tier: 1 },
  blog: { id: "blog", kind: "blog", tier: 3 },
  leaflet: { id: "leaflet", kind: "blog", tier: 3 },
  rewriter: { id: "rewriter", kind: "aggregator", tier: 4 },
  statetv: { id: "statetv", kind: "broadcaster", tier: 4 },
};
const wife: Party = { id: "w", name: "Alena", kind: "relative" };
const ministry: Party = { id: "m", name: "Ministry", kind: "state_body" };
const watchdog: Party = { id: "watch", name: "Watch", kind: "ngo" };

let serial = 0;
/** What an outlet says, in its own voice or by quoting somebody, on a day of the month. */
function says(outlet: string, on: number, change: Partial<Claim> = {}): Claim {
  const by = outlets[outlet];
  return claim(`c${serial++}`, {
    sourceId: outlet,
    published: day(on),
    ...(by === undefined ? {} : { outlet: by }),
    ...change,
  });
}
const no = { assertion: "negated" } as const;
const quoting = (...attributedTo: Party[]) => ({ attributedTo });
const standing = (...claims: Claim[]) => judge(claims).standing;

describe("the standing of an event", () => {
  it("is claimed by one origin, however many copy, quote or rewrite it", () => {
    const wire = says("wire", 1);
    expect(standing(wire)).toBe("claimed");
    expect(standing(wire, says("paper", 2, { outlet: outlets["wire"] as Outlet }))).toBe("claimed");
    expect(standing(wire, says("rewriter", 2), says("statetv", 2))).toBe("claimed");
    const agency: Party = { id: "wire", name: "The Wire", kind: "media" };
    expect(standing(wire, says("paper", 2, quoting(agency)))).toBe("claimed");
    expect(standing(says("paper", 1, quoting(watchdog)), says("wire", 1, quoting(watchdog)))).toBe("claimed");
    expect(standing(says("rewriter", 1), says("statetv", 1))).toBe("claimed");
    expect(standing(says("paper", 1), says("paper", 3))).toBe("claimed");
  });

  it("is corroborated by two, but not by partisans alone", () => {
    expect(standing(says("wire", 1), says("paper", 1))).toBe("corroborated");
    expect(standing(says("blog", 1), says("leaflet", 1))).toBe("claimed");
    expect(standing(says("blog", 1), says("paper", 1))).toBe("corroborated");
  });

  it("is confirmed by those who must know, and by a monitor beside another origin", () => {
    expect(standing(says("paper", 1, quoting(wife)))).toBe("confirmed");
    expect(standing(says("office", 1))).toBe("confirmed");
    expect(standing(says("statetv", 1, quoting(ministry)))).toBe("confirmed");
    expect(standing(says("statetv", 1, quoting(wife)))).toBe("claimed");
    expect(standing(says("watch", 1))).toBe("claimed");
    expect(judge([says("watch", 1), says("paper", 1)])).toMatchObject({
      standing: "confirmed",
      basis: ["by_monitor"],
      confirmedBy: [{ id: "watch" }],
    });
  });

  it("is disputed, denied or retracted by what each origin said last", () => {
    expect(standing(says("paper", 1), says("wire", 2, { ...no, ...quoting(wife) }))).toBe("disputed");
    expect(standing(says("wire", 2, no))).toBe("denied");
    expect(standing(says("paper", 1, { assertion: "planned" }), says("wire", 2, no))).toBe("denied");
    expect(standing(says("paper", 1), says("paper", 2, no))).toBe("retracted");
    expect(standing(says("paper", 1), says("rewriter", 1), says("paper", 2, no))).toBe("retracted");
    expect(standing(says("paper", 1), says("wire", 1), says("paper", 2, no))).toBe("disputed");
    const corrected = [
      says("statetv", 1, { ...no, ...quoting(ministry) }),
      says("paper", 2, quoting(ministry)),
    ];
    expect(standing(...corrected)).toBe("confirmed");
    expect(standing(...corrected.toReversed())).toBe("confirmed");
  });

  it("is confirmed by who does what is done by saying it", () => {
    const agents = [watchdog];
    expect(standing(says("watch", 1, { type: "designation", agents }))).toBe("confirmed");
    expect(standing(says("paper", 1, { type: "appeal", agents, ...quoting(watchdog) }))).toBe("confirmed");
    expect(standing(says("watch", 1, { type: "arrest", agents }))).toBe("claimed");
  });

  it("is claimed for what is only announced, wanted or doubted", () => {
    expect(judge([says("paper", 1, { assertion: "planned", ...quoting(ministry) })])).toMatchObject({
      standing: "claimed",
      assertion: "planned",
      basis: ["not_told"],
    });
  });
});
