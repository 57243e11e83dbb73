import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acquireByTrying,
  decide,
  type HostLimits,
  type HostState,
  type HostTrouble,
  restedHost,
  settle,
} from "./politeness.ts";

const limits: HostLimits = { concurrency: 2, delayMs: 1_000, leaseMs: 60_000 };

function grant(state: HostState, now: number, own: HostLimits = limits) {
  const decision = decide(state, own, now);
  if (!decision.granted) throw new Error(`expected a slot, got a wait of ${decision.waitMs} ms`);
  return decision;
}

describe("decide and settle", () => {
  it("keep the delay between two starts", () => {
    const first = grant(restedHost, 0);
    expect(decide(first.state, limits, 400)).toEqual({ granted: false, waitMs: 600 });
    expect(decide(first.state, limits, 1_000).granted).toBe(true);
  });

  it("let no more run than allowed and guess from experience when a slot comes back", () => {
    const own = { ...limits, delayMs: 0 };
    let state: HostState = { ...restedHost, averageElapsedMs: 300 };
    state = grant(state, 0, own).state;
    const second = grant(state, 0, own);
    expect(decide(second.state, own, 0)).toEqual({ granted: false, waitMs: 300 });
    const freed = settle(second.state, second.leaseEnd, { elapsedMs: 300 }, 100);
    expect(decide(freed, own, 100).granted).toBe(true);
  });

  it("free the slot of a holder that died when its lease ends", () => {
    const own = { concurrency: 1, delayMs: 0, leaseMs: 5_000 };
    const { state } = grant(restedHost, 0, own);
    expect(decide(state, own, 4_999).granted).toBe(false);
    expect(decide(state, own, 5_001).granted).toBe(true);
  });

  it("keep to the host's own time, whatever our other clocks and later answers say", () => {
    const own = { ...limits, delayMs: 0 };
    const asked = grant(restedHost, 0, own);
    const other = grant(asked.state, 0, own);
    const told = settle(
      other.state,
      asked.leaseEnd,
      { elapsedMs: 50, retryAfterMs: 90_000, trouble: "throttled" },
      50,
    );
    expect(decide(told, own, 1_000)).toEqual({ granted: false, waitMs: 89_050 });
    const answered = settle(told, other.leaseEnd, { elapsedMs: 60 }, 60);
    const shorter = settle(answered, 0, { elapsedMs: 60, retryAfterMs: 1_000, trouble: "failed" }, 70);
    expect(decide(shorter, own, 1_000)).toEqual({ granted: false, waitMs: 89_050 });
    expect(decide(shorter, own, 90_050).granted).toBe(true);
  });

  it("slow down by steps of our own when a host is asked too much and does not say for how long", () => {
    let state = restedHost;
    let now = 0;
    const rests: number[] = [];
    for (let times = 0; times < 4; times += 1) {
      const slot = grant(state, now);
      state = settle(slot.state, slot.leaseEnd, { elapsedMs: 10, trouble: "throttled" }, now);
      rests.push(state.restUntil - now);
      now = state.restUntil;
    }
    expect(rests).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(state).toMatchObject({ breaker: "closed", failures: 0, throttles: 4 });
    const slot = grant(state, now);
    expect(settle(slot.state, slot.leaseEnd, { elapsedMs: 10 }, now).throttles).toBe(3);
  });

  it("leave a host alone after some failures in a row, longer each time that it is not back, up to an hour", () => {
    let state = restedHost;
    let now = 0;
    const rests: number[] = [];
    const breakers: string[] = [];
    for (let failure = 0; failure < 13; failure += 1) {
      const slot = grant(state, now, { ...limits, delayMs: 0 });
      state = settle(slot.state, slot.leaseEnd, { elapsedMs: 10, trouble: "failed", reason: "down" }, now);
      rests.push((state.restUntil - now) / 1_000);
      breakers.push(state.breaker);
      now = state.restUntil;
    }
    expect(rests).toEqual([1, 2, 4, 8, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
    expect(breakers.slice(0, 5)).toEqual(["closed", "closed", "closed", "closed", "open"]);
    expect(state.lastTrouble).toBe("down");
  });

  it("let one request try whether a host is back, and open up or rest again by what it finds", () => {
    const own = { ...limits, delayMs: 0, breakerFailures: 1, breakerRestMs: 10_000 };
    const slot = grant(restedHost, 0, own);
    const open = settle(slot.state, slot.leaseEnd, { elapsedMs: 5, trouble: "failed" }, 0, own);
    expect(decide(open, own, 9_999).granted).toBe(false);
    const probe = grant(open, 10_000, own);
    expect(probe.state.breaker).toBe("half_open");
    expect(decide(probe.state, own, 10_000).granted).toBe(false);
    const back = settle(probe.state, probe.leaseEnd, { elapsedMs: 5 }, 10_005, own);
    expect(back).toMatchObject({ breaker: "closed", failures: 0 });
    grant(grant(back, 10_005, own).state, 10_005, own);
    const still = settle(probe.state, probe.leaseEnd, { elapsedMs: 5, trouble: "failed" }, 10_005, own);
    expect(still).toMatchObject({ breaker: "open", restUntil: 30_005 });
  });

  it("do not count again what was under way when the breaker opened", () => {
    const own = { ...limits, delayMs: 0, breakerFailures: 1 };
    const first = grant(restedHost, 0, own);
    const second = grant(first.state, 0, own);
    const open = settle(second.state, first.leaseEnd, { elapsedMs: 5, trouble: "failed" }, 5, own);
    const late = settle(open, second.leaseEnd, { elapsedMs: 9, trouble: "failed" }, 9, own);
    expect(late).toMatchObject({ failures: 1, restUntil: open.restUntil });
  });

  it("spare slow hosts: one request at a time, with as long a pause as a page takes", () => {
    const slow = { ...restedHost, averageElapsedMs: 6_000 };
    const { state } = grant(slow, 0);
    expect(decide(state, limits, 5_999)).toEqual({ granted: false, waitMs: 1 });
    expect(decide(state, limits, 6_000).granted).toBe(false);
    expect(decide({ ...state, leases: [] }, limits, 6_000).granted).toBe(true);
    const untimed = settle(slow, 0, { elapsedMs: null }, 0);
    expect(untimed.averageElapsedMs).toBe(6_000);
  });

  it("never exceed concurrency nor start two requests closer than the delay, whatever happens", () => {
    const step = fc.record({
      passMs: fc.nat(3_000),
      release: fc.boolean(),
      trouble: fc.constantFrom<HostTrouble | undefined>(undefined, "failed", "throttled", "refused"),
      retryAfterMs: fc.nat(5_000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, concurrency) => {
        const own = { concurrency, delayMs: 700, leaseMs: 1e9 };
        let state = restedHost;
        let now = 1;
        const out: number[] = [];
        let lastStart = Number.NEGATIVE_INFINITY;
        for (const { passMs, release, trouble, retryAfterMs } of steps) {
          now += passMs;
          const lease = out[0];
          if (release && lease !== undefined) {
            out.shift();
            state = settle(
              state,
              lease,
              { elapsedMs: 5, retryAfterMs, ...(trouble === undefined ? {} : { trouble }) },
              now,
            );
          }
          const decision = decide(state, own, now);
          if (!decision.granted) {
            expect(decision.waitMs).toBeGreaterThan(0);
            continue;
          }
          state = decision.state;
          out.push(decision.leaseEnd);
          expect(out.length).toBeLessThanOrEqual(concurrency);
          expect(now - lastStart).toBeGreaterThanOrEqual(700);
          lastStart = now;
        }
      }),
    );
  });
});

describe("acquireByTrying", () => {
  it("asks again after as long as it was told to wait", async () => {
    const slot = { release: () => Promise.resolve() };
    const answers = [{ waitMs: 300 }, { waitMs: 40 }, { slot }];
    const slept: number[] = [];
    const taken = await acquireByTrying(
      () => Promise.resolve(answers.shift() ?? { slot }),
      (ms) => Promise.resolve(void slept.push(ms)),
    );
    expect(taken).toBe(slot);
    expect(slept).toEqual([300, 40]);
  });
});
