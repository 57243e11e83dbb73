import type { AlertChange, AlertRemark } from "../model/alert.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { Claim } from "../model/ledger.ts";
import type { EventState } from "../model/standing-change.ts";

/** One article that tells something. */
export type Told = Pick<
  Claim,
  "id" | "articleId" | "sourceId" | "lang" | "published" | "assertion" | "attributedTo" | "quote"
>;

/** What rules look at, beside the change itself. */
export interface Facts {
  eventId: string;
  changes: readonly AlertChange[];
  before: EventState | null;
  after: EventState | null;
  /** What is told of its person while it is as it was; null when the event itself changed. */
  remark: AlertRemark | null;
  /** Who tells it: the claims that the event stands on, or the report of a condition. */
  told: readonly Told[];
  /** Best confidence among those who tell it as it is told now, 0 to 1. */
  confidence: number;
  countries: readonly string[];
  facilities: readonly string[];
  /** Reliability by source id, 1 best to 4. */
  tiers: ReadonlyMap<string, number>;
  restricted: boolean;
  /** Newest time of publication among them. */
  published: string | null;
}

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;

/** Finds countries and places of detention by name; build it once. */
export interface PlaceIndex {
  /** Ids of the facilities that a place names. */
  facilitiesIn(place: string): string[];
  /** Countries that a place names, by itself or by a facility in it. */
  countriesIn(place: string): string[];
  /** Country that holds or held a person of the gazetteer. */
  holder(personId: string): string | null;
  /** Country of a state or of one of its bodies. */
  ofActor(actorId: string): string | null;
}

/** Entries with a name that the place holds. */
const within = <T extends { forms: readonly string[] }>(all: readonly T[], place: string): T[] => {
  const text = words(place);
  return all.filter(({ forms }) => forms.some((form) => text.includes(form)));
};

export function createPlaceIndex({ facilities, countries, people, actors }: Gazetteers): PlaceIndex {
  const places = facilities.map(({ id, country, name, aliases }) => ({
    id,
    country,
    forms: [name, ...Object.values(aliases).flat()].map(words),
  }));
  const lands = countries.map(({ id, name, aliases, metonyms }) => ({
    id,
    forms: [name, ...Object.values(aliases).flat(), ...metonyms].map(words),
  }));
  const heldIn = new Map(people.map(({ id, heldIn: country }) => [id, country]));
  const actorCountry = new Map(actors.map(({ id, country }) => [id, country]));
  const known = new Set(countries.map(({ id }) => id));
  return {
    facilitiesIn: (place) => within(places, place).map(({ id }) => id),
    countriesIn: (place) => [
      ...new Set([
        ...within(lands, place).map(({ id }) => id),
        ...within(places, place).map(({ country }) => country),
      ]),
    ],
    holder: (personId) => heldIn.get(personId) ?? null,
    ofActor: (actorId) => actorCountry.get(actorId) ?? (known.has(actorId) ? actorId : null),
  };
}

const present = (found: readonly (string | null)[]) => [
  ...new Set(found.filter((country) => country !== null)),
];

/**
 * Countries that an event has to do with as the one where it happens: by its place, else by who holds the persons, else
 * by the acting states.
 */
export function countriesOf({ place, subjects, agents }: EventState, index: PlaceIndex): string[] {
  const byPlace = place === null ? [] : index.countriesIn(place);
  if (byPlace.length > 0) return byPlace;
  const byPerson = present(subjects.map(({ id }) => index.holder(id)));
  return byPerson.length > 0 ? byPerson : present(agents.map(({ id }) => index.ofActor(id)));
}
