import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import { bodyText } from "./read.ts";
import { readText } from "./text.ts";

/** Zones and beginnings of an article's paragraphs, the title left out. */
function zonesIn(text: string, options: Parameters<typeof readText>[1] = { title: "A title" }): string[] {
  const article = readText(text, options);
  return article.paragraphs
    .slice(1)
    .map(({ zone, start, end }) => `${zone}: ${article.text.slice(start, end).slice(0, 24)}`);
}

const news = "The court in Minsk freed the translator on Friday after she had spent three years in a colony.";
const more =
  "Her lawyer said that the family had learnt of it from the radio and drove to the gates at once.";

describe("readText", () => {
  it("takes the first line for the title and every line for a paragraph when there are no empty lines", () => {
    const article = readText(`Translator freed\n${news}\n${more}`);
    expect(article.title).toBe("Translator freed");
    expect(article.text).toBe(`Translator freed\n\n${news}\n\n${more}`);
    expect(article.paragraphs.map(({ zone }) => zone)).toEqual(["headline", "lead", "body"]);
  });

  it("takes empty lines for the ends of paragraphs when there are some", () => {
    const article = readText(`Translator freed\n\nThe court in Minsk\nfreed the translator.\n\n${more}`);
    expect(article.paragraphs).toHaveLength(3);
    expect(article.text).toContain("The court in Minsk freed the translator.");
  });

  it("does not repeat a title that is given and also stands in the text", () => {
    expect(readText(`Translator freed\n\n${news}`, { title: "Translator freed" }).paragraphs).toHaveLength(2);
  });

  it("has no title when the first line is a sentence of the text", () => {
    expect(readText(`${news}\n\n${more}`).title).toBe("");
  });

  it("reads the by-line below the title", () => {
    const article = readText(`Translator freed\n\nBy Ann Lee and Bo Ek\n\n${news}\n\n${more}`);
    expect(article.authors).toEqual(["Ann Lee", "Bo Ek"]);
    expect(article.text).not.toContain("Ann Lee");
  });

  it("refuses an empty text", () => {
    expect(() => readText(" \n\n ")).toThrow(Permanent);
  });

  it("gives spans that are the paragraphs' own words, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const text = `Title\n\n${lines.join("\n\n")}`;
          const { text: read, paragraphs } = readText(text);
          for (const { start, end } of paragraphs) {
            expect(end).toBeGreaterThanOrEqual(start);
            expect(read.slice(start, end)).toBe(read.slice(start, end).trim());
          }
          expect(paragraphs.at(-1)?.end).toBe(read.length);
        },
      ),
    );
  });
});

