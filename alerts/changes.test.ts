import { describe, expect, it } from "vitest";
import { changesBetween, tellingKey } from "./changes.ts";
import { stateOf } from "./samples.ts";

const claimed = stateOf({});

describe("what became of an event", () => {
  it.each([
    ["is new when it was not there", null, claimed, ["new"]],
    ["is new and a death", null, stateOf({ type: "death_in_custody" }), ["new", "died"]],
    ["is corroborated by another origin", claimed, stateOf({ standing: "corroborated" }), ["corroborated"]],
    ["is corrected when its date is another", claimed, stateOf({ date: "2025-12-14" }), ["corrected"]],
    ["is disputed", claimed, stateOf({ standing: "disputed" }), ["disputed"]],
    ["is retracted when nobody tells it", claimed, null, ["retracted"]],
    ["is new when it was planned before", stateOf({ assertion: "planned" }), claimed, ["new"]],
    [
      "is new and corroborated when both came at once",
      null,
      stateOf({ standing: "corroborated" }),
      ["new", "corroborated"],
    ],
    ["is corrected when a dispute is over", stateOf({ standing: "disputed" }), claimed, ["corrected"]],
    ["is nothing when only one more article came", claimed, stateOf({ origins: 1, agents: [] }), []],
    ["is nothing when it never was there", null, null, []],
  ] as const)("%s", (_what, before, after, changes) => {
    expect(changesBetween(before, after, "article")).toEqual(changes);
  });

  it("is silence when the clock says so", () => {
    expect(changesBetween(claimed, claimed, "clock")).toEqual(["silence"]);
    expect(changesBetween(claimed, claimed, "condition")).toEqual(["condition"]);
  });

  it("reads the same to a reader when only the number of reports grew", () => {
    expect(tellingKey(stateOf({ origins: 5 }))).toBe(tellingKey(claimed));
    expect(tellingKey(stateOf({ standing: "confirmed" }))).not.toBe(tellingKey(claimed));
    expect(tellingKey(null)).not.toBe(tellingKey(claimed));
  });
});
