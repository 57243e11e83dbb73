import { expect, it } from "vitest";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import { extractorVersion } from "./version.ts";

const gazetteers = loadGazetteers();

it("the version is the same for the same code and gazetteers", () => {
  expect(extractorVersion("a", gazetteers)).toBe(extractorVersion("a", loadGazetteers()));
});

it("the version changes with the code", () => {
  expect(extractorVersion("a", gazetteers)).not.toBe(extractorVersion("b", gazetteers));
});

it("the version changes with a person or given name in the gazetteers", () => {
  const version = extractorVersion("a", gazetteers);
  expect(extractorVersion("a", { ...gazetteers, people: gazetteers.people.slice(1) })).not.toBe(version);
  const givenNames = new Map([...gazetteers.givenNames, ["zzz", "f" as const]]);
  expect(extractorVersion("a", { ...gazetteers, givenNames })).not.toBe(version);
});
