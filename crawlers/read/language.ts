type Script =
  | "latin"
  | "cyrillic"
  | "arabic"
  | "hebrew"
  | "greek"
  | "kana"
  | "han"
  | "hangul"
  | "devanagari"
  | "georgian"
  | "armenian"
  | "other"
  | "none";

/**
 * Language of a text as a two-letter code, `und` when nothing tells. What the page declares is believed unless the text
 * speaks against it: Belarusian sites declare `ru`, templates `en`.
 */
export function languageOf(text: string, declared: readonly (string | null | undefined)[] = []): string {
  const sample = text.slice(0, 2000);
  const script = scriptOf(sample.slice(0, 800));
  if (script === "cyrillic") {
    const language = cyrillicLanguage(sample);
    if (language !== null) return language;
  }
  const codes = declared
    .map((tag) => /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase())
    .filter((code) => code !== undefined)
    .filter((code) => fitsScript(code, script));
  if (script === "latin") {
    const words = wordsOf(sample);
    if (codes[0] !== undefined && commonShare(words, codes[0]) >= certainShare) return codes[0];
    const latin = latinLanguage(words);
    const other = codes.find((code) => code === latin || !commonWords.has(code));
    return other ?? latin ?? codes[0] ?? "und";
  }
  if (codes[0] !== undefined) return codes[0];
  return languageByScript[script] ?? "und";
}

/** Ranges of UTF-16 code units; letters outside of them count as `other`. */
const scriptRanges: readonly (readonly [first: number, last: number, Script])[] = [
  [0x41, 0x24f, "latin"],
  [0x370, 0x3ff, "greek"],
  [0x400, 0x52f, "cyrillic"],
  [0x530, 0x58f, "armenian"],
  [0x590, 0x5ff, "hebrew"],
  [0x600, 0x6ff, "arabic"],
  [0x900, 0x97f, "devanagari"],
  [0x980, 0x109f, "other"],
  [0x10a0, 0x10ff, "georgian"],
  [0x1100, 0x11ff, "hangul"],
  [0x1200, 0x1dff, "other"],
  [0x1e00, 0x1eff, "latin"],
  [0x3040, 0x30ff, "kana"],
  [0x4e00, 0x9fff, "han"],
  [0xac00, 0xd7af, "hangul"],
];

/** The language to assume for a script when the page declares none. */
const languageByScript: Partial<Record<Script, string>> = {
  arabic: "ar",
  hebrew: "he",
  greek: "el",
  kana: "ja",
  han: "zh",
  hangul: "ko",
  devanagari: "hi",
  georgian: "ka",
  armenian: "hy",
};

/** The script that most letters of a text are in. */
function scriptOf(text: string): Script {
  const counts = new Map<Script, number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41 || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0xc0)) continue;
    const range = scriptRanges.find(([first, last]) => code >= first && code <= last);
    if (range !== undefined) counts.set(range[2], (counts.get(range[2]) ?? 0) + 1);
  }
  // Japanese mixes kana into characters that Chinese uses alone.
  if ((counts.get("kana") ?? 0) > 0.1 * (counts.get("han") ?? 0)) counts.delete("han");
  let best: Script = "none";
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script;
  return best;
}

/** Languages that are not, or not only, written in Latin script. */
const otherScripts: Record<string, readonly Script[]> = {
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
  uz: ["cyrillic", "latin"],
  ar: ["arabic"],
  fa: ["arabic"],
  ur: ["arabic"],
  ps: ["arabic"],
  he: ["hebrew"],
  el: ["greek"],
  zh: ["han"],
  ja: ["kana", "han"],
  ko: ["hangul"],
  hi: ["devanagari"],
  mr: ["devanagari"],
  ne: ["devanagari"],
  ka: ["georgian"],
  hy: ["armenian"],
};

function fitsScript(language: string, script: Script): boolean {
  if (script === "none" || script === "other") return true;
  return (otherScripts[language] ?? ["latin"]).includes(script);
}

/** The commonest words of languages in Latin script. */
const commonWords = new Map(
  Object.entries({
    en: "the of and to in a is that for was on with as by at from he his it are be this have",
    de: "der die und das in den von zu mit ist nicht ein eine im auf dem für des sich auch",
    es: "de la que el en y los las del un una por con para se su al lo como más",
    fr: "de la le et les des en un une du que est pour dans au qui sur par ne il",
    pl: "w i na z do się nie że to jest o po od przez jak za dla ale oraz był",
    it: "di e il la che in un per è non una del con da i le della si al gli",
    pt: "de a o que e do da em um para com não uma os no se na por mais as",
    nl: "de het een van en in is op te dat voor met zijn niet die aan ook er",
    sv: "och i att det som en på är av för med den till har inte om ett",
    da: "og i at det er en til på af for med den der har ikke et som",
    nb: "og i det er på en til som av for med at har den ikke et å",
    cs: "a se v na je že o s z do to i ve pro za by jsem ale k",
    fi: "ja on ei se että oli hän mutta kun myös ovat joka mukaan ole",
    hu: "a az és hogy nem is egy meg ez volt de el van csak már",
    ro: "de și în la a cu pe care din un o nu este mai că pentru",
    tr: "ve bir bu da için ile de olarak olan çok daha gibi kadar",
    id: "yang dan di dari untuk dengan ini pada itu tidak dalam akan ke",
  }).map(([language, words]) => [language, new Set(words.split(" "))] as const),
);

/** A fifth and more of a running text are the commonest words of its language. */
const certainShare = 0.17;
const likelyShare = 0.12;

function wordsOf(text: string): string[] {
  return text
    .slice(0, 1200)
    .toLowerCase()
    .split(/[^a-zà-öø-žșț]+/)
    .filter((word) => word !== "");
}

/** Share of the words that are among a language's commonest; 0 for texts of a few words, and languages not listed. */
function commonShare(words: readonly string[], language: string): number {
  const common = commonWords.get(language);
  if (common === undefined || words.length < 8) return 0;
  let found = 0;
  for (const word of words) if (common.has(word)) found++;
  return found / words.length;
}

/** The language in Latin script whose common words a text has clearly more often than any other's. */
function latinLanguage(words: readonly string[]): string | null {
  const ranked = [...commonWords.keys()]
    .map((language) => [language, commonShare(words, language)] as const)
    .toSorted(([, a], [, b]) => b - a);
  const [best, second] = ranked;
  if (best === undefined || second === undefined || best[1] < likelyShare) return null;
  return best[1] > 1.15 * second[1] ? best[0] : null;
}

/**
 * Tells Russian, Belarusian and Ukrainian apart by the letters that not all of them have; null for other languages in
 * Cyrillic script, and for texts too short to tell.
 */
function cyrillicLanguage(text: string): "ru" | "be" | "uk" | null {
  const counts = new Map<string, number>();
  for (const letter of text.toLowerCase()) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const sum = (letters: string): number => {
    let total = 0;
    for (const letter of letters) total += counts.get(letter) ?? 0;
    return total;
  };
  if (sum("әғқңөұүһҳҷӣӯђћџљњѓќјѕ") > 2) return null;
  const dotted = sum("і");
  // A few Belarusian or Ukrainian names do not make a Russian text theirs: they write і where it writes и.
  if (dotted > sum("и")) return sum("ыэў") > 0 ? "be" : sum("їєґ") > 0 ? "uk" : null;
  if (dotted + sum("ў") > 0 && sum("и") === 0) return "be";
  if (sum("їєґ") > 0 && dotted > 0 && sum("ыэъ") === 0) return "uk";
  return sum("ыэ") > 0 ? "ru" : null;
}
