import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseText } from "./document.ts";

describe("the line of a value", () => {
  const document = parseText(
    [
      "# comment",
      "a:",
      "  b: 1",
      "  c:",
      "    - x: 1",
      "    - x: 2",
      "      y: &why {z: 3}",
      "d: *why",
      "",
    ].join("\n"),
    "f.yaml",
  );
  it.each([
    [["a"], 2],
    [["a", "b"], 3],
    [["a", "c", 1, "x"], 6],
    [["a", "c", 1, "y", "z"], 7],
    [["d"], 8],
  ])("of %j is %i", (path, line) => {
    expect(document.lineOf(path)).toBe(line);
  });

  it("is that of what is around it, when it is missing", () => {
    expect(document.lineOf(["a", "missing", "deeper"])).toBe(2);
    expect(document.lineOf(["a", "c", 9])).toBe(4);
  });
});

it("reads what was written, as YAML and as JSON", () => {
  // As JSON can tell it: it knows no −0, which YAML does.
  const value = fc
    .jsonValue()
    .filter((json) => typeof json === "object" && json !== null)
    .map((json): unknown => JSON.parse(JSON.stringify(json)));
  fc.assert(
    fc.property(value, (json) => {
      expect(parseText(JSON.stringify(json, null, 2), "f.json").value).toEqual(json);
      expect(parseText(stringify(json), "f.yaml").value).toEqual(json);
    }),
    { numRuns: 50 },
  );
});

it.each([
  ["a: [1, 2", 1],
  ["a: 1\nb: {c: 2\n", 2],
  ["a: 1\n\tb: 2\n", 2],
  ["a: 1\na: 2\n", 2],
])("names file and line of what is not well-formed: %j", (text, line) => {
  expect(() => parseText(text, "f.yaml")).toThrow(
    new RegExp(`^f\\.yaml:[${line}${line + 1}]: found .*, expected well-formed`),
  );
});

it("refuses a file that unfolds without end", () => {
  const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg"])
    bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(", ")}]`);
  expect(() => parseText(bomb.join("\n"), "f.yaml")).toThrow(/f\.yaml: found .*, expected/);
});
