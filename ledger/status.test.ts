import { describe, expect, it } from "vitest";
import type { LedgerEvent } from "../model/ledger.ts";
import { statusOf } from "./status.ts";

let serial = 0;
function event(
  type: LedgerEvent["type"],
  date: string | null,
  change: Partial<LedgerEvent> = {},
): LedgerEvent {
  return {
    id: `e${serial++}`,
    type,
    blockKey: "custody|person|p",
    subjects: [{ id: "p", name: "Alena Sample" }],
    group: null,
    agents: [],
    recipients: [],
    date,
    place: null,
    term: null,
    charge: null,
    assertion: "asserted",
    standing: "corroborated",
    claimIds: [],
    sourceIds: [],
    originIds: [],
    firstPublished: null,
    lastPublished: null,
    ...change,
  } as LedgerEvent;
}

describe("the status of a person", () => {
  const arrest = event("arrest", "2020-09-07");
  const sentence = event("sentence", "2021-09-06");
  const hospital = event("hospitalisation", "2022-11-28");
  const release = event("release", "2025-12-13");
  const all = [release, hospital, arrest, sentence];
  const on = (asOf: string | null, events = all) => statusOf("p", events, asOf);

  it("follows what stands on any day", () => {
    expect(on("2020-09-06")).toMatchObject({ status: "unknown", eventIds: [] });
    expect(on("2020-09-07")).toMatchObject({
      status: "detained",
      since: "2020-09-07",
      eventIds: [arrest.id],
    });
    expect(on("2021-12")).toMatchObject({ status: "convicted", eventIds: [sentence.id, arrest.id] });
    expect(on("2022-12-01").status).toBe("in_hospital");
    expect(on(null)).toMatchObject({ status: "released", since: "2025-12-13", eventIds: [release.id] });
  });

  it("does not depend on the order of events", () => {
    expect(on(null, all.toReversed())).toEqual(on(null));
  });

  it("is held when somebody is freed and arrested again on one day", () => {
    expect(on(null, [...all, event("arrest", "2025-12-13")]).status).toBe("detained");
  });

  it("is not changed by what is planned, denied, retracted or told of others", () => {
    const not = [
      event("death_in_custody", "2025-01-01", { standing: "denied" }),
      event("release", "2024-01-01", { standing: "retracted" }),
      event("release", "2024-02-01", { assertion: "planned" }),
      event("release", "2024-03-01", { subjects: [{ id: "q", name: "Other" }] }),
      event("pardon", "2024-04-01"),
    ];
    expect(on("2025-06-01", [...all, ...not])).toMatchObject({ status: "in_hospital", contradictions: [] });
  });

  it("shows a disputed release as a contradiction and keeps who is held as held", () => {
    const disputed = event("release", "2023-05-01", { standing: "disputed" });
    expect(on("2023-06-01", [...all, disputed])).toMatchObject({
      status: "in_hospital",
      contradictions: [{ eventIds: [disputed.id] }],
    });
  });

  it("ends with death, and shows what is told after it", () => {
    const death = event("death_in_custody", "2024-02-16");
    const report = on(null, [...all, death]);
    expect(report).toMatchObject({ status: "died", since: "2024-02-16" });
    expect(report.contradictions[0]?.eventIds).toEqual([release.id, death.id]);
  });

  it("is exile after a deportation, whatever is sentenced in absence", () => {
    expect(on(null, [event("deportation", "2024-08-01"), event("sentence", "2025-01-01")]).status).toBe(
      "exiled",
    );
  });

  it("says when a vague date leaves the order open", () => {
    const vague = event("release", "2025");
    expect(on(null, [arrest, event("sentence", "2025-03-01"), vague]).contradictions).toHaveLength(1);
  });
});
