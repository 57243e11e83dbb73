import { personRoles } from "../model/extraction.ts";
import type { Person } from "../model/ledger.ts";
import type { PersonNote } from "./documents.ts";
import type { PersonMention } from "./store.ts";
import { wordsOf } from "./words.ts";

const sortedSet = (values: Iterable<string>): string[] => [...new Set(values)].toSorted();

/** The name that most give; of equals the longest, then the first by code units. */
function preferredName(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].toSorted(
    ([a, times], [b, otherTimes]) => otherTimes - times || b.length - a.length || (a < b ? -1 : 1),
  );
  return best?.[0] ?? "";
}

/** One note for each person that an article mentions; several mentions of one person are put together. */
export function notesOf(articleId: string, mentions: readonly PersonMention[]): PersonNote[] {
  const byPerson = new Map<string, PersonMention[]>();
  for (const mention of mentions) byPerson.set(mention.id, [...(byPerson.get(mention.id) ?? []), mention]);
  return [...byPerson].map(([personId, of]) => {
    const curated = of.filter((mention) => mention.curated);
    const said = new Set(of.map((mention) => mention.role));
    return {
      personId,
      articleId,
      name: preferredName((curated.length > 0 ? curated : of).map((mention) => mention.name)),
      names: sortedSet(of.flatMap((mention) => [mention.name, ...mention.names])),
      curated: curated.length > 0,
      roles: personRoles.filter((role) => said.has(role)),
    };
  });
}

/** The person that the notes of all articles describe, whatever their order; null when there is none. */
export function personOf(notes: readonly PersonNote[]): Person | null {
  const [first] = notes;
  if (first === undefined) return null;
  const curated = notes.filter((note) => note.curated);
  const roles: Person["roles"] = {};
  for (const role of personRoles) {
    let count = 0;
    for (const note of notes) if (note.roles.includes(role)) count++;
    if (count > 0) roles[role] = count;
  }
  return {
    id: first.personId,
    name: preferredName((curated.length > 0 ? curated : notes).map((note) => note.name)),
    names: sortedSet(notes.flatMap((note) => note.names)),
    curated: curated.length > 0,
    roles,
    articleIds: sortedSet(notes.map((note) => note.articleId)),
  };
}

/** Lists of persons go by name. */
export const personSort = (person: Person): string => wordsOf(person.name).join(" ");

/** What the search over persons looks at. */
export const personWords = (person: Person): string[] => wordsOf([person.name, ...person.names].join("\n"));
