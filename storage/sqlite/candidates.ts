import type { Candidate } from "../../model/candidate.ts";
import { storable, toJson } from "../documents.ts";
import type { CandidateRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { documentOf } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): Candidate => documentOf("candidates", String(row["id"]), row);

export function createCandidates(database: Database, tags: Tags): CandidateRepository {
  return {
    async get(ids) {
      return database
        .prepare("SELECT id, doc FROM candidates WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
        .all(toJson(ids))
        .map(read);
    },

    async withKeys(keys) {
      return database
        .prepare(
          `SELECT id, doc FROM candidates WHERE id IN (
             SELECT t.id FROM json_each(?) k CROSS JOIN tags t ON t.kind = 'candidate.key' AND t.value = k.value)
           ORDER BY id`,
        )
        .all(toJson(keys))
        .map(read);
    },

    async ofPersons(personIds) {
      return database
        .prepare(
          "SELECT id, doc FROM candidates WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        )
        .all(toJson(personIds))
        .map(read);
    },

    async put(candidates) {
      database.transaction(() => {
        for (const candidate of candidates) {
          const id = storable(candidate.id);
          database
            .prepare(
              `INSERT INTO candidates (id, person_id, doc) VALUES (?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, doc = excluded.doc`,
            )
            .run(id, storable(candidate.personId), toJson(candidate));
          tags.set("candidate.key", id, candidate.keys.map(storable));
        }
      });
    },

    async remove(ids) {
      database.transaction(() => {
        for (const id of ids.map(storable)) {
          tags.set("candidate.key", id, []);
          database.prepare("DELETE FROM candidates WHERE id = ?").run(id);
        }
      });
    },

    async noteMentions(articleId, mentions) {
      const article = storable(articleId);
      database.transaction(() => {
        database.prepare("DELETE FROM candidate_mentions WHERE article_id = ?").run(article);
        for (const mention of mentions)
          database
            .prepare(
              "INSERT OR REPLACE INTO candidate_mentions (candidate_id, article_id, doc) VALUES (?, ?, ?)",
            )
            .run(storable(mention.candidateId), article, toJson(mention));
      });
    },

    async mentions(candidateIds) {
      return database
        .prepare(
          `SELECT candidate_id, article_id, doc FROM candidate_mentions
           WHERE candidate_id IN (SELECT value FROM json_each(?)) ORDER BY candidate_id, article_id`,
        )
        .all(toJson(candidateIds))
        .map((row) =>
          documentOf("candidateMentions", `${String(row["candidate_id"])} ${String(row["article_id"])}`, row),
        );
    },

    async namedIn(articleId) {
      return database
        .prepare("SELECT candidate_id FROM candidate_mentions WHERE article_id = ? ORDER BY candidate_id")
        .all(storable(articleId))
        .map((row) => String(row["candidate_id"]));
    },
  };
}
