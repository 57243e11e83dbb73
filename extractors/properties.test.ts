import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import { type Article, composeText, type Span, zones } from "../model/article.ts";
import { ExtractionSchema } from "../model/extraction.ts";
import { explain } from "./explain/explain.ts";
import { createExtractor } from "./index.ts";

const extract = createExtractor({ gazetteers: loadGazetteers(), code: "test" });

function articleOf(
  title: string,
  paragraphs: readonly Article["paragraphs"][number]["zone"][],
  texts: readonly string[],
  lang = "en",
): Article {
  return {
    id: "a",
    url: "https://example.org/a",
    sourceId: "s",
    sourceName: "Example",
    captureHash: null,
    title,
    authors: [],
    published: "2025-05-05T00:00:00Z",
    modified: null,
    lang,
    section: null,
    leadImage: null,
    ...composeText(
      title,
      texts.map((text, at) => ({ text, zone: paragraphs[at] ?? "body" })),
    ),
  };
}

/** Pieces of which stories are made, whole and broken. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "Ann Lee was released from prison in Minsk on Friday.",
      "She had been jailed for six years in May 2021 and held in solitary confinement.",
      "Belarus frees 52 prisoners, among them Ales Bialiatski, Maria Kalesnikava and nine others",
      "“They beat me,” he said. “I was not allowed to see a lawyer.”",
      "The ministry denied that Tom Fox, a 41-year-old journalist, had been swapped for a spy.",
      "Amnesty International urged Iran to free Narges Mohammadi, whose health is failing.",
      "President Lukashenko pardoned 16 people after talks with the U.S. envoy John Coale.",
      "Could she be freed next week? Nobody knows, her husband told the BBC.",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "was freed",
      "and",
      "who",
      "that",
      ",",
      "said",
      "of the Court",
      "Ann",
      "her",
      "to",
      "not",
      "on 3 May",
      "two years later",
      "'s",
      "among them",
      "including",
      "in solitary",
      "the two women",
      "(",
      "“",
      "—",
      "...",
      "No. 5",
      "J. R.",
      "al-",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "<p>",
      "</a href='x'>",
      "&nbsp;",
      "&#8217;",
      "{{ad}}",
      "\u00a0",
      "\u200b",
      "\u202e",
      "\ud83d",
      "\udc00",
      "e\u0301\u0301\u0301",
      "\u0000",
      "ﷺ",
      "ſ",
      "İ",
      "ß",
      "１２",
      "\r\n",
      "\n",
      "\t",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
const article = fc
  .record({
    title: text,
    texts: fc.array(text, { maxLength: 5 }),
    zones: fc.array(fc.constantFrom(...zones), { maxLength: 5 }),
    lang: fc.constantFrom("en", "en", "en", "en-GB", "ru", "", "xx"),
  })
  .map((made) => articleOf(made.title, made.zones, made.texts, made.lang));

const lies = ({ start, end }: Span, within: Span) => within.start <= start && end <= within.end;

describe("whatever the text", () => {
  it("every span lies in one paragraph, holds something, and evidence covers its trigger", () => {
    fc.assert(
      fc.property(article, (given) => {
        const { persons, actors, events, conditions } = extract(given);
        const told = [...events, ...conditions];
        const spans = [
          ...[...persons, ...actors].flatMap(({ mentions }) => mentions),
          ...told.flatMap(({ trigger, evidence, cues }) => [trigger, evidence, ...cues]),
        ];
        for (const span of spans) {
          expect(given.paragraphs.some((paragraph) => lies(span, paragraph))).toBe(true);
          const words = given.text.slice(span.start, span.end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe("");
        }
        for (const { trigger, evidence } of told) expect(lies(trigger, evidence)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it("what is extracted fits the schema, and names in events are those of its persons and actors", () => {
    fc.assert(
      fc.property(article, (given) => {
        const extraction = ExtractionSchema.parse(extract(given));
        const names = new Set([...extraction.persons, ...extraction.actors].map(({ name }) => name));
        const used = [
          ...extraction.events.flatMap((event) => [
            ...event.subjects,
            ...event.agents,
            ...event.recipients,
            ...event.attributedTo,
          ]),
          ...extraction.relations.flatMap(({ person, of }) => [person, of]),
          ...extraction.conditions.flatMap((condition) => [...condition.persons, ...condition.attributedTo]),
        ];
        expect(used.filter((name) => !names.has(name))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it("the same text gives the same output, whatever was read in between and whether it is explained", () => {
    fc.assert(
      fc.property(article, article, (given, other) => {
        const first = extract(given);
        extract(other);
        expect(extract(given)).toEqual(first);
        expect(explain(extract, given).extraction).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["one word", "a".repeat(1_000_000)],
    ["one capital word", "Ann".repeat(330_000)],
    ["names without a stop", "Ann Lee ".repeat(125_000)],
    ["clauses without a stop", "who was freed and said that ".repeat(36_000)],
    ["lone surrogates", "\ud83d".repeat(1_000_000)],
    ["combining marks", `e${"\u0301".repeat(1_000_000)}`],
  ])(
    "a line of a megabyte is read: %s",
    (_name, line) => {
      expect(() => extract(articleOf("Prison", [], [line]))).not.toThrow();
    },
    120_000,
  );
});
