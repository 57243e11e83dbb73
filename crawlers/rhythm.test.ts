import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyRhythm, type Rhythm } from "../model/endpoint-state.ts";
import { intervalSeconds, learnRhythm, quantile, type SeenItem } from "./rhythm.ts";

const start = Date.parse("2026-02-02T00:00:00Z");
const hour = 3_600;
const at = (hours: number) => new Date(start + hours * hour * 1_000).toISOString();
const item = (hours: number, isRelease = false): SeenItem => ({ published: at(hours), isRelease });
const wait = (rhythm: Rhythm, baseSeconds = 1_800, adviceSeconds = 0) =>
  intervalSeconds(rhythm, { baseSeconds, adviceSeconds });

/** A publisher with an item every `gap` hours, polled every `step` hours. */
function watched(gap: number, step: number, polls = 40, isRelease = false): Rhythm {
  let rhythm = emptyRhythm;
  for (let poll = 1; poll <= polls; poll++) {
    const [from, to] = [(poll - 1) * step, poll * step];
    const fresh: SeenItem[] = [];
    for (let n = Math.floor(from / gap) + 1; n * gap <= to; n++) fresh.push(item(n * gap, isRelease));
    rhythm = learnRhythm(rhythm, { now: start + to * hour * 1_000, items: 20, fresh });
  }
  return rhythm;
}

describe("the rhythm of an endpoint", () => {
  it("is seen from the dates of its first poll already", () => {
    const fresh = [10, 8, 6, 4, 2, 0].map((hours) => item(hours));
    const rhythm = learnRhythm(emptyRhythm, { now: start + 11 * hour * 1_000, items: 6, fresh });
    expect(rhythm.gapsSeconds).toEqual([7_200, 7_200, 7_200, 7_200, 7_200]);
    expect(rhythm).toMatchObject({ newestAt: at(10), yield: 6, newShare: 1, polls: 1 });
    expect(wait(rhythm)).toBe(3_600);
  });

  it("counts undated items and bare days from when they were found, and nothing from the future", () => {
    const undated = [{ published: null, isRelease: false }];
    const first = learnRhythm(emptyRhythm, { now: start, items: 1, fresh: undated });
    expect(first).toMatchObject({ gapsSeconds: [], newestAt: null });
    const second = learnRhythm(first, { now: start + 3_600_000, items: 1, fresh: undated });
    const day = [{ published: "2026-02-02", isRelease: false }];
    const third = learnRhythm(second, { now: start + 10_800_000, items: 1, fresh: day });
    expect(third.gapsSeconds).toEqual([7_200]);
    const future = learnRhythm(third, { now: start + 10_800_000, items: 1, fresh: [item(900)] });
    expect(future.newestAt).toBe(at(3));
  });

  it("looks back on the last polls only", () => {
    const busy = watched(0.5, 0.5, 200);
    expect(busy.gapsSeconds).toHaveLength(60);
    expect(busy.polls).toBe(30);
    let quiet = busy;
    for (let poll = 0; poll < 100; poll++) quiet = learnRhythm(quiet, { now: start, items: 20, fresh: [] });
    expect(quiet.newShare).toBeLessThan(0.05);
  });
});

describe("the interval", () => {
  it("is the configured one until something was learned", () => {
    expect(wait(emptyRhythm)).toBe(1_800);
    expect(wait(emptyRhythm, 1_800, 2_700)).toBe(2_700);
    expect(wait(emptyRhythm, 600, 2_700)).toBe(1_200);
  });

  it("is short for a busy endpoint, long for a quiet one, each within bounds", () => {
    expect(wait(watched(0.25, 0.5))).toBe(600);
    expect(wait(watched(48, 12))).toBe(7_200);
    const medium = wait(watched(2, 1));
    expect(medium).toBeGreaterThan(1_800);
    expect(medium).toBeLessThan(7_200);
  });

  it("is not stretched for endpoints that tell of releases", () => {
    expect(wait(watched(24 * 7, 12, 40, true))).toBeLessThanOrEqual(1_800);
  });

  it("never leaves its bounds", () => {
    const seen = fc.record({
      published: fc.option(
        fc.date({ min: new Date(0), max: new Date(2e12), noInvalidDate: true }).map((d) => d.toISOString()),
      ),
      isRelease: fc.boolean(),
    });
    const polls = fc.array(fc.record({ now: fc.nat(2e12), items: fc.nat(500), fresh: fc.array(seen) }));
    fc.assert(
      fc.property(polls, fc.integer({ min: 60, max: 86_400 }), fc.nat(1e7), (observed, base, advice) => {
        const seconds = wait(observed.reduce(learnRhythm, emptyRhythm), base, advice);
        expect(seconds).toBeGreaterThanOrEqual(Math.min(base, 60) / 3);
        expect(seconds).toBeLessThanOrEqual(86_400);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a quantile", () => {
  it("is taken on the line between two values", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3], 1)).toBe(3);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});
