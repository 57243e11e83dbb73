import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleOf } from "./samples.ts";
import { afterQuietHours, digestDue, underCap } from "./schedule.ts";

const iso = (at: number) => new Date(at).toISOString();
const quiet = { from: "22:00", to: "07:00", timeZone: "Europe/Warsaw" };

describe("quiet hours", () => {
  it.each([
    ["2025-12-13T12:00:00Z", "2025-12-13T12:00:00.000Z"],
    ["2025-12-13T21:30:00Z", "2025-12-14T06:00:00.000Z"],
    ["2025-12-14T03:00:00Z", "2025-12-14T06:00:00.000Z"],
    // Summer time: Warsaw is two hours ahead.
    ["2025-07-13T20:30:00Z", "2025-07-14T05:00:00.000Z"],
    // The night in which summer time ends.
    ["2025-10-25T23:30:00Z", "2025-10-26T06:00:00.000Z"],
  ])("at %s let a message out at %s", (now, out) => {
    expect(iso(afterQuietHours(ruleOf({ quietHours: quiet }), Date.parse(now)))).toBe(out);
  });

  it("are none for what is urgent", () => {
    const now = Date.parse("2025-12-13T23:00:00Z");
    expect(afterQuietHours(ruleOf({ quietHours: quiet, urgency: "urgent" }), now)).toBe(now);
  });
});

describe("a digest", () => {
  it.each([
    ["hourly", "2025-12-13T12:20:00Z", "2025-12-13T13:00:00.000Z"],
    ["daily", "2025-12-13T12:20:00Z", "2025-12-14T07:00:00.000Z"],
    ["daily", "2025-12-13T05:20:00Z", "2025-12-13T07:00:00.000Z"],
    // 15 December 2025 is a Monday.
    ["weekly", "2025-12-13T12:20:00Z", "2025-12-15T07:00:00.000Z"],
  ] as const)("that is %s and begun at %s is due at %s", (every, now, due) => {
    expect(iso(digestDue({ every, at: "08:00", timeZone: "Europe/Warsaw" }, Date.parse(now)))).toBe(due);
  });
});

describe("a cap", () => {
  it("lets no more messages out within any window than it allows, and drops none", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 30 }),
        (messages, perMinutes, times) => {
          const cap = { messages, perMinutes };
          const sent: number[] = [];
          for (const ready of times.toSorted((a, b) => a - b)) {
            const due = underCap(cap, sent, ready);
            expect(due).toBeGreaterThanOrEqual(ready);
            sent.push(due);
          }
          for (const at of sent)
            expect(
              sent.filter((time) => time > at - perMinutes * 60_000 && time <= at).length,
            ).toBeLessThanOrEqual(messages);
        },
      ),
    );
  });
});
