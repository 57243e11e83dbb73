import { findPerson } from "../../ledger/persons/decide-persons.ts";
import type { Restriction } from "../../model/restriction.ts";
import type { Store } from "../../storage/store.ts";

/** What somebody without clearance must not see, in ids. */
export interface Hidden {
  readonly persons: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Those that are restricted themselves, and all that mention a restricted person. */
  readonly articles: ReadonlySet<string>;
  /** Fields that are hidden of records which are shown otherwise, by {@link fieldKey}. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export const fieldKey = (kind: Restriction["kind"], id: string): string => `${kind} ${id}`;

/** Nothing is hidden from people with clearance. */
export const nothingHidden: Hidden = {
  persons: new Set(),
  events: new Set(),
  articles: new Set(),
  fields: new Map(),
};

/** How long the articles of a restricted person are believed to be all of theirs. */
const believedMs = 2_000;

/**
 * Looks up what is hidden. Restrictions are read each time, so that one holds from the moment that it is made; what
 * follows from them is kept for a moment.
 */
export function createHiddenLookup(store: Store, now: () => number): () => Promise<Hidden> {
  let known: { key: string; until: number; hidden: Hidden } | null = null;
  return async () => {
    const restrictions = await allRestrictions(store);
    if (restrictions.length === 0) return nothingHidden;
    const key = JSON.stringify(restrictions.map(({ id, at, fields }) => [id, at, fields]));
    if (known === null || known.key !== key || now() >= known.until)
      known = { key, until: now() + believedMs, hidden: await hiddenBy(store, restrictions) };
    return known.hidden;
  };
}

async function allRestrictions(store: Store): Promise<Restriction[]> {
  const all: Restriction[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = { limit: 1000, ...(after === undefined ? {} : { after }) };
    const { items, next } = await store.review.restrictions.list({}, page);
    all.push(...items);
    after = next;
  }
  return all;
}

async function hiddenBy(store: Store, restrictions: readonly Restriction[]): Promise<Hidden> {
  const hidden = {
    persons: new Set<string>(),
    events: new Set<string>(),
    articles: new Set<string>(),
    fields: new Map<string, readonly string[]>(),
  };
  for (const { kind, targetId, fields } of restrictions) {
    // Persons are merged and events join others: what is asked for by its old id is hidden under its new one too.
    const person = kind === "person" ? await findPerson(store, targetId) : null;
    const event = kind === "event" ? await store.events.get(targetId) : null;
    const ids = [targetId, person?.id ?? targetId, event?.id ?? targetId];
    if (fields !== null) {
      for (const id of ids) hidden.fields.set(fieldKey(kind, id), fields);
      continue;
    }
    for (const id of ids) hidden[`${kind}s`].add(id);
    for (const articleId of person?.articleIds ?? []) hidden.articles.add(articleId);
  }
  return hidden;
}
