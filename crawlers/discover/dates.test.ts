import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLooseDate } from "./dates.ts";

const iso = (text: string, hints = {}) => parseLooseDate(text, hints)?.iso ?? null;

describe("parseLooseDate", () => {
  it.each([
    ["2025-12-13T19:40:00+03:00", "2025-12-13T19:40:00+03:00"],
    ["2025-12-13T19:40:00.123Z", "2025-12-13T19:40:00Z"],
    ["2025-12-13 19:40", "2025-12-13T19:40:00Z"],
    ["2025-12-13T19:40:00+0300", "2025-12-13T19:40:00+03:00"],
    ["2025-12-13T19:40:00-05", "2025-12-13T19:40:00-05:00"],
    ["2025-12-13", "2025-12-13"],
    ["20251213T194000Z", "2025-12-13T19:40:00Z"],
    ["Sat, 13 Dec 2025 19:40:00 +0300", "2025-12-13T19:40:00+03:00"],
    ["Sat, 13 Dec 2025 19:40:00 GMT", "2025-12-13T19:40:00Z"],
    ["13 Dec 25 19:40 EST", "2025-12-13T19:40:00-05:00"],
    ["Sat, 13 December 2025 19:40:00 MSK", "2025-12-13T19:40:00+03:00"],
    ["Saturday, December 13, 2025", "2025-12-13"],
    ["Dec. 13, 2025 at 7:40 p.m.", "2025-12-13T19:40:00Z"],
    ["13.12.2025, 19:40", "2025-12-13T19:40:00Z"],
    ["13.12.2025", "2025-12-13"],
    ["19:40, 13.12.2025", "2025-12-13T19:40:00Z"],
    ["13 декабря 2025", "2025-12-13"],
    ["13 декабря 2025 г., 19:40", "2025-12-13T19:40:00Z"],
    ["13 мая 2025", "2025-05-13"],
    ["13 снежня 2025", "2025-12-13"],
    ["13 лістапада 2025, 08:05", "2025-11-13T08:05:00Z"],
    ["13 листопада 2025", "2025-11-13"],
    ["13 de diciembre de 2025", "2025-12-13"],
    ["  Sat,\n 13 Dec 2025\t19:40:00 +0000 ", "2025-12-13T19:40:00Z"],
  ])("reads %j", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    "",
    "yesterday",
    "12/13/2025",
    "31 Feb 2025",
    "2025-13-01",
    "2025-02-30",
    "Lun, 31 Foo 2026",
    "0000-00-00",
    "13 Dec 2025 25:00:00",
    "Сегодня, 12:00",
  ])("does not guess at %j", (text) => {
    expect(iso(text)).toBeNull();
  });

  it("takes a format for what can be read two ways", () => {
    expect(iso("12/03/2025", { format: "DD/MM/YYYY" })).toBe("2025-03-12");
    expect(iso("12/03/2025 08:15", { format: "MM/DD/YYYY HH:mm" })).toBe("2025-12-03T08:15:00Z");
    expect(iso("Опубликовано: 3 мая 2025", { format: "D MMMM YYYY" })).toBe("2025-05-03");
    expect(iso("2025-12-13", { format: "DD/MM/YYYY" })).toBe("2025-12-13");
  });

  it("takes times without a zone in the zone of the source, summer time included", () => {
    expect(iso("2025-07-01 12:00", { timeZone: "Europe/Warsaw" })).toBe("2025-07-01T12:00:00+02:00");
    expect(iso("2025-12-01 12:00", { timeZone: "Europe/Warsaw" })).toBe("2025-12-01T12:00:00+01:00");
    expect(iso("2025-12-01 12:00 GMT", { timeZone: "Europe/Warsaw" })).toBe("2025-12-01T12:00:00Z");
    expect(iso("2025-12-01 12:00", { timeZone: "Nowhere/At_All" })).toBe("2025-12-01T12:00:00Z");
  });

  it("reads every moment back that it was written from", () => {
    const moments = fc.date({
      min: new Date("1971-01-01"),
      max: new Date("2199-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const ms = Math.floor(moment.getTime() / 1_000) * 1_000;
        for (const written of [new Date(ms).toISOString(), new Date(ms).toUTCString()]) {
          const read = parseLooseDate(written);
          expect(read?.epochMs).toBe(ms);
          expect(Date.parse(read?.iso ?? "")).toBe(ms);
        }
      }),
    );
  });

  it("never throws, and gives only real dates", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d:TZ.,+ /-]{0,30}$/)),
        fc.option(fc.string(), { nil: undefined }),
        (text, format) => {
          const date = parseLooseDate(text, format === undefined ? {} : { format });
          if (date) expect(Number.isNaN(Date.parse(date.iso))).toBe(false);
        },
      ),
    );
  });
});
