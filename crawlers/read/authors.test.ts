import { describe, expect, it } from "vitest";
import { cleanAuthors } from "./authors.ts";

describe("cleanAuthors", () => {
  it.each([
    ["By Ann Lee", ["Ann Lee"]],
    ["By Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]],
    ["By ANN LEE, Senior Correspondent", ["ANN LEE"]],
    ["Von Nina Holt und Kai Brandt", ["Nina Holt", "Kai Brandt"]],
    ["Por María Pérez y Luis Gil", ["María Pérez", "Luis Gil"]],
    ["Автор: Иван Петров", ["Иван Петров"]],
    ["Аўтар: Алесь Грод", ["Алесь Грод"]],
    ["Ann Lee (al), Bo Ek (be)", ["Ann Lee", "Bo Ek"]],
    ["Ann Lee | ann.lee@example.org", ["Ann Lee"]],
    ["https://example.org/authors/ann-lee", []],
    ["<a href='/x'>Ann Lee</a>", ["Ann Lee"]],
    ["admin", []],
    ["Maria Da Silva", ["Maria Da Silva"]],
    ["Da Silva", ["Da Silva"]],
  ])("reads %j as %j", (line, expected) => {
    expect(cleanAuthors([line])).toEqual(expected);
  });

  it("keeps an agency's credit as it is written", () => {
    expect(cleanAuthors(["Deutsche Presse-Agentur"])).toEqual(["Deutsche Presse-Agentur"]);
    expect(cleanAuthors(["Le Courrier et AFP"])).toEqual(["Le Courrier et AFP"]);
    expect(cleanAuthors(["AP"])).toEqual(["AP"]);
  });

  it("names everybody once", () => {
    expect(cleanAuthors(["Ann Lee", "ANN LEE", "By Ann Lee"])).toEqual(["Ann Lee"]);
  });
});