describe("zones of plain text", () => {
  it("knows questions and answers, by their marks and by the heading above them", () => {
    expect(
      zonesIn(`${news}\n\nQ: What is a SHIZO?\n\nA: A punishment cell of a prison colony.\n\n${more}`),
    ).toEqual([
      "lead: The court in Minsk freed",
      "faq: Q: What is a SHIZO?",
      "faq: A: A punishment cell of ",
      "body: Her lawyer said that the",
    ]);
    expect(
      zonesIn(
        `${news}\n\nFrequently Asked Questions\n\nWho may be freed next?\n\nNobody outside the prison knows that.`,
      ).map((line) => line.split(":")[0]),
    ).toEqual(["lead", "faq", "faq", "faq"]);
  });

  it("ends questions and answers at the next heading", () => {
    const zones = zonesIn(
      `${news}\n\nFAQ\n\nWho is next?\n\nNobody knows.\n\nReactions from abroad\n\n${more}`,
    );
    expect(zones.slice(-2)).toEqual(["heading: Reactions from abroad", "body: Her lawyer said that the"]);
  });

  it.each([
    "Did you know? Belarus has two time zones on paper.",
    "Pro Tip: Write letters in large print.",
    "Key takeaway: Be glad, and stay careful.",
    "Знаете ли вы? Письма идут два месяца.",
    "Ці ведаеце вы: лісты ідуць два месяцы.",
    "Wussten Sie? Briefe brauchen zwei Monate.",
    "¿Sabías que? Las cartas tardan dos meses.",
    "💡 Pro tip – keep copies of everything.",
  ])("knows a tip: %s", (tip) => {
    expect(zonesIn(`${news}\n\n${tip}\n\n${more}`)[1]).toMatch(/^tip: /);
  });

  it.each([
    "Read more: The price of a passport. What it costs to leave",
    "READ ALSO: Five colonies, one river",
    "Related: a photo essay",
    "Читайте также: «Как выжить в колонии»",
    "Чытайце таксама: «Колькі каштуе свабода»",
    "Lesen Sie auch: Fünf Jahre Haft",
    "Lea también: Cinco años de cárcel",
    "À lire aussi : Cinq ans de prison",
    "Czytaj także: Pięć lat więzienia",
    "You may also like",
  ])("knows a link to another story: %s", (teaser) => {
    expect(zonesIn(`${news}\n\n${teaser}\n\n${more}`)[1]).toMatch(/^teaser: /);
  });

  it("takes headlines below a heading for other stories with it, and the next sentence for the article again", () => {
    const list =
      "Related stories\n\nFive colonies, one river\n\nWho pays for the swap\n\nThe price of a passport";
    const zones = zonesIn(`${news}\n\n${list}\n\n${more}\n\n${list}`).map((line) => line.split(":")[0]);
    expect(zones.slice(0, 4)).toEqual(["lead", "teaser", "teaser", "teaser"]);
    expect(zones[5]).toBe("body");
    expect(zones.slice(6)).toEqual(["teaser", "teaser", "teaser", "teaser"]);
  });

  it.each([
    "Subscribe to our newsletter for the latest trends.",
    "Stay ahead of the curve – subscribe to the Example newsletter.",
    "What do you think? Share your thoughts in the comments below!",
    "Подписывайтесь на наш канал в Telegram",
    "Падпісвайцеся на наш тэлеграм-канал",
    "Suscríbete a nuestro boletín gratis",
    "Jetzt abonnieren: unser Newsletter am Morgen",
  ])("knows a request to subscribe: %s", (request) => {
    expect(zonesIn(`${news}\n\n${request}\n\n${more}`)[1]).toMatch(/^newsletter: /);
  });

  it.each([
    "Related charges were brought against two of her colleagues in the same week.",
    "Степана Грома арестовали на 10 суток за подписку на телеграм-канал.",
    "She was charged for having subscribed to a banned Telegram channel and its updates.",
    "Recommended sentences for such cases run from five to twelve years in Belarus.",
    "Andrei Hrom is a journalist for the Northern Courier and has been held since 2021.",
    "Monday he was sentenced to 12 years.",
    "Source of the list is the group Viasna, which has counted prisoners for thirty years.",
    "Tips that reached the editors spoke of forty people.",
  ])("leaves news alone that begins like furniture: %s", (sentence) => {
    expect(zonesIn(`${news}\n\n${sentence}\n\n${more}\n\n${more}`)[1]).toMatch(/^body: /);
  });

  it("knows the author's note, by its heading, by the author's name and at the end", () => {
    expect(
      zonesIn(`${news}\n\n${more}\n\nAbout the author\n\nAnn Lee writes about prisons.`).slice(-2),
    ).toEqual(["bio: About the author", "bio: Ann Lee writes about pri"]);
    expect(zonesIn(`${news}\n\n${more}\n\nAnn Lee is a reporter in Vilnius.`).at(-1)).toMatch(/^bio: /);
    expect(
      zonesIn(`Freed\n\nBy Ann Lee\n\nAnn Lee is a reporter in Vilnius.\n\n${news}\n\n${more}`, {})[0],
    ).toMatch(/^bio: /);
  });

  it("knows short lines above longer ones as headings, with a question mark, too", () => {
    expect(
      zonesIn(`${news}\n\nA new playbook for leverage?\n\n${more}\n\nWhat the neighbours say\n\n${more}`),
    ).toEqual([
      "lead: The court in Minsk freed",
      "heading: A new playbook for lever",
      "body: Her lawyer said that the",
      "heading: What the neighbours say",
      "body: Her lawyer said that the",
    ]);
  });

  it("knows lists by their bullets, and does not take a dash of direct speech for one", () => {
    expect(zonesIn(`${news}\n\n• Nine people were freed\n\n• Forty stayed`).slice(1)).toEqual([
      "list: • Nine people were freed",
      "list: • Forty stayed",
    ]);
    expect(zonesIn(`${news}\n\n- Nine people\n\n- Forty others`).slice(1)).toEqual([
      "list: - Nine people",
      "list: - Forty others",
    ]);
    expect(zonesIn(`${news}\n\n— Я не виновна, — сказала она в последнем слове.\n\n${more}`)[1]).toMatch(
      /^body: /,
    );
  });

  it("knows a paragraph that is one quotation, with or without its speaker, but not one that only starts with it", () => {
    expect(
      zonesIn(`${news}\n\n“I shall write to every one of them,” – Ann Lee, translator\n\n${more}`)[1],
    ).toMatch(/^quote: /);
    expect(zonesIn(`${news}\n\n«Мне сказали об этом только утром».\n\n${more}`)[1]).toMatch(/^quote: /);
    expect(zonesIn(`${news}\n\n“I am free,” she said at the gate, “and glad to be.”\n\n${more}`)[1]).toMatch(
      /^body: /,
    );
  });

  it("gives live-blog entries their time, with the day and zone of the article where it has them", () => {
    const text = `${news}\n\n14:05 — The bus has crossed the border.\n\nRelatives wait.\n\n9:30 a.m. Talks begin in Minsk.\n\n${more}`;
    const article = readText(text, { title: "Live", published: "2025-12-13T20:00:00+03:00" });
    expect(article.paragraphs.slice(2).map(({ zone, at }) => [zone, at])).toEqual([
      ["liveblog", "2025-12-13T14:05:00+03:00"],
      ["liveblog", "2025-12-13T14:05:00+03:00"],
      ["liveblog", "2025-12-13T09:30:00+03:00"],
      ["liveblog", "2025-12-13T09:30:00+03:00"],
    ]);
    expect(readText(text, { title: "Live" }).paragraphs[2]?.at).toBe("14:05");
  });

  it("does not make a live blog of one clock time", () => {
    expect(
      zonesIn(`${news}\n\n14:05 was the time on the clock when the gates opened.\n\n${more}`)[1],
    ).toMatch(/^body: /);
  });
});

describe("bodyText", () => {
  it("has the article's own words only", () => {
    const article = readText(
      `Freed\n\n${news}\n\nRead more: Five colonies\n\nSubscribe to our newsletter.\n\n${more}`,
    );
    expect(bodyText(article)).toBe(`${news}\n${more}`);
  });
});
