import type { Extraction } from "../model/extraction.ts";
import type { Party } from "../model/ledger.ts";

/** Lower case, without diacritics and punctuation, one space between words: `Łukasz O'Neil` → `lukasz o neil`. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Identity of an organisation or state: its gazetteer entry, else its normalised name. */
function actorId(gazetteerId: string | null, name: string): string {
  return gazetteerId === null ? `actor:${normaliseName(name)}` : gazetteerId;
}

/**
 * Identity of a person: their gazetteer entry, else a candidate by normalised name. A single word is no identity
 * across articles (a surname alone never merges people), so such a candidate belongs to its article.
 */
export function personId(gazetteerId: string | null, canonical: string, articleId: string): string {
  if (gazetteerId !== null) return gazetteerId;
  const name = normaliseName(canonical);
  return name.includes(" ") ? `candidate:${name}` : `candidate:${name}:${articleId}`;
}

/**
 * Turns the names that an extraction uses in its events into parties with identities.
 *
 * @param outletIds ids of publishers by their normalised names
 */
export function createPartyIndex(
  extraction: Extraction,
  outletIds: ReadonlyMap<string, string> = new Map(),
): (name: string) => Party {
  const parties = new Map<string, Party>();
  for (const actor of extraction.actors)
    parties.set(actor.name, {
      id: outletIds.get(normaliseName(actor.name)) ?? actorId(actor.gazetteerId, actor.name),
      name: actor.name,
      kind: actor.class,
    });
  for (const person of extraction.persons)
    parties.set(person.name, {
      id: personId(person.gazetteerId, person.canonical, extraction.articleId),
      name: person.canonical,
      kind: person.role,
    });
  return (name) =>
    parties.get(name) ?? { id: personId(null, normaliseName(name), extraction.articleId), name };
}
