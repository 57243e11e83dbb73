import { describe, expect, it } from "vitest";
import { Blocked, Gone, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { parseRetryAfterMs } from "./retry-after.ts";
import { errorOfStatus } from "./status.ts";

const now = Date.parse("2026-02-02T10:00:00Z");
const failure = (status: number, retryAfter: string | null = null) =>
  errorOfStatus(status, retryAfter, "https://e.org/a", now);

describe("errorOfStatus", () => {
  it.each([200, 201, 202, 203, 304])("finds nothing wrong with %i", (status) => {
    expect(failure(status)).toBeNull();
  });

  it.each([
    [404, Gone],
    [410, Gone],
    [408, Retryable],
    [425, Retryable],
    [500, Retryable],
    [502, Retryable],
    [503, Retryable],
    [522, Retryable],
    [204, Permanent],
    [206, Permanent],
    [300, Permanent],
    [400, Permanent],
    [405, Permanent],
    [418, Permanent],
  ])("makes %i a %o", (status, kind) => {
    expect(failure(status)).toBeInstanceOf(kind);
    expect(failure(status)?.message).toContain("https://e.org/a");
  });

  it.each([
    [401, "login"],
    [402, "paywall"],
    [403, "waf"],
    [451, "geo"],
  ])("makes %i blocked by %s", (status, cause) => {
    const error = failure(status);
    expect(error).toBeInstanceOf(Blocked);
    expect((error as Blocked).blockCause).toBe(cause);
  });

  it("waits as long as a 429 or 503 asks, and a minute when a 429 does not say", () => {
    expect((failure(429, "120") as RateLimited).until).toBe(now + 120_000);
    expect((failure(503, "Mon, 02 Feb 2026 10:05:00 GMT") as RateLimited).until).toBe(now + 300_000);
    expect((failure(429) as RateLimited).until).toBe(now + 60_000);
    expect(failure(503)).not.toBeInstanceOf(RateLimited);
  });
});

describe("parseRetryAfterMs", () => {
  it.each([
    ["30", 30_000],
    ["0", 1_000],
    ["999999999999", 24 * 3_600_000],
    ["Mon, 02 Feb 2026 10:00:10 GMT", 10_000],
    ["Mon, 02 Feb 2015 10:00:10 GMT", 1_000],
  ])("reads %j", (value, ms) => {
    expect(parseRetryAfterMs(value, now)).toBe(ms);
  });

  it.each([null, undefined, "", "soon", "-"])("finds nothing in %j", (value) => {
    expect(parseRetryAfterMs(value, now)).toBeNull();
  });
});
