import type { ActorClass } from "../../model/extraction.ts";
import { byApposition } from "./apposition.ts";
import type { NameLexicon } from "../persons/lexicon.ts";
import type { Word } from "../persons/words.ts";
import type { ActorLexicon } from "./lexicon.ts";

/** The name of an organisation (or of something else that is no person), found by its pattern. */
export interface Organisation {
  first: number;
  last: number;
  /** null: no actor, but no person either (a university, a street, a law). */
  class: ActorClass | null;
  acronym: { first: number; last: number } | null;
  ruleId: string;
}

export interface OrganisationOptions {
  words: readonly Word[];
  names: NameLexicon;
  actors: ActorLexicon;
  lowered: ReadonlySet<string>;
  given: (fold: string) => boolean;
  /** Words of countries' and capitals' names. */
  place: (index: number) => boolean;
  /** Words of persons' names that the gazetteer knows: a name goes no further than them. */
  person: (index: number) => boolean;
}

const MAX_WORDS = 14;
const isThe = (word: Word | undefined, names: NameLexicon): boolean =>
  word !== undefined && names.definiteArticles.has(word.fold);
const raised = (word: Word | undefined): boolean =>
  word !== undefined && (word.shape === "capital" || word.shape === "upper");

/** Finds organisations by head nouns (Minsk City Court), by kinds (the newspaper Mwananchi) and their acronyms. */
export function findOrganisations(options: OrganisationOptions): Organisation[] {
  const { words } = options;
  const found: Organisation[] = [];
  let free = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (at < free) continue;
    const organisation =
      byHead(at, free, options) ??
      byKind(at, options) ??
      byApposition(at, options) ??
      (at - 1 >= free ? nameBeforeKind(at, options) : null);
    if (organisation === null || isDateline(organisation, words)) continue;
    const acronym = acronymAfter(organisation.last, words);
    found.push({ ...organisation, acronym });
    free = acronym?.last ?? organisation.last;
  }
  return found;
}

/** "VILNIUS, Dec 13 (Northern Wire) -": the agency that carries the text, no part of what it tells. */
function isDateline({ first, last }: { first: number; last: number }, words: readonly Word[]): boolean {
  const head = words[first];
  if (head?.gap?.endsWith("(") !== true || words[last]?.gap?.startsWith(")") !== true) return false;
  for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1) {
    const word = words[at];
    if (word === undefined || word.sentence !== head.sentence) return false;
    if (word.gap === null) return word.shape === "upper" || /[—–-]/u.test(words[last]?.gap ?? "");
  }
  return false;
}

function byHead(
  at: number,
  free: number,
  options: OrganisationOptions,
): Omit<Organisation, "acronym"> | null {
  const { words, actors, names, person } = options;
  const head = words[at];
  if (head === undefined || !raised(head)) return null;
  const own = actors.heads.get(head.fold);
  if (own === undefined) return null;
  let first = at;
  while (first > free) {
    const word = words[first];
    const before = words[first - 1];
    if (word?.gap !== " " || before === undefined || before.sentence !== word.sentence || before.possessive)
      break;
    if (
      before.shape === "number" &&
      first - 1 > free &&
      /^\d/u.test(before.text) &&
      /(?:st|nd|rd|th)$/u.test(before.text)
    ) {
      first -= 1;
      continue;
    }
    if (!raised(before) || person(first - 1)) break;
    if (names.pronouns.has(before.fold) && before.shape !== "upper") break;
    if (before.gap === null && opensOnly(before, options)) break;
    if (actors.calendar.has(before.fold) || names.articles.has(before.fold)) break;
    first -= 1;
  }
  const last = extendRight(at, own, options);
  const deciding = lastHead(at, last, words, actors);
  const single = last - first === 1;
  if (single) {
    const next = words[at + 1];
    // A head alone is a name only with a number (Branch 26) or in a name of which it is the first word.
    if (!(next?.shape === "number" && next.gap === " ")) return null;
  }
  const parts = words.slice(first, last).map((word) => word.fold);
  const name = words.slice(first, last).filter((word) => raised(word) || word.shape === "number");
  if (name.length < 2) return null;
  return {
    first,
    last,
    class: classOf(parts, deciding.class, actors),
    ruleId: `actor.head.${deciding.fold}`,
  };
}

