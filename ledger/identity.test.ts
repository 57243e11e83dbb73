import { describe, expect, it } from "vitest";
import { normaliseName } from "./identity.ts";

describe("a normalised name", () => {
  it("has no diacritics, capitals and punctuation", () => {
    expect(normaliseName("Łukasz Żółć-Nowak")).toBe("lukasz zolc nowak");
    expect(normaliseName("O’Neil,  Jürgen")).toBe("o neil jurgen");
  });
});
