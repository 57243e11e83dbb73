import { foldName } from "../../model/fold-name.ts";
import type { Candidate } from "../../model/candidate.ts";
import type { Gazetteers } from "../../model/gazetteer.ts";
import { nameKeys } from "../names/keys.ts";

/** What the gazetteers know about people and places, as far as identity needs it. */
export interface KnownPeople {
  /** The candidate of a gazetteer person; null when there is no such person. */
  person(id: string): Candidate | null;
  /** Gazetteer persons that have any of these keys. */
  withKeys(keys: readonly string[]): Candidate[];
  /** Country of a state, a state body, or a holder of its offices by the gazetteer id; null when it is not known. */
  countryOfActor(id: string | null): string | null;
  /** Country of a place or prison by its name. */
  countryOfPlace(name: string | null): string | null;
}

/** For tests and tools that have no gazetteers. */
export const nobodyKnown: KnownPeople = {
  person: () => null,
  withKeys: () => [],
  countryOfActor: () => null,
  countryOfPlace: () => null,
};

type KnownParts = Pick<Gazetteers, "people" | "actors" | "facilities" | "countries">;

/** The gazetteers' people and places; what takes time is built when it is first asked for. */
export function createKnownPeople(gazetteers: KnownParts): KnownPeople {
  let people: ReturnType<typeof peopleOf> | null = null;
  let places: ReturnType<typeof placesOf> | null = null;
  const known = () => (people ??= peopleOf(gazetteers));
  const located = () => (places ??= placesOf(gazetteers));
  return {
    person: (id) => known().byId.get(id) ?? null,
    withKeys(keys) {
      const ids = new Set(keys.flatMap((key) => [...(known().byKey.get(key) ?? [])]));
      return [...ids].toSorted().flatMap((id) => known().byId.get(id) ?? []);
    },
    countryOfActor(id) {
      if (id === null) return null;
      const { ofActors } = located();
      // Holders of offices who have no entry of their own are called by the office and their name.
      return ofActors.get(id) ?? ofActors.get(id.split("/")[0] ?? id) ?? null;
    },
    countryOfPlace: (name) => (name === null ? null : (located().ofPlaces.get(foldName(name)) ?? null)),
  };
}

function peopleOf({ people }: KnownParts) {
  const byId = new Map<string, Candidate>();
  const byKey = new Map<string, Set<string>>();
  for (const entry of people) {
    const forms = [entry.name, ...Object.values(entry.aliases).flat()];
    const keys = [...new Set(forms.flatMap(nameKeys))].toSorted();
    byId.set(entry.id, {
      id: entry.id,
      name: entry.name,
      names: [...new Set(forms.slice(1))],
      keys,
      country: entry.heldIn,
      side: null,
      curator: "gazetteer",
      needsContext: entry.needsContext,
      personId: entry.id,
      contested: false,
      splitIds: [],
    });
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(entry.id));
  }
  return { byId, byKey };
}

function placesOf({ people, actors, facilities, countries }: KnownParts) {
  const ofActors = new Map<string, string>();
  const ofPlaces = new Map<string, string>();
  const place = (name: string | null, country: string) => {
    if (name !== null) ofPlaces.set(foldName(name), country);
  };
  const idOf = new Map(people.map(({ id, name }) => [foldName(name), id]));
  for (const { id, country, holders } of actors) {
    if (country === null) continue;
    ofActors.set(id, country);
    for (const { name: holder } of holders) {
      const personId = idOf.get(foldName(holder));
      if (personId !== undefined) ofActors.set(personId, country);
    }
  }
  for (const facility of facilities) {
    for (const name of [facility.name, ...Object.values(facility.aliases).flat()])
      place(name, facility.country);
    place(facility.place, facility.country);
  }
  for (const { id, name, aliases, metonyms } of countries) {
    ofActors.set(id, id);
    for (const form of [name, ...Object.values(aliases).flat(), ...metonyms]) place(form, id);
  }
  return { ofActors, ofPlaces };
}
