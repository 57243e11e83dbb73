import { describe, expect, it } from "vitest";
import { languageOf } from "./language.ts";

const texts = {
  en: "The court in Minsk sentenced the journalist to seven years in a penal colony, and her lawyer said that she would appeal.",
  de: "Das Gericht hat die Journalistin zu sieben Jahren verurteilt, und ihr Anwalt will gegen das Urteil in Berufung gehen.",
  es: "El tribunal condenó a la periodista a siete años de prisión y su abogado dijo que van a apelar la sentencia en las próximas semanas.",
  fr: "Le tribunal a condamné la journaliste à sept ans de prison et son avocat a dit qu'il allait faire appel de la décision dans les jours qui viennent.",
  pl: "Sąd skazał dziennikarkę na siedem lat więzienia, a jej obrońca powiedział, że nie zgadza się z wyrokiem i złoży odwołanie do sądu.",
  ru: "Суд приговорил журналистку к семи годам колонии, её адвокат намерен обжаловать решение, свидания с родными запрещены.",
  be: "Суд прысудзіў журналістцы сем гадоў калоніі, яе абаронца збіраецца абскардзіць прысуд, спатканні з роднымі забароненыя.",
  uk: "Суд засудив журналістку до семи років колонії, її захисник має намір оскаржити вирок, побачення з рідними заборонено.",
};

describe("languageOf", () => {
  it.each(Object.entries(texts))("tells %s from the text alone", (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it("believes the page's declaration where the text does not speak against it", () => {
    expect(languageOf("Breaking", ["en-GB"])).toBe("en");
    expect(languageOf("新聞", ["zh_TW"])).toBe("zh");
    expect(languageOf("Съд в София осъди журналиста", ["bg"])).toBe("bg");
  });

  it("does not believe a template's English over a text in another language or script", () => {
    expect(languageOf(texts.be, ["ru"])).toBe("be");
    expect(languageOf(texts.ru, ["en-US"])).toBe("ru");
    expect(languageOf(texts.es, ["en"])).toBe("es");
    expect(languageOf(texts.pl, [null, "en"])).toBe("pl");
  });

  it("does not take a Russian text for Belarusian because of a few names in it", () => {
    expect(
      languageOf(`${texts.ru} По данным «Вясна» и Радыё Свабода, Сяргей Ціханоўскі тоже не получает писем.`),
    ).toBe("ru");
  });

  it("says und when nothing tells", () => {
    expect(languageOf("42", [])).toBe("und");
    expect(languageOf("", [undefined, "?"])).toBe("und");
  });
});
