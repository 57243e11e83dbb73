import fc from "fast-check";
import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

it.each([
  ["crawl.timoutSeconds", "crawl.timeoutSeconds"],
  ["log.levle", "log.level"],
  ["LOG.LEVEL", "log.level"],
  ["crawl.timeout", "crawl.timeoutSeconds"],
])("%s probably means %s", (word, meant) => {
  expect(nearest(word, ["log.level", "crawl.timeoutSeconds", "redis.url"])).toBe(meant);
});

it("suggests nothing when nothing is near", () => {
  expect(nearest("elephant", ["log.level", "redis.url"])).toBeNull();
});

it("finds a candidate itself, whatever stands beside it", () => {
  const word = fc.stringMatching(/^[a-z.]{1,12}$/);
  fc.assert(
    fc.property(word, fc.array(word), (wanted, others) => {
      expect(nearest(wanted, [...others, wanted])).toBe(wanted);
    }),
  );
});
