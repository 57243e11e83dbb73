import type { Collection } from "mongodb";
import { checkDocument, type CollectionName } from "../documents.ts";
import type { StoreEntry } from "../store.ts";
import type { Collections } from "./collections.ts";

/** Collections with the fields that their ids are made of. */
const dumped: readonly { collection: CollectionName; key: readonly string[] }[] = [
  { collection: "endpoints", key: ["_id"] },
  { collection: "hosts", key: ["_id"] },
  { collection: "robots", key: ["_id"] },
  { collection: "sourceHabits", key: ["_id"] },
  { collection: "sourceHealth", key: ["_id"] },
  { collection: "sourceNotices", key: ["_id"] },
  { collection: "backfills", key: ["_id"] },
  { collection: "articles", key: ["_id"] },
  { collection: "revisions", key: ["_id"] },
  { collection: "captures", key: ["hash", "fetchedAt", "url"] },
  { collection: "extractions", key: ["_id"] },
  { collection: "claims", key: ["_id"] },
  { collection: "supersededClaims", key: ["claimId", "extractionId"] },
  { collection: "events", key: ["_id"] },
  { collection: "conditionReports", key: ["_id"] },
  { collection: "relationClaims", key: ["_id"] },
  { collection: "persons", key: ["_id"] },
  { collection: "personNotes", key: ["personId", "articleId"] },
  { collection: "candidates", key: ["_id"] },
  { collection: "candidateMentions", key: ["candidateId", "articleId"] },
  { collection: "eventSuccessions", key: ["_id"] },
  { collection: "decisions", key: ["_id"] },
  { collection: "standingChanges", key: ["id"] },
  { collection: "reviewTasks", key: ["_id"] },
];

export async function* dumpDatabase(collections: Collections): AsyncGenerator<StoreEntry> {
  for (const { collection, key } of dumped) {
    const all = collections[collection] as unknown as Collection;
    const inOrder = all.find({}, { sort: Object.fromEntries(key.map((field) => [field, 1])) });
    for await (const kept of inOrder) {
      const id = key.map((field) => String(kept[field])).join(" ");
      const document = checkDocument(collection, id, kept["doc"]);
      const blocks = kept["blocks"] as string[] | undefined;
      yield {
        collection,
        id,
        document: blocks === undefined ? document : { ...document, blocks: blocks.toSorted() },
      };
    }
  }
}
