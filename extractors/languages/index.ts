import { english } from "./en/index.ts";
import type { Language } from "./language.ts";
import { createPlainLanguage } from "./other.ts";

/** The language pack for a code such as `en` or `en-GB`; a plain one for languages that have none yet. */
export function languageOf(code: string): Language {
  const base = code.toLowerCase().split(/[-_]/u)[0] ?? "";
  return base === english.code ? english : createPlainLanguage(base);
}
