import type { StoreEntry } from "../store.ts";
import type { CollectionName } from "../documents.ts";
import type { Database } from "./database.ts";
import { documentOf } from "./query.ts";
import type { Tags } from "./tags.ts";

/** Tables with the expressions that make up a document's id. */
const dumped: readonly { collection: CollectionName; table: string; key: readonly string[] }[] = [
  { collection: "endpoints", table: "endpoints", key: ["url"] },
  { collection: "hosts", table: "hosts", key: ["key"] },
  { collection: "robots", table: "robots", key: ["key"] },
  { collection: "sourceHabits", table: "source_habits", key: ["key"] },
  { collection: "sourceHealth", table: "source_health", key: ["key"] },
  { collection: "sourceNotices", table: "source_notices", key: ["key"] },
  { collection: "backfills", table: "backfills", key: ["key"] },
  { collection: "articles", table: "articles", key: ["id"] },
  { collection: "revisions", table: "revisions", key: ["key"] },
  { collection: "captures", table: "captures", key: ["hash", "fetched_at", "url"] },
  { collection: "extractions", table: "extractions", key: ["id"] },
  { collection: "claims", table: "claims", key: ["id"] },
  { collection: "supersededClaims", table: "superseded_claims", key: ["id", "extraction_id"] },
  { collection: "events", table: "events", key: ["id"] },
  { collection: "conditionReports", table: "condition_reports", key: ["id"] },
  { collection: "relationClaims", table: "relation_claims", key: ["id"] },
  { collection: "persons", table: "persons", key: ["id"] },
  { collection: "personNotes", table: "person_notes", key: ["person_id", "article_id"] },
  { collection: "candidates", table: "candidates", key: ["id"] },
  { collection: "candidateMentions", table: "candidate_mentions", key: ["candidate_id", "article_id"] },
  { collection: "eventSuccessions", table: "event_successions", key: ["id"] },
  { collection: "decisions", table: "decisions", key: ["id"] },
  { collection: "standingChanges", table: "standing_changes", key: ["id"] },
  { collection: "reviewTasks", table: "review_tasks", key: ["id"] },
];

const batchSize = 200;

export async function* dumpDatabase(database: Database, tags: Tags): AsyncGenerator<StoreEntry> {
  for (const { collection, table, key } of dumped) {
    const columns = key.join(", ");
    const marks = key.map(() => "?").join(", ");
    for (let after = key.map(() => ""); ; ) {
      const rows = database
        .prepare(
          `SELECT ${columns}, doc FROM ${table} WHERE (${columns}) > (${marks}) ORDER BY ${columns} LIMIT ?`,
        )
        .all(...after, batchSize);
      for (const row of rows) {
        after = key.map((column) => String(row[column]));
        const id = after.join(" ");
        const document = documentOf(collection, id, row);
        yield {
          collection,
          id,
          document: collection === "claims" ? { ...document, blocks: tags.of("claim.block", id) } : document,
        };
      }
      if (rows.length < batchSize) break;
    }
  }
}
