import { expect, it } from "vitest";
import { type Source, SourceSchema } from "../model/source.ts";
import { selectSources } from "./select-sources.ts";

const make = (id: string, more: Partial<Source> = {}) =>
  SourceSchema.parse({
    id,
    name: id,
    homepage: "https://example.org",
    kind: "blog",
    tier: 2,
    langs: ["en"],
    ...more,
  });
const sources = [
  make("bbc"),
  make("mediazona"),
  make("mediazona-by"),
  make("reuters", { enabled: false, disabledReason: "The terms forbid it." }),
];
const watched = (enabled: string[], disabled: string[] = []) =>
  selectSources(sources, { enabled, disabled })
    .filter((choice) => choice.watched)
    .map((choice) => choice.source.id);

it("watches what the files enable, when the settings say nothing", () => {
  expect(watched([])).toEqual(["bbc", "mediazona", "mediazona-by"]);
});

it("watches only what is listed, when something is listed", () => {
  expect(watched(["bbc"])).toEqual(["bbc"]);
  expect(watched(["mediazona*"])).toEqual(["mediazona", "mediazona-by"]);
});

it("watches a disabled source only when it is named in full", () => {
  expect(watched(["reuters"])).toEqual(["reuters"]);
  expect(watched(["*"])).toEqual(["bbc", "mediazona", "mediazona-by"]);
});

it("never watches what the settings disable", () => {
  expect(watched([], ["mediazona*"])).toEqual(["bbc"]);
  expect(watched(["bbc", "reuters"], ["reuters"])).toEqual(["bbc"]);
});

it("gives the reason for every source that is not watched", () => {
  const choices = selectSources(sources, { enabled: ["bbc", "mediazona"], disabled: ["mediazona"] });
  expect(choices.map((choice) => choice.reason)).toEqual([
    null,
    "It is in the settings' sources.disabled.",
    "It is not in the settings' sources.enabled.",
    "The terms forbid it.",
  ]);
});

it("refuses a name that no source has, and suggests the nearest", () => {
  expect(() => watched(["reuter"])).toThrow(
    'settings: sources.enabled: found "reuter", expected the id of a source; did you mean reuters?',
  );
  expect(() => watched([], ["x.*"])).toThrow("sources.disabled");
});
