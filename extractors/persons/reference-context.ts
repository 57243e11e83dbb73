import type { Document } from "../text/document.ts";
import type { GroupDraft } from "./groups.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Draft, PersonDraft, Roster } from "./roster.ts";
import type { Word } from "./words.ts";

export interface ReferencesOptions {
  document: Document;
  words: readonly Word[];
  lexicon: NameLexicon;
  roster: Roster;
  groups: readonly GroupDraft[];
  /** Speakers by quoted word; see quotes. */
  speakerAt: (wordIndex: number) => string | null;
}

/** A mention that something may point back to. */
export interface Seen {
  draft: Draft;
  sentence: number;
  /** First of its sentence: most likely its subject. */
  leads: boolean;
}

/** Officials act on those whom a text is about; a pronoun means them less often. */
export function isOfficial(person: PersonDraft, lexicon: NameLexicon): boolean {
  if (person.known !== null && person.known.entry === null && person.known.offices.length > 0) return true;
  return person.descriptions.some(
    (word) => (lexicon.personNouns.get(word)?.role ?? lexicon.titleHeads.get(word)?.role) === "official",
  );
}
