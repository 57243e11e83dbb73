import type { Claim } from "../../model/ledger.ts";
import { storable, toJson } from "../documents.ts";
import type { ClaimRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { documentOf } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): Claim => documentOf("claims", String(row["id"]), row);

export function createClaims(database: Database, tags: Tags): ClaimRepository {
  const supersede = (id: string, except: string) => {
    database
      .prepare(
        `INSERT OR REPLACE INTO superseded_claims (id, extraction_id, article_id, doc)
         SELECT id, json_extract(doc, '$.extractionId'), article_id, doc FROM claims
         WHERE id = ? AND json_extract(doc, '$.extractionId') <> ?`,
      )
      .run(id, except);
  };

  const leave = (id: string, block: string) => {
    tags.remove("claim.block", id, block);
    if (tags.of("claim.block", id).length > 0) return;
    supersede(id, "");
    database.prepare("DELETE FROM claims WHERE id = ?").run(id);
  };

  return {
    async replaceInBlock(articleId, blockKey, claims) {
      const [article, block] = [storable(articleId), storable(blockKey)];
      const kept = new Set(claims.map((claim) => storable(claim.id)));
      database.transaction(() => {
        const standing = database
          .prepare(
            `SELECT c.id FROM tags t JOIN claims c ON c.id = t.id
             WHERE t.kind = 'claim.block' AND t.value = ? AND c.article_id = ?`,
          )
          .all(block, article);
        for (const row of standing) if (!kept.has(String(row["id"]))) leave(String(row["id"]), block);
        for (const claim of claims) {
          const extraction = storable(claim.extractionId);
          supersede(storable(claim.id), extraction);
          database
            .prepare("DELETE FROM superseded_claims WHERE id = ? AND extraction_id = ?")
            .run(storable(claim.id), extraction);
          database
            .prepare("INSERT OR REPLACE INTO claims (id, article_id, doc) VALUES (?, ?, ?)")
            .run(storable(claim.id), storable(claim.articleId), toJson(claim));
          tags.add("claim.block", storable(claim.id), block);
        }
      });
    },

    async blocksOf(articleId) {
      return database
        .prepare(
          `SELECT DISTINCT t.value FROM claims c CROSS JOIN tags t ON t.id = c.id AND t.kind = 'claim.block'
           WHERE c.article_id = ? ORDER BY t.value`,
        )
        .all(storable(articleId))
        .map((row) => String(row["value"]));
    },

    async forArticle(articleId) {
      return database
        .prepare("SELECT id, doc FROM claims WHERE article_id = ? ORDER BY id")
        .all(storable(articleId))
        .map(read);
    },

    async superseded(articleId) {
      return database
        .prepare("SELECT id, doc FROM superseded_claims WHERE article_id = ? ORDER BY id, extraction_id")
        .all(storable(articleId))
        .map(read);
    },

    async get(ids) {
      return database
        .prepare("SELECT id, doc FROM claims WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
        .all(toJson(ids))
        .map(read);
    },

    async inBlock(blockKey) {
      return database
        .prepare(
          `SELECT c.id, c.doc FROM tags t JOIN claims c ON c.id = t.id
           WHERE t.kind = 'claim.block' AND t.value = ? AND t.sort = '' ORDER BY t.id`,
        )
        .all(storable(blockKey))
        .map(read);
    },
  };
}
