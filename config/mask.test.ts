import fc from "fast-check";
import { expect, it } from "vitest";
import { maskSecrets } from "./mask.ts";

it.each([
  ["redis://:secret@host:6379/0", "redis://:***@host:6379/0"],
  ["rediss://user:secret@host", "rediss://user:***@host"],
  ["mongodb+srv://user:se:cr@et@cluster.example/db", "mongodb+srv://user:***@cluster.example/db"],
  ["mongodb://user@host/db", "mongodb://user@host/db"],
  ["redis://host/0?password=secret&db=1", "redis://host/0?password=***&db=1"],
  ["https://hook.example/x?access_token=abc#top", "https://hook.example/x?access_token=***#top"],
  ["two redis://a:x@h and redis://b:y@h", "two redis://a:***@h and redis://b:***@h"],
  ["mail me@example.org", "mail me@example.org"],
])("%s is shown as %s", (text, shown) => {
  expect(maskSecrets(text)).toBe(shown);
});

it("never lets a password through, whatever characters it has", () => {
  const password = fc.stringMatching(/^[A-Za-z0-9@:!$&'()*+,;=_~.-]{4,20}$/).map((word) => `pw-${word}`);
  fc.assert(
    fc.property(password, (word) => {
      expect(maskSecrets(`mongodb://user:${word}@host:27017/db`)).toBe("mongodb://user:***@host:27017/db");
    }),
  );
});

it("changes nothing when it is used twice", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      expect(maskSecrets(maskSecrets(url))).toBe(maskSecrets(url));
    }),
  );
});
