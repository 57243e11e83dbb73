import type { Candidate, CandidateSide } from "../../model/candidate.ts";
import type { EventType, ExtractedEvent, ExtractedPerson, Extraction } from "../../model/extraction.ts";
import { normaliseName } from "../identity.ts";
import { nameKeys } from "../names/keys.ts";
import { parseName } from "../names/parse.ts";
import { contextualId, isContextual, localId, plainKey } from "./candidate-ids.ts";
import type { KnownPeople } from "./known-people.ts";

/** What one article says of one person: the candidate that it names, and what speaks for or against others being the same. */
export interface MentionedPerson {
  /** Name by which the extraction refers to them. */
  name: string;
  person: ExtractedPerson;
  candidate: Candidate;
  facts: readonly string[];
}

const custody: ReadonlySet<EventType> = new Set<EventType>([
  "arrest",
  "charge",
  "trial",
  "sentence",
  "sentence_extension",
  "transfer",
  "hospitalisation",
  "hunger_strike",
  "death_in_custody",
  "disappearance",
]);
const freeing: ReadonlySet<EventType> = new Set<EventType>(["release", "pardon", "exchange"]);
const maxFacts = 16;

/** How many full words a name has: one alone is no identity beyond its article. */
function fullWords(name: string): number {
  const { words } = parseName(name);
  const [first] = words;
  // Chinese and Burmese names are one word of several syllables.
  if (first?.script === "hani") return Array.from(first.folded).length;
  if (first?.script === "mymr") return Math.max(2, words.length);
  return words.filter((word) => !word.initial).length;
}

/** The country that the events told of somebody point to, when it is one alone. */
function countryOf(
  events: readonly ExtractedEvent[],
  extraction: Extraction,
  known: KnownPeople,
): string | null {
  const actorIds = new Map(extraction.actors.map((actor) => [actor.name, actor.gazetteerId]));
  const countries = new Set<string>();
  for (const event of events) {
    if (!custody.has(event.type) || event.assertion === "demanded" || event.assertion === "planned") continue;
    const places = [known.countryOfPlace(event.place)];
    const agents = event.agents.map((agent) => known.countryOfActor(actorIds.get(agent) ?? null));
    for (const country of [...places, ...agents]) if (country !== null) countries.add(country);
  }
  const [only = null] = countries;
  return countries.size === 1 ? only : null;
}

function sideOf(person: ExtractedPerson, events: readonly ExtractedEvent[]): CandidateSide | null {
  const held = events.some(({ type }) => custody.has(type) || freeing.has(type));
  if (person.role === "detainee" && held) return "held";
  return person.role === "official" && !held ? "power" : null;
}

/** Short statements that two articles about one person have in common sooner than two about different people. */
function factsOf(
  person: ExtractedPerson,
  events: readonly ExtractedEvent[],
  extraction: Extraction,
): string[] {
  const facts = new Set<string>();
  for (const event of events) {
    if (event.assertion !== "asserted") continue;
    if (event.date?.length === 10) facts.add(`${event.type} ${event.date}`);
    if (event.term !== null) facts.add(`term ${normaliseName(event.term)}`);
    if (event.charge !== null) facts.add(`charge ${normaliseName(event.charge)}`);
    if (event.place !== null) facts.add(`place ${normaliseName(event.place)}`);
  }
  for (const other of extraction.persons)
    if (other !== person && other.role !== "official" && fullWords(other.canonical) > 1)
      facts.add(`beside ${other.gazetteerId ?? normaliseName(other.canonical)}`);
  return [...facts].toSorted().slice(0, maxFacts);
}

/**
 * The candidate that a mention stands for. A single word, or one with initials, means somebody of its own article; a
 * full name means the same candidate everywhere, as long as the country that holds them and the side on which they
 * stand are not told otherwise.
 */
function candidateOf(
  person: ExtractedPerson,
  articleId: string,
  context: Pick<Candidate, "country" | "side">,
  known: KnownPeople,
): Candidate {
  const blank = { names: [], needsContext: [], contested: false, splitIds: [] };
  if (person.gazetteerId !== null) {
    const entry = known.person(person.gazetteerId);
    if (entry !== null) return entry;
    const own = { id: person.gazetteerId, name: person.canonical, keys: [...nameKeys(person.canonical)] };
    return { ...blank, ...own, country: null, side: null, curator: "gazetteer", personId: own.id };
  }
  const bare = normaliseName(person.canonical);
  const full = fullWords(person.canonical) > 1;
  const id = full ? contextualId(bare, context.country, context.side) : localId(bare, articleId);
  const keys = [...nameKeys(person.canonical), ...(isContextual(id) ? [plainKey(id)] : [])].toSorted();
  return { ...blank, ...context, id, name: person.canonical, keys, curator: null, personId: id };
}

/** The persons of an extraction as candidates. Pure; the person ids are still those of the candidates themselves. */
export function mentionsOf(extraction: Extraction, known: KnownPeople): MentionedPerson[] {
  return extraction.persons.map((person) => {
    const events = extraction.events.filter((event) => event.subjects.includes(person.name));
    const context = { country: countryOf(events, extraction, known), side: sideOf(person, events) };
    return {
      name: person.name,
      person,
      candidate: candidateOf(person, extraction.articleId, context, known),
      facts: factsOf(person, events, extraction),
    };
  });
}
