import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Blocked, Bug, Gone, Permanent, RateLimited, Retryable } from "../model/errors.ts";
import { decide, type Failure } from "./retry-policy.ts";

const settings = { maxAttempts: 4, baseDelayMs: 1_000, maxDelayMs: 3_000, maxWaitMs: 3_600_000 };
const now = Date.parse("2026-01-01T00:00:00Z");
const fail = (error: unknown, more: Partial<Failure> = {}) =>
  decide({ error, attempt: 1, waits: 0, now, random: 1, ...more }, settings);

describe("what becomes of a failed job", () => {
  it("doubles the pause with every failure, up to the longest", () => {
    const pauses = [1, 2, 3].map((attempt) => fail(new Retryable("down"), { attempt }));
    expect(pauses).toEqual([
      { kind: "retry", delayMs: 1_000 },
      { kind: "retry", delayMs: 2_000 },
      { kind: "retry", delayMs: 3_000 },
    ]);
  });

  it("keeps a job for an operator when its attempts are spent, whatever the error", () => {
    expect(fail(new Retryable("down"), { attempt: 4 })).toEqual({ kind: "dead" });
    expect(fail(new TypeError("x is undefined"), { attempt: 4 })).toEqual({ kind: "dead" });
    expect(fail("a thrown string", { attempt: 4 })).toEqual({ kind: "dead" });
  });

  it("tries unknown errors again first", () => {
    expect(fail(new TypeError("x is undefined"))).toMatchObject({ kind: "retry" });
    expect(fail(undefined)).toMatchObject({ kind: "retry" });
  });

  it("never tries a Bug again", () => {
    expect(fail(new Bug("impossible"))).toEqual({ kind: "dead" });
  });

  it("ends what the handler has recorded", () => {
    for (const error of [new Blocked("wall", "login"), new Gone("410"), new Permanent("not a page")])
      expect(fail(error, { attempt: 4 })).toEqual({ kind: "ended" });
  });

  it("waits until the host's time, and never spends the attempts by it", () => {
    expect(fail(new RateLimited("429", now + 5_000), { attempt: 4 })).toEqual({
      kind: "wait",
      delayMs: 5_000,
    });
    expect(fail(new RateLimited("429", now - 5_000))).toEqual({ kind: "wait", delayMs: 0 });
  });

  it("spreads jobs that wait for the same host again and again", () => {
    const error = new RateLimited("busy", now + 1_000);
    expect(fail(error, { waits: 3, random: 0 })).toEqual({ kind: "wait", delayMs: 1_000 });
    expect(fail(error, { waits: 3, random: 1 })).toEqual({ kind: "wait", delayMs: 4_000 });
    expect(fail(error, { waits: 500, random: 1 })).toEqual({ kind: "wait", delayMs: 9_000 });
  });

  it("does not believe hosts that ask for years, or for nonsense", () => {
    expect(fail(new RateLimited("429", now + 1e12))).toEqual({ kind: "wait", delayMs: 3_600_000 });
    expect(fail(new RateLimited("429", Number.NaN))).toEqual({ kind: "wait", delayMs: 1_000 });
  });

  it("keeps every pause between half and all of what is due", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const due = Math.min(settings.baseDelayMs * 2 ** (attempt - 1), settings.maxDelayMs);
          const decision = fail(new Retryable("down"), { attempt, random });
          const delayMs = decision.kind === "retry" ? decision.delayMs : Number.NaN;
          expect(delayMs).toBeGreaterThanOrEqual(due / 2);
          expect(delayMs).toBeLessThanOrEqual(due);
        },
      ),
    );
  });
});
