import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText } from "../../model/article.ts";
import { english } from "../languages/en/index.ts";
import { englishRelations } from "../languages/en/relations.ts";
import { analyse } from "../text/analyse.ts";
import { findEntities } from "./find-entities.ts";
import { createGazetteerIndex } from "./gazetteer-index.ts";
import { findRelations } from "./relations.ts";

const index = createGazetteerIndex(loadGazetteers());

function relationsIn(...paragraphs: string[]): string[] {
  const composed = composeText(
    "News",
    paragraphs.map((text) => ({ text, zone: "body" as const })),
  );
  const document = analyse({ ...composed, lang: "en", published: "2025-12-13" }, english);
  const entities = findEntities(document, index, english);
  const nameOf = (key: string) => entities.byKey.get(key)?.name;
  return findRelations({ document, entities, names: english.names, lexicon: englishRelations }).map(
    ({ kind, words, person, of }) => `${nameOf(person)} is ${kind} (${words}) of ${nameOf(of)}`,
  );
}

describe("what persons are to each other", () => {
  it.each([
    [
      "Ihar Samusevich was jailed in May. His wife, Maryna Samusevich, said that he was ill.",
      "Maryna Samusevich is spouse (wife) of Ihar Samusevich",
    ],
    [
      "Dmitri Volkov's younger brother Andrei Volkov was released on Monday.",
      "Andrei Volkov is sibling (younger brother) of Dmitri Volkov",
    ],
    [
      "Nasrin Tehrani, the wife of Reza Tehrani, was summoned.",
      "Nasrin Tehrani is spouse (wife) of Reza Tehrani",
    ],
    [
      "Elena Rojas, a lawyer for the opposition politician Pedro Almagro, was turned away.",
      "Elena Rojas is lawyer (lawyer) of Pedro Almagro",
    ],
    [
      "Pedro Almagro was sentenced in March. Elena Rojas, who is his former lawyer, fled the country.",
      "Elena Rojas is lawyer (former lawyer) of Pedro Almagro",
    ],
    ["Nilar Thein is the widow of Kyaw Min Yu.", "Nilar Thein is spouse (widow) of Kyaw Min Yu"],
    [
      "The mother of Oleg Sidorov, Tamara Sidorova, was not let in.",
      "Tamara Sidorova is parent (mother) of Oleg Sidorov",
    ],
    [
      "Aliaksandr Novik and his colleague Vera Karpovich were arrested.",
      "Vera Karpovich is colleague (colleague) of Aliaksandr Novik",
    ],
    [
      "Mehmet Yilmaz is on trial. “They took him from our home,” said Ayse Yilmaz, his sister.",
      "Ayse Yilmaz is sibling (sister) of Mehmet Yilmaz",
    ],
  ])("is told by: %s", (text, relation) => {
    expect(relationsIn(text)).toEqual([relation]);
  });

  it.each([
    "He had not seen his wife since May, Ihar Samusevich said.",
    "Ihar Samusevich, his wife and two children left the country.",
    "Ihar Samusevich was arrested together with a lawyer, Maryna Karpovich.",
    "Maryna Karpovich said the brother of the president was there.",
    "Maryna Karpovich was not the wife of Ihar Samusevich.",
    "Ihar Samusevich called his wife. Maryna Karpovich was freed on Monday.",
    "Ihar Samusevich told his wife, Andrei Volkov said on Monday.",
    "Maryna Karpovich visited a friend of Ihar Samusevich in prison.",
  ])("is not told by: %s", (text) => {
    expect(relationsIn(text)).toEqual([]);
  });
});
