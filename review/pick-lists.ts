import { normaliseName } from "../ledger/identity.ts";
import { localId } from "../ledger/persons/candidate-ids.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { Party } from "../model/ledger.ts";

/** Names that a slot is filled from, and whom they mean. */
export interface PickLists {
  people: readonly Party[];
  actors: readonly Party[];
  places: readonly string[];
  /** Whom a name means: somebody in the lists, or a candidate of that name. */
  party(name: string): Party;
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

export function createPickLists({
  people,
  actors,
  facilities,
  countries,
}: Pick<Gazetteers, "people" | "actors" | "facilities" | "countries">): PickLists {
  const persons = people.map(({ id, name }) => ({ id, name })).toSorted(byName);
  const bodies = [...actors, ...countries].map(({ id, name }) => ({ id, name })).toSorted(byName);
  const known = new Map([...bodies, ...persons].map((party) => [normaliseName(party.name), party]));
  const places = new Set([...facilities, ...countries].map(({ name }) => name));
  for (const { place } of facilities) if (place !== null) places.add(place);
  return {
    people: persons,
    actors: bodies,
    places: [...places].toSorted((a, b) => a.localeCompare(b)),
    party: (name) =>
      known.get(normaliseName(name)) ?? { id: localId(normaliseName(name), "by-hand"), name: name.trim() },
  };
}
