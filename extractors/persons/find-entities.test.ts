import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText, type Zone } from "../../model/article.ts";
import { englishActors } from "../languages/en/actors-lexicon.ts";
import { englishNames } from "../languages/en/names-lexicon.ts";
import { analyse } from "../text/analyse.ts";
import { findEntities } from "./find-entities.ts";
import { createGazetteerIndex } from "./gazetteer-index.ts";

const index = createGazetteerIndex(loadGazetteers());

function read(title: string, paragraphs: readonly string[], lang = "en", zone: Zone = "body") {
  const composed = composeText(
    title,
    paragraphs.map((text) => ({ text, zone })),
  );
  const document = analyse({ ...composed, lang, published: "2025-12-13" });
  const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
  const all = [...entities.byKey.values()];
  const nameOf = (key: string) => entities.byKey.get(key)?.name;
  return {
    text: composed.text,
    entities,
    persons: all.filter(({ kind }) => kind === "person").map(({ name }) => name),
    actors: all.filter(({ kind }) => kind === "actor").map(({ name }) => name),
    groups: all.filter((entity) => entity.kind === "group").map(({ count, label }) => ({ count, label })),
    person: (name: string) =>
      all.find((entity) => entity.kind === "person" && entity.name === name) as
        | Extract<(typeof all)[number], { kind: "person" }>
        | undefined,
    /** Who is meant by each mention that reads `words`. */
    meant: (words: string) =>
      entities.mentions
        .filter(({ start, end }) => composed.text.slice(start, end) === words)
        .map((mention) => mention.entities.map(nameOf).join(" + ")),
  };
}

describe("persons", () => {
  it.each([
    ["In March Pavel Levin was sent to a colony.", ["Pavel Levin"]],
    ["The lawyer of Min Zaw spoke in Yangon.", ["Min Zaw"]],
    ["Writer Bui Van Thach was jailed in Hanoi.", ["Bui Van Thach"]],
    ["The trial of Huang Xueqin opened in Guangzhou.", ["Huang Xueqin"]],
    ["Police arrested Alaa Abd el-Fattah and Mohamed al-Baqer.", ["Alaa Abd el-Fattah", "Mohamed al-Baqer"]],
    ["Swedish Foreign Minister Maria Malmer Stenergard condemned it.", ["Maria Malmer Stenergard"]],
    ["Luis Manuel Otero Alcántara, 37, an artist, is ill.", ["Luis Manuel Otero Alcántara"]],
    ["The couple, Peter and Barbie Reynolds, were freed.", ["Peter Reynolds", "Barbie Reynolds"]],
    ["“It is over,” said Dr. Anya Petrova, a political analyst.", ["Anya Petrova"]],
    ["Maykel “Osorbo” Castillo was moved.", ["Maykel “Osorbo” Castillo"]],
  ])("are found in: %s", (sentence, names) => {
    expect(read("News", [sentence]).persons).toEqual(expect.arrayContaining(names));
    expect(read("News", [sentence]).persons).toHaveLength(names.length);
  });

  it.each([
    "The Magnitsky Act was invoked again on Monday.",
    "She lives in Sakharov Street and won the Václav Havel Prize.",
    "The case is before the Lenin District Court.",
    "Sign up for our Morning Brief.",
    "He was held in Puerto Ordaz and in New Delhi.",
    "The Warsaw Security Forum opens on Tuesday.",
  ])("are not found in: %s", (sentence) => {
    expect(read("News", [sentence]).persons).toEqual([]);
  });

  it("are not made of headlines in title case", () => {
    expect(
      read("Pressure Grows To Free Political Prisoners Before Easter Talks", ["Nobody was named."]).persons,
    ).toEqual([]);
  });

  it("of a headline are those whom the text names in full", () => {
    const { persons, meant } = read("Levin freed after long talks", [
      "Pavel Levin, 40, walked out on Monday.",
    ]);
    expect(persons).toEqual(["Pavel Levin"]);
    expect(meant("Levin")).toEqual(["Pavel Levin"]);
  });

  it("keep spouses with one surname apart", () => {
    const { persons, meant } = read("News", [
      "Nadzeya Hrynevich was arrested with her husband, Anton Hrynevich. Anton is still held. Hrynevich came home.",
    ]);
    expect(persons).toEqual(["Nadzeya Hrynevich", "Anton Hrynevich"]);
    expect(meant("Anton")).toEqual(["Anton Hrynevich"]);
    expect(meant("Hrynevich")).toEqual(["Nadzeya Hrynevich"]);
  });

  it("get their canonical name and entry from the gazetteer", () => {
    const { person } = read("News", ["Maria Kolesnikova was freed."]);
    expect(person("Maria Kolesnikova")).toMatchObject({
      canonical: "Maria Kalesnikava",
      gazetteerId: "kalesnikava-maria",
      gender: "f",
    });
  });

  it("are meant by pronouns of their gender", () => {
    const { meant } = read("News", [
      "Shirin Kordestani visited Pavel Levin. She brought him bread. He thanked her.",
    ]);
    expect(meant("She")).toEqual(["Shirin Kordestani"]);
    expect(meant("him")).toEqual(["Pavel Levin"]);
    expect(meant("He")).toEqual(["Pavel Levin"]);
  });

  it("say I in their own quotations", () => {
    const { meant } = read("News", ["“They told me nothing and I waited,” said Pavel Levin."]);
    expect(meant("me")).toEqual(["Pavel Levin"]);
    expect(meant("I")).toEqual(["Pavel Levin"]);
  });

  it("are found in Russian by the forms that the gazetteer knows", () => {
    const { persons } = read(
      "Новости",
      ["Марию Колесникову освободили. Колесникову встретила сестра."],
      "ru",
    );
    expect(persons).toHaveLength(1);
  });
});

