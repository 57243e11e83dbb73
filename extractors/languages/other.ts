import type { Language } from "./language.ts";

const none: ReadonlySet<string> = new Set();

/**
 * For languages without a pack: words and sentences, no tags, no events. Names are looked for with another language's
 * words, since the gazetteer's names stand in texts of every language.
 */
export function createPlainLanguage(
  code: string,
  { names, actors, roles }: Pick<Language, "names" | "actors" | "roles">,
): Language {
  return {
    code,
    titleAbbreviations: none,
    numberAbbreviations: none,
    openAbbreviations: none,
    sentenceOpeners: none,
    clitics: null,
    names,
    actors,
    roles,
    relations: null,
    conditions: null,
    grammar: null,
    dates: null,
    events: null,
    assertion: null,
    tag: (_text, _offset, tokens) => tokens.map((token) => ({ lemma: token.lower, tags: none })),
  };
}
