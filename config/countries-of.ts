import { foldName } from "../model/fold-name.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import type { Source } from "../model/source.ts";

export interface CountriesOfOptions {
  gazetteers: Pick<Gazetteers, "people" | "actors" | "facilities" | "countries">;
  sources: readonly Pick<Source, "id" | "countries">[];
}

type About = Pick<LedgerEvent, "subjects" | "agents" | "recipients" | "place" | "sourceIds">;

/**
 * Tells the countries that an event is about, ISO 3166: where those whom it happens to are held and where it happens;
 * else whose bodies act; else, as the last resort, where those sit who tell it, as long as they sit in one.
 */
export function createCountriesOf({
  gazetteers,
  sources,
}: CountriesOfOptions): (of: About) => readonly string[] {
  const { people, actors, facilities, countries } = gazetteers;
  const parties = new Map<string, string>();
  for (const { id, country } of actors) if (country !== null) parties.set(id, country);
  for (const { id, heldIn } of people) if (heldIn !== null) parties.set(id, heldIn);
  for (const { id } of countries) parties.set(id, id);
  const places = new Map<string, string>();
  for (const { place, country, name } of facilities) {
    if (place !== null) places.set(foldName(place), country);
    places.set(foldName(name), country);
  }
  for (const { id, name, aliases, metonyms } of countries)
    for (const form of [name, ...metonyms, ...Object.values(aliases).flat()]) places.set(foldName(form), id);
  const publishers = new Map(sources.map((source) => [source.id, source.countries]));

  const known = (all: LedgerEvent["subjects"]) => all.flatMap(({ id }) => parties.get(id) ?? []);
  const placesIn = (place: string | null) =>
    (place ?? "").split(/[,;()]/).flatMap((part) => places.get(foldName(part.trim())) ?? []);
  return ({ subjects, agents, recipients, place, sourceIds }) => {
    const told = [...new Set(sourceIds.flatMap((id) => publishers.get(id) ?? []))];
    const options = [
      [...known(subjects), ...placesIn(place)],
      known(agents),
      known(recipients),
      told.length === 1 ? told : [],
    ];
    return [...new Set(options.find((found) => found.length > 0))].toSorted();
  };
}
