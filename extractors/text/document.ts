import type { Paragraph, Span, Zone } from "../../model/article.ts";

/** A word or punctuation mark; offsets point into the article's reading text. */
export interface Token extends Span {
  text: string;
  /** Lower case, diacritics kept. */
  lower: string;
  /** Base form (verbs in the infinitive, nouns in the singular), lower case. */
  lemma: string;
  /** Part of speech and finer tags of the tagger, e.g. `Verb`, `PastTense`, `Noun`, `Determiner`. */
  tags: ReadonlySet<string>;
  /** Index in {@link Document.tokens}. */
  index: number;
}

export const hasTag = (token: Token | undefined, tag: string): boolean =>
  token !== undefined && token.tags.has(tag);

export interface Sentence extends Span {
  index: number;
  /** Half-open range in {@link Document.tokens}. */
  first: number;
  last: number;
  paragraph: number;
  zone: Zone;
  /** Depth of quotation marks at the start: sentences inside a running quotation have 1 or more. */
  quoted: boolean;
}

/** One analysis of an article's text, shared by all extractors: the tagger runs once. */
export interface Document {
  text: string;
  lang: string;
  /** ISO time of publication, the anchor of relative dates. */
  published: string | null;
  paragraphs: readonly Paragraph[];
  sentences: readonly Sentence[];
  tokens: readonly Token[];
}
