import type { Person } from "../../model/ledger.ts";
import { checkDocument, type PersonNote, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { notesOf, personOf, personSort, personWords } from "../person-notes.ts";
import type { PersonFilter, PersonRepository } from "../store.ts";
import { queryWords } from "../words.ts";
import type { Collections, KeptPerson } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import type { SearchIndex } from "./search.ts";
import { put, revise } from "./writes.ts";

const read = (kept: KeptPerson): Person => checkDocument("persons", kept._id, kept.doc);

const noteId = (note: PersonNote) => `${note.personId} ${note.articleId}`;

export function createPersons({ persons, personNotes }: Collections, search: SearchIndex): PersonRepository {
  /**
   * Brings the person in line with the notes of all articles, without that of `without`. Notes are read after the
   * person's revision, so whoever writes last has seen the notes of everybody who wrote before.
   */
  const recompute = (personId: string, without: string | null) =>
    revise(persons, personId, async () => {
      const notes = await personNotes.find({ personId }).sort({ articleId: 1 }).toArray();
      const person = personOf(
        notes
          .filter((kept) => kept.articleId !== without)
          .map((kept) => checkDocument("personNotes", kept._id, kept.doc)),
      );
      if (person === null) {
        await search.remove("person", [personId]);
        return "remove";
      }
      await search.person(person);
      return {
        curated: person.curated,
        sort: personSort(person),
        words: [...new Set(personWords(person))],
        doc: person,
      };
    });

  return {
    async noteMentions(articleId, mentions) {
      const article = storable(articleId);
      const notes = notesOf(articleId, mentions).map((note) => storableDocument(note));
      for (const doc of notes) {
        await put(personNotes, { _id: noteId(doc), personId: doc.personId, articleId: article, doc });
        await recompute(doc.personId, null);
      }
      const gone = await personNotes
        .find({ articleId: article, _id: { $nin: notes.map(noteId) } }, { projection: { personId: 1 } })
        .toArray();
      for (const { _id, personId } of gone) {
        // The person first: a note that is still there tells the next try what is left to do.
        await recompute(personId, article);
        await personNotes.deleteOne({ _id });
      }
    },

    async get(id) {
      const kept = await persons.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const filters = filtersOf(filter);
      if (filters === null) return { items: [], next: null };
      const found = await pageDocuments(persons, {
        filters,
        sortField: "sort",
        descending: false,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (person) => ({ sort: personSort(person), id: person.id }));
    },
  };
}

/** Null when nothing can match. */
function filtersOf({ text, curated, exceptIds = [] }: PersonFilter): object[] | null {
  const words = queryWords(text);
  if (words?.length === 0) return null;
  const filters: object[] = [];
  if (curated !== undefined) filters.push({ curated });
  if (exceptIds.length > 0) filters.push({ _id: { $nin: exceptIds.map(storable) } });
  // Words are letters and digits only, so that they need no escaping.
  for (const word of words ?? []) filters.push({ words: { $regex: `^${word}` } });
  return filters;
}
