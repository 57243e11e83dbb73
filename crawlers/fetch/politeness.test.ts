import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acquireByTrying,
  createLocalHostSlots,
  decide,
  type HostLimits,
  type HostState,
  restedHost,
  settle,
} from "./politeness.ts";

const limits: HostLimits = { concurrency: 2, delayMs: 1_000, leaseMs: 60_000 };

/** A clock that only moves when somebody sleeps. */
function fakeTime() {
  let now = 1_000_000;
  return {
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
}

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

  it("rest for as long as the host asks", () => {
    const { state, leaseEnd } = grant(restedHost, 0);
    const rested = settle(state, leaseEnd, { elapsedMs: 50, retryAfterMs: 90_000, failed: true }, 50);
    expect(decide(rested, limits, 1_000)).toEqual({ granted: false, waitMs: 89_050 });
  });

  it("double the rest with every failure in a row, up to five minutes, and forget them with a success", () => {
    let state = restedHost;
    let now = 0;
    const rests: number[] = [];
    for (let failure = 0; failure < 12; failure += 1) {
      const slot = grant(state, now, { ...limits, delayMs: 0 });
      state = settle(slot.state, slot.leaseEnd, { elapsedMs: 10, failed: true }, now);
      rests.push(state.nextStartAt - now);
      now = state.nextStartAt;
    }
    expect(rests.slice(0, 5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(rests.at(-1)).toBe(300_000);
    const slot = grant(state, now);
    expect(settle(slot.state, slot.leaseEnd, { elapsedMs: 10 }, now).failures).toBe(0);
  });

  it("never exceed concurrency nor start two requests closer than the delay, whatever happens", () => {
    const step = fc.record({
      passMs: fc.nat(3_000),
      release: fc.boolean(),
      failed: fc.boolean(),
      retryAfterMs: fc.nat(5_000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, concurrency) => {
        const own = { concurrency, delayMs: 700, leaseMs: 1e9 };
        let state = restedHost;
        let now = 1;
        const out: number[] = [];
        let lastStart = Number.NEGATIVE_INFINITY;
        for (const { passMs, release, failed, retryAfterMs } of steps) {
          now += passMs;
          const lease = out[0];
          if (release && lease !== undefined) {
            out.shift();
            state = settle(state, lease, { elapsedMs: 5, failed, retryAfterMs }, now);
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

describe("createLocalHostSlots", () => {
  it("tells how long to wait instead of waiting", async () => {
    const time = fakeTime();
    const slots = createLocalHostSlots(time);
    expect(await slots.tryAcquire("a.org", limits)).toHaveProperty("slot");
    time.pass(100);
    expect(await slots.tryAcquire("a.org", limits)).toEqual({ waitMs: 900 });
    expect(await slots.tryAcquire("b.org", limits)).toHaveProperty("slot");
  });

  it("spaces out those who wait", async () => {
    const time = fakeTime();
    const slots = createLocalHostSlots(time);
    const starts: number[] = [];
    for (let request = 0; request < 4; request += 1) {
      const slot = await slots.acquire("a.org", limits);
      starts.push(time.now() - 1_000_000);
      await slot.release({ elapsedMs: 10 });
    }
    expect(starts).toEqual([0, 1_000, 2_000, 3_000]);
  });

  it("wakes a waiter as soon as a slot comes back", async () => {
    const slots = createLocalHostSlots({
      now: () => 5,
      sleep: (_ms, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    });
    const own = { concurrency: 1, delayMs: 0, leaseMs: 60_000 };
    const first = await slots.acquire("a.org", own);
    const second = slots.acquire("a.org", own);
    await first.release({ elapsedMs: 10 });
    await expect(second).resolves.toHaveProperty("release");
  });

  it("gives a slot back once, however often it is released", async () => {
    const slots = createLocalHostSlots({ now: () => 5 });
    const own = { concurrency: 2, delayMs: 0, leaseMs: 60_000 };
    const first = await slots.acquire("a.org", own);
    await slots.acquire("a.org", own);
    await first.release({ elapsedMs: 1 });
    await first.release({ elapsedMs: 1 });
    expect(await slots.tryAcquire("a.org", own)).toHaveProperty("slot");
    expect(await slots.tryAcquire("a.org", own)).toHaveProperty("waitMs");
  });

  it("ends the waiting when the caller gives up", async () => {
    const slots = createLocalHostSlots();
    await slots.acquire("a.org", { ...limits, delayMs: 60_000 });
    const abort = new AbortController();
    const waiting = slots.acquire("a.org", limits, abort.signal);
    abort.abort(new Error("shutting down"));
    await expect(waiting).rejects.toThrow("shutting down");
  });

  it("forgets hosts at rest when there are too many, never a busy one", async () => {
    const time = fakeTime();
    const slots = createLocalHostSlots({ ...time, maxHosts: 3 });
    const own = { concurrency: 1, delayMs: 0, leaseMs: 1e9 };
    await slots.acquire("busy.org", own);
    for (let host = 0; host < 10; host += 1) {
      const slot = await slots.acquire(`${host}.org`, own);
      await slot.release({ elapsedMs: 1 });
    }
    expect(await slots.tryAcquire("busy.org", own)).toHaveProperty("waitMs");
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
