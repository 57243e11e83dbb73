import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKeys, soughtKeys } from "./keys.ts";
import { matchNames } from "./match.ts";

const pairs = readFileSync(new URL("../../test/names/pairs.tsv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .filter((fields) => fields.length === 4)
  .map(([a = "", b = "", label, category = ""]) => ({ a, b, same: label === "match", category }));
const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];

const outcome = (a: string, b: string) => matchNames(a, b).outcome;

describe("names on the list of pairs", () => {
  it("match with a precision of .98 or more and an F1 of .95 or more", () => {
    const said = pairs.map((pair) => ({ ...pair, match: outcome(pair.a, pair.b) === "match" }));
    const right = said.filter(({ match, same }) => match && same).length;
    const precision = right / said.filter(({ match }) => match).length;
    const recall = right / said.filter(({ same }) => same).length;
    expect(pairs.length).toBeGreaterThan(700);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.95);
  });

  it("find each other by their keys when they match", () => {
    const matching = pairs.filter(({ a, b }) => outcome(a, b) === "match");
    const lost = matching.filter(({ a, b }) => {
      const keys = new Set(soughtKeys(nameKeys(a)));
      return !nameKeys(b).some((key) => keys.has(key));
    });
    expect(lost.length / matching.length).toBeLessThan(0.01);
  });
});

describe("two names", () => {
  it("are judged alike in both directions", () => {
    const any = fc.constantFrom(...names);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(matchNames(a, b).outcome).toBe(matchNames(b, a).outcome);
      }),
    );
  });

  it("match themselves, whatever the script, unless there is only one word", () => {
    for (const name of names) expect([name, outcome(name, name)]).toEqual([name, "match"]);
    expect(outcome("Kalesnikava", "Kalesnikava")).toBe("unsure");
    expect(outcome("Колесникова", "Мария Колесникова")).toBe("unsure");
  });

  it("never match by any text at all without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...names), (text, name) => {
        expect(["match", "nomatch", "unsure"]).toContain(outcome(text, name));
        nameKeys(text);
      }),
    );
    expect(outcome("", "")).toBe("nomatch");
    expect(outcome("…", "Dr.")).toBe("nomatch");
  });

  it("are one across systems of transliteration", () => {
    for (const other of [
      "Siarhei Tsikhanouski",
      "Sergei Tikhanovsky",
      "Siarhiej Cichanoŭski",
      "Sergej Tichanowski",
      "Сяргей Ціханоўскі",
      "Сергеем Тихановским",
    ])
      expect([other, outcome("Сергей Тихановский", other)]).toEqual([other, "match"]);
  });

  it("do not match when patronymics, initials, genders or given names disagree", () => {
    expect(outcome("Юрий Алексеевич Орлов", "Юрий Петрович Орлов")).toBe("nomatch");
    expect(outcome("Орлов Ю.А.", "Орлов Ю.П.")).toBe("nomatch");
    expect(outcome("В. Орлов", "Юрий Орлов")).toBe("nomatch");
    expect(outcome("Sergei Tikhanovsky", "Svetlana Tikhanovskaya")).toBe("nomatch");
    expect(outcome("Omar Radi", "Amr Radi")).toBe("nomatch");
  });

  it("are left open when a form may be a man's genitive or a woman's nominative", () => {
    expect(outcome("Александр Иванов", "Александра Иванова")).toBe("unsure");
    expect(outcome("Александра Иванова", "Александру Иванову")).toBe("match");
    expect(outcome("Иван Сафронов", "Ивана Сафронова")).toBe("match");
  });

  it("keep the marks of Vietnamese when both have them", () => {
    expect(outcome("Nguyễn Thúy Hạnh", "Nguyen Thuy Hanh")).toBe("match");
    expect(outcome("Trần Văn Hoá", "Trần Văn Hòa")).toBe("nomatch");
  });

  it("lose titles, particles, nicknames in quotes and the comma", () => {
    expect(outcome("Dr. Ahmadreza Djalali", "Djalali, Ahmad Reza")).toBe("match");
    expect(outcome("Mikalai «Papa» Statkevich", "Николай Статкевич")).toBe("match");
    expect(outcome("Daw Aung San Suu Kyi", "အောင်ဆန်းစုကြည်")).toBe("match");
  });
});
