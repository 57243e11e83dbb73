import type { Entities, Mention } from "../entities.ts";
import type { Unlikely } from "../persons/likely.ts";
import type { Document, Sentence } from "../text/document.ts";

export interface HeldOptions {
  /** Persons who by what the text calls them are not the ones held: relatives, lawyers, officials. */
  unlikely: Unlikely;
  /** Persons of whom the text or the gazetteer says that they are or were held. */
  detainee: (key: string) => boolean;
  document: Document;
  entities: Entities;
}

/** Who of the people that a text names is held, and so may be the one whom a condition is told of. */
export interface Held {
  /** The text names somebody held. */
  anybody: boolean;
  /**
   * Keys of those meant by a mention, `[]` for a group without names, null when it means nobody who is held. A pronoun
   * that was read as a relative or an official means whoever of that gender is held.
   */
  named(mention: Mention | undefined): string[] | null;
  /** The one held who was named last before a token; null when there is none. */
  recent(token: number, gender: "m" | "f" | null): string | null;
  /** The one held whom the paragraphs shortly before a sentence named last. */
  before(sentence: Sentence): string[] | null;
}

/** Paragraphs further back are about somebody else. */
const MAX_PARAGRAPHS_BACK = 2;
const MAX_SENTENCES_BACK = 8;

interface Naming {
  key: string;
  first: number;
  sentence: number;
  gender: "m" | "f" | null;
}

export function createHeld({ unlikely, detainee, document, entities }: HeldOptions): Held {
  const namings = entities.mentions.flatMap(({ entities: keys, form, first, sentence }): Naming[] => {
    const [key] = keys;
    const entity = key === undefined || keys.length !== 1 ? undefined : entities.byKey.get(key);
    if (entity?.kind !== "person" || form === "pronoun" || !detainee(entity.key)) return [];
    return [{ key: entity.key, first, sentence, gender: entity.gender }];
  });
  const lastBefore = (token: number, gender: "m" | "f" | null): Naming | null => {
    let at = firstAtOrAfter(namings, token) - 1;
    const nearest = namings[at];
    if (nearest === undefined) return null;
    for (; at >= 0; at -= 1) {
      const naming = namings[at];
      if (naming === undefined || nearest.sentence - naming.sentence > MAX_SENTENCES_BACK) return null;
      if (gender === null || naming.gender === null || naming.gender === gender) return naming;
    }
    return null;
  };
  const anybody = [...entities.byKey.values()].some(({ kind, key }) => kind === "person" && detainee(key));
  // Where nobody is said to be held, relatives may be the ones: "My brother has been behind that wall".
  const possible = (key: string) => detainee(key) || !unlikely(key, !anybody);
  return {
    anybody,
    recent: (token, gender) => lastBefore(token, gender)?.key ?? null,
    named: (mention) => {
      if (mention === undefined) return null;
      const keys: string[] = [];
      let group = false;
      for (const key of mention.entities) {
        const entity = entities.byKey.get(key);
        if (entity?.kind === "group") {
          group = true;
          keys.push(...entity.members);
        } else if (entity?.kind === "person") {
          if (possible(key)) keys.push(key);
          else if (mention.form === "pronoun" && mention.entities.length === 1) {
            const meant = lastBefore(mention.first, entity.gender);
            if (meant !== null) keys.push(meant.key);
          }
        }
      }
      return keys.length > 0 ? keys : group ? [] : null;
    },
    before: (sentence) => {
      const naming = lastBefore(sentence.first, null);
      const paragraph = document.sentences[naming?.sentence ?? -1]?.paragraph;
      if (naming === null || paragraph === undefined) return null;
      return sentence.paragraph - paragraph <= MAX_PARAGRAPHS_BACK ? [naming.key] : null;
    },
  };
}

function firstAtOrAfter(namings: readonly Naming[], token: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((namings[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
