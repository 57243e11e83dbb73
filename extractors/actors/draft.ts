import type { ActorClass } from "../../model/extraction.ts";
import type { MentionForm } from "../entities.ts";
import type { Hit } from "../persons/gazetteer-index.ts";
import type { Draft } from "../persons/roster.ts";
import type { Organisation } from "./organisations.ts";
import type { ActingOptions } from "./states.ts";

/** An actor while the document is being read. */
export interface ActorDraft {
  key: string;
  name: string;
  forms: Set<string>;
  class: ActorClass;
  gazetteerId: string | null;
  ruleId: string;
  /** Where it stands at all. */
  seen: { first: number; last: number }[];
  /** Where it stands as an actor; places and affiliations are left out. */
  mentions: Draft[];
  /** Two-letter code when the actor is a state or known to belong to one. */
  country: string | null;
}

export interface FindActorsOptions extends ActingOptions {
  hits: readonly Hit[];
  organisations: readonly Organisation[];
  /** Words of persons' names (with titles). */
  person: (index: number) => boolean;
}

/** Notes a mention; only where the actor acts does it count as one. */
export type Note = (
  id: string,
  range: { first: number; last: number },
  made: Omit<ActorDraft, "key" | "forms" | "seen" | "mentions">,
  form: MentionForm,
  acting: boolean,
) => ActorDraft;
