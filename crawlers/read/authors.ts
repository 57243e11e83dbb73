import { indexPhrases, phraseAt } from "./phrases.ts";
import { fold, squeeze } from "./words.ts";

/** Words before a name that say that it is the author's. */
const prefixes = indexPhrases(
  `by|written by|reported by|posted by|story by|text by|words by|analysis by|opinion by|review by|report by|exclusive by|interview by|
  by and photos by|edited by|contributed by|words and pictures by|author|authors|written`,
  "автор|авторы|автор текста|текст|подготовил|подготовила|аўтар|аўтары|тэкст|падрыхтаваў|падрыхтавала|підготував|підготувала",
  "von|vom|eine analyse von|ein kommentar von|ein gastbeitrag von|ein interview von|autor|autorin|autoren|text",
  "por|autor|autora|autores|texto|par|texte|auteur|propos recueillis par|di|da|de la redacción|door|af|av|od|tekst|autorka|fra|kirjoittanut|skrevet av",
);

/** Those of the prefixes that surnames begin with, too: "Da Silva" is a name, "Da Luca Rossi" a by-line. */
const particles = new Set(["di", "da", "von", "vom", "af", "av", "od"]);

/** What stands beside a name: professions and departments. */
const roleKey =
  /editor|reporter|writer|correspondent|journalist|columnist|contributor|producer|analyst|redakteur|korrespondent|autor|redactor|corresponsal|periodista|журналист|корреспондент|редактор|карэспандэнт|журналіст/;
const role =
  /^(?:an?\s+|the\s+)?(?:[a-zäöüß]+\s+){0,3}(?:editors?|reporters?|writers?|correspondents?|journalists?|columnists?|contributors?|producers?|analysts?|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|redactora?|corresponsal|periodista|journaliste|correspondante?|журналист(?:ка)?|корреспондент(?:ка)?|редактор(?:ка)?|карэспандэнт(?:ка)?|журналіст(?:ка)?)(?:\s.{0,60})?$/;

const notAName =
  /^(?:https?:|www\.|@|\d+$|admin(?:istrator)?$|webmaster$|null$|undefined$|unknown$|none$|n\/a$|author$|guest$|editor$|updated?\b|published\b|\d{1,2}[.:/])/i;

/** Names that contain a separator of their own. */
const separators = /\s*(?:[,;|•·]|\s[-–—/]\s|(?<=\p{Ll}{2}|\.)\/(?=\p{Lu}\p{Ll}))\s*/u;
const conjunctions = /\s+(?:and|und|y|e|et|i|и|і|и|ja|og|och|en|&|with|mit|con|avec)\s+/iu;

/** True for a line such as "By Ann Lee" or "Text: Ann Lee". */
export function startsByline(line: string): boolean {
  return phraseAt(line.toLowerCase(), prefixes) !== null && line.includes(" ");
}

/** Splits and cleans what pages give as authors; an outlet or agency stays as it is written. */
export function cleanAuthors(raw: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of raw.slice(0, maxLines)) {
    for (const name of splitNames(line)) {
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names;
}

const maxLineCharacters = 1000;
const maxLines = 50;

function splitNames(line: string): string[] {
  const text = squeeze(
    line
      .slice(0, maxLineCharacters)
      .replace(/<[^<>]{1,200}>/g, " ")
      // Addresses, initials and credits in brackets, mail addresses, dates.
      .replace(/https?:\S+|\([^()]*\)|\[[^[\]]*\]|\S+@\S+\.\S+|\d{1,2}[./]\d{1,2}[./]\d{2,4}/g, " "),
  );
  return withoutPrefix(text)
    .split(separators)
    .flatMap(splitConjunction)
    .map((name) => name.replace(/^[\s"'“”«»*:.–—-]+|[\s"'“”«»*:,–—-]+$/gu, ""))
    .map(withoutPrefix)
    .filter((name) => fold(name).length > 1 && name.length <= 80 && name.split(" ").length <= 7)
    .filter((name) => !notAName.test(name) && !isRole(name));
}

function withoutPrefix(line: string): string {
  let rest = line;
  for (;;) {
    const prefix = phraseAt(rest.toLowerCase(), prefixes);
    const after = prefix === null ? null : /^\s*(?::|\s)\s*(?=\S)/.exec(rest.slice(prefix.length));
    if (prefix === null || after === null) return rest;
    const name = rest.slice(prefix.length + after[0].length);
    if (particles.has(prefix) && !name.includes(" ")) return rest;
    rest = name;
  }
}

function isRole(name: string): boolean {
  const lower = name.toLowerCase();
  return roleKey.test(lower) && role.test(lower);
}

/** "Ann Lee and Bo Ek" are two; "Le Figaro et AFP" and "Reuters and staff" stay one credit. */
function splitConjunction(part: string): string[] {
  const sides = part.split(conjunctions);
  if (sides.length === 1) return sides;
  const allNames = sides.every((side) => /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,4}$/u.test(side));
  return allNames ? sides : [part];
}
