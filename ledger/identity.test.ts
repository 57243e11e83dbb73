import { describe, expect, it } from "vitest";
import { normaliseName, personId } from "./identity.ts";

describe("a person's identity", () => {
  it("is the gazetteer entry when there is one", () => {
    expect(personId("kalesnikava-maria", "Maria Kalesnikava", "a1")).toBe("kalesnikava-maria");
  });

  it("joins spellings that differ in diacritics, case and punctuation only", () => {
    expect(personId(null, "Łukasz Żółć-Nowak", "a1")).toBe(personId(null, "lukasz zolc nowak", "a2"));
    expect(normaliseName("O’Neil,  Jürgen")).toBe("o neil jurgen");
  });

  it("never joins two articles by a surname alone", () => {
    expect(personId(null, "Sushko", "a1")).not.toBe(personId(null, "Sushko", "a2"));
  });
});
