import { describe, expect, it } from "vitest";
import { analyse } from "../text/analyse.ts";
import { compilePatterns, matchAt } from "./patterns.ts";

const classes = { mail: "letter letters", gone: "lost stolen" };

function matched(pattern: string, sentence: string): string | null {
  const { tokens, text } = analyse({
    text: sentence,
    paragraphs: [{ start: 0, end: sentence.length, zone: "body" }],
    lang: "en",
    published: null,
  });
  const compiled = compilePatterns(pattern, classes);
  for (let at = 0; at < tokens.length; at += 1) {
    for (const one of compiled) {
      const end = matchAt(one, tokens, at, tokens.length);
      if (end > 0) return text.slice(tokens[at]?.start, tokens[end - 1]?.end);
    }
  }
  return null;
}

describe("patterns", () => {
  it("match words, lemmas, beginnings, classes and numbers", () => {
    expect(matched("deny @mail", "They denied letters to him.")).toBe("denied letters");
    expect(matched("tortur*", "He was tortured.")).toBe("tortured");
    expect(matched("lose # kilograms", "He lost 14 kilograms.")).toBe("lost 14 kilograms");
  });

  it("let other words stand in a gap, but neither commas nor the end of a sentence", () => {
    expect(matched("no ~2 @mail", "She got no personal letters.")).toBe("no personal letters");
    expect(matched("no ~2 @mail", "She got no books, letters or food.")).toBeNull();
    expect(matched("no ~~2 @mail", "She got no books, letters or food.")).toBe("no books, letters");
    expect(matched("no ~~2 @mail", "She said no. Letters came.")).toBeNull();
  });

  it("take two words in either order", () => {
    expect(matched("@mail <2> @gone", "Her letters were lost.")).toBe("letters were lost");
    expect(matched("@mail <2> @gone", "They stole her letters.")).toBeNull();
    expect(matched("@mail <3> @gone", "Guards lost all her letters.")).toBe("lost all her letters");
    expect(matched("@mail <2> @gone", "Lost, said the guard, were letters.")).toBeNull();
    expect(matched("@mail <<6>> @gone", "Lost, said the guard, were letters.")).toBe(
      "Lost, said the guard, were letters",
    );
  });

  it("can insist on the form of a word", () => {
    expect(matched("=call ~3 late", "An ambulance was called too late.")).toBeNull();
    expect(matched("=call ~3 late", "The call came too late.")).toBe("call came too late");
  });

  it("match ends of words", () => {
    expect(matched("*ologist ~3 never", "The cardiologist she asked for never came.")).toBe(
      "cardiologist she asked for never",
    );
  });

  it("may leave optional words out", () => {
    expect(matched("in the? prison", "He is in prison.")).toBe("in prison");
    expect(matched("in the? prison", "He is in the prison.")).toBe("in the prison");
  });

  it("that are wrong name themselves", () => {
    expect(() => compilePatterns("@nothing here", classes)).toThrow(/unknown word class @nothing/);
    expect(() => compilePatterns("word ~3", classes)).toThrow(/ends with a gap/);
    expect(() => compilePatterns("word ~3 ~2 word", classes)).toThrow(/two gaps/);
    expect(() => compilePatterns("word? word", classes)).toThrow(/not optional/);
  });
});
