import type { Entities, Mention } from "../entities.ts";
import type { Unlikely } from "../persons/likely.ts";
import type { Document, Sentence } from "../text/document.ts";

export interface HeldOptions {
  unlikely: Unlikely;
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
  /** Those held whom the paragraphs before a sentence were about. */
  before(sentence: Sentence): string[] | null;
}

/** Paragraphs further back are about somebody else. */
const MAX_PARAGRAPHS_BACK = 2;
const MAX_SENTENCES_BACK = 8;

export function createHeld({ unlikely, detainee, document, entities }: HeldOptions): Held {
  const recent: Held["recent"] = (token, gender) => {
    const here = document.tokens[token]?.start ?? 0;
    const from = document.sentences.find(({ end }) => end > here)?.index ?? 0;
    for (let at = entities.mentions.length - 1; at >= 0; at -= 1) {
      const mention = entities.mentions[at];
      if (mention === undefined || mention.first >= token || mention.form === "pronoun") continue;
      if (from - mention.sentence > MAX_SENTENCES_BACK) return null;
      const [key] = mention.entities;
      const entity = key === undefined ? undefined : entities.byKey.get(key);
      if (entity?.kind !== "person" || mention.entities.length !== 1 || !detainee(entity.key)) continue;
      if (gender === null || entity.gender === null || entity.gender === gender) return entity.key;
    }
    return null;
  };
  const persons = [...entities.byKey.values()].filter(({ kind }) => kind === "person");
  const anybody = persons.some(({ key }) => detainee(key));
  // Where nobody is said to be held, relatives may be the ones: "My brother has been behind that wall".
  const possible = (key: string) => detainee(key) || !unlikely(key, !anybody);
  return {
    anybody,
    recent,
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
            const meant = recent(mention.first, entity.gender);
            if (meant !== null) keys.push(meant);
          }
        }
      }
      return keys.length > 0 ? keys : group ? [] : null;
    },
    before: (sentence) => {
      const head = document.tokens[sentence.first];
      if (head === undefined) return null;
      const key = recent(sentence.first, null);
      if (key === null) return null;
      const last = entities.mentions.findLast(
        (mention) => mention.first < sentence.first && mention.entities.includes(key),
      );
      const paragraph = document.sentences[last?.sentence ?? -1]?.paragraph ?? -1;
      return sentence.paragraph - paragraph <= MAX_PARAGRAPHS_BACK ? [key] : null;
    },
  };
}
