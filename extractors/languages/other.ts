import type { Language } from "./language.ts";

const none: ReadonlySet<string> = new Set();

/** For languages without a pack: words and sentences, no tags. */
export function createPlainLanguage(code: string): Language {
  return {
    code,
    titleAbbreviations: none,
    numberAbbreviations: none,
    openAbbreviations: none,
    sentenceOpeners: none,
    clitics: null,
    grammar: null,
    dates: null,
    events: null,
    assertion: null,
    tag: (_text, _offset, tokens) => tokens.map((token) => ({ lemma: token.lower, tags: none })),
  };
}
