import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { Clock } from "../locks.ts";
import type { ExtractionRepository } from "../store.ts";
import type { Collections, KeptExtraction } from "./collections.ts";
import { put } from "./writes.ts";

const read = (kept: KeptExtraction) => checkDocument("extractions", kept._id, kept.doc);

export function createExtractions({ extractions }: Collections, clock: Clock): ExtractionRepository {
  let serial = 0;
  return {
    async put(extraction) {
      const doc = storableDocument(extraction);
      const { id: _id, articleId } = doc;
      await put(extractions, { _id, articleId, putAt: clock.now(), putSerial: serial++, doc });
    },
    async get(id) {
      const kept = await extractions.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },
    async latest(articleId) {
      const kept = await extractions.findOne(
        { articleId: storable(articleId) },
        { sort: { putAt: -1, putSerial: -1 } },
      );
      return kept === null ? null : read(kept);
    },
  };
}
