import { expect, it } from "vitest";
import { createCountriesOf } from "./countries-of.ts";
import { loadGazetteers } from "./load-gazetteers.ts";

const countriesOf = createCountriesOf({
  gazetteers: loadGazetteers(),
  sources: [
    { id: "local", countries: ["AZ"] },
    { id: "far", countries: ["GB"] },
  ],
});
const nothing = { subjects: [], agents: [], recipients: [], place: null, sourceIds: ["far", "local"] };
const party = (id: string) => ({ id, name: id });

it("an event is about where its people are held and where it happens, whoever tells it", () => {
  expect(countriesOf({ ...nothing, subjects: [party("kalesnikava-maria")] })).toEqual(["BY"]);
  expect(countriesOf({ ...nothing, place: "Evin Prison, Tehran" })).toEqual(["IR"]);
  expect(countriesOf({ ...nothing, place: "Беларусь" })).toEqual(["BY"]);
  expect(countriesOf({ ...nothing, subjects: [party("kalesnikava-maria")], place: "Ankara" })).toEqual([
    "BY",
    "TR",
  ]);
});

it("is about the country of its one publisher when nothing else says", () => {
  expect(countriesOf({ ...nothing, sourceIds: ["local"] })).toEqual(["AZ"]);
  expect(countriesOf(nothing)).toEqual([]);
  expect(countriesOf({ ...nothing, place: "constructor", sourceIds: ["unknown"] })).toEqual([]);
});
