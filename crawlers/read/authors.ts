import { squeeze } from "./words.ts";

/** Words before a name that say that it is the author's. */
const prefix =
  /^(?:(?:written|reported|posted|story|text|words|analysis|opinion|review|report|exclusive|interview|video|foto|photos?)(?:\s+and\s+\p{L}+)?\s+)?(?:by|von|vom|por|par|door|af|av|od|di|da|text|fra|texte?|autor(?:in|en|es|ka|ki)?|authors?|автор(?:ы|ка)?|аўтар(?:ы|ка)?|текст|тэкст|подготовил[аи]?|підготува(?:в|ла|ли)|kirjoittanut|skrevet av|written|contributed)\s*(?::|\s)\s*/iu;

/** What follows a name on the same line: professions, places, mail addresses. */
const role =
  /^(?:an?\s+|the\s+)?(?:(?:senior|chief|deputy|staff|special|foreign|political|managing|executive|associate|guest|freelance|investigative|contributing|news|sports?|data|home|world|business|economics|defen[cs]e|diplomatic|security|washington|moscow|kyiv)\s+)*(?:editors?|reporters?|writers?|correspondents?|journalists?|columnists?|contributors?|producers?|analysts?|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|redactor[a]?|corresponsal|periodista|journaliste|correspondante?|журналист(?:ка)?|корреспондент(?:ка)?|редактор(?:ка)?|карэспандэнт(?:ка)?|журналіст(?:ка)?)(?:\s+.{0,60})?$/iu;

const notAName =
  /^(?:https?:|www\.|@|\d+$|admin(?:istrator)?$|webmaster$|null$|undefined$|unknown$|none$|n\/a$|author$|guest$|editor$|updated?\b|published\b|\d{1,2}[.:/])/iu;

/** Names that contain a separator of their own. */
const separators = /\s*(?:[,;|•·/]|\s[-–—]\s)\s*/u;
const conjunctions = /\s+(?:and|und|y|e|et|i|и|і|и|ja|og|och|en|&|with|mit|con|avec)\s+/iu;

/** Splits and cleans what pages give as authors; an outlet or agency stays as it is written. */
export function cleanAuthors(raw: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of raw) {
    for (const name of splitNames(line)) {
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names;
}

function splitNames(line: string): string[] {
  let rest = squeeze(
    line
      .replace(/<[^<>]{1,200}>/g, " ")
      // Addresses, initials and credits in brackets, mail addresses, dates.
      .replace(/https?:\S+|\([^()]*\)|\[[^[\]]*\]|\S+@\S+\.\S+|\d{1,2}[./]\d{1,2}[./]\d{2,4}/g, " "),
  );
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(prefix, "");
  }
  return rest
    .split(separators)
    .flatMap(splitConjunction)
    .map((name) => name.replace(/^[\s"'“”«»*:.–—-]+|[\s"'“”«»*:,–—-]+$/gu, "").replace(prefix, ""))
    .filter((name) => /\p{L}{2}/u.test(name) && name.length <= 80 && name.split(" ").length <= 7)
    .filter((name) => !notAName.test(name) && !role.test(name));
}

/** "Ann Lee and Bo Ek" are two; "Le Figaro et AFP" and "Reuters and staff" stay one credit. */
function splitConjunction(part: string): string[] {
  const sides = part.split(conjunctions);
  const allNames = sides.every((side) => /^\p{Lu}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,4}$/u.test(side));
  return sides.length > 1 && allNames ? sides : [part];
}
