import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HostLimits, Slot } from "../../crawlers/fetch/politeness.ts";
import { redisForTests } from "../../test/services/for-tests.ts";
import { createRedisHostSlots, type SharedHostSlots } from "./host-slots.ts";

const redis = await redisForTests("host slots shared by workers");
const host = "news.example";
const roomy: HostLimits = { concurrency: 3, delayMs: 0, leaseMs: 60_000 };
const finished = { elapsedMs: 50 };

describe.skipIf(redis === null)("host slots shared by workers", () => {
  let serial = 0;
  let one: SharedHostSlots;
  let two: SharedHostSlots;

  beforeEach(async () => {
    serial += 1;
    const options = { url: redis?.url ?? "", prefix: `${redis?.prefix}-${serial}` };
    [one, two] = await Promise.all([createRedisHostSlots(options), createRedisHostSlots(options)]);
  });
  afterEach(() => Promise.all([one.close(), two.close()]));

  const ask = (slots: SharedHostSlots, limits: HostLimits, of = host) => slots.tryAcquire(of, limits);
  const taken = (answer: { slot: Slot } | { waitMs: number }): Slot => {
    if ("slot" in answer) return answer.slot;
    throw new Error(`told to wait ${answer.waitMs} ms`);
  };

  it("lets no more requests run than allowed, however many ask at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ask(index % 2 ? one : two, roomy)),
    );
    expect(answers.filter((answer) => "slot" in answer)).toHaveLength(3);
    expect(answers.every((answer) => "slot" in answer || answer.waitMs > 0)).toBe(true);
  });

  it("gives a slot to another worker when it is given back, once", async () => {
    const limits = { ...roomy, concurrency: 1 };
    const slot = taken(await ask(one, limits));
    expect(await ask(two, limits)).toHaveProperty("waitMs");
    await slot.release(finished);
    await slot.release(finished);
    taken(await ask(two, limits));
    expect(await ask(one, limits)).toHaveProperty("waitMs");
  });

  it("keeps the pause between two starts across workers", async () => {
    const limits = { ...roomy, delayMs: 5_000 };
    taken(await ask(one, limits));
    const answer = await ask(two, limits);
    expect(answer).toHaveProperty("waitMs");
    const waitMs = "waitMs" in answer ? answer.waitMs : 0;
    expect(waitMs).toBeGreaterThan(4_000);
    expect(waitMs).toBeLessThanOrEqual(5_000);
  });

  it("keeps hosts apart", async () => {
    taken(await ask(one, { ...roomy, delayMs: 5_000 }));
    taken(await ask(two, { ...roomy, delayMs: 5_000 }, "other.example"));
  });

  it("frees the slot of a worker that died", async () => {
    const limits = { concurrency: 1, delayMs: 0, leaseMs: 40 };
    taken(await ask(one, limits));
    expect(await ask(two, limits)).toHaveProperty("waitMs");
    await (await two.acquire(host, limits)).release(finished);
  });

  it("rests as long as the host asked, and longer with every failure", async () => {
    const slot = taken(await ask(one, roomy));
    await slot.release({ elapsedMs: 10, retryAfterMs: 90_000, trouble: "failed" });
    const answer = await ask(two, roomy);
    expect("waitMs" in answer ? answer.waitMs : 0).toBeGreaterThan(85_000);
  });

  it("waits for a slot until told to stop", async () => {
    taken(await ask(one, { ...roomy, delayMs: 60_000 }));
    await expect(two.acquire(host, roomy, AbortSignal.timeout(30))).rejects.toThrow(/timeout/i);
  });
});
