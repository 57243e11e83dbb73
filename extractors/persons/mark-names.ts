import type { Entities, MentionForm } from "../entities.ts";
import type { Document, Token } from "../text/document.ts";

const nameForms: ReadonlySet<MentionForm> = new Set(["full", "surname", "alias"]);
const personTags: ReadonlySet<string> = new Set(["Noun", "ProperNoun", "Person"]);
const nameTags: ReadonlySet<string> = new Set(["Noun", "ProperNoun"]);

/**
 * The document as the clause analysis should read it: words of a name that was found are nouns, whatever the tagger
 * took them for ("Can Thi Theu", "El Fadil", "Committee to Protect Journalists").
 */
export function markNames(document: Document, entities: Entities): Document {
  const tokens: Token[] = [...document.tokens];
  for (const { first, last, form, entities: keys } of entities.mentions) {
    if (!nameForms.has(form)) continue;
    const isPerson = keys.some((key) => entities.byKey.get(key)?.kind === "person");
    for (let i = first; i < last; i++) {
      const token = tokens[i];
      if (token === undefined || !isMisread(token, i > first && i < last - 1)) continue;
      tokens[i] = { ...token, lemma: token.lower, tags: isPerson ? personTags : nameTags };
    }
  }
  return { ...document, tokens };
}

/** Capitalised words, and verbs and conjunctions inside a name. */
function isMisread({ text, tags }: Token, isInside: boolean): boolean {
  if (tags.has("Clitic")) return false;
  if (/^\p{Lu}/u.test(text)) return !tags.has("ProperNoun") || tags.has("Verb");
  return isInside && (tags.has("Verb") || tags.has("To") || tags.has("Coordinator"));
}
