import type { Person } from "../../model/ledger.ts";
import { type PersonNote, storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { notesOf, personOf, personSort, personWords } from "../person-notes.ts";
import type { PersonRepository } from "../store.ts";
import { queryWords } from "../words.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, matchAll, pageRows, whereNotIn } from "./query.ts";
import type { SearchIndex } from "./search.ts";

const read = (row: Row): Person => documentOf("persons", String(row["id"]), row);

export function createPersons(database: Database, search: SearchIndex): PersonRepository {
  const rowOf = (id: string) => database.prepare("SELECT row FROM persons WHERE id = ?").get(id)?.["row"];

  /** Brings the person in line with the notes of all articles. */
  const recompute = (personId: string) => {
    // One text for all notes: somebody whom thousands of articles mention has thousands of them.
    const row = database
      .prepare(
        "SELECT '[' || ifnull(group_concat(doc), '') || ']' AS notes FROM person_notes WHERE person_id = ?",
      )
      .get(personId);
    const person = personOf(JSON.parse(String(row?.["notes"])) as PersonNote[]);
    if (person === null) {
      const known = rowOf(personId);
      if (known !== undefined)
        database.prepare("DELETE FROM person_words WHERE rowid = ?").run(Number(known));
      database.prepare("DELETE FROM persons WHERE id = ?").run(personId);
      search.remove("person", personId);
      return;
    }
    database
      .prepare(
        `INSERT INTO persons (id, curated, sort, doc) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET curated = excluded.curated, sort = excluded.sort, doc = excluded.doc`,
      )
      .run(personId, person.curated ? 1 : 0, personSort(person), toJson(person));
    database
      .prepare("INSERT OR REPLACE INTO person_words (rowid, words) VALUES (?, ?)")
      .run(Number(rowOf(personId)), personWords(person).join(" "));
    search.person(person);
  };

  return {
    async noteMentions(articleId, mentions) {
      const article = storable(articleId);
      database.transaction(() => {
        const before = database
          .prepare("SELECT person_id FROM person_notes WHERE article_id = ?")
          .all(article)
          .map((row) => String(row["person_id"]));
        database.prepare("DELETE FROM person_notes WHERE article_id = ?").run(article);
        const notes = notesOf(articleId, mentions);
        for (const note of notes)
          database
            .prepare("INSERT OR REPLACE INTO person_notes (person_id, article_id, doc) VALUES (?, ?, ?)")
            .run(storable(note.personId), article, toJson(note));
        for (const id of new Set([...before, ...notes.map((note) => storable(note.personId))])) recompute(id);
      });
    },

    async get(id) {
      const row = database.prepare("SELECT id, doc FROM persons WHERE id = ?").get(storable(id));
      return row === undefined ? null : read(row);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      if (filter.curated !== undefined) where.add("curated = ?", filter.curated ? 1 : 0);
      whereNotIn(where, "persons.id", filter.exceptIds ?? []);
      const words = queryWords(filter.text);
      if (words?.length === 0) return { items: [], next: null };
      if (words !== null)
        where.add(
          "row IN (SELECT rowid FROM person_words WHERE words MATCH ?)",
          matchAll(words, { prefix: true }),
        );
      const rows = pageRows(database, {
        table: "persons",
        sortColumn: "sort",
        descending: false,
        where,
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (person) => ({ sort: personSort(person), id: person.id }));
    },
  };
}
