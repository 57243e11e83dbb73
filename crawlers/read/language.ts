import { detect } from "tinyld";

/**
 * Language of a text, as a two-letter code. What the page declares is believed unless the text's own letters speak
 * against it: Belarusian sites often declare `ru`, templates often `en`.
 */
export function languageOf(text: string, declared: readonly (string | null | undefined)[] = []): string {
  const sample = text.slice(0, 4000);
  const script = scriptOf(sample);
  const cyrillic = script === "cyrillic" ? cyrillicLanguage(sample) : null;
  if (cyrillic !== null) return cyrillic;
  for (const tag of declared) {
    const code = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
    if (code !== undefined && scriptsOf(code).includes(script)) return code === "iw" ? "he" : code;
  }
  return detect(sample.slice(0, 1000)) || "und";
}

const scriptPatterns = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  greek: /\p{Script=Greek}/gu,
  asian: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu,
  indic: /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Gujarati}\p{Script=Telugu}]/gu,
  caucasian: /[\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}]/gu,
} as const;
type Script = keyof typeof scriptPatterns | "none";

function scriptOf(text: string): Script {
  let best: Script = "none";
  let most = 0;
  for (const [script, pattern] of Object.entries(scriptPatterns)) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [script as Script, count];
  }
  return best;
}

const scriptsByLanguage: Record<string, readonly Script[]> = {
  ru: ["cyrillic"],
  be: ["cyrillic", "latin"],
  uk: ["cyrillic"],
  bg: ["cyrillic"],
  mk: ["cyrillic"],
  sr: ["cyrillic", "latin"],
  kk: ["cyrillic", "latin"],
  ky: ["cyrillic"],
  tg: ["cyrillic"],
  mn: ["cyrillic"],
  uz: ["latin", "cyrillic"],
  ar: ["arabic"],
  fa: ["arabic"],
  ur: ["arabic"],
  ps: ["arabic"],
  ku: ["latin", "arabic"],
  he: ["hebrew"],
  iw: ["hebrew"],
  el: ["greek"],
  zh: ["asian"],
  ja: ["asian"],
  ko: ["asian"],
  th: ["asian"],
  hi: ["indic"],
  bn: ["indic"],
  mr: ["indic"],
  ne: ["indic"],
  ta: ["indic"],
  gu: ["indic"],
  te: ["indic"],
  ka: ["caucasian"],
  hy: ["caucasian"],
  am: ["caucasian"],
};

function scriptsOf(language: string): readonly Script[] {
  return [...(scriptsByLanguage[language] ?? ["latin"]), "none"];
}

/** Tells Russian, Belarusian and Ukrainian apart by the letters that only one of them has; null when there are too few. */
function cyrillicLanguage(text: string): "ru" | "be" | "uk" | null {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const be = count(/[ўЎ]/g) * 2;
  const uk = count(/[їЇєЄґҐ]/g) * 2;
  const dotted = count(/[іІ]/g);
  const ru = count(/[ъЪщЩиИ]/g);
  const other = count(/[әғқңөұүһҳҷӣӯђћџљњѓќјѕ]/giu);
  if (other > Math.max(2, dotted)) return null;
  if (dotted > 2 || be > 0 || uk > 0) {
    if (dotted + be + uk > 0.1 * ru) return be >= uk && count(/[эыЭЫ]/g) > 0 ? "be" : uk > 0 ? "uk" : null;
  }
  return count(/[ыэЫЭ]/g) > 0 && ru > 0 ? "ru" : null;
}
