import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeText } from "../../model/article.ts";
import { analyse } from "./analyse.ts";

const read = (...paragraphs: string[]) => {
  const composed = composeText(
    "",
    paragraphs.map((text) => ({ text, zone: "body" })),
  );
  return analyse({ ...composed, lang: "en", published: null });
};
const sentencesOf = (...paragraphs: string[]) => {
  const doc = read(...paragraphs);
  return doc.sentences.map((sentence) => doc.text.slice(sentence.start, sentence.end));
};
const tagsOf = (text: string, word: string) => [
  ...(read(text).tokens.find((token) => token.text === word)?.tags ?? []),
];

describe("sentences", () => {
  test("end at full stops, not at abbreviations, initials and numbers", () => {
    expect(
      sentencesOf("Mr. J. Smith left No. 4 on Dec. 3. He flew to St. Petersburg with Gen. Lee."),
    ).toEqual(["Mr. J. Smith left No. 4 on Dec. 3.", "He flew to St. Petersburg with Gen. Lee."]);
  });
  test("go on after U.S. before a name and end before a sentence opener", () => {
    expect(sentencesOf("The U.S. Embassy spoke to the U.S. He left at 5 p.m. The end.")).toEqual([
      "The U.S. Embassy spoke to the U.S.",
      "He left at 5 p.m.",
      "The end.",
    ]);
  });
  test("keep a closing quotation mark and know that a quotation goes on", () => {
    const doc = read("“She is laughing. I had forgotten it,” he said. He left.");
    expect(doc.sentences.map((sentence) => sentence.quoted)).toEqual([false, true, false]);
    expect(sentencesOf("“Is he free?” she asked. “No!” They left.")).toEqual([
      "“Is he free?” she asked.",
      "“No!”",
      "They left.",
    ]);
  });
});

describe("tags", () => {
  test("tell the noun from the verb by what stands around it", () => {
    expect(tagsOf("The court sentences three men.", "sentences")).toContain("Verb");
    expect(tagsOf("The sentences were long.", "sentences")).toContain("Noun");
    expect(tagsOf("He faces charges of treason.", "charges")).not.toContain("Verb");
    expect(tagsOf("Belarus frees 123 prisoners", "frees")).toContain("Verb");
  });
  test("make a participle before a noun an adjective", () => {
    expect(tagsOf("The jailed activist wrote home.", "jailed")).toContain("Adjective");
    expect(tagsOf("The activist was jailed.", "jailed")).toContain("Verb");
  });
  test("do not take the country for a pronoun", () => {
    expect(tagsOf("Envoys of the US met him.", "US")).toContain("ProperNoun");
  });
  test("give lemmas of verbs and nouns", () => {
    const doc = read("She was held with two men and freed.");
    expect(doc.tokens.map((token) => token.lemma)).toEqual([
      "she",
      "be",
      "hold",
      "with",
      "two",
      "man",
      "and",
      "free",
      ".",
    ]);
  });
});

describe("any text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "Mr.",
          "can't",
          "”",
          '"',
          "10-year-old",
          "U.S.",
          "<b>",
          "&amp;",
          "\ud800",
          "No.",
          "it's",
          "\n",
          "…",
          "а.б",
          "'s",
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(" ")),
  );
  test("has tokens in order whose text is what stands at their offsets, with nothing but space between", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = analyse({
          text,
          paragraphs: [{ start: 0, end: text.length, zone: "body" }],
          lang: "en",
          published: null,
        });
        let last = 0;
        for (const token of doc.tokens) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(text.slice(last, token.start)).toMatch(/^\s*$/u);
          last = token.end;
        }
        expect(text.slice(last)).toMatch(/^\s*$/u);
      }),
      { numRuns: 300 },
    );
  });
  test("of a megabyte without a full stop is read in linear time", () => {
    const text = "word ".repeat(200_000);
    const doc = analyse({
      text,
      paragraphs: [{ start: 0, end: text.length, zone: "body" }],
      lang: "en",
      published: null,
    });
    expect(doc.tokens.length).toBe(200_000);
  });
});
