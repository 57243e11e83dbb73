import { english } from "./en/index.ts";
import type { Language } from "./language.ts";
import { createPlainLanguage } from "./other.ts";

/** Every language that has a pack; another one is a folder beside `en/` and a line here. */
const packs: ReadonlyMap<string, Language> = new Map([english].map((language) => [language.code, language]));

/** The language pack for a code such as `en` or `en-GB`; a plain one for languages that have none yet. */
export function languageOf(code: string): Language {
  const base = code.toLowerCase().split(/[-_]/u)[0] ?? "";
  return packs.get(base) ?? createPlainLanguage(base, english);
}