/** In "Moscow City Court" and "Human Rights Day" the last head before any connector says what it is. */
function lastHead(
  at: number,
  last: number,
  words: readonly Word[],
  actors: ActorLexicon,
): { fold: string; class: ActorClass | null } {
  let found = { fold: words[at]?.fold ?? "", class: actors.heads.get(words[at]?.fold ?? "") ?? null };
  for (let next = at + 1; next < last; next += 1) {
    const word = words[next];
    if (word === undefined || !raised(word)) break;
    const own = actors.heads.get(word.fold);
    if (own !== undefined) found = { fold: word.fold, class: own };
  }
  return found;
}

function opensOnly(word: Word, { names, lowered }: OrganisationOptions): boolean {
  return (
    (names.articles.has(word.fold) || names.placePrepositions.has(word.fold) || lowered.has(word.fold)) &&
    !names.neverNames.has(word.fold)
  );
}

/** Index after the words that belong to the name from its head on. */
function extendRight(at: number, own: ActorClass | null, options: OrganisationOptions): number {
  const { words, actors, names, person } = options;
  let last = at + 1;
  const head = words[at];
  if (head === undefined) return last;
  let tied = false;
  while (last - at < MAX_WORDS) {
    const before = words[last - 1];
    const word = words[last];
    if (word === undefined || before === undefined || before.possessive || word.gap === null) break;
    if (
      word.gap !== " " &&
      !(word.gap === ". " && word.shape === "number" && actors.numerals.has(before.fold))
    )
      break;
    if (raised(word) || word.shape === "number") {
      const number = word.shape === "number";
      if (person(last) || actors.calendar.has(word.fold)) break;
      const following = words[last + 1];
      const named = following?.gap === " " && raised(following) && !actors.heads.has(following.fold);
      if (named && options.given(word.fold) && !tied) break;
      // "the Supreme Court Judge Ivan", "Branch 26": a number only right after the head.
      if (number && last !== at + 1 && !actors.numerals.has(before.fold)) break;
      if (names.titleHeads.has(word.fold) && !actors.heads.has(word.fold) && !tied) break;
      last += 1;
      continue;
    }
    const reach = connectorReach(last, at, own, tied, options);
    if (reach === null) break;
    tied = true;
    last = reach;
  }
  return last;
}

/** "of the European", "to Protect": index after the capital that follows the connectors at `from`, or null. */
function connectorReach(
  from: number,
  headAt: number,
  own: ActorClass | null,
  tied: boolean,
  options: OrganisationOptions,
): number | null {
  const { words, actors, names, person } = options;
  const head = words[headAt];
  const connector = words[from];
  if (head === undefined || connector === undefined) return null;
  const seated = words.slice(headAt, from).some((word) => actors.seatHeads.has(word.fold) && raised(word));
  const seat = actors.seatConnectors.has(connector.fold) && seated;
  if (!actors.connectors.has(connector.fold) && !seat) return null;
  let next = from + 1;
  if (words[next]?.gap === " " && isThe(words[next], names)) next += 1;
  const target = words[next];
  if (target === undefined || target.gap !== " " || !raised(target) || person(next)) return null;
  if (actors.calendar.has(target.fold)) return null;
  // "sent the Committee to Baku", but "the Committee to Protect Journalists".
  if (actors.looseConnectors.has(connector.fold) && !actors.seatConnectors.has(connector.fold)) {
    if (names.isPlace(target.fold) || options.place(next)) return null;
  }
  const joinsNames = names.andWords.has(connector.fold);
  // "Ministry of Education and Science", but not "the Supreme Court and Viasna".
  if (joinsNames && (!tied || actors.heads.has(target.fold))) return null;
  if (
    actors.looseConnectors.has(connector.fold) &&
    own !== "ngo" &&
    own !== "igo" &&
    !actors.seatHeads.has(head.fold)
  )
    return null;
  return next + 1;
}

