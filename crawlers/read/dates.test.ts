import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf } from "../calendar.ts";
import { dateInUrl, findDate, isDateLine, parseDate } from "./dates.ts";

describe("parseDate", () => {
  it.each([
    ["2025-12-13T16:40:00Z", "2025-12-13T16:40:00Z"],
    ["2025-12-13T19:40:00+03:00", "2025-12-13T19:40:00+03:00"],
    ["2025-12-13T19:40:00.123+0300", "2025-12-13T19:40:00+03:00"],
    ["2025-12-13 19:40 +3", "2025-12-13T19:40:00+03:00"],
    ["Sat, 13 Dec 2025 16:40:00 GMT", "2025-12-13T16:40:00Z"],
    ["December 13, 2025 7:40 p.m. EST", "2025-12-13T19:40:00-05:00"],
    ["20251213T164000Z", "2025-12-13T16:40:00Z"],
    ["1765644000", "2025-12-13T16:40:00Z"],
    ["1765644000000", "2025-12-13T16:40:00Z"],
    ["2025-12-13", "2025-12-13"],
    ["2025/12/13", "2025-12-13"],
  ])("reads %s with the zone that it names", (raw, expected) => {
    expect(parseDate(raw)).toBe(expected);
  });

  it("keeps only the day of a time without a zone", () => {
    expect(parseDate("2025-12-13T19:40:00")).toBe("2025-12-13");
  });

  it("gives a time without a zone the offset that the source's zone had that day", () => {
    expect(parseDate("2025-12-13 19:40", { timeZone: "Europe/Vilnius" })).toBe("2025-12-13T19:40:00+02:00");
    expect(parseDate("2025-07-13 19:40", { timeZone: "Europe/Vilnius" })).toBe("2025-07-13T19:40:00+03:00");
    expect(parseDate("13.12.2025, 19:40", { timeZone: "Europe/Minsk" })).toBe("2025-12-13T19:40:00+03:00");
  });

  it.each(["", "yesterday", "2025-13-40", "31.04.2025", "0000-00-00", "1765"])(
    "does not take %j for a date",
    (raw) => {
      expect(parseDate(raw)).toBeNull();
    },
  );

  it("reads back every moment that it is given in ISO 8601", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().replace(/\.\d+Z$/, "Z");
          expect(parseDate(iso)).toBe(iso);
        },
      ),
    );
  });

  it("never throws, and gives nothing but dates", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const date = parseDate(text);
        if (date !== null) expect(Number.isNaN(Date.parse(date))).toBe(false);
      }),
    );
  });
});

describe("findDate", () => {
  it.each([
    ["Published on 3 December 2025 in Minsk", "2025-12-03"],
    ["Dec. 3, 2025", "2025-12-03"],
    ["3 декабря 2025 г.", "2025-12-03"],
    ["3 снежня 2025 года", "2025-12-03"],
    ["3 грудня 2025", "2025-12-03"],
    ["3 grudnia 2025", "2025-12-03"],
    ["3. Dezember 2025", "2025-12-03"],
    ["3 de diciembre de 2025", "2025-12-03"],
    ["3 décembre 2025", "2025-12-03"],
    ["03.12.2025", "2025-12-03"],
    ["2025年12月3日", "2025-12-03"],
  ])("finds the day in %s", (text, expected) => {
    expect(findDate(text)).toBe(expected);
  });

  it("takes the time that stands beside the day", () => {
    expect(findDate("13.12.2025, 19:40 Uhr MEZ")).toBe("2025-12-13T19:40:00+01:00");
    expect(findDate("13 декабря 2025, 19:40 МСК", { timeZone: "Europe/Moscow" })).toBe(
      "2025-12-13T19:40:00+03:00",
    );
    expect(findDate("10:05 GMT, 13 December 2025")).toBe("2025-12-13T10:05:00Z");
  });

  it("reads 01/02/2026 by the custom of the place", () => {
    expect(findDate("01/02/2026")).toBe("2026-02-01");
    expect(findDate("01/02/2026", { monthFirst: true })).toBe("2026-01-02");
    expect(findDate("12/31/2025")).toBe("2025-12-31");
  });

  it("finds no date where there is none", () => {
    expect(findDate("He was given 12 years in 2021, and 3 more in 2024.")).toBeNull();
    expect(findDate("version 1.2.2025.4")).toBeNull();
  });
});

describe("monthOf", () => {
  it("tells lis (November in Polish) and ліпень (July in Belarusian) apart", () => {
    expect(monthOf("lis")).toBe(11);
    expect(monthOf("lipca")).toBe(7);
    expect(monthOf("ліпеня")).toBe(7);
    expect(monthOf("лістапада")).toBe(11);
    expect(monthOf("marathon")).toBeNull();
  });
});

describe("isDateLine", () => {
  it("knows lines that say nothing but a date", () => {
    for (const line of [
      "13 December 2025",
      "Updated: Saturday, 13 December 2025 at 16:40 GMT",
      "13.12.2025 | 19:40 Uhr",
      "Опубликовано 13 декабря 2025, 19:40",
    ]) {
      expect(isDateLine(line), line).toBe(true);
    }
  });

  it("leaves lines alone that tell what happened on a day", () => {
    for (const line of [
      "12 May 2021: arrested at Minsk airport",
      "Monday he was sentenced to 12 years",
      "Arrested 2021 – released 2025",
    ]) {
      expect(isDateLine(line), line).toBe(false);
    }
  });
});

describe("dateInUrl", () => {
  it("finds the day in an address", () => {
    expect(dateInUrl("https://example.org/2025/12/13/freed")).toBe("2025-12-13");
    expect(dateInUrl("https://example.org/news/2025-12-13-freed.html")).toBe("2025-12-13");
    expect(dateInUrl("https://example.org/a/20251213/x")).toBe("2025-12-13");
    expect(dateInUrl("https://example.org/2025/12/freed")).toBeNull();
    expect(dateInUrl("https://example.org/a-20259913")).toBeNull();
  });
});
