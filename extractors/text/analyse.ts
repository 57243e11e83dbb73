import type { Article } from "../../model/article.ts";
import type { Language } from "../languages/language.ts";
import { languageOf } from "../languages/index.ts";
import type { Document, Sentence, Token } from "./document.ts";
import { splitSentences } from "./sentences.ts";
import { tokenise } from "./tokens.ts";

const noTags: ReadonlySet<string> = new Set();

/** The parts of an article that the analysis reads. */
export type AnalysedParts = Pick<Article, "text" | "paragraphs" | "lang" | "published">;

/**
 * Analyses an article's text once for all extractors: sentences, tokens with exact offsets, lemmas and tags.
 * For languages without a pack the tags are empty and the lemma is the lower-case word.
 */
export function analyse(article: AnalysedParts, language: Language = languageOf(article.lang)): Document {
  const { text } = article;
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  article.paragraphs.forEach((paragraph, paragraphIndex) => {
    for (const raw of splitSentences(text, paragraph.start, Math.min(paragraph.end, text.length), language)) {
      const bare = tokenise(text, raw.start, raw.end, language.clitics, tokens.length);
      if (bare.length === 0) continue;
      const first = tokens.length;
      const tagged = language.tag(text.slice(raw.start, raw.end), raw.start, bare);
      bare.forEach(({ text: word, lower, start, end, index }, i) => {
        // Written out: copying with a spread costs twice as much, and this runs for every word.
        tokens.push({
          text: word,
          lower,
          lemma: tagged[i]?.lemma ?? lower,
          tags: tagged[i]?.tags ?? noTags,
          start,
          end,
          index,
        });
      });
      sentences.push({
        start: raw.start,
        end: raw.end,
        index: sentences.length,
        first,
        last: tokens.length,
        paragraph: paragraphIndex,
        zone: paragraph.zone,
        quoted: raw.depth > 0,
      });
    }
  });
  return {
    text,
    lang: article.lang,
    published: article.published,
    paragraphs: article.paragraphs,
    sentences,
    tokens,
  };
}