describe("groups", () => {
  it("have a count, a label and their named members", () => {
    const { groups, entities } = read("News", [
      "Belarus freed 123 political prisoners, among them Ales Bialiatski and Maria Kalesnikava. Hundreds of detainees remain.",
    ]);
    expect(groups).toEqual([
      { count: 123, label: "political prisoners" },
      { count: null, label: "detainees" },
    ]);
    const [group] = [...entities.byKey.values()].filter((entity) => entity.kind === "group");
    expect(group?.members.map((key) => entities.byKey.get(key)?.name)).toEqual([
      "Ales Bialiatski",
      "Maria Kalesnikava",
    ]);
  });
});

describe("actors", () => {
  it("are states when they act, not when they are places", () => {
    expect(read("News", ["Belarus freed two men. They were driven through Poland."]).actors).toEqual([
      "Belarus",
    ]);
    expect(read("News", ["Talks were held in Minsk. Iranian authorities said nothing."]).actors).toEqual([
      "Iran",
    ]);
  });

  it.each([
    ["The Moscow City Court jailed him.", "Moscow City Court", "state_body"],
    ["The Press Freedom Alliance (PFA) condemned it.", "Press Freedom Alliance", "ngo"],
    ["The newspaper Mwananchi reported it.", "Mwananchi", "media"],
    ["Prosecutors asked for ten years.", "prosecutors", "state_body"],
    ["Kenya's foreign ministry voiced concern.", "Kenya's foreign ministry", "state_body"],
    ["The Committee to Protect Journalists called it a sham.", "Committee to Protect Journalists", "ngo"],
  ])("are found in: %s", (sentence, name, kind) => {
    const { entities } = read("News", [sentence]);
    expect([...entities.byKey.values()].find((entity) => entity.kind === "actor")).toMatchObject({
      name,
      class: kind,
    });
  });

  it("are not those who only employ a person who is named", () => {
    expect(read("News", ["Kremlin spokesman Dmitry Peskov declined to comment."]).actors).toEqual([]);
  });
});

describe("finding entities", () => {
  it("never fails and always points into the text", () => {
    const pieces = fc.constantFrom(
      "Maria Kalesnikava ",
      "X’s ",
      "“",
      "”",
      "(",
      "he ",
      "\ud800",
      "Йé ",
      "123 prisoners ",
      ". ",
      "\n",
      "al-",
      "Ministry of ",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("en", "ru", "xx"), (body, lang) => {
        const { entities, text } = read("T", [body], lang);
        for (const { start, end, entities: keys } of entities.mentions) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const key of keys) expect(entities.byKey.has(key)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("headings", () => {
  it("make no organisations of their capitals", () => {
    const { actors } = read(
      "The case",
      ["Implications for International Relations & Human Rights"],
      "en",
      "heading",
    );
    expect(actors).toEqual([]);
  });
});

describe("two people at once", () => {
  const opening = "President Ivan Petrov wrote on Monday to President Omar Said about the case.";
  it.each([
    ["Anna Weber and Tom Fox were held for a year.", "Anna Weber + Tom Fox"],
    [
      "Anna Weber, a flautist from Minsk, and her husband, Tom Fox, were held for a year.",
      "Anna Weber + Tom Fox",
    ],
    ["Anna Weber's imprisonment, and that of her husband, Tom Fox, lasted a year.", "Anna Weber + Tom Fox"],
  ])("are those named together, not those who stand near one another: %s", (sentence, pair) => {
    const { meant } = read("The case", [`${opening} ${sentence} The two were let out on Friday.`]);
    expect(meant("The two")).toEqual([pair]);
  });

  it("are nobody when only others stand near one another", () => {
    const { meant } = read("The case", [`${opening} The two were let out on Friday.`]);
    expect(meant("The two")).not.toContain("Ivan Petrov + Omar Said");
  });
});