function classOf(parts: readonly string[], own: ActorClass | null, actors: ActorLexicon): ActorClass | null {
  if (own === null) return null;
  const deciders = parts.map((part) => actors.deciders.get(part)).filter((found) => found !== undefined);
  if (deciders.includes("igo") && own !== "media") return "igo";
  if (own === "state_body" && parts.some((part) => actors.crossBorder.has(part))) return "igo";
  if (own === "state_body" && deciders.includes("ngo")) return "ngo";
  if (own === "ngo" && deciders.includes("state_body")) return "state_body";
  if (own === "state_body" && deciders.includes("media")) return "media";
  return own === "ngo" && deciders.includes("media") ? "media" : own;
}

/** "the newspaper Mwananchi", "the Chadema party", "the intelligence service, SEBIN,", "GUBOPiK, the police department". */
function byKind(at: number, options: OrganisationOptions): Omit<Organisation, "acronym"> | null {
  const { words, actors, names, person } = options;
  const word = words[at];
  if (word === undefined || word.shape !== "lower") return null;
  const kind = actors.kinds.get(word.fold);
  if (kind === undefined) return null;
  const next = words[at + 1];
  const fits = (index: number): boolean => {
    const candidate = words[index];
    return (
      candidate !== undefined &&
      raised(candidate) &&
      !person(index) &&
      !names.titleHeads.has(candidate.fold) &&
      !actors.calendar.has(candidate.fold) &&
      !names.articles.has(candidate.fold)
    );
  };
  if (next?.gap === " " && fits(at + 1) && !word.possessive) {
    let last = at + 2;
    while (last < at + 5 && words[last]?.gap === " " && fits(last) && words[last - 1]?.possessive === false)
      last += 1;
    if (
      words[last]?.gap === ". " &&
      words[last]?.shape === "number" &&
      actors.numerals.has(words[last - 1]?.fold ?? "")
    )
      last += 1;
    return { first: at + 1, last, class: kind, ruleId: `actor.kind.${word.fold}` };
  }
  let name = next?.gap === ", " || next?.gap === " – " || next?.gap === " — " ? at + 1 : -1;
  if (name > 0 && isThe(words[name], names) && words[name + 1]?.gap === " ") name += 1;
  const acronym = words[name];
  if (acronym !== undefined && isAcronym(acronym) && /^[,.;)]/u.test(words[name + 1]?.gap ?? ".")) {
    return { first: name, last: name + 1, class: kind, ruleId: `actor.kind.${word.fold}` };
  }
  return null;
}

const isAcronym = (word: Word): boolean =>
  (word.text.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && word.text.length <= 9;

function acronymAfter(last: number, words: readonly Word[]): { first: number; last: number } | null {
  const word = words[last];
  const next = words[last + 1];
  if (word?.gap !== " (" || !isAcronym(word)) return null;
  if (next !== undefined && next.gap !== null && !next.gap.startsWith(")")) return null;
  return { first: last, last: last + 1 };
}

/** "the Chadema party", "the Kisutu court": a capitalised name before a lower-case kind or body. */
function nameBeforeKind(at: number, options: OrganisationOptions): Omit<Organisation, "acronym"> | null {
  const { words, actors, names, person } = options;
  const kind = words[at];
  const before = words[at - 1];
  if (kind === undefined || kind.gap !== " " || kind.shape !== "lower" || before === undefined) return null;
  const own = actors.namedSeats.has(kind.fold) ? "state_body" : actors.kinds.get(kind.fold);
  if (own === undefined || (own !== "party" && own !== "state_body" && own !== "media") || !raised(before))
    return null;
  if (before.possessive || person(at - 1) || names.titleWords.has(before.fold)) return null;
  const article = words[at - 2];
  if (!isThe(article, names) || before.gap !== " ") return null;
  return own === "state_body"
    ? { first: at - 1, last: at + 1, class: own, ruleId: "actor.named_court" }
    : { first: at - 1, last: at, class: own, ruleId: `actor.named_${own}` };
}
