import { describe, expect, it } from "vitest";
import type { HostRecord } from "../../model/crawl-state.ts";
import { createHostMemory } from "./host-memory.ts";
import { createLocalHostSlots } from "./local-host-slots.ts";
import type { HostLimits } from "./politeness.ts";

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

  it("keeps trouble where the next process finds it, and nothing of hosts in good health", async () => {
    const kept = new Map<string, HostRecord>();
    const hosts = {
      get: async (host: string) => kept.get(host) ?? null,
      put: async (record: HostRecord) => void kept.set(record.host, record),
    };
    const time = fakeTime();
    const open = () => createLocalHostSlots({ ...time, memory: createHostMemory({ hosts }) });
    const first = open();
    const own = { ...limits, delayMs: 0, breakerFailures: 2 };
    for (const reason of ["no answer", "still none"]) {
      const slot = await first.acquire("down.org", own);
      await slot.release({ elapsedMs: 5, trouble: "failed", reason });
    }
    await (await first.acquire("fine.org", own)).release({ elapsedMs: 5 });
    await (await first.acquire("busy.org", own)).release({
      elapsedMs: 5,
      trouble: "throttled",
      retryAfterMs: 7_000,
    });
    expect([...kept.keys()]).toEqual(["down.org", "busy.org"]);
    expect(kept.get("down.org")).toMatchObject({ breaker: "open", failures: 2, lastTrouble: "still none" });
    const second = open();
    expect(await second.tryAcquire("down.org", own)).toEqual({ waitMs: 60_000 });
    expect(await second.tryAcquire("busy.org", own)).toEqual({ waitMs: 7_000 });
  });

  it("works on when what was kept cannot be read or written", async () => {
    const errors: unknown[] = [];
    const broken = () => Promise.reject(new Error("the disk is gone"));
    const memory = createHostMemory({
      hosts: { get: broken, put: broken },
      onError: (error) => errors.push(error),
    });
    const slots = createLocalHostSlots({ ...fakeTime(), memory });
    await (await slots.acquire("a.org", limits)).release({ elapsedMs: 5, trouble: "failed" });
    await Promise.resolve();
    expect(errors).toHaveLength(2);
  });
});
