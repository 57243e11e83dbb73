import { expect, it } from "vitest";
import { notInFuture } from "./published.ts";

const now = Date.parse("2026-02-02T12:00:00Z");

it.each([
  [["2026-02-02T14:00:00+03:00"], "2026-02-02T14:00:00+03:00"],
  [["2026-02-02"], "2026-02-02"],
  // A zone that was left out or is wrong.
  [["2026-02-02T15:00:00Z"], "2026-02-02T12:00:00Z"],
  [["2026-02-03"], "2026-02-02"],
  // The day of an event that the page is about.
  [["2026-03-01", "2026-02-01"], "2026-02-01"],
  [["2026-03-01", null], null],
  [[null], null],
])("%j was published at %s", (dates, published) => {
  expect(notInFuture(dates, now)).toBe(published);
});
