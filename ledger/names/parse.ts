import { particles, titles } from "./data/titles.ts";
import { foldArabic, foldWord, type Script, scriptOf } from "./fold.ts";
import { givenClasses } from "./given-names.ts";

/** One word of a name. */
export interface NameWord {
  /** Lower case as written, marks and all, without an article. */
  written: string;
  /** Folded for look-ups. */
  folded: string;
  script: Script;
  /** A letter that stands for a name (`Н.`, `Yu.`). */
  initial: boolean;
  /** Parts of a name with a hyphen, folded; none for others. */
  parts: readonly string[];
  /** The word had an Arabic article (al-Shater). */
  article: boolean;
}

export interface ParsedName {
  words: readonly NameWord[];
  /** The surname is known to stand first (`Dmitriev, Yury`). */
  surnameFirst: boolean;
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const quotes = /[«»"“”„‟][^«»"“”„‟]*[«»"“”„‟]|\([^)]*\)|\[[^\]]*\]/gu;
const article = /^(?:al|el|ul|ur|ar|as|ash|ad|at|az|an|аль|эль|ад|ас|аш|ар|ат|ан|аз)-(?=.)/u;
const alwaysParticles = /^(?:al|el|ibn|bin|bint|oglu|ogly|oğlu|qizi|qızı|kyzy|gizi|оглы|кызы|аль|эль|ибн)$/u;

function wordOf(text: string): NameWord {
  let written = text.normalize("NFC").toLowerCase();
  const script = scriptOf(written);
  let hasArticle = false;
  if (script === "arab") {
    const known = givenClasses(foldArabic(written), []).length > 0;
    const bare = known ? written : written.replace(/^ال(?=...)/u, "");
    const folded = foldArabic(bare);
    return { written: folded, folded, script, initial: false, parts: [], article: bare !== written };
  }
  const bare = written.replace(article, "");
  if (bare !== written) hasArticle = true;
  written = bare;
  const pieces = written.split("-").filter((piece) => piece !== "");
  const joined = pieces.join("");
  return {
    written: joined,
    folded: foldWord(joined),
    script,
    initial: false,
    parts: pieces.length > 1 ? pieces : [],
    article: hasArticle,
  };
}

/** `Н.И.` → Н, И; `Yu.` → Yu; null when the word is none. */
function initialsOf(word: string): string[] | null {
  if (/^(?:\p{Lu}\p{Ll}?\.-?)+$/u.test(word)) return word.match(/\p{Lu}\p{Ll}?/gu);
  if (/^\p{Lu}$/u.test(word)) return [word];
  return null;
}

/** Abd al-Rahman, Abdel Rahman and Abdurrahman are one name. */
function joinServant(words: readonly NameWord[]): NameWord[] {
  const joined: NameWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const next = words[at + 1];
    if (word.script === "arab" && word.folded === "عبد" && next !== undefined) {
      joined.push({ ...word, written: `عبد${next.written}`, folded: `عبد${next.folded}` });
      at++;
      continue;
    }
    if (
      word.script === "latn" &&
      /^(?:abd|abdel|abdul|abdal|abdol|abdoul|abdur|abdus|abder|abdal)$/u.test(word.folded) &&
      next !== undefined &&
      !next.initial
    ) {
      joined.push({ ...next, written: `abd${next.written}`, folded: `abd${next.folded}` });
      at++;
      continue;
    }
    const glued =
      word.script === "latn" ? /^abd(?:[aeou]+l|[aeou]+(?=([rsdtnz])\1))-?(.{3,})$/u.exec(word.folded) : null;
    if (glued !== null && word.folded !== "abdullah" && !/^l?l?ah?$/u.test(glued[2] ?? "")) {
      const rest = (glued[2] ?? "").replace(/^([rsdtnz])\1/u, "$1");
      joined.push({ ...word, written: `abd${rest}`, folded: `abd${rest}`, parts: [] });
      continue;
    }
    joined.push(word);
  }
  return joined;
}

/** Abu or Umm and what follows are one name. */
function joinKunya(words: readonly NameWord[]): NameWord[] {
  const joined: NameWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined) continue;
    if (next !== undefined && /^(?:abu|abou|aboul|umm|ابو|أبو)$/u.test(word.folded)) {
      joined.push({
        ...next,
        written: `${word.written}${next.written}`,
        folded: `${word.folded}${next.folded}`,
      });
      at++;
      continue;
    }
    const glued = word.script === "latn" ? /^abo?ua?l(?=...)/u.exec(word.folded) : null;
    const bare = glued === null ? word.folded : `abu${word.folded.slice(glued[0].length)}`;
    joined.push(glued === null ? word : { ...word, written: bare, folded: bare, parts: [] });
  }
  return joined;
}

/**
 * The words that count in a name: without titles, particles and what stands in quotation marks or brackets; initials
 * apart; `Surname, Given` in its order.
 */
export function parseName(name: string): ParsedName {
  const clean = name
    .normalize("NFC")
    .replace(invisible, " ")
    .replace(quotes, " ")
    .replace(/[‐‑‒–—]/gu, "-")
    .replace(/[’ʼ‘`´]/gu, "'");
  const [head = "", ...tail] = clean.split(/[,،]/u);
  const surnameFirst = tail.some(
    (part) => /\p{L}/u.test(part) && !titles.has(foldWord(part.trim()).replaceAll(".", "")),
  );
  const text = surnameFirst ? `${tail.join(" ")} ${head}` : head;
  const words: NameWord[] = [];
  // Burmese is written without blanks between words and with them between syllables.
  const rough = text
    .replace(/(?<=\p{Script=Myanmar}\p{M}*)\s+(?=\p{Script=Myanmar})/gu, "")
    .split(/[\s·・‧_/]+/u);
  for (const raw of rough) {
    const piece = raw.replace(/^[^\p{L}]+|[^\p{L}\p{M}.]+$/gu, "");
    if (!/\p{L}/u.test(piece)) continue;
    const bare = foldWord(piece).replaceAll(".", "");
    // A single letter is an initial, but for the Burmese U at the beginning.
    const honorific = bare === "u" && words.length === 0 && !piece.endsWith(".");
    if ((titles.has(bare) && bare.length > 1) || titles.has(piece) || honorific) continue;
    const letters = initialsOf(piece);
    if (letters !== null) {
      for (const letter of letters) words.push({ ...wordOf(letter), initial: true });
      continue;
    }
    const lower = piece.toLowerCase();
    if (alwaysParticles.test(lower) || (piece === lower && (particles.has(lower) || particles.has(bare)))) {
      if (/^(?:al|el|аль|эль)$/u.test(lower)) words.push({ ...wordOf(piece), folded: "", article: true });
      continue;
    }
    // "Н.Козлов" without a blank.
    const glued = /^((?:\p{Lu}\.)+)(\p{L}{2,}.*)$/u.exec(piece);
    if (glued !== null) {
      for (const letter of glued[1]?.match(/\p{L}/gu) ?? []) words.push({ ...wordOf(letter), initial: true });
      words.push(wordOf(glued[2] ?? ""));
      continue;
    }
    words.push(wordOf(piece.replaceAll(".", "")));
  }
  const withoutArticles = words.flatMap((word, at) => {
    if (word.folded === "") return [];
    return [words[at - 1]?.folded === "" ? { ...word, article: true } : word];
  });
  return { words: joinKunya(joinServant(withoutArticles)), surnameFirst };
}
